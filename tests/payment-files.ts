import type { BodyOf } from '@junkan/client/operations.ts';
import { type Api, approverOf, certifierOf, checker, maker, officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import type { Actors, Sponsor } from './actors.ts';

const DAY_MS = 86_400_000;

/** An account in dollars, with an IBAN of its own where no number is given, by two persons of the organisation. Nothing is paid to it or from it before it has cooled. */
export async function accountOf(
  api: Api,
  organisation: string,
  more: Partial<BodyOf<'proposeBankAccount'>> = {},
  number = ibanOf(organisation),
): Promise<string> {
  const isSponsor = organisation.startsWith('spo_');
  const [officer, second] = isSponsor
    ? [sponsorOfficerOf(organisation), approverOf(organisation)]
    : [officerOf(organisation), certifierOf(organisation)];
  const details = { holder: 'Crédit municipal', country: 'KZ', currency: 'USD', bic: 'KZKOKZKX', bankName: 'Bank', town: 'Almaty' };
  const named = number.startsWith('KZ') ? { iban: number } : { accountNumber: number, country: 'JP', bic: '', bankCode: '0005' };
  const { id } = await api.as(officer).proposeBankAccount({}, { ...details, ...named, ...more });
  await api.as(second).confirmBankAccount({ id }, { numberAgain: number });
  return id;
}

/** Lets the days pass in which accounts cool. */
export async function cooled(api: Api): Promise<void> {
  const { now } = await settled(api);
  await advance(api, new Date(Date.parse(now) + 4 * DAY_MS).toISOString());
}

/** A sponsor’s part of a tranche, requested and approved. */
export async function approvedPayment(api: Api, agreement: string, tranche: number, sponsor: string): Promise<string> {
  const { payment } = await api.as(maker).requestPayment({ id: agreement }, { tranche, sponsor });
  await api.as(checker).approvePayment({ id: agreement, payment });
  return payment;
}

/** A file of these payments, to be carried out today. */
export async function fileMade(api: Api, payer: string, payments: readonly string[] = []) {
  const { now } = await settled(api);
  return api.as(maker).makePaymentFile({}, { payer, currency: 'USD', executionDate: now.slice(0, 10), payments: [...payments] });
}

type Paying = { readonly lender: Sponsor; readonly city: string; readonly parts: number };

/** An agreement whose milestones are verified, of a hundred dollars each. */
export async function verifiedInParts(api: Api, actors: Actors, { lender, city, parts }: Paying): Promise<Agreement> {
  const total = `${100 * parts}.00`;
  const agreement = await actors.agreed(city, [[lender, total]], {
    target: total,
    milestones: Array.from({ length: parts }, () => '100.00'),
  });
  for (const milestone of await actors.signed(agreement)) await actors.verified(milestone);
  await settled(api);
  return agreement;
}

/** Such an agreement, and an approved payment of each milestone. */
export async function approvedPayments(api: Api, actors: Actors, paying: Paying): Promise<{ agreement: Agreement; payments: string[] }> {
  const agreement = await verifiedInParts(api, actors, paying);
  const payments: string[] = [];
  for (let tranche = 1; tranche <= paying.parts; tranche += 1)
    payments.push(await approvedPayment(api, agreement.id, tranche, paying.lender.sponsor));
  return { agreement, payments };
}
