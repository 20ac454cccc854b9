import type { Taken } from './taken.ts';

/** What is written into a picture that a program makes itself: what it is, and when and where it is to have been taken. */
export type Record = Taken & { readonly description: string };

/** Types of values of TIFF 6.0. */
const [ASCII, LONG, RATIONAL] = [2, 4, 5];
/** Their numbers in Exif 2.32. */
const TAG = { description: 0x010e, exif: 0x8769, gps: 0x8825, taken: 0x9003, offset: 0x9011 };
/** Each is followed by its degrees. */
const GPS = { latitudeRef: 1, longitudeRef: 3 };
const HEADER = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
const ENTRY_BYTES = 12;
const MICRO = 1_000_000;

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly value: Buffer };

/** A JPEG with a record (EXIF) in front of what it shows. Text is ASCII. */
export function withRecord(jpeg: Buffer, record: Record): Buffer {
  const tiff = tiffOf(record);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 4);
  return Buffer.concat([head, content, jpeg.subarray(2)]);
}

function tiffOf({ description, at = '', latitude = '', longitude = '' }: Record): Buffer {
  const taken = at === '' ? [] : [text(TAG.taken, at.slice(0, 19).replaceAll('-', ':').replace('T', ' '))];
  const offset = at.length > 19 ? [text(TAG.offset, at.slice(19))] : [];
  const gps = latitude === '' ? [] : [...degrees(GPS.latitudeRef, 'NS', latitude), ...degrees(GPS.longitudeRef, 'EW', longitude)];
  const exif = [...taken, ...offset];
  const first = (exifAt: number, gpsAt: number) => [text(TAG.description, description), pointer(TAG.exif, exifAt), pointer(TAG.gps, gpsAt)];
  const exifAt = HEADER.length + sizeOf(first(0, 0));
  const gpsAt = exifAt + sizeOf(exif);
  return Buffer.concat([HEADER, directory(first(exifAt, gpsAt), HEADER.length), directory(exif, exifAt), directory(gps, gpsAt)]);
}

const text = (tag: number, value: string): Entry => ({
  tag,
  type: ASCII,
  count: value.length + 1,
  value: Buffer.from(`${value}\0`, 'latin1'),
});
const pointer = (tag: number, to: number): Entry => ({ tag, type: LONG, count: 1, value: numbers([to]) });

function degrees(tag: number, [positive = '', negative = '']: string, decimal: string): Entry[] {
  const size = Math.round(Math.abs(Number(decimal)) * MICRO);
  const value = numbers([size, MICRO, 0, 1, 0, 1]);
  return [text(tag, decimal.startsWith('-') ? negative : positive), { tag: tag + 1, type: RATIONAL, count: 3, value }];
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
}

const sizeOf = (entries: readonly Entry[]): number => 2 + entries.length * ENTRY_BYTES + 4 + Buffer.concat(entries.map(outside)).length;
/** A value of more than four bytes comes after the entries. */
const outside = ({ value }: Entry): Buffer => (value.length > 4 ? value : Buffer.alloc(0));

function directory(entries: readonly Entry[], from: number): Buffer {
  const [count, end] = [Buffer.alloc(2), Buffer.alloc(4)];
  count.writeUInt16LE(entries.length);
  let free = from + 2 + entries.length * ENTRY_BYTES + 4;
  const written = entries.map((entry) => {
    const bytes = Buffer.alloc(ENTRY_BYTES);
    bytes.writeUInt16LE(entry.tag, 0);
    bytes.writeUInt16LE(entry.type, 2);
    bytes.writeUInt32LE(entry.count, 4);
    if (entry.value.length > 4) bytes.writeUInt32LE(free, 8);
    else entry.value.copy(bytes, 8);
    free += outside(entry).length;
    return bytes;
  });
  return Buffer.concat([count, ...written, end, ...entries.map(outside)]);
}
