import {
  type Api,
  approver,
  certifierOf,
  checker,
  maker,
  officerOf,
  secondChecker,
  secretary,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import {
  advanced,
  adviceOf,
  givesBack,
  type Order,
  ordered,
  released,
  settles,
  statementOf,
  stepsOf,
} from '@junkan/scripts/main-job/bank.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { answerText } from '@junkan/scripts/main-job/payment-files.ts';
import { statementText } from '@junkan/scripts/main-job/statements.ts';
import { accountOf } from './accounts.ts';
import { actorsOf, type Currency, EQUITY, first, GRANT, GUARANTEE, IN_KIND, LOAN, moneyIn, type Sponsor } from './actors.ts';
import { approvedPayment } from './payment-files.ts';

export type MoneyLife = Awaited<ReturnType<typeof moneyLife>>;

const bytes = (text: string) => new TextEncoder().encode(text);

/**
 * One agreement in one currency from its offers to its end, with everything that can happen to money: a loan, a grant and equity
 * together, a guarantee and a contribution in kind in addition; an advance of the grant is liquidated and the remainder of it claimed back;
 * the loan is rejected by the bank, paid in a second file and settled by a statement; what was paid of the equity comes back and is paid
 * again; a part of what was paid is clawed back; what was retained is released.
 */
export async function moneyLife(api: Api, currency: Currency) {
  const money = moneyIn(currency);
  const actors = actorsOf(api, money);
  const city = await actors.city();
  const [lender, donor, investor, guarantor] = [
    await actors.sponsor(),
    await actors.sponsor(),
    await actors.sponsor(),
    await actors.sponsor(),
  ];
  const account = await accountOf(api, city, { currency });
  for (const { sponsor } of [lender, donor, investor]) await accountOf(api, sponsor, { currency });
  await cooled(api);
  const project = await actors.submitted(city, { target: '1000.00', milestones: ['600.00', '400.00'] });
  const round = await actors.opened(project);
  const offers = [
    await actors.offer(round.id, lender, '500.00', LOAN),
    await actors.offer(round.id, donor, '300.00', { ...GRANT, retentionPercent: '7.5', advances: true }),
    await actors.offer(round.id, investor, '200.00', EQUITY),
    await actors.offer(round.id, guarantor, '900.00', GUARANTEE),
    await actors.offer(round.id, guarantor, '100.00', IN_KIND),
  ];
  await settled(api);
  // What fills the gap closes the round, so the others come first.
  for (const offer of offers.toReversed()) await actors.accept(round, offer);
  const agreement = await actors.approved(project, await actors.funding(project));
  const [one, two] = await actors.signed(agreement);
  if (!one || !two) throw new Error('two milestones were planned');
  const { paidAhead, paid, paidByFiles, returned } = paying(api, agreement);

  await paidAhead(donor, money('50.00'), money('45.00'));
  await actors.verified(one);
  await settled(api);
  const files = await paidByFiles(lender, currency);
  const statement = await settledByStatement(api, agreement, lender, currency);
  await paid(1, donor);
  await returned(await paid(1, investor));
  await clawedBack(api, agreement.id, city, money('100.00'));
  await actors.verified(two);
  await settled(api);
  for (const of of [lender, donor, investor]) await paid(2, of);
  const { now } = await settled(api);
  const release = await released(api, agreement.id, donor.sponsor, () => ({}));
  await settles(
    stepsOf(api, release, () => ({})),
    { bankReference: statementOf(release.payment), valueDate: now.slice(0, 10) },
  );
  await settled(api);
  return { city, project, agreement: agreement.id, lender, donor, investor, guarantor, account, files, statement, money };
}

/** How the parts of an agreement are paid. */
function paying(api: Api, { id, proposer, cells }: Agreement) {
  const today = async (): Promise<string> => (await settled(api)).now.slice(0, 10);
  const settlesAs = async (order: Order, reference: string, report = 1): Promise<void> =>
    settles(
      stepsOf(api, order, () => ({})),
      { bankReference: reference, valueDate: await today() },
      report,
    );
  return {
    async paid(tranche: number, { sponsor }: Sponsor): Promise<Order> {
      const order = await ordered(api, id, { tranche, sponsor }, () => ({}));
      await settlesAs(order, statementOf(order.payment));
      return order;
    },
    /** What was paid ahead of the first part is liquidated, as far as it is accepted. */
    async paidAhead({ sponsor }: Sponsor, amount: Amount, accepted: Amount): Promise<void> {
      await api.as(officerOf(proposer)).askAdvance({ id }, { tranche: 1, sponsor, amount, note: 'Containers for the first two wards.' });
      const order = await advanced(api, id, 1, () => ({}));
      await settlesAs(order, statementOf(order.payment));
      const day = await today();
      const { hash } = await api.as(officerOf(proposer)).upload(bytes('Invoices 17 to 19'), 'text/plain');
      const spent = { amount, firstDay: day, lastDay: day, note: 'Forty containers, invoices 17 to 19.', evidence: [hash] };
      await api.as(officerOf(proposer)).submitExpenditure({ id, number: 1 }, spent);
      await api.as(verifier).acceptExpenditure({ id, number: 1, expenditure: '1' }, { amount: accepted });
    },
    /** The bank rejects it in a first file, as two persons say, and takes it in a second. */
    async paidByFiles({ sponsor }: Sponsor, currency: Currency): Promise<readonly [string, string]> {
      const inFile = async (payment: string, status: 'RJCT' | 'ACSP'): Promise<string> => {
        const asked = { payer: sponsor, currency, executionDate: await today(), payments: [payment] };
        const { id: file } = await api.as(maker).makePaymentFile({}, asked);
        await api.as(secondChecker).approvePaymentFile({ id: file });
        await api.as(maker).downloadPaymentFile({ id: file });
        await api.as(maker).sendPaymentFile({ id: file });
        const { message, lines } = await api.as(maker).getPaymentFile({ id: file });
        const word = { instruction: first(lines).instruction, status, ...(status === 'RJCT' ? { reason: 'AC04' } : {}) };
        await api.as(maker).uploadAnswer(bytes(answerText(message, [word])));
        return file;
      };
      const payment = await approvedPayment(api, id, 1, sponsor);
      const rejected = await inFile(payment, 'RJCT');
      await api.as(secondChecker).confirmPayment({ id, payment }, { report: 1 });
      await approvedPayment(api, id, 1, sponsor);
      return [rejected, await inFile(payment, 'ACSP')];
    },
    /** The bank returns what it had paid, and it is ordered and paid again. */
    async returned(order: Order): Promise<void> {
      const reference = statementOf(order.payment);
      const step = stepsOf(api, order, () => ({}));
      await givesBack(step, { bankReference: `${reference}-BACK`, valueDate: await today(), note: 'The account is closed.' });
      const cell = first(cells.filter(({ payment }) => payment === order.payment));
      await ordered(api, id, cell, () => ({}));
      await settlesAs(order, `${reference}-AGAIN`, 3);
    },
  };
}
type Amount = ReturnType<ReturnType<typeof moneyIn>>;

/** A bank statement contains the loan’s part of the first tranche, which its second person settles by confirming it. */
async function settledByStatement(api: Api, { id }: Agreement, { sponsor }: Sponsor, currency: Currency): Promise<string> {
  const { now } = await settled(api);
  const { payments } = await api.as(maker).getAgreement({ id });
  const { amount, instruction, ...payment } = first(payments.filter((each) => each.sponsor === sponsor));
  const money = moneyIn(currency);
  const [opening, closing] = [money('5000.00').amount, money('4700.00').amount];
  const stated = { id: `STATEMENT-${currency}`, account: ibanOf(sponsor), currency, day: now.slice(0, 10), opening, closing };
  const line = { amount: amount.amount, reference: statementOf(payment.id), instruction };
  const { statements } = await api.as(maker).uploadStatements(bytes(statementText(stated, [line])));
  const { id: statement } = first(statements);
  await api.as(secondChecker).confirmStatement({ id: statement }, {});
  return statement;
}

/** What was paid has to come back in part, of each sponsor in proportion, and does. */
async function clawedBack(api: Api, id: string, city: string, amount: Amount): Promise<void> {
  const of = { id, number: 1 };
  await api.as(secretary).claimRecovery({ id }, { kind: 'clawback', amount, note: 'The site was sold.' });
  await api.as(certifierOf(city)).answerRecovery(of, { note: 'Its buyer composts no more.' });
  await api.as(approver).approveRecovery(of);
  const { now } = await settled(api);
  await api
    .as(maker)
    .reportRefund(of, { amount, bankReference: `BACK-${id.slice(-26)}`, valueDate: now.slice(0, 10), document: await adviceOf(api) });
  await api.as(checker).confirmResolution({ ...of, resolution: '1' });
}
