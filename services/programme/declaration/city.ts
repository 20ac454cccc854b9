import type { CityPlace } from '@junkan/proto/junkan/programme/v1/facts.ts';

/** What is known of an organisation that would act as a city, and where that city is. */
export type CityFacts = { readonly city: string; readonly cityIs: 'city' | 'agency' | 'unknown'; readonly place: CityPlace };

export type CityRejection =
  | { type: 'CityIsUnknown'; city: string }
  | { type: 'NotALocalGovernment'; city: string }
  | { type: 'PlaceHasNoTimeZone'; place: string };

/** Days are counted by the time zone of the place. */
export function faultOfCity({ city, cityIs, place }: CityFacts): CityRejection | undefined {
  if (cityIs === 'unknown') return { type: 'CityIsUnknown', city };
  if (cityIs !== 'city') return { type: 'NotALocalGovernment', city };
  return place.timeZone === '' ? { type: 'PlaceHasNoTimeZone', place: place.id } : undefined;
}
