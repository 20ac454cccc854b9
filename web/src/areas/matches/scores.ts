import type { Reason } from '../../acts/reasons.ts';
import { locale } from '../../parts/locale.ts';
import type { Segment } from '../../parts/Strip.tsx';

const places = (fraction: number, signDisplay: 'auto' | 'always' = 'auto') =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: fraction, maximumFractionDigits: fraction, signDisplay });
const [short, long, gained] = [places(2), places(3), places(3, 'always')] as const;

export const scoreText = (score: number): string => short.format(score);
export const partText = (part: number): string => long.format(part);
export const gainText = (gain: number): string => gained.format(gain);

/** What a match weighs, the heaviest first. */
export const weightedOf = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ hard }) => !hard).toSorted((one, other) => other.weight - one.weight);

export const segmentsOf = (reasons: readonly Reason[]): Segment[] =>
  weightedOf(reasons).map(({ criterion, weight, score }) => ({ key: criterion, weight, score }));

/** What the weighted criteria add up to, also where a condition is missed. */
export const worthOf = (reasons: readonly Reason[]): number =>
  weightedOf(reasons).reduce((sum, { weight, score }) => sum + weight * score, 0);

export const missedIn = (reasons: readonly Reason[]): Reason[] => reasons.filter(({ hard, outcome }) => hard && outcome === 'missed');
