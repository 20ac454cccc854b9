import { type Api, checker, maker } from '../api.ts';

/** As the ECB writes its file: units of each currency for one euro. */
const fileOf = (year: string): string =>
  ['Date,USD,JPY,IDR,', `${year}-01-06,1.0721,167.35,18027.56,`, `${year}-01-05,1.0698,166.92,17990.11,`, ''].join('\n');

/**
 * Exchange rates of two days come from a file, those of a third are entered manually; a second person confirms them. The last ones were
 * entered wrongly: that edition is refused, another is confirmed, and later a third corrects it; all of them are kept.
 */
export async function recordRates(api: Api, edition: string, year: string): Promise<void> {
  const key = (...parts: readonly string[]) => ({ key: ['demonstration', edition, 'rates', ...parts].join(':') });
  // Rates belong to the whole installation: each edition has a source of its own.
  const source = `European Central Bank ${edition}`.trim();
  const [enters, confirms] = [api.as(maker), api.as(checker)];
  const { days = [] } = await enters.importRates({}, { source, base: 'EUR', file: fileOf(year) }, key('file'));
  for (const { id } of days) await confirms.confirmRates({ id }, {}, key(id));
  const typed = (rate: string, name: string, corrects = false) =>
    enters.enterRates({}, { source, base: 'EUR', day: `${year}-01-07`, rates: [{ currency: 'USD', rate }], corrects }, key(name));
  const { id } = await typed('1.1684', 'wrong');
  await confirms.refuseRates({ id }, { note: 'One digit is another.' }, key('refused'));
  await typed('1.0684', 'again');
  await confirms.confirmRates({ id }, {}, key('confirmed'));
  await typed('1.0683', 'corrected', true);
  await confirms.confirmRates({ id }, {}, key('correction'));
}
