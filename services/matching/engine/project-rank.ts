import type { Bits } from './bits.ts';
import { hasBit, rowsOf } from './bits.ts';
import { breadth, countryFocus, doublings, instrumentFit, readinessHeadroom, themeOverlap, ticketFit, total } from './criteria.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import { MAX_READINESS, usualBand } from './profiles.ts';
import type { ProjectIndex } from './project-index.ts';
import { filter, isBelow, wordsInUse } from './project-index.ts';
import { nearProjects } from './project-near.ts';
import { offer, ranked, top } from './top.ts';

export type RankedProjects = {
  /** All projects that match, of which `best` holds the first. */
  readonly eligible: number;
  readonly best: readonly RankedProject[];
};
export type RankedProject = { readonly project: ProjectProfile; readonly score: number };
/** Takes a project, and what the pair's weighted criteria add up to. */
export type Visit = (project: ProjectProfile, score: number) => void;

/** The best `limit` projects for a mandate: score downwards, then id upwards. */
export const projectsFor = (index: ProjectIndex, mandate: MandateProfile, limit: number): RankedProjects => {
  const { count, best } = bestOf(index, limit, (each) => eachFitting(index, mandate, each));
  return { eligible: count, best };
};

/** The best `limit` projects that miss exactly one condition of a mandate, and how many do. */
export const nearProjectsFor = (
  index: ProjectIndex,
  mandate: MandateProfile,
  limit: number,
): { readonly near: number; readonly best: readonly RankedProject[] } => {
  const { count, best } = bestOf(index, limit, (each) => eachNear(index, mandate, each));
  return { near: count, best };
};

/** Every project that matches, in no order. */
export const visitFitting = (index: ProjectIndex, mandate: MandateProfile, visit: Visit): void =>
  eachFitting(index, mandate, (slot, score) => visit(index.slots.profiles[slot] as ProjectProfile, score));

/** Every project that misses exactly one condition, in no order. */
export const visitNear = (index: ProjectIndex, mandate: MandateProfile, visit: Visit): void =>
  eachNear(index, mandate, (slot, score) => visit(index.slots.profiles[slot] as ProjectProfile, score));

type Each = (slot: number, score: number) => void;

function bestOf(index: ProjectIndex, limit: number, each: (take: Each) => void): { count: number; best: RankedProject[] } {
  const { profiles } = index.slots;
  const best = top(Math.min(limit, profiles.length), (slot) => (profiles[slot] as ProjectProfile).id);
  let count = 0;
  each((slot, score) => {
    count++;
    offer(best, slot, score);
  });
  return { count, best: ranked(best).map(({ slot, score }) => ({ project: profiles[slot] as ProjectProfile, score })) };
}

function eachFitting(index: ProjectIndex, mandate: MandateProfile, each: Each): void {
  const words = wordsInUse(index);
  if (mandate.status !== 'published' || !filter(index, mandate, words)) return;
  const { profiles } = index.slots;
  const { severalCountries } = index.flags;
  const covered = new Set(mandate.countries);
  const minimum = Number(mandate.ticketMinimum);
  const worth = worthIn(index, mandate);
  eachBit(index.candidates, words, (slot) => {
    if (isBelow(index, slot, mandate.ticketMinimum, minimum)) return;
    if (hasBit(severalCountries, slot) && !(profiles[slot] as ProjectProfile).countries.every((country) => covered.has(country))) return;
    each(slot, worth(slot));
  });
}

function eachNear(index: ProjectIndex, mandate: MandateProfile, each: Each): void {
  if (mandate.status !== 'published') return;
  const words = wordsInUse(index);
  const worth = worthIn(index, mandate);
  eachBit(nearProjects(index, mandate, words), words, (slot) => each(slot, worth(slot)));
}

function eachBit(of: Bits, words: number, take: (slot: number) => void): void {
  for (let word = 0; word < words; word++) {
    let bits = (of[word] as number) | 0;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits);
      bits ^= 1 << bit;
      take((word << 5) | bit);
    }
  }
}

/** What the weighted criteria of the project in a slot add up to, in the currency of the mandate. */
function worthIn(index: ProjectIndex, mandate: MandateProfile): (slot: number) => number {
  const { weights, columns: of } = index;
  const { prefersInstrument } = index.flags;
  const ownBreadth = breadth(new Set(mandate.countries).size);
  const themeRows = rowsOf(index.facets.theme, new Set(mandate.themes));
  const anyTheme = mandate.themes.length === 0;
  const usedRows = rowsOf(index.facets.preferred, mandate.preferredInstruments);
  const knowsInstruments = mandate.preferredInstruments.length > 0;
  const { low, high } = usualBand(mandate);
  const [usualLow, usualHigh] = [doublings(low), doublings(high)];
  const headroom = Array.from(
    { length: MAX_READINESS + 1 },
    (_, readiness) => weights.readinessHeadroom * readinessHeadroom(readiness, mandate.minimumReadiness),
  );
  return (slot) => {
    const [word, bit] = [slot >>> 5, slot & 31];
    let shared = 0;
    for (let row = 0; row < themeRows.length; row++) shared += (((themeRows[row] as Bits)[word] as number) >>> bit) & 1;
    let used = 0;
    for (let row = 0; row < usedRows.length; row++) used |= (((usedRows[row] as Bits)[word] as number) >>> bit) & 1;
    return total(
      weights.countryFocus * countryFocus(ownBreadth, of.breadth[slot] as number),
      headroom[of.readiness[slot] as number] as number,
      weights.themeOverlap * themeOverlap(shared, of.themes[slot] as number, anyTheme),
      weights.instrumentFit * instrumentFit(knowsInstruments && hasBit(prefersInstrument, slot), used === 1),
      weights.ticketFit * ticketFit(of.targetSize[slot] as number, usualLow, usualHigh),
    );
  };
}
