import { fraction, textOf } from '@junkan/kit/pure/fraction.ts';
import type {
  JurorLetter,
  OutcomeDecided,
  OutcomeResult,
  RankedNomination,
  UnsealedBallot,
} from '@junkan/proto/junkan/programme/v1/facts.ts';
import { MIN_BALLOTS } from '../judging/assignment.ts';
import { isBarredFromCategory, mayJudge } from '../judging/interests.ts';
import { type Field, isFirm, type Marked, type Ranked, rank, withoutEach } from '../judging/ranking.ts';
import {
  answeredBy,
  type Category,
  criteriaOf,
  type Existing,
  isAssigned,
  isStruck,
  jurorsOf,
  type NominationId,
  type Opened,
} from './cycle.ts';

// What a jury has decided, from its opened ballots and votes.

type Unsealed = Pick<Opened, 'ballots' | 'votes'>;
export type NotDecided =
  | { readonly type: 'QuorumIsMissing'; readonly needed: number }
  | { readonly type: 'ScoresAreNotComparable'; readonly groups: readonly string[] };
type Decided = Pick<OutcomeDecided, 'order' | 'jurors' | 'firm' | 'mayVote' | 'reordered'>;

/** The jurors who may vote: all whom nothing bars from the category. */
export const votersOf = (state: Existing, category: Category): string[] =>
  jurorsOf(state, category)
    .map(({ person }) => person)
    .filter((person) => !isBarredFromCategory(answeredBy(state, category, person)) && !isStruck(state, category, person, ''));

const twoThirds = (of: number): number => Math.ceil((2 * of) / 3);
export const quorumOf = (mayVote: number): number => Math.max(MIN_BALLOTS, twoThirds(mayVote));

/** Whether a ballot counts: it was assigned, nothing bars its juror, and it was not struck. */
const counts = (state: Existing, category: Category, { juror, nomination }: Pick<UnsealedBallot, 'juror' | 'nomination'>): boolean =>
  isAssigned(state, category, juror, nomination) &&
  mayJudge(answeredBy(state, category, juror), nomination) &&
  !isStruck(state, category, juror, nomination);

export const markedOf = ({ juror, nomination, marks }: UnsealedBallot): Marked => ({
  juror,
  nomination,
  marks: Object.fromEntries(marks.map(({ criterion, mark }) => [criterion, mark])),
});

/** Who has sealed all of theirs has voted for the order that follows, unless they have voted otherwise. */
function votesOf(state: Existing, category: Category, { ballots, votes }: Unsealed) {
  const voters = votersOf(state, category);
  const said = votes.filter(({ juror }) => voters.includes(juror));
  const silent = voters.filter((person) => !said.some(({ juror }) => juror === person));
  const assigned = state.judging.filter((each) => each.category === category);
  const hasSealed = (person: string): boolean => {
    const own = assigned.filter(({ juror, nomination }) => juror === person && !isStruck(state, category, person, nomination));
    return own.length > 0 && own.every(({ nomination }) => ballots.some((each) => each.juror === person && each.nomination === nomination));
  };
  return { mayVote: voters.length, said, cast: said.length + silent.filter(hasSealed).length };
}

function fieldOf(state: Existing, category: Category, { ballots, votes }: Unsealed): Field {
  const first = votes.flatMap(({ order }) => order.slice(0, 1));
  return {
    criteria: criteriaOf(state),
    nominations: state.eligible
      .filter((each) => each.category === category)
      .map(({ nomination, verifiedShare }) => ({ id: nomination, verifiedShare })),
    ballots: ballots.filter((each) => counts(state, category, each)).map(markedOf),
    // What is struck is not replaced: nobody marks again once ballots are opened.
    minimum: state.struck.some((each) => each.category === category) ? 1 : MIN_BALLOTS,
    votes: new Map([...Map.groupBy(first, (id) => id)].map(([id, { length }]) => [id, length])),
  };
}

/** Whether a nomination has fewer ballots than each needs, those counted that were struck later. */
const fewSealed = (state: Existing, category: Category, { ballots }: Unsealed): boolean =>
  state.eligible.some(
    (each) =>
      each.category === category &&
      ballots.filter(({ juror, nomination }) => nomination === each.nomination && isAssigned(state, category, juror, nomination)).length <
        MIN_BALLOTS,
  );

export const lettersOf = (draw: readonly string[]): JurorLetter[] => draw.map((juror, index) => ({ letter: `J${index + 1}`, juror }));

export function outcomeOf(
  state: Existing,
  category: Category,
  unsealed: Unsealed,
  letters: readonly JurorLetter[],
): { readonly decided: Decided } | { readonly refusal: NotDecided } {
  const { mayVote, said, cast } = votesOf(state, category, unsealed);
  const needed = quorumOf(mayVote);
  if (cast < needed || fewSealed(state, category, unsealed)) return { refusal: { type: 'QuorumIsMissing', needed } };
  const field = fieldOf(state, category, { ballots: unsealed.ballots, votes: said });
  const answer = rank(field);
  if (!answer.ok)
    return answer.refusal.type === 'ScoresAreNotComparable'
      ? { refusal: { type: 'ScoresAreNotComparable', groups: answer.refusal.groups.map((group) => group.join(', ')) } }
      : { refusal: { type: 'QuorumIsMissing', needed } };
  const { order, levels } = answer.ranking;
  const without = withoutEach(field);
  const shares = new Map(field.nominations.map(({ id, verifiedShare }) => [id, verifiedShare]));
  const other = otherwise(
    said.filter(({ stands }) => !stands).map((each) => each.order),
    cast,
  );
  const ranked = (each: Ranked): RankedNomination => ({
    nomination: each.nomination as NominationId,
    place: other ? other.indexOf(each.nomination) + 1 : each.place,
    points: textOf(each.points),
    mean: textOf(each.mean),
    ballots: each.ballots,
    verifiedShare: shares.get(each.nomination) ?? '0',
    result: '',
  });
  return {
    decided: {
      order: order.map(ranked).toSorted((a, b) => a.place - b.place),
      jurors: letters
        .filter(({ juror }) => levels.has(juror))
        .map(({ letter, juror }) => ({
          letter,
          level: textOf(levels.get(juror) ?? fraction('0')),
          firstWithout: (without.find((each) => each.juror === juror)?.first ?? '') as NominationId | '',
        })),
      firm: isFirm(order, without),
      mayVote,
      reordered: other !== undefined,
    },
  };
}

/** The order that two thirds of the votes would have instead. */
function otherwise(orders: readonly (readonly string[])[], cast: number): readonly string[] | undefined {
  const same = Map.groupBy(orders, (order) => order.join(' '));
  return [...same.values()].find(({ length }) => length >= twoThirds(cast))?.[0];
}

/** From this plain mean on there is a prize. */
export const PRIZE_FROM = fraction('60');

/** Who is awarded: the first of those who come to a prize and whose cities are admitted and not suspended on the day. */
export function resultsOf({ category, order }: Pick<OutcomeDecided, 'category' | 'order'>, standing: readonly string[]): OutcomeResult[] {
  const fits = ({ nomination, mean }: RankedNomination): boolean =>
    standing.includes(nomination) && fraction(mean).compare(PRIZE_FROM) >= 0;
  const first = Math.min(...order.filter(fits).map(({ place }) => place));
  return order.map((each): OutcomeResult => {
    const { nomination, place } = each;
    const fit = place === first ? 'awarded' : 'commended';
    return { nomination, category, result: fits(each) ? fit : 'not-awarded', inGoodStanding: standing.includes(nomination) };
  });
}
