import type { Bits, Facet } from './bits.ts';
import {
  andBits,
  andNotBits,
  bitLength,
  clearBit,
  copyBits,
  facet,
  filled,
  mark,
  orBits,
  population,
  rowOf,
  rowsOf,
  setBit,
  unmark,
  widen,
} from './bits.ts';
import type { Weights } from './criteria.ts';
import { doublings } from './criteria.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import { checkFigures, MAX_READINESS, usualBand } from './profiles.ts';
import type { Slots } from './slots.ts';
import { give, slots, take } from './slots.ts';

/**
 * Published mandates, indexed to find those that fit one project. Only a published mandate has its bits set, so its currency
 * row also says that it is there. A query writes to the scratch rows alone, and allocates nothing per mandate.
 */
export type MandateIndex = {
  readonly weights: Weights;
  readonly slots: Slots<MandateProfile>;
  /** Length of every row; 32 slots a word. */
  words: number;
  readonly facets: Record<'currency' | 'country' | 'theme' | 'excluded' | 'instrument' | 'preferred' | 'requires', Facet>;
  flags: Flags;
  /** Row n: mandates whose ticket minimum has at most n binary digits. */
  readonly ticketUpTo: Bits[];
  /** Row n: mandates that accept the readiness n. */
  readonly acceptsReadiness: Bits[];
  columns: Columns;
  scratch: Scratch;
  /** What the breadth of a mandate adds to the score, by the number of a project's own countries, then by the mandate's. */
  readonly focusShares: Map<number, Float64Array>;
};

type Flags = { readonly anyTheme: Bits; readonly anyInstrument: Bits; readonly knowsInstruments: Bits };

type Columns = {
  /** Exact, for amounts that a float cannot distinguish; the float decides all others. */
  readonly ticketMinimum: BigInt64Array<ArrayBuffer>;
  readonly ticketMinimumFloat: Float64Array<ArrayBuffer>;
  /** In doublings. */
  readonly usualLow: Float64Array<ArrayBuffer>;
  readonly usualHigh: Float64Array<ArrayBuffer>;
  readonly countries: Uint16Array<ArrayBuffer>;
  readonly minimumReadiness: Uint8Array<ArrayBuffer>;
};

/** `candidates` holds the answer of a filter until the next one. */
type Scratch = { readonly candidates: Bits; readonly union: Bits; readonly levels: Bits[] };

/** One for each length that 63 bits can have, and one for zero. */
const TICKET_ROWS = 64;

export function mandateIndex(weights: Weights): MandateIndex {
  const words = 1;
  const row = () => new Uint32Array(words);
  return {
    weights,
    slots: slots(),
    words,
    facets: {
      currency: facet(),
      country: facet(),
      theme: facet(),
      excluded: facet(),
      instrument: facet(),
      preferred: facet(),
      requires: facet(),
    },
    flags: { anyTheme: row(), anyInstrument: row(), knowsInstruments: row() },
    ticketUpTo: Array.from({ length: TICKET_ROWS }, row),
    acceptsReadiness: Array.from({ length: MAX_READINESS + 1 }, row),
    columns: columns(words),
    scratch: { candidates: row(), union: row(), levels: [] },
    focusShares: new Map(),
  };
}

/** @throws when a figure is out of range; the index then stays as it was. */
export function upsertMandate(index: MandateIndex, mandate: MandateProfile): void {
  checkFigures(
    mandate.id,
    [mandate.ticketMinimum, mandate.ticketMaximum, ...Object.values(mandate.usualTicket ?? {})],
    mandate.minimumReadiness,
  );
  removeMandate(index, mandate.id);
  if (mandate.status !== 'published') return;
  const slot = take(index.slots, mandate);
  if (slot >= index.words * 32) grow(index, index.words * 2);
  for (const [of, codes] of facetsOf(index, mandate)) mark(of, codes, slot, index.words);
  for (const row of rowsHeld(index, mandate)) setBit(row, slot);
  const { low, high } = usualBand(mandate);
  const { columns: to } = index;
  to.ticketMinimum[slot] = mandate.ticketMinimum;
  to.ticketMinimumFloat[slot] = Number(mandate.ticketMinimum);
  to.usualLow[slot] = doublings(low);
  to.usualHigh[slot] = doublings(high);
  to.countries[slot] = new Set(mandate.countries).size;
  to.minimumReadiness[slot] = mandate.minimumReadiness;
}

export function removeMandate(index: MandateIndex, id: string): void {
  const slot = index.slots.byId.get(id);
  const mandate = slot === undefined ? undefined : index.slots.profiles[slot];
  if (slot === undefined || !mandate) return;
  for (const [of, codes] of facetsOf(index, mandate)) unmark(of, codes, slot);
  for (const row of rowsHeld(index, mandate)) clearBit(row, slot);
  give(index.slots, id);
}

/** Words that hold any slot. */
export const wordsInUse = (index: MandateIndex): number => (index.slots.profiles.length + 31) >>> 5;

