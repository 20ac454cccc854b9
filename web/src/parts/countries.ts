import { countryName, locale } from './locale.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Regions that have a name and are no countries. */
const OTHERS = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'XK', 'ZZ']);

/** The codes of all countries, in the order of their names. */
export function allCountries(): string[] {
  const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter((code) => !OTHERS.has(code));
  return codes
    .filter((code) => known.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code)
    .sort((one, other) => countryName(one).localeCompare(countryName(other), locale));
}
