import type { CityPlace } from '@junkan/proto/junkan/programme/v1/facts.ts';

/** What is known of an organisation that would act as a city: what it is registered as, and in which countries. */
export type RegisteredAs = { readonly cityIs: 'city' | 'agency' | 'unknown'; readonly countries: readonly string[] };

/** The same, and where that city is. */
export type CityFacts = { readonly city: string; readonly place: CityPlace } & RegisteredAs;

export type CityRejection =
  | { type: 'CityIsUnknown'; city: string }
  | { type: 'NotALocalGovernment'; city: string }
  | { type: 'PlaceIsInAnotherCountry'; country: string; countries: readonly string[] }
  | { type: 'PlaceHasNoTimeZone'; place: string };

/** A city is in a country in which it is registered. Days are counted by the time zone of the place. */
export function faultOfCity({ city, cityIs, countries, place }: CityFacts): CityRejection | undefined {
  if (cityIs === 'unknown') return { type: 'CityIsUnknown', city };
  if (cityIs !== 'city') return { type: 'NotALocalGovernment', city };
  const { country } = place;
  if (!countries.includes(country)) return { type: 'PlaceIsInAnotherCountry', country, countries };
  return place.timeZone === '' ? { type: 'PlaceHasNoTimeZone', place: place.id } : undefined;
}
