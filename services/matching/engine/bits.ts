/** Packed bit sets over the same slots: slot s is bit `s & 31` of word `s >>> 5`. */
export type Bits = Uint32Array<ArrayBuffer>;

/** One bit set per code: which slots hold it. Rows are made when their code is first seen, and stay. */
export type Facet = { readonly ordinals: Map<string, number>; readonly codes: string[]; readonly rows: Bits[]; readonly counts: number[] };

export const facet = (): Facet => ({ ordinals: new Map(), codes: [], rows: [], counts: [] });

export const setBit = (bits: Bits, slot: number): void => {
  bits[slot >>> 5] = (bits[slot >>> 5] as number) | (1 << (slot & 31));
};

export const clearBit = (bits: Bits, slot: number): void => {
  bits[slot >>> 5] = (bits[slot >>> 5] as number) & ~(1 << (slot & 31));
};

export const hasBit = (bits: Bits, slot: number): boolean => ((bits[slot >>> 5] as number) & (1 << (slot & 31))) !== 0;

/** Marks the slot under every code once, however often a code is repeated. `words` is the length of a new row. */
export function mark(of: Facet, codes: Iterable<string>, slot: number, words: number): void {
  for (const code of codes) {
    const ordinal = of.ordinals.get(code) ?? addRow(of, code, words);
    const row = of.rows[ordinal] as Bits;
    if (hasBit(row, slot)) continue;
    setBit(row, slot);
    of.counts[ordinal] = (of.counts[ordinal] ?? 0) + 1;
  }
}

export function unmark(of: Facet, codes: Iterable<string>, slot: number): void {
  for (const code of codes) {
    const ordinal = of.ordinals.get(code);
    if (ordinal === undefined) continue;
    const row = of.rows[ordinal] as Bits;
    if (!hasBit(row, slot)) continue;
    clearBit(row, slot);
    of.counts[ordinal] = (of.counts[ordinal] ?? 0) - 1;
  }
}

/** The slots that hold the code, or nothing where no slot does. */
export function rowOf(of: Facet, code: string): Bits | undefined {
  const ordinal = of.ordinals.get(code);
  return ordinal === undefined || of.counts[ordinal] === 0 ? undefined : of.rows[ordinal];
}

export function rowsOf(of: Facet, codes: Iterable<string>): Bits[] {
  const rows: Bits[] = [];
  for (const code of codes) {
    const row = rowOf(of, code);
    if (row) rows.push(row);
  }
  return rows;
}

/** Makes every row so many words long. */
export function widen(rows: Bits[], words: number): void {
  for (let row = 0; row < rows.length; row++) rows[row] = filled(new Uint32Array(words), rows[row]);
}

/** A new array that begins with what an older one held. */
export function filled<Column extends { set(from: Column): void }>(column: Column, before: Column | undefined): Column {
  if (before) column.set(before);
  return column;
}

export function copyBits(into: Bits, from: Bits, words: number): void {
  for (let word = 0; word < words; word++) into[word] = from[word] as number;
}

export function andBits(into: Bits, with_: Bits, words: number): void {
  for (let word = 0; word < words; word++) into[word] = (into[word] as number) & (with_[word] as number);
}

export function orBits(into: Bits, with_: Bits, words: number): void {
  for (let word = 0; word < words; word++) into[word] = (into[word] as number) | (with_[word] as number);
}

export function andNotBits(into: Bits, without: Bits, words: number): void {
  for (let word = 0; word < words; word++) into[word] = (into[word] as number) & ~(without[word] as number);
}

/** The number of bits set in one word. */
export function population(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The number of binary digits of an amount: 0 for 0, 63 for 2^63 - 1. */
export function bitLength(amount: bigint): number {
  const high = Number(amount >> 32n);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(Number(amount & 0xffff_ffffn));
}

function addRow(of: Facet, code: string, words: number): number {
  const ordinal = of.rows.length;
  of.ordinals.set(code, ordinal);
  of.codes.push(code);
  of.rows.push(new Uint32Array(words));
  of.counts.push(0);
  return ordinal;
}
