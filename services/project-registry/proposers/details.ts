/** What of a city or agency may be changed. */
export type Details = {
  readonly name: string;
  /** ISO 3166-1 alpha-2: where it proposes projects. */
  readonly countries: readonly string[];
};
export type Fault = { type: 'NameIsMissing' } | { type: 'CountryIsMalformed'; country: string };

export const isCountryCode = (text: string): boolean => /^[A-Z]{2}$/.test(text);

export function faultIn({ name, countries }: Details): Fault | undefined {
  if (name.trim() === '') return { type: 'NameIsMissing' };
  const malformed = countries.find((country) => !isCountryCode(country));
  return malformed === undefined ? undefined : { type: 'CountryIsMalformed', country: malformed };
}

export const isSame = (a: Details, b: Details): boolean => a.name === b.name && a.countries.join() === b.countries.join();
