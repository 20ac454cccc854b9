import { type CalendarDate, plusMonths } from '@junkan/kit/pure/dates.ts';
import type { DimensionAnswer } from '@junkan/proto/junkan/programme/v1/facts.ts';

// What follows from the levels of self-assessments. They are never added or averaged: a gap and a change are of one dimension.

/** An answer as far as its level goes. */
export type Level = Pick<DimensionAnswer, 'dimension' | 'known' | 'level'>;
type Aimed = Level & Pick<DimensionAnswer, 'target' | 'targetYear'>;

export type Gap = {
  readonly dimension: string;
  readonly level: number;
  readonly target: number;
  readonly targetYear: number;
  readonly levels: number;
};
export type Change = { readonly dimension: string; readonly before: number; readonly level: number };

/** From which level on something has to show it. */
export const EVIDENCE_FROM = 2;
/** By how many levels a dimension rises before a sentence is needed, and within how many months. */
const STEEP = 2;
const STEEP_MONTHS = 18;

const levelIn = (answers: readonly Level[], dimension: string): number | undefined =>
  answers.find((each) => each.dimension === dimension && each.known === 'level')?.level;

/** Where the level is below the target, the largest gap first; of equal ones in the order of the answers. */
export const skillsGap = (answers: readonly Aimed[]): Gap[] =>
  answers
    .filter(({ known, level, target }) => known === 'level' && level < target)
    .map(({ dimension, level, target, targetYear }) => ({ dimension, level, target, targetYear, levels: target - level }))
    .toSorted((a, b) => b.levels - a.levels);

/** The dimensions whose level has changed from one edition to the next; what was not known before has no change. */
export const changesBetween = (before: readonly Level[], after: readonly Level[]): Change[] =>
  after.flatMap(({ dimension, known, level }) => {
    const earlier = levelIn(before, dimension);
    return known !== 'level' || earlier === undefined || earlier === level ? [] : [{ dimension, before: earlier, level }];
  });

type Signed = { readonly answers: readonly Level[]; readonly on: CalendarDate };

/** Whether an answer is so much above the level of the edition before that it needs a sentence. */
export function isSteep({ dimension, known, level }: Level, before: Signed | undefined, today: CalendarDate): boolean {
  if (known !== 'level' || !before || plusMonths(before.on, STEEP_MONTHS) < today) return false;
  const earlier = levelIn(before.answers, dimension);
  return earlier !== undefined && level - earlier >= STEEP;
}
