import type { Weights } from './criteria.ts';
import { breadth, countryFocus, doublings, instrumentFit, readinessHeadroom, themeOverlap, ticketFit, total } from './criteria.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import { usualBand } from './profiles.ts';

export type Constraint =
  | 'status'
  | 'country'
  | 'theme'
  | 'excluded-theme'
  | 'instrument'
  | 'currency'
  | 'ticket'
  | 'readiness'
  | 'indicators';
export type WeightedCriterion = 'ticket-fit' | 'theme-overlap' | 'instrument-fit' | 'country-focus' | 'readiness-headroom';

/**
 * One reason for or against a match, as a code with its figures; sentences are made where they are displayed. Facts are text: money in
 * minor units with its currency, lists joined by commas.
 */
export type Reason = HardReason | WeightedReason;

/** Decides alone; adds nothing to the score (its own is 1 or 0). */
export type HardReason = Facts & {
  readonly hard: true;
  readonly criterion: Constraint;
  readonly outcome: Outcome;
  readonly score: number;
  readonly weight: 0;
};

/** Adds score x weight; counts as met from one half upwards. */
export type WeightedReason = Facts & {
  readonly hard: false;
  readonly criterion: WeightedCriterion;
  readonly outcome: Outcome;
  readonly score: number;
  readonly weight: number;
};

type Facts = { readonly facts: Readonly<Record<string, string>> };
type Outcome = 'met' | 'missed';

export type Explanation = {
  readonly project: string;
  readonly mandate: string;
  readonly sponsor: string;
  readonly eligible: boolean;
  /** 0 to 1; 0 where the pair is not eligible. */
  readonly score: number;
  readonly weights: string;
  /** Hard ones first, then weighted ones, each kind in a fixed order. */
  readonly reasons: readonly Reason[];
};

/** Agrees with the indexes on eligibility and, to the last bit, on the score. */
export function explain(project: ProjectProfile, mandate: MandateProfile, weights: Weights): Explanation {
  const constraints = [...placesAndThemes(project, mandate), ...terms(project, mandate)];
  const weighted = weightedReasons(project, mandate, weights);
  const eligible = constraints.every(({ outcome }) => outcome === 'met');
  return {
    project: project.id,
    mandate: mandate.id,
    sponsor: mandate.sponsor,
    eligible,
    score: eligible ? sumOf(weighted) : 0,
    weights: weights.version,
    reasons: [...constraints, ...weighted],
  };
}

/** What the weighted criteria add up to, whether the pair is eligible or not. */
export const worth = (project: ProjectProfile, mandate: MandateProfile, weights: Weights): number =>
  sumOf(weightedReasons(project, mandate, weights));

function sumOf(weighted: readonly WeightedReason[]): number {
  const [focus = 0, headroom = 0, themes = 0, instrument = 0, ticket = 0] = weighted.map(({ weight, score }) => weight * score);
  return total(focus, headroom, themes, instrument, ticket);
}

function placesAndThemes(project: ProjectProfile, mandate: MandateProfile): HardReason[] {
  const uncovered = without(project.countries, mandate.countries);
  const sharedThemes = shared(project.themes, mandate.themes);
  const excluded = shared(project.themes, mandate.excludedThemes);
  return [
    constraint('status', mandate.status === 'published', { status: mandate.status }),
    constraint('country', uncovered.length === 0, {
      project: list(project.countries),
      covered: String(new Set(mandate.countries).size),
      uncovered: list(uncovered),
    }),
    constraint('theme', mandate.themes.length === 0 || sharedThemes.length > 0, {
      project: list(project.themes),
      mandate: list(mandate.themes),
      shared: list(sharedThemes),
    }),
    constraint('excluded-theme', excluded.length === 0, { excluded: list(mandate.excludedThemes), found: list(excluded) }),
  ];
}

