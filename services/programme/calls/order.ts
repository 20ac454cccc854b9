import { textOf } from '@junkan/kit/pure/fraction.ts';
import { total } from '@junkan/kit/pure/money.ts';
import type { JurorLetter, RankedAnswer, ReviewsOpened, SelectedAnswer, UnsealedReview } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { MIN_BALLOTS } from '../judging/assignment.ts';
import { mayJudge } from '../judging/interests.ts';
import { type Field, isFirm, type Marked, rank, withoutEach } from '../judging/ranking.ts';
import { type AnswerId, answeredBy, criteriaOf, type Existing, isAssigned } from './call.ts';

// The order that follows from the opened reviews, and what a selection has to do with it.

type Decided = Pick<ReviewsOpened, 'reviews' | 'order' | 'reviewers' | 'firm' | 'letters'>;
export type NotOrdered =
  | { readonly type: 'ReviewsAreTooFew'; readonly answers: readonly string[]; readonly needed: number }
  | { readonly type: 'ReviewsAreNotComparable'; readonly groups: readonly string[] };

/** Whether a review counts: it was assigned, and nothing bars its reviewer. */
const counts = (state: Existing, { reviewer, answer }: Pick<UnsealedReview, 'reviewer' | 'answer'>): boolean =>
  isAssigned(state, reviewer, answer) && mayJudge(answeredBy(state, reviewer), answer);

export const markedOf = ({ reviewer, answer, marks }: UnsealedReview): Marked => ({
  juror: reviewer,
  nomination: answer,
  marks: Object.fromEntries(marks.map(({ criterion, mark }) => [criterion, mark])),
});

export const lettersOf = (draw: readonly string[]): JurorLetter[] => draw.map((juror, index) => ({ letter: `R${index + 1}`, juror }));

export function orderOf(
  state: Existing,
  sealed: readonly UnsealedReview[],
  letters: readonly JurorLetter[],
): { readonly refusal: NotOrdered } | { readonly decided: Decided } {
  const reviews = sealed.filter((each) => counts(state, each));
  const field: Field = {
    criteria: criteriaOf(state),
    // Of projects that are not funded yet nothing is verified.
    nominations: state.eligible.map((id) => ({ id, verifiedShare: '0' })),
    ballots: reviews.map(markedOf),
    minimum: MIN_BALLOTS,
  };
  const answer = rank(field);
  if (!answer.ok)
    return answer.refusal.type === 'BallotsAreTooFew'
      ? { refusal: { type: 'ReviewsAreTooFew', answers: answer.refusal.nominations, needed: MIN_BALLOTS } }
      : { refusal: { type: 'ReviewsAreNotComparable', groups: answer.refusal.groups.map((group) => group.join(', ')) } };
  const { order, levels } = answer.ranking;
  const without = withoutEach(field);
  return {
    decided: {
      reviews,
      order: order.map(
        ({ nomination, place, points, mean, ballots }): RankedAnswer => ({
          answer: nomination as AnswerId,
          place,
          points: textOf(points),
          mean: textOf(mean),
          reviews: ballots,
        }),
      ),
      reviewers: letters.flatMap(({ letter, juror }) => {
        const level = levels.get(juror);
        const first = without.find((each) => each.juror === juror)?.first ?? '';
        return level ? [{ letter, level: textOf(level), firstWithout: first as AnswerId | '' }] : [];
      }),
      firm: isFirm(order, without),
      letters,
    },
  };
}

/** Whether somebody is left out who has a better place than somebody who is selected. */
export function departsFrom(order: readonly Pick<RankedAnswer, 'answer' | 'place'>[], selected: readonly string[]): boolean {
  const last = Math.max(0, ...order.filter(({ answer }) => selected.includes(answer)).map(({ place }) => place));
  return order.some(({ answer, place }) => place < last && !selected.includes(answer));
}

export const sumOf = (selected: readonly SelectedAnswer[], currency: string) =>
  total(
    selected.map(({ amount }) => amount),
    currency,
  );
