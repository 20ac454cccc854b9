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
  rowOf,
  rowsOf,
  setBit,
  unmark,
  widen,
} from './bits.ts';
import type { Weights } from './criteria.ts';
import { breadth, doublings } from './criteria.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import { checkFigures, MAX_READINESS } from './profiles.ts';
import type { Slots } from './slots.ts';
import { give, slots, take } from './slots.ts';

/** Projects open to sponsors, indexed to find those that fit one mandate: the mirror image of the mandates' index. */
export type ProjectIndex = {
  readonly weights: Weights;
  readonly slots: Slots<ProjectProfile>;
  /** Length of every row; 32 slots a word. */
  words: number;
  /** A project of one country is held under it; one of several is held in `severalCountries` and compared one by one. */
  readonly facets: Record<'currency' | 'country' | 'theme' | 'instrument' | 'preferred' | 'indicator', Facet>;
  flags: Flags;
  /** Row n: projects whose target has at least n binary digits. */
  readonly targetFrom: Bits[];
  /** Row n: projects of at least the readiness n. */
  readonly readinessFrom: Bits[];
  columns: Columns;
  candidates: Bits;
  union: Bits;
};

type Flags = { readonly severalCountries: Bits; readonly anyInstrument: Bits; readonly prefersInstrument: Bits };

type Columns = {
  readonly target: BigInt64Array<ArrayBuffer>;
  readonly targetFloat: Float64Array<ArrayBuffer>;
  /** In doublings. */
  readonly targetSize: Float64Array<ArrayBuffer>;
  readonly breadth: Float64Array<ArrayBuffer>;
  readonly themes: Uint16Array<ArrayBuffer>;
  readonly readiness: Uint8Array<ArrayBuffer>;
};

const TARGET_ROWS = 64;

export function projectIndex(weights: Weights): ProjectIndex {
  const words = 1;
  const row = () => new Uint32Array(words);
  return {
    weights,
    slots: slots(),
    words,
    facets: { currency: facet(), country: facet(), theme: facet(), instrument: facet(), preferred: facet(), indicator: facet() },
    flags: { severalCountries: row(), anyInstrument: row(), prefersInstrument: row() },
    targetFrom: Array.from({ length: TARGET_ROWS }, row),
    readinessFrom: Array.from({ length: MAX_READINESS + 1 }, row),
    columns: columns(words),
    candidates: row(),
    union: row(),
  };
}

export function upsertProject(index: ProjectIndex, project: ProjectProfile): void {
  checkFigures(project.id, [project.target], project.readiness);
  removeProject(index, project.id);
  const slot = take(index.slots, project);
  if (slot >= index.words * 32) grow(index, index.words * 2);
  for (const [of, codes] of facetsOf(index, project)) mark(of, codes, slot, index.words);
  for (const row of rowsHeld(index, project)) setBit(row, slot);
  const { columns: to } = index;
  to.target[slot] = project.target;
  to.targetFloat[slot] = Number(project.target);
  to.targetSize[slot] = doublings(project.target);
  to.breadth[slot] = breadth(new Set(project.countries).size);
  to.themes[slot] = new Set(project.themes).size;
  to.readiness[slot] = project.readiness;
}

export function removeProject(index: ProjectIndex, id: string): void {
  const slot = index.slots.byId.get(id);
  const project = slot === undefined ? undefined : index.slots.profiles[slot];
  if (slot === undefined || !project) return;
  for (const [of, codes] of facetsOf(index, project)) unmark(of, codes, slot);
  for (const row of rowsHeld(index, project)) clearBit(row, slot);
  give(index.slots, id);
}

/** Words that hold any slot. */
export const wordsInUse = (index: ProjectIndex): number => (index.slots.profiles.length + 31) >>> 5;

