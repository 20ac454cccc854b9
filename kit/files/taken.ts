import ExifReader from 'exifreader';
import { fileTypeOf } from './types.ts';

/** When and where a picture was taken, as it says itself: who has the file can change both. */
export type Taken = {
  /** The camera's local time, ISO 8601; with its offset from UTC where the camera knew it. */
  readonly at?: string;
  /** Degrees north and east (WGS 84), in decimals. */
  readonly latitude?: string;
  readonly longitude?: string;
};

/** Some ten centimetres. */
const PLACES = 6;
const TIME = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/;
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;
const WANTED = { exif: ['DateTimeOriginal', 'OffsetTimeOriginal'], gps: true } as const;

/** What a picture says of itself; nothing of other files, and of pictures that say neither when nor where. */
export function takenOf(bytes: Uint8Array, mediaType: string): Taken | undefined {
  if (fileTypeOf(mediaType)?.kind !== 'picture') return undefined;
  try {
    const { exif, gps } = ExifReader.load(Buffer.from(bytes), { expanded: true, includeTags: { ...WANTED, exif: [...WANTED.exif] } });
    const at = timeOf(exif?.DateTimeOriginal?.description, exif?.OffsetTimeOriginal?.description);
    const place = placeOf(gps?.Latitude, gps?.Longitude);
    return at === undefined && place === undefined ? undefined : { ...(at !== undefined && { at }), ...place };
  } catch {
    // What it says of itself is not to be read: a picture all the same.
    return undefined;
  }
}

function timeOf(text = '', offset = ''): string | undefined {
  const [, year, month, day, time] = TIME.exec(text) ?? [];
  const at = `${year}-${month}-${day}T${time}`;
  const known = OFFSET.test(offset) ? offset : '';
  // A clock that was never set says zeros, and a day that no month has is none.
  const parsed = new Date(`${at}Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, at.length) !== at ? undefined : `${at}${known}`;
}

function placeOf(latitude = Number.NaN, longitude = Number.NaN): Pick<Taken, 'latitude' | 'longitude'> | undefined {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // A camera that does not know its place says zero and zero.
  if (!isPlace || (latitude === 0 && longitude === 0)) return undefined;
  return { latitude: latitude.toFixed(PLACES), longitude: longitude.toFixed(PLACES) };
}