/** Leaves in `scratch.candidates` exactly the mandates that match the project, and says how many they are. */
export function filter(index: MandateIndex, project: ProjectProfile): number {
  const words = wordsInUse(index);
  const { facets, flags } = index;
  const { candidates, union } = index.scratch;
  const currency = rowOf(facets.currency, project.currency);
  if (!currency) return 0;
  copyBits(candidates, currency, words);
  for (const country of project.countries) {
    const row = rowOf(facets.country, country);
    if (!row) return 0;
    andBits(candidates, row, words);
  }
  andBits(candidates, index.ticketUpTo[bitLength(project.target)] as Bits, words);
  andBits(candidates, index.acceptsReadiness[project.readiness] as Bits, words);
  copyBits(union, flags.anyTheme, words);
  for (const row of rowsOf(facets.theme, project.themes)) orBits(union, row, words);
  andBits(candidates, union, words);
  for (const row of rowsOf(facets.excluded, project.themes)) andNotBits(candidates, row, words);
  if (project.instruments.length > 0) {
    copyBits(union, flags.anyInstrument, words);
    for (const row of rowsOf(facets.instrument, project.instruments)) orBits(union, row, words);
    andBits(candidates, union, words);
  }
  const { codes, rows, counts } = facets.requires;
  const held = new Set(project.indicators);
  for (let ordinal = 0; ordinal < codes.length; ordinal++) {
    if (counts[ordinal] !== 0 && !held.has(codes[ordinal] as string)) andNotBits(candidates, rows[ordinal] as Bits, words);
  }
  return compareTickets(index, project.target, words);
}

/** Takes out the mandates whose minimum is above the target. Only those of the target's own length in binary digits can be. */
function compareTickets(index: MandateIndex, target: bigint, words: number): number {
  const { candidates } = index.scratch;
  const below = index.ticketUpTo[Math.max(0, bitLength(target) - 1)] as Bits;
  const targetFloat = Number(target);
  let eligible = 0;
  for (let word = 0; word < words; word++) {
    let bits = (candidates[word] as number) | 0;
    let doubtful = bits & ~(below[word] as number);
    while (doubtful !== 0) {
      const bit = 31 - Math.clz32(doubtful);
      doubtful ^= 1 << bit;
      const slot = (word << 5) | bit;
      if (isAbove(index, slot, target, targetFloat)) bits ^= 1 << bit;
    }
    candidates[word] = bits;
    eligible += population(bits);
  }
  return eligible;
}

/** Whether the smallest ticket of the mandate in a slot is above the target, compared exactly where floats cannot distinguish them. */
export function isAbove({ columns }: MandateIndex, slot: number, target: bigint, targetFloat: number): boolean {
  const minimum = columns.ticketMinimumFloat[slot] as number;
  return (
    minimum > targetFloat ||
    (minimum === targetFloat && minimum > Number.MAX_SAFE_INTEGER && (columns.ticketMinimum[slot] as bigint) > target)
  );
}

function facetsOf({ facets }: MandateIndex, mandate: MandateProfile): [Facet, readonly string[]][] {
  return [
    [facets.currency, [mandate.currency]],
    [facets.country, mandate.countries],
    [facets.theme, mandate.themes],
    [facets.excluded, mandate.excludedThemes],
    [facets.instrument, mandate.instruments],
    [facets.preferred, mandate.preferredInstruments],
    [facets.requires, mandate.requiredIndicators],
  ];
}

function rowsHeld(index: MandateIndex, mandate: MandateProfile): Bits[] {
  const rows = [...index.ticketUpTo.slice(bitLength(mandate.ticketMinimum)), ...index.acceptsReadiness.slice(mandate.minimumReadiness)];
  if (mandate.themes.length === 0) rows.push(index.flags.anyTheme);
  if (mandate.instruments.length === 0) rows.push(index.flags.anyInstrument);
  if (mandate.preferredInstruments.length > 0) rows.push(index.flags.knowsInstruments);
  return rows;
}

/** The columns for so many words of slots, with what they held before. */
function columns(words: number, before?: Columns): Columns {
  const size = words * 32;
  return {
    ticketMinimum: filled(new BigInt64Array(size), before?.ticketMinimum),
    ticketMinimumFloat: filled(new Float64Array(size), before?.ticketMinimumFloat),
    usualLow: filled(new Float64Array(size), before?.usualLow),
    usualHigh: filled(new Float64Array(size), before?.usualHigh),
    countries: filled(new Uint16Array(size), before?.countries),
    minimumReadiness: filled(new Uint8Array(size), before?.minimumReadiness),
  };
}

function grow(index: MandateIndex, words: number): void {
  const wider = (bits: Bits): Bits => filled(new Uint32Array(words), bits);
  for (const of of Object.values(index.facets)) widen(of.rows, words);
  widen(index.ticketUpTo, words);
  widen(index.acceptsReadiness, words);
  index.flags = {
    anyTheme: wider(index.flags.anyTheme),
    anyInstrument: wider(index.flags.anyInstrument),
    knowsInstruments: wider(index.flags.knowsInstruments),
  };
  index.scratch = { candidates: new Uint32Array(words), union: new Uint32Array(words), levels: [] };
  index.columns = columns(words, index.columns);
  index.words = words;
}