/** Leaves in `candidates` what no bit set rules out; targets and sets of several countries are still to be compared. False where nothing is left. */
export function filter(index: ProjectIndex, mandate: MandateProfile, words: number): boolean {
  const { candidates, union, facets } = index;
  const currency = rowOf(facets.currency, mandate.currency);
  if (!currency) return false;
  copyBits(candidates, currency, words);
  copyBits(union, index.flags.severalCountries, words);
  for (const row of rowsOf(facets.country, mandate.countries)) orBits(union, row, words);
  andBits(candidates, union, words);
  andBits(candidates, index.targetFrom[bitLength(mandate.ticketMinimum)] as Bits, words);
  andBits(candidates, index.readinessFrom[mandate.minimumReadiness] as Bits, words);
  if (mandate.themes.length > 0) {
    union.fill(0);
    for (const row of rowsOf(facets.theme, mandate.themes)) orBits(union, row, words);
    andBits(candidates, union, words);
  }
  for (const row of rowsOf(facets.theme, mandate.excludedThemes)) andNotBits(candidates, row, words);
  if (mandate.instruments.length > 0) {
    copyBits(union, index.flags.anyInstrument, words);
    for (const row of rowsOf(facets.instrument, mandate.instruments)) orBits(union, row, words);
    andBits(candidates, union, words);
  }
  for (const indicator of mandate.requiredIndicators) {
    const row = rowOf(facets.indicator, indicator);
    if (!row) return false;
    andBits(candidates, row, words);
  }
  return true;
}

function facetsOf({ facets }: ProjectIndex, project: ProjectProfile): [Facet, readonly string[]][] {
  return [
    [facets.currency, [project.currency]],
    [facets.country, hasOneCountry(project) ? project.countries : []],
    [facets.theme, project.themes],
    [facets.instrument, project.instruments],
    [facets.preferred, project.preferredInstrument ? [project.preferredInstrument] : []],
    [facets.indicator, project.indicators],
  ];
}

function rowsHeld(index: ProjectIndex, project: ProjectProfile): Bits[] {
  const rows = [...index.targetFrom.slice(0, bitLength(project.target) + 1), ...index.readinessFrom.slice(0, project.readiness + 1)];
  if (!hasOneCountry(project)) rows.push(index.flags.severalCountries);
  if (project.instruments.length === 0) rows.push(index.flags.anyInstrument);
  if (project.preferredInstrument) rows.push(index.flags.prefersInstrument);
  return rows;
}

const hasOneCountry = (project: ProjectProfile): boolean => project.countries.length === 1;

/** Whether the target of the project in a slot is below the amount, compared exactly where floats cannot distinguish them. */
export function isBelow(index: ProjectIndex, slot: number, minimum: bigint, minimumFloat: number): boolean {
  const target = index.columns.targetFloat[slot] as number;
  return (
    minimumFloat > target ||
    (minimumFloat === target && minimumFloat > Number.MAX_SAFE_INTEGER && minimum > (index.columns.target[slot] as bigint))
  );
}

/** The columns for so many words of slots, with what they held before. */
function columns(words: number, before?: Columns): Columns {
  const size = words * 32;
  return {
    target: filled(new BigInt64Array(size), before?.target),
    targetFloat: filled(new Float64Array(size), before?.targetFloat),
    targetSize: filled(new Float64Array(size), before?.targetSize),
    breadth: filled(new Float64Array(size), before?.breadth),
    themes: filled(new Uint16Array(size), before?.themes),
    readiness: filled(new Uint8Array(size), before?.readiness),
  };
}

function grow(index: ProjectIndex, words: number): void {
  const wider = (bits: Bits): Bits => filled(new Uint32Array(words), bits);
  const { severalCountries, anyInstrument, prefersInstrument } = index.flags;
  for (const of of Object.values(index.facets)) widen(of.rows, words);
  widen(index.targetFrom, words);
  widen(index.readinessFrom, words);
  index.flags = {
    severalCountries: wider(severalCountries),
    anyInstrument: wider(anyInstrument),
    prefersInstrument: wider(prefersInstrument),
  };
  index.candidates = new Uint32Array(words);
  index.union = new Uint32Array(words);
  index.columns = columns(words, index.columns);
  index.words = words;
}
