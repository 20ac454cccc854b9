/**
 * The weighted criteria of a match, each 0 (poor) to 1 (best). The indexes and the explanation call these same functions with
 * the same figures, so what is explained is exactly what was ranked.
 */
import { MAX_READINESS } from './profiles.ts';

/** Shares of the score; they sum to 1. The version names them wherever a score is kept. */
export type Weights = {
  readonly version: string;
  readonly ticketFit: number;
  readonly themeOverlap: number;
  readonly instrumentFit: number;
  readonly countryFocus: number;
  readonly readinessHeadroom: number;
};

export const standardWeights: Weights = {
  version: 'w1',
  ticketFit: 0.35,
  themeOverlap: 0.25,
  instrumentFit: 0.1,
  countryFocus: 0.2,
  readinessHeadroom: 0.1,
};

/** Where one side states nothing to compare: neither for nor against. */
export const NEUTRAL = 0.5;

/** A target this many doublings outside the usual band fits not at all. */
const DOUBLINGS_TO_MISFIT = 4;

/** Money on the scale of doublings; zero counts as one minor unit. */
export const doublings = (amount: bigint): number => Math.log2(Math.max(1, Number(amount)));

/** Target and band in doublings: 1 within the band, falling in a straight line outside it. */
export function ticketFit(target: number, low: number, high: number): number {
  const outside = Math.max(low - target, target - high, 0);
  return Math.max(0, 1 - outside / DOUBLINGS_TO_MISFIT);
}

/** The share of the project's (distinct) themes that the mandate names. */
export const themeOverlap = (shared: number, ofProject: number, anyTheme: boolean): number =>
  anyTheme || ofProject === 0 ? NEUTRAL : shared / ofProject;

/** Whether the sponsor has used the lending instrument that the project prefers. */
export const instrumentFit = (bothStated: boolean, used: boolean): number => (bothStated ? (used ? 1 : 0) : NEUTRAL);

/**
 * A mandate for these countries alone scores 1; each doubling of the number of countries it covers beyond the project's own lowers the
 * score by one more step.
 */
export const countryFocus = (ofMandate: number, ofProject: number): number => 1 / (1 + Math.max(0, ofMandate - ofProject));

/** The number of countries on the scale of doublings. */
export const breadth = (countries: number): number => Math.log2(Math.max(1, countries));

/** Of the steps of readiness that the mandate accepts, the share that the project has reached. */
export const readinessHeadroom = (readiness: number, minimum: number): number =>
  Math.max(0, readiness - minimum + 1) / (MAX_READINESS - minimum + 1);

/**
 * The score: each criterion times its weight, added in this order and never above 1. The order is part of the result: sums of
 * floats differ with it in their last bit, and equal scores must stay equal wherever they are computed.
 */
export const total = (focus: number, headroom: number, themes: number, instrument: number, ticket: number): number =>
  Math.min(1, focus + headroom + themes + instrument + ticket);

/** @throws when the weights do not sum to 1: scores would leave 0 to 1. */
export function checkWeights({ version, ...shares }: Weights): void {
  const all = Object.values(shares);
  const sum = all.reduce((total, share) => total + share, 0);
  if (all.some((share) => share < 0) || Math.abs(sum - 1) > 1e-9) throw new RangeError(`the weights ${version} sum to ${sum}, not to 1`);
}
