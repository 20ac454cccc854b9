import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

/** What is compared has so many bits. */
const BITS = 128;
const SIDE = 8;
/** Of more pixels than this a picture is not compared: unpacked it takes four bytes for each. */
const MAX_PIXELS = 50_000_000;
const MAX_MEMORY_MB = 600;
/** At most so many bits differ where a picture was made smaller, brighter or packed again; of different pictures some half of them do. */
export const MAX_LOOK_DISTANCE = 12;
/** Neighbours that differ by less are of one brightness. */
const FLAT = 1.5;
/** A picture that is of one brightness nearly everywhere looks like every other such one. */
const MIN_EDGES = 16;

type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/**
 * What a picture looks like, in so many bits that another size, brightness or packing changes few of them: whether each of 8 by 8 fields is brighter than
 * the next one to the right, and than the next one below. Nothing for types that are not unpacked here, and for pictures that show nothing.
 */
export function lookOf(bytes: Uint8Array, mediaType: string): string | undefined {
  const pixels = unpacked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), mediaType);
  if (!pixels) return undefined;
  const steps = [...stepsOf(fieldsOf(pixels, SIDE + 1, SIDE), 1, 0), ...stepsOf(fieldsOf(pixels, SIDE, SIDE + 1), 0, 1)];
  if (steps.filter((step) => Math.abs(step) > FLAT).length < MIN_EDGES) return undefined;
  const bits = steps.reduce((all, step) => (all << 1n) | (step > 0 ? 1n : 0n), 0n);
  return bits.toString(16).padStart(BITS / 4, '0');
}

/** The bits in parts, one more than bits may differ: of two that are near, at least one part is the same, by which the one is found from the other. */
export const partsOfLook = (look: string): string[] => (look.match(/../g) ?? []).map((part, at) => `${at}:${part}`);

/** In how many of their bits two looks differ. */
export function lookDistance(one: string, other: string): number {
  let different = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; different > 0n; different &= different - 1n) count += 1;
  return count;
}

function unpacked(file: Buffer, mediaType: string): Pixels | undefined {
  try {
    if (mediaType === 'image/jpeg')
      return jpeg.decode(file, { useTArray: true, maxResolutionInMP: MAX_PIXELS / 1_000_000, maxMemoryUsageInMB: MAX_MEMORY_MB });
    if (mediaType !== 'image/png' || file.readUInt32BE(16) * file.readUInt32BE(20) > MAX_PIXELS) return undefined;
    return PNG.sync.read(file);
  } catch {
    // What this library does not unpack is a picture all the same.
    return undefined;
  }
}

/** The mean brightness of fields of like size: every pixel counts, so that the size of the picture does not. */
function fieldsOf({ width, height, data }: Pixels, columns: number, rows: number): readonly (readonly number[])[] {
  const sums = Array.from({ length: rows }, () => new Float64Array(columns));
  const counts = Array.from({ length: rows }, () => new Float64Array(columns));
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(rows - 1, Math.floor((y * rows) / height));
    for (let x = 0; x < width; x += 1) {
      const column = Math.min(columns - 1, Math.floor((x * columns) / width));
      const at = (y * width + x) * 4;
      const [red = 0, green = 0, blue = 0, opaque = 255] = [data[at], data[at + 1], data[at + 2], data[at + 3]];
      const shown = ((0.299 * red + 0.587 * green + 0.114 * blue) * opaque) / 255 + 255 - opaque;
      (sums[row] as Float64Array)[column] = ((sums[row] as Float64Array)[column] ?? 0) + shown;
      (counts[row] as Float64Array)[column] = ((counts[row] as Float64Array)[column] ?? 0) + 1;
    }
  }
  return sums.map((sum, row) => [...sum].map((each, column) => each / Math.max(1, counts[row]?.[column] ?? 1)));
}

/** How much brighter each field is than the next one, to the right or below. */
function stepsOf(fields: readonly (readonly number[])[], right: number, down: number): readonly number[] {
  return Array.from({ length: SIDE * SIDE }, (_, index) => {
    const [x, y] = [index % SIDE, Math.floor(index / SIDE)];
    return (fields[y]?.[x] ?? 0) - (fields[y + down]?.[x + right] ?? 0);
  });
}
