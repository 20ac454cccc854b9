import type { Bits, Facet } from './bits.ts';
import {
  andBits,
  andNotBits,
  bitLength,
  clearBit,
  copyBits,
  facet,
  filled,
  hasBit,
  mark,
  orBits,
  rowOf,
  rowsOf,
  setBit,
  unmark,
  widen,
} from './bits.ts';
import type { Weights } from './criteria.ts';
import { breadth, countryFocus, doublings, instrumentFit, readinessHeadroom, themeOverlap, ticketFit, total } from './criteria.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import { checkFigures, MAX_READINESS, usualBand } from './profiles.ts';
import type { Slots } from './slots.ts';
import { give, slots, take } from './slots.ts';
import { offer, ranked, top } from './top.ts';

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

export type RankedProjects = {
  /** All projects that match, of which `best` holds the first. */
  readonly eligible: number;
  readonly best: readonly { readonly project: ProjectProfile; readonly score: number }[];
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

export function projectsFor(index: ProjectIndex, mandate: MandateProfile, limit: number): RankedProjects {
  const words = (index.slots.profiles.length + 31) >>> 5;
  if (mandate.status !== 'published' || !filter(index, mandate, words)) return { eligible: 0, best: [] };
  return rank(index, mandate, words, limit);
}

/** Leaves in `candidates` what no bit set rules out; targets and sets of several countries are still to be compared. False where nothing is left. */
function filter(index: ProjectIndex, mandate: MandateProfile, words: number): boolean {
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

function rank(index: ProjectIndex, mandate: MandateProfile, words: number, limit: number): RankedProjects {
  const { weights } = index;
  const { profiles } = index.slots;
  const { candidates, columns: of } = index;
  const { severalCountries, prefersInstrument } = index.flags;
  const best = top(Math.min(limit, profiles.length), (slot) => (profiles[slot] as ProjectProfile).id);
  const covered = new Set(mandate.countries);
  const ownBreadth = breadth(covered.size);
  const themeRows = rowsOf(index.facets.theme, new Set(mandate.themes));
  const anyTheme = mandate.themes.length === 0;
  const usedRows = rowsOf(index.facets.preferred, mandate.preferredInstruments);
  const knowsInstruments = mandate.preferredInstruments.length > 0;
  const minimum = Number(mandate.ticketMinimum);
  const { low, high } = usualBand(mandate);
  const [usualLow, usualHigh] = [doublings(low), doublings(high)];
  const headroom = Array.from(
    { length: MAX_READINESS + 1 },
    (_, readiness) => weights.readinessHeadroom * readinessHeadroom(readiness, mandate.minimumReadiness),
  );
  let eligible = 0;
  for (let word = 0; word < words; word++) {
    let bits = (candidates[word] as number) | 0;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits);
      bits ^= 1 << bit;
      const slot = (word << 5) | bit;
      const target = of.targetFloat[slot] as number;
      if (
        minimum > target ||
        (minimum === target && minimum > Number.MAX_SAFE_INTEGER && mandate.ticketMinimum > (of.target[slot] as bigint))
      )
        continue;
      if (hasBit(severalCountries, slot) && !(profiles[slot] as ProjectProfile).countries.every((country) => covered.has(country)))
        continue;
      eligible++;
      let shared = 0;
      for (let row = 0; row < themeRows.length; row++) shared += (((themeRows[row] as Bits)[word] as number) >>> bit) & 1;
      let used = 0;
      for (let row = 0; row < usedRows.length; row++) used |= (((usedRows[row] as Bits)[word] as number) >>> bit) & 1;
      const score = total(
        weights.countryFocus * countryFocus(ownBreadth, of.breadth[slot] as number),
        headroom[of.readiness[slot] as number] as number,
        weights.themeOverlap * themeOverlap(shared, of.themes[slot] as number, anyTheme),
        weights.instrumentFit * instrumentFit(knowsInstruments && hasBit(prefersInstrument, slot), used === 1),
        weights.ticketFit * ticketFit(of.targetSize[slot] as number, usualLow, usualHigh),
      );
      if (score >= best.floor) offer(best, slot, score);
    }
  }
  return { eligible, best: ranked(best).map(({ slot, score }) => ({ project: profiles[slot] as ProjectProfile, score })) };
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
