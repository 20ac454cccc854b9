import type { Weights } from '@junkan/matching/engine/criteria.ts';
import {
  breadth,
  countryFocus,
  doublings,
  instrumentFit,
  readinessHeadroom,
  themeOverlap,
  ticketFit,
  total,
} from '@junkan/matching/engine/criteria.ts';
import type { MandateProfile, ProjectProfile } from '@junkan/matching/engine/profiles.ts';
import { usualBand } from '@junkan/matching/engine/profiles.ts';

/** A mandate with its lists as Sets and its band measured, made once: the plain way is compared at its best. */
export type Scannable = ReturnType<typeof scannable>;

export function scannable(mandate: MandateProfile) {
  const { low, high } = usualBand(mandate);
  return {
    mandate,
    countries: new Set(mandate.countries),
    themes: new Set(mandate.themes),
    excluded: new Set(mandate.excludedThemes),
    instruments: new Set(mandate.instruments),
    preferred: new Set(mandate.preferredInstruments),
    low: doublings(low),
    high: doublings(high),
    breadth: breadth(mandate.countries.length),
  };
}

/** The best mandates by comparing every one: score downwards, then id upwards. */
export function bestByScan(
  mandates: readonly Scannable[],
  project: ProjectProfile,
  limit: number,
  weights: Weights,
): { id: string; score: number }[] {
  const indicators = new Set(project.indicators);
  const size = doublings(project.target);
  const own = breadth(project.countries.length);
  const found: { id: string; score: number }[] = [];
  for (const one of mandates) {
    if (fits(project, indicators, one)) found.push({ id: one.mandate.id, score: worth(project, size, own, one, weights) });
  }
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

function fits(
  project: ProjectProfile,
  indicators: ReadonlySet<string>,
  { mandate, countries, themes, excluded, instruments }: Scannable,
): boolean {
  if (
    mandate.status !== 'published' ||
    mandate.currency !== project.currency ||
    mandate.minimumReadiness > project.readiness ||
    mandate.ticketMinimum > project.target
  )
    return false;
  for (const country of project.countries) if (!countries.has(country)) return false;
  for (const theme of project.themes) if (excluded.has(theme)) return false;
  if (themes.size > 0 && !project.themes.some((theme) => themes.has(theme))) return false;
  if (instruments.size > 0 && project.instruments.length > 0 && !project.instruments.some((instrument) => instruments.has(instrument)))
    return false;
  for (const indicator of mandate.requiredIndicators) if (!indicators.has(indicator)) return false;
  return true;
}

function worth(project: ProjectProfile, size: number, own: number, one: Scannable, weights: Weights): number {
  let shared = 0;
  for (const theme of project.themes) if (one.themes.has(theme)) shared++;
  const preferred = project.preferredInstrument ?? '';
  return total(
    weights.countryFocus * countryFocus(one.breadth, own),
    weights.readinessHeadroom * readinessHeadroom(project.readiness, one.mandate.minimumReadiness),
    weights.themeOverlap * themeOverlap(shared, project.themes.length, one.themes.size === 0),
    weights.instrumentFit * instrumentFit(preferred !== '' && one.preferred.size > 0, one.preferred.has(preferred)),
    weights.ticketFit * ticketFit(size, one.low, one.high),
  );
}
