import { type Api, checker, maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import type { Actors, Sponsor } from './actors.ts';

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
