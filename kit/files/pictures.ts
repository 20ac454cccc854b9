import { crc32 } from 'node:zlib';
import { faultOfBoxes, widestIn } from './boxes.ts';
import type { FileFault } from './types.ts';

const MAX_PIXELS = 100_000_000;
const MAX_SIDE = 65_535;

type Size = { readonly width: number; readonly height: number };
/** Where the picture ends and how large it is, or what is wrong with it. */
type Walked = { readonly end: number; readonly size: Size } | FileFault;

/** What is wrong with a picture: it has to end where its bytes end, and to have no more pixels than cameras take. */
export function faultOfPicture(file: Buffer, mediaType: string): FileFault | undefined {
  switch (mediaType) {
    case 'image/png':
      return judged(walkedPng(file), file.length);
    case 'image/jpeg':
      return faultOfJpeg(file);
    case 'image/webp':
      return judged(walkedWebp(file), file.length);
    default:
      return faultOfBoxes(file, 'meta') ?? faultOfSize(widestIn(file));
  }
}

function judged(walked: Walked, length: number): FileFault | undefined {
  if (typeof walked === 'string') return walked;
  return walked.end === length ? faultOfSize(walked.size) : 'double';
}

function faultOfSize({ width, height }: Size): FileFault | undefined {
  if (width === 0 || height === 0) return 'damaged';
  return width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS ? 'oversized' : undefined;
}

const PNG_HEAD = Buffer.from('89504e470d0a1a0a', 'hex');

/** Chunks one after the other, each with its checksum, from IHDR to IEND. */
function walkedPng(png: Buffer): Walked {
  if (!png.subarray(0, PNG_HEAD.length).equals(PNG_HEAD)) return 'mistyped';
  let size: Size | undefined;
  for (let at = PNG_HEAD.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > png.length || crc32(png.subarray(at + 4, end - 4)) !== png.readUInt32BE(end - 4)) return 'damaged';
    const name = png.toString('latin1', at + 4, at + 8);
    if (!size) {
      if (name !== 'IHDR' || length !== 13) return 'damaged';
      size = { width: png.readUInt32BE(at + 8), height: png.readUInt32BE(at + 12) };
    }
    if (name === 'IEND') return { end, size };
    at = end;
  }
  return 'damaged';
}

/** Cameras put a smaller picture, a map of depth or of light behind the first: those are pictures themselves, and nothing else may be there. */
function faultOfJpeg(jpeg: Buffer): FileFault | undefined {
  for (let at = 0; ; ) {
    const walked = walkedJpeg(jpeg.subarray(at));
    if (typeof walked === 'string') return at > 0 ? 'double' : walked;
    const fault = faultOfSize(walked.size);
    if (fault) return fault;
    at += walked.end;
    while (jpeg[at] === 0) at += 1;
    if (at >= jpeg.length) return undefined;
  }
}

const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda];
/** Markers without a length: TEM and restarts. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Of frames, in the place of tables whose markers are between those. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function walkedJpeg(jpeg: Buffer): Walked {
  if (jpeg.length < 4 || jpeg[0] !== 0xff || jpeg[1] !== SOI) return 'mistyped';
  let size: Size | undefined;
  for (let at = 2; at + 2 <= jpeg.length; ) {
    if (jpeg[at] !== 0xff) return 'damaged';
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === EOI) return size ? { end: at + 2, size } : 'damaged';
    else if (isBare(marker)) at += 2;
    else {
      const length = at + 4 <= jpeg.length ? jpeg.readUInt16BE(at + 2) : 0;
      if (length < 2 || at + 2 + length > jpeg.length) return 'damaged';
      if (isFrame(marker) && length >= 8) size = largest(size, { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) });
      at += 2 + length;
      if (marker === SOS) at = afterScan(jpeg, at);
    }
  }
  return 'damaged';
}

const largest = (one: Size = { width: 0, height: 0 }, other: Size): Size => ({
  width: Math.max(one.width, other.width),
  height: Math.max(one.height, other.height),
});

/** The next marker after packed data, within which a byte 0xff is followed by zero or a restart. */
function afterScan(jpeg: Buffer, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at >= 0 && at + 1 < jpeg.length; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  return jpeg.length;
}

/** RIFF with the picture in it; the size is in the first chunk. */
function walkedWebp(webp: Buffer): Walked {
  if (webp.length < 30 || webp.toString('latin1', 0, 4) !== 'RIFF' || webp.toString('latin1', 8, 12) !== 'WEBP') return 'mistyped';
  const end = 8 + webp.readUInt32LE(4);
  if (end > webp.length) return 'damaged';
  let at = 12;
  while (at + 8 <= end) at += 8 + webp.readUInt32LE(at + 4) + (webp.readUInt32LE(at + 4) % 2);
  if (at !== end && at !== end + 1) return 'damaged';
  const size = sizeOfWebp(webp);
  return size ? { end: at > webp.length ? end : at, size } : 'damaged';
}

function sizeOfWebp(webp: Buffer): Size | undefined {
  switch (webp.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: webp.readUIntLE(24, 3) + 1, height: webp.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = webp.readUInt32LE(21);
      return webp[20] === 0x2f ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : undefined;
    }
    case 'VP8 ':
      return webp.readUIntBE(23, 3) === 0x9d012a
        ? { width: webp.readUInt16LE(26) & 0x3fff, height: webp.readUInt16LE(28) & 0x3fff }
        : undefined;
    default:
      return undefined;
  }
}
