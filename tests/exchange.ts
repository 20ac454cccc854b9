import { type Api, checker, maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first, moneyIn, type Parties } from './parties.ts';
import { stages } from './stages.ts';

/** Rates of a day that two persons have recorded: so many units of each currency for one euro. */
export async function recordedRates(api: Api, day: string, rates: Readonly<Record<string, string>>, source = 'ECB'): Promise<string> {
  const all = Object.entries(rates).map(([currency, rate]) => ({ currency, rate }));
  const { id } = await api.as(maker).enterRates({}, { source, base: 'EUR', day, rates: all, corrects: false });
  await api.as(checker).confirmRates({ id });
  await settled(api);
  return id;
}

/** A payment from a budget in yen that was settled while no rates of its value date stood; they stand since. */
export async function paidInYen(api: Api, actors: Parties, city: string): Promise<{ readonly id: string; readonly payment: string }> {
  const stage = stages(api, actors);
  const today = async () => (await settled(api)).now.slice(0, 10);
  const sponsor = await actors.sponsor({ budget: moneyIn('JPY')('500000.00') });
  const recorded = async () => recordedRates(api, await today(), { USD: '1.05', JPY: '157.5' }, 'Rates in yen');
  await recorded();
  const project = await actors.submitted(city, { milestones: ['600.00', '400.00'] });
  const agreement = await stage.approved(project, await stage.funded(project, [[sponsor, '1000.00']]));
  await stage.verified(first(await stage.signed(agreement)));
  await settled(api);
  await stage.paid(agreement, 1);
  await recorded();
  return { id: agreement.id, payment: first(agreement.cells).payment ?? '' };
}
