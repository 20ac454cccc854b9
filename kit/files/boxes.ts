import type { FileFault } from './types.ts';

type Box = { readonly name: string; readonly begin: number; readonly end: number };

/** What is wrong with a file of ISO 14496-12: boxes one after the other up to its end, the first of them its type, with what it cannot do without. */
export function faultOfBoxes(file: Buffer, needed: 'meta' | 'moov'): FileFault | undefined {
  const boxes = boxesIn(file, 0, file.length);
  if (boxes?.[0]?.name !== 'ftyp' && file.toString('latin1', 4, 8) !== 'ftyp') return 'mistyped';
  if (!boxes) return 'damaged';
  return boxes.some(({ name }) => name === needed) ? undefined : 'damaged';
}

/** The boxes between two places; nothing where they do not end at the second. */
function boxesIn(file: Buffer, from: number, to: number): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    if (at + 8 > to) return undefined;
    const name = file.toString('latin1', at + 4, at + 8);
    let [begin, length] = [at + 8, file.readUInt32BE(at)];
    if (length === 1) {
      if (at + 16 > to) return undefined;
      [begin, length] = [at + 16, Number(file.readBigUInt64BE(at + 8))];
    } else if (length === 0) length = to - at;
    const end = at + length;
    if (end < begin || end > to || !/^[\x20-\x7e\xa9]{4}$/.test(name)) return undefined;
    boxes.push({ name, begin, end });
    at = end;
  }
  return boxes;
}

/** The width and the height of the largest picture that the properties of a file name. */
export function widestIn(file: Buffer): { readonly width: number; readonly height: number } {
  const sizes = within(file, 0, file.length, ['meta', 'iprp', 'ipco', 'ispe']).filter(({ begin, end }) => end - begin >= 12);
  return {
    width: Math.max(0, ...sizes.map(({ begin }) => file.readUInt32BE(begin + 4))),
    height: Math.max(0, ...sizes.map(({ begin }) => file.readUInt32BE(begin + 8))),
  };
}

/** Some boxes begin with four bytes of their version. */
const VERSIONED = 4;

function within(file: Buffer, from: number, to: number, [name, ...inner]: readonly string[]): readonly Box[] {
  const found = (boxesIn(file, from, to) ?? []).filter((box) => box.name === name);
  if (inner.length === 0) return found;
  return found.flatMap(({ begin, end }) => within(file, begin + (name === 'meta' ? VERSIONED : 0), end, inner));
}
