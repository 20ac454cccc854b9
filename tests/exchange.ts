import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { type Api, approver, checker, maker, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { type Actors, first, moneyIn, usd } from './actors.ts';

/** Rates of a day that two persons have recorded: so many units of each currency for one euro. */
export async function recordedRates(api: Api, day: string, rates: Readonly<Record<string, string>>, source = 'ECB'): Promise<string> {
  const all = Object.entries(rates).map(([currency, rate]) => ({ currency, rate }));
  const { id } = await api.as(maker).enterRates({}, { source, base: 'EUR', day, rates: all, corrects: false });
  await api.as(checker).confirmRates({ id });
  await settled(api);
  return id;
}

const inYen = async (api: Api): Promise<string> =>
  recordedRates(api, (await settled(api)).now.slice(0, 10), { USD: '1.05', JPY: '157.5' }, 'Rates in yen');

/** A payment from a budget in yen that was settled without rates of its value date; they have been confirmed since. */
export async function paidInYen(api: Api, actors: Actors, city: string): Promise<{ readonly id: string; readonly payment: string }> {
  const sponsor = await actors.sponsor({ budget: moneyIn('JPY')('500000.00') });
  await inYen(api);
  const agreement = await actors.payable(city, [[sponsor, '1000.00']], { milestones: ['600.00', '400.00'] });
  await settled(api);
  await actors.paid(agreement, 1);
  await inYen(api);
  return { id: agreement.id, payment: first(agreement.cells).payment ?? '' };
}

/** A part of that is refunded after those rates expired; newer ones are confirmed before it is. */
export async function refundedInYen(api: Api, { id, city }: { readonly id: string; readonly city: string }) {
  await api.as(secretary).claimRecovery({ id }, { kind: 'unspent', amount: usd('100.00'), note: 'Less was needed.' });
  const of = { id, number: 1 };
  await api.as(officerOf(city)).answerRecovery(of, { note: 'So it was.' });
  await api.as(approver).approveRecovery(of);
  const { now } = await settled(api);
  const { now: later } = await advance(api, daysAfter(now, 12));
  const refund = {
    amount: usd('100.00'),
    bankReference: `BACK ${id.slice('agr_'.length)}`,
    valueDate: later.slice(0, 10),
    document: await adviceOf(api),
  };
  await api.as(maker).reportRefund(of, refund);
  await api.as(checker).confirmResolution({ ...of, resolution: '1' });
  await inYen(api);
  return { ...of, resolution: '1' };
}
