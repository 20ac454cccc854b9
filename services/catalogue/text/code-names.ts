import { readLists } from '@junkan/kit/lists.ts';
import { LANGUAGES } from '@junkan/words/languages.ts';

/** What codes are called in every language of the product, so that an item is found by the name of its country or theme in each of them. */
const regions = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
/** Those that were asked for: projects are read again with each of their events. */
const countries = new Map<string, string>();
const lists = new Map(
  [...readLists()].map(([list, entries]) => [list, new Map(entries.map(({ code, names }) => [code, Object.values(names).join('\n')]))]),
);

/** `code`: ISO 3166-1 alpha-2. A code that is none is its own name. */
export function countryNames(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  let names = countries.get(code);
  if (names === undefined) {
    names = [...new Set(regions.map((of) => of.of(code) ?? code))].join('\n');
    countries.set(code, names);
  }
  return names;
}

/** The names of a code in one of the lists that come with the product; the code itself where that list does not have it. */
export const namesIn = (list: 'themes' | 'waste-streams', code: string): string => lists.get(list)?.get(code) ?? code;
