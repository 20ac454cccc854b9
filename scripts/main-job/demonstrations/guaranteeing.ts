import { approverOf, certifierOf, checker, maker, officerOf } from '../api.ts';
import { adviceOf } from '../bank.ts';
import type { Agreement } from '../messages.ts';
import type { Base, Lender, Round } from './base.ts';
import { usd } from './demo-parties.ts';
import type { How } from './offering.ts';

const GUARANTEE: How = {
  terms: { instrument: 'guarantee', guarantee: { feePercent: '0.5', tenorMonths: 240, payments: 'yearly' } },
};
const IN_KIND: How = { terms: { instrument: 'in-kind', inKind: { contribution: 'Two compost turners' } } };

type Offering = (funding: string, lender: Lender, amount: string, how: How) => Promise<Round>;

/** What is no money: it is offered in addition, called and paid by its guarantor, or received. */
export const guaranteeing = (base: Base) => ({
  /** A guarantee and a contribution in kind of one sponsor, accepted by the city; the gap stays as it is. */
  async guaranteed(funding: string, lender: Lender, offered: Offering): Promise<readonly Round[]> {
    const rounds = [await offered(funding, lender, '900.00', GUARANTEE), await offered(funding, lender, '100.00', IN_KIND)];
    for (const { offer } of rounds) await base.as(officerOf(base.city)).acceptOffer({ id: funding, offer }, { terms: 1 });
    return rounds;
  },
  /** Part of the guarantee is called, accepted, and paid by the guarantor, as two persons of finance say. */
  async called({ id, unfunded }: Agreement, { sponsor }: Lender): Promise<void> {
    const offer = unfunded.find(({ brings }) => brings === 'exposure')?.offer ?? '';
    const evidence = [await letter(base, `The lender’s demand of ${id}`)];
    const call = { offer, amount: usd('300.00'), note: 'The city’s loan fell due and was not repaid.', evidence };
    await base.as(certifierOf(base.city)).callGuarantee({ id }, call);
    const of = { id, number: 1 };
    await base.as(approverOf(sponsor)).acceptDrawing(of);
    const { now } = await base.time.until(async () => true);
    const { drawings } = await base.agreement(id);
    const valueDate = drawings[0]?.valueDate ?? now.slice(0, 10);
    const paid = { bankReference: `CLAIM-${id.slice(-20)}`, valueDate, document: await adviceOf(base.api) };
    await base.as(maker).reportClaimPaid(of, { ...paid, bankReference: `${paid.bankReference}-A` });
    await base.as(checker).objectToClaim(of, { note: 'The bank names another reference.' });
    await base.as(maker).reportClaimPaid(of, paid);
    await base.as(checker).confirmClaimPaid(of);
  },
  /** One machine is received, and its sponsor confirms it; the value of a second is disputed. */
  async received({ id, unfunded, effectiveAt = '' }: Agreement, { sponsor }: Lender): Promise<void> {
    const offer = unfunded.find(({ brings }) => brings === 'value')?.offer ?? '';
    const receipt = { offer, receivedOn: effectiveAt.slice(0, 10), evidence: [await letter(base, `Delivery note of ${id}`)] };
    await base.as(officerOf(base.city)).recordReceipt({ id }, { ...receipt, amount: usd('40.00'), note: 'One compost turner.' });
    await base.as(approverOf(sponsor)).acceptDrawing({ id, number: 2 });
    await base.as(officerOf(base.city)).recordReceipt({ id }, { ...receipt, amount: usd('40.00'), note: 'A second one, used.' });
    await base.as(approverOf(sponsor)).rejectDrawing({ id, number: 3 }, { note: 'A used one is worth 25.00.' });
  },
});

const letter = async (base: Base, words: string): Promise<string> =>
  (await base.as(officerOf(base.city)).upload(new TextEncoder().encode(words), 'text/plain', { name: 'Letter.txt' })).hash;