function terms(project: ProjectProfile, mandate: MandateProfile): HardReason[] {
  const instruments = shared(project.instruments, mandate.instruments);
  const anyInstrument = project.instruments.length === 0 || mandate.instruments.length === 0;
  const missing = without(mandate.requiredIndicators, project.indicators);
  return [
    constraint('instrument', anyInstrument || instruments.length > 0, {
      project: list(project.instruments),
      mandate: list(mandate.instruments),
      shared: list(instruments),
    }),
    constraint('currency', project.currency === mandate.currency, { project: project.currency, mandate: mandate.currency }),
    constraint('ticket', isComparable(project, mandate) && mandate.ticketMinimum <= project.target, {
      target: String(project.target),
      targetCurrency: project.currency,
      minimum: String(mandate.ticketMinimum),
      minimumCurrency: mandate.currency,
    }),
    constraint('readiness', project.readiness >= mandate.minimumReadiness, {
      project: String(project.readiness),
      minimum: String(mandate.minimumReadiness),
    }),
    constraint('indicators', missing.length === 0, { required: list(mandate.requiredIndicators), missing: list(missing) }),
  ];
}

/** In the order in which they are added. */
function weightedReasons(project: ProjectProfile, mandate: MandateProfile, weights: Weights): WeightedReason[] {
  const { low, high } = usualBand(mandate);
  const themes = shared(project.themes, mandate.themes);
  const ofProject = new Set(project.themes).size;
  const preferred = project.preferredInstrument ?? '';
  const bothStated = preferred !== '' && mandate.preferredInstruments.length > 0;
  const used = mandate.preferredInstruments.includes(preferred);
  const fit = isComparable(project, mandate) ? ticketFit(doublings(project.target), doublings(low), doublings(high)) : 0;
  const [covered, own] = [new Set(mandate.countries).size, new Set(project.countries).size];
  return [
    weighted('country-focus', weights.countryFocus, countryFocus(breadth(covered), breadth(own)), {
      mandate: String(covered),
      project: String(own),
    }),
    weighted('readiness-headroom', weights.readinessHeadroom, readinessHeadroom(project.readiness, mandate.minimumReadiness), {
      project: String(project.readiness),
      minimum: String(mandate.minimumReadiness),
    }),
    weighted('theme-overlap', weights.themeOverlap, themeOverlap(themes.length, ofProject, mandate.themes.length === 0), {
      shared: String(themes.length),
      project: String(ofProject),
      mandate: mandate.themes.length === 0 ? 'any' : String(new Set(mandate.themes).size),
    }),
    weighted('instrument-fit', weights.instrumentFit, instrumentFit(bothStated, used), {
      preferred,
      stated: String(bothStated),
      used: String(used),
    }),
    weighted('ticket-fit', weights.ticketFit, fit, {
      target: String(project.target),
      targetCurrency: project.currency,
      low: String(low),
      high: String(high),
      bandCurrency: mandate.currency,
      band: mandate.usualTicket ? 'usual' : 'bounds',
    }),
  ];
}

/** Amounts of different currencies are no greater or smaller than each other. */
const isComparable = (project: ProjectProfile, mandate: MandateProfile): boolean => project.currency === mandate.currency;

const constraint = (criterion: Constraint, met: boolean, facts: Reason['facts']): HardReason => ({
  hard: true,
  criterion,
  outcome: met ? 'met' : 'missed',
  score: met ? 1 : 0,
  weight: 0,
  facts,
});

const weighted = (criterion: WeightedCriterion, weight: number, score: number, facts: Reason['facts']): WeightedReason => ({
  hard: false,
  criterion,
  outcome: score >= 0.5 ? 'met' : 'missed',
  score,
  weight,
  facts,
});

/** Each code of the first list that is also in the second, once. */
const shared = (codes: readonly string[], others: readonly string[]): string[] =>
  [...new Set(codes)].filter((code) => others.includes(code));
const without = (codes: readonly string[], others: readonly string[]): string[] =>
  [...new Set(codes)].filter((code) => !others.includes(code));
const list = (codes: readonly string[]): string => [...new Set(codes)].sort().join(',');
