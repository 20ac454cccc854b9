import { type Api, checker, maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';

/** Rates of a day that two persons have recorded: so many units of each currency for one euro. */
export async function recordedRates(api: Api, day: string, rates: Readonly<Record<string, string>>, source = 'ECB'): Promise<string> {
  const all = Object.entries(rates).map(([currency, rate]) => ({ currency, rate }));
  const { id } = await api.as(maker).enterRates({}, { source, base: 'EUR', day, rates: all, corrects: false });
  await api.as(checker).confirmRates({ id });
  await settled(api);
  return id;
}
