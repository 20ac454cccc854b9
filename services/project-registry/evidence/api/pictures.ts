import type { Taken } from '@junkan/kit/files/taken.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { PictureRemark } from '@junkan/proto/junkan/project/v1/language.ts';
import distance from '@turf/distance';
import type { Place } from '../../projects/proposal-parts.ts';

/** What a picture of a project is measured against. `since`: when its agreement took effect; `uploaded`: when its file came first. */
export type Site = { readonly place: Place | undefined; readonly since: Instant; readonly uploaded: Instant };

export type Picture = Required<Taken> & { readonly metresFromPlace: number | undefined; readonly remarks: PictureRemark[] };

/** A town and its surroundings lie within this of its middle, which is the place that the gazetteer has. */
const FAR_METRES = 50_000;
const DAY_MS = 86_400_000;

/** What a picture says of when and where it was taken, measured against its project. The remarks are questions to who cites it, not verdicts: its clock may be wrong. */
export function pictureOf({ at = '', latitude = '', longitude = '' }: Taken, site: Site): Picture {
  const metresFromPlace = latitude === '' ? undefined : metresBetween(site.place, { latitude, longitude });
  return { at, latitude, longitude, metresFromPlace, remarks: [...remarksOnPlace(metresFromPlace), ...remarksOnTime(at, site)] };
}

type Point = Pick<Place, 'latitude' | 'longitude'>;

function metresBetween(place: Point | undefined, picture: Point): number | undefined {
  if (!place) return undefined;
  const at = ({ latitude, longitude }: Point) => [Number(longitude), Number(latitude)];
  return Math.round(distance(at(place), at(picture), { units: 'meters' }));
}

const remarksOnPlace = (metres = 0): PictureRemark[] => (metres > FAR_METRES ? ['far-away'] : []);

/** A camera that does not know its offset may be on either side of the world: it has a day to spare. */
function remarksOnTime(at: string, { since, uploaded }: Site): PictureRemark[] {
  if (at === '') return [];
  const isExact = /[+-]\d\d:\d\d$/.test(at);
  const [taken, spare] = [Date.parse(isExact ? at : `${at}Z`), isExact ? 0 : DAY_MS];
  if (taken + spare < Date.parse(since)) return ['before-the-agreement'];
  return taken - spare > Date.parse(uploaded) ? ['after-the-upload'] : [];
}
