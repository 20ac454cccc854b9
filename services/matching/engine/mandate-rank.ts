import type { Bits } from './bits.ts';
import { rowOf, rowsOf } from './bits.ts';
import { breadth, countryFocus, doublings, instrumentFit, readinessHeadroom, themeOverlap, ticketFit, total } from './criteria.ts';
import type { MandateIndex } from './mandate-index.ts';
import { filter, wordsInUse } from './mandate-index.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import { checkFigures, MAX_READINESS } from './profiles.ts';
import type { Top } from './top.ts';
import { offer, ranked, top } from './top.ts';

export type RankedMandates = {
  /** All mandates that match, of which `best` holds the first. */
  readonly eligible: number;
  readonly best: readonly { readonly mandate: MandateProfile; readonly score: number }[];
};

/** The best `limit` mandates for a project: score downwards, then id upwards. */
export function sponsorsFor(index: MandateIndex, project: ProjectProfile, limit: number): RankedMandates {
  checkFigures(project.id, [project.target], project.readiness);
  const { profiles } = index.slots;
  const eligible = filter(index, project);
  if (eligible === 0) return { eligible, best: [] };
  const best = top(Math.min(limit, eligible), (slot) => (profiles[slot] as MandateProfile).id);
  const shares = sharesFor(index, project);
  for (const themes of themeClasses(index, project)) offerClass(index, shares, themes, best);
  return { eligible, best: ranked(best).map(({ slot, score }) => ({ mandate: profiles[slot] as MandateProfile, score })) };
}

/** What each criterion adds to the score for this project, by a mandate's figures. */
type Shares = {
  /** By the number of countries that the mandate covers. */
  readonly focus: Float64Array;
  /** By the mandate's minimum readiness. */
  readonly headroom: Float64Array;
  /** Nothing to compare, not used before, used before. */
  readonly instrument: readonly [number, number, number];
  readonly usedRow: Bits | undefined;
  readonly comparedRow: Bits | undefined;
  readonly ticketWeight: number;
  /** The project's target in doublings. */
  readonly size: number;
  /** More than instrument and ticket together can add. */
  readonly rest: number;
};

/** Covers every rounding of a sum of five shares. */
const SLACK = 1e-9;

function sharesFor(index: MandateIndex, project: ProjectProfile): Shares {
  const { weights } = index;
  const preferred = project.preferredInstrument ?? '';
  return {
    focus: focusShares(index, new Set(project.countries).size),
    headroom: Float64Array.from(
      { length: MAX_READINESS + 1 },
      (_, minimum) => weights.readinessHeadroom * readinessHeadroom(project.readiness, minimum),
    ),
    instrument: [
      weights.instrumentFit * instrumentFit(false, false),
      weights.instrumentFit * instrumentFit(true, false),
      weights.instrumentFit * instrumentFit(true, true),
    ],
    usedRow: preferred === '' ? undefined : rowOf(index.facets.preferred, preferred),
    comparedRow: preferred === '' ? undefined : index.flags.knowsInstruments,
    ticketWeight: weights.ticketFit,
    size: doublings(project.target),
    rest: weights.instrumentFit + weights.ticketFit + SLACK,
  };
}

/** As long as the widest mandate needs: its countries are among those that the index knows. */
function focusShares({ weights, facets, focusShares: made }: MandateIndex, own: number): Float64Array {
  const length = facets.country.codes.length + 1;
  const before = made.get(own);
  if (before && before.length >= length) return before;
  const shares = Float64Array.from({ length }, (_, covered) => weights.countryFocus * countryFocus(breadth(covered), breadth(own)));
  made.set(own, shares);
  return shares;
}

/** Mandates that all share as many of the project's themes: those of `among` that are not of `except`. */
type ThemeClass = { readonly share: number; readonly among: Bits; readonly except: Bits };

/** The classes in descending order of what they add, so that the best are found early and the others seldom need a closer check. */
function themeClasses(index: MandateIndex, project: ProjectProfile): ThemeClass[] {
  const { weights } = index;
  const themes = new Set(project.themes);
  const rows = rowsOf(index.facets.theme, themes);
  const levels = levelRows(index, rows);
  const none = levels[rows.length] as Bits;
  const share = (shared: number, anyTheme: boolean): number => weights.themeOverlap * themeOverlap(shared, themes.size, anyTheme);
  const classes = rows.map(
    (_, level): ThemeClass => ({ share: share(level + 1, false), among: levels[level] as Bits, except: levels[level + 1] as Bits }),
  );
  return [...classes, { share: share(0, true), among: index.flags.anyTheme, except: none }].sort((a, b) => b.share - a.share);
}

/** Row n: the slots that are in more than n of the rows; the last row is empty. */
function levelRows(index: MandateIndex, rows: readonly Bits[]): Bits[] {
  const { levels } = index.scratch;
  const words = wordsInUse(index);
  while (levels.length <= rows.length) levels.push(new Uint32Array(index.words));
  for (let level = 0; level <= rows.length; level++) (levels[level] as Bits).fill(0, 0, words);
  for (let seen = 0; seen < rows.length; seen++) {
    const row = rows[seen] as Bits;
    for (let level = seen; level >= 0; level--) {
      const here = levels[level] as Bits;
      const under = level === 0 ? row : (levels[level - 1] as Bits);
      for (let word = 0; word < words; word++) here[word] = (here[word] as number) | ((under[word] as number) & (row[word] as number));
    }
  }
  return levels;
}

function offerClass(index: MandateIndex, shares: Shares, themes: ThemeClass, best: Top): void {
  const words = wordsInUse(index);
  const { candidates } = index.scratch;
  const { countries, minimumReadiness, usualLow, usualHigh } = index.columns;
  const { focus, headroom, instrument, usedRow, comparedRow, ticketWeight, size, rest } = shares;
  const { share, among, except } = themes;
  for (let word = 0; word < words; word++) {
    let bits = (candidates[word] as number) & (among[word] as number) & ~(except[word] as number);
    if (bits === 0) continue;
    const used = usedRow ? (usedRow[word] as number) | 0 : 0;
    const compared = comparedRow ? (comparedRow[word] as number) | 0 : 0;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits);
      bits ^= 1 << bit;
      const slot = (word << 5) | bit;
      const ofFocus = focus[countries[slot] as number] as number;
      const ofHeadroom = headroom[minimumReadiness[slot] as number] as number;
      if (ofFocus + ofHeadroom + share + rest < best.floor) continue;
      const ofInstrument = instrument[((compared >>> bit) & 1) + ((used >>> bit) & 1)] as number;
      const ofTicket = ticketWeight * ticketFit(size, usualLow[slot] as number, usualHigh[slot] as number);
      const score = total(ofFocus, ofHeadroom, share, ofInstrument, ofTicket);
      if (score >= best.floor) offer(best, slot, score);
    }
  }
}
