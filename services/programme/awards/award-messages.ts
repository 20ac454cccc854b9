import { textOf } from '@junkan/kit/pure/fraction.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type * as model from '@junkan/proto/junkan/programme/v1/awards_model.ts';
import { type Answered, isBarredFromCategory } from '../judging/interests.ts';
import { pointsOf } from '../judging/ranking.ts';
import {
  answeredBy,
  type Category,
  type Existing as Cycle,
  type State as CycleState,
  criteriaOf,
  isStruck,
  type Outcome,
} from './cycle.ts';
import { isTold, type State as NominationState } from './nomination.ts';
import { markedOf } from './outcome.ts';

export function cycleMessage(id: string, { state, version }: Folded<CycleState>): model.AwardCycle | undefined {
  if (state.status === 'absent') return undefined;
  const { declaration, title, status, closesOn, judgingUntil, categories, criteria, entries, announcedAt, objectionsUntil, note } = state;
  return {
    id,
    version,
    status,
    declaration,
    title,
    closesOn,
    judgingUntil,
    categories: [...categories],
    criteria: criteria.map((each) => ({ ...each, meanings: [...each.meanings] })),
    entries: [...entries],
    jury: state.jury.map(({ person, organisation, category }) => ({
      person,
      organisation,
      category,
      barred: state.judging.length > 0 && isBarredFromCategory(answeredBy(state, category, person)),
    })),
    interests: state.interests.flatMap((each) => interestMessages(each.category, each)),
    outcomes: state.outcomes.map((each) => outcomeMessage(state, each)),
    announcedAt,
    objectionsUntil,
    note,
    open: status !== 'draft' && !(status === 'cancelled' && entries.length === 0),
  };
}

function interestMessages(category: Category, { juror, declared, found }: Answered): model.AwardInterest[] {
  const of = { category, juror };
  return [
    ...declared.map((nomination) => ({ ...of, nomination, interest: '', bars: 'nomination' }) as const),
    ...found.map(({ nomination, interest, bars }) => ({ ...of, nomination, interest, bars }) as const),
  ];
}

function outcomeMessage(state: Cycle, outcome: Outcome): model.AwardOutcome {
  const { category, order, jurors, firm, mayVote, reordered, at, by } = outcome;
  const opened = state.opened.find((each) => each.category === category);
  const letterOf = new Map((opened?.letters ?? []).map(({ letter, juror }) => [juror, letter]));
  const criteria = criteriaOf(state);
  const votes = opened?.votes ?? [];
  const result = (nomination: string) => state.results.find((each) => each.nomination === nomination)?.result ?? '';
  return {
    category,
    order: order.map((each) => ({ ...each, result: result(each.nomination) })),
    ballots: (opened?.ballots ?? []).map((ballot) => ({
      letter: letterOf.get(ballot.juror) ?? '',
      nomination: ballot.nomination,
      marks: [...ballot.marks],
      points: textOf(pointsOf(markedOf(ballot), criteria)),
      struck: isStruck(state, category, ballot.juror, ballot.nomination),
    })),
    jurors: [...jurors],
    firm,
    mayVote,
    votes: new Set([...votes.map(({ juror }) => juror), ...(opened?.ballots ?? []).map(({ juror }) => juror)]).size,
    otherwise: votes.filter(({ stands }) => !stands).length,
    reordered,
    note: reordered ? (votes.find(({ stands }) => !stands)?.note ?? '') : '',
    decidedAt: at,
    decidedBy: by,
    letters: [...(opened?.letters ?? [])],
  };
}

export function nominationMessage(id: string, { state, version }: Folded<NominationState>): model.Nomination | undefined {
  if (state.status === 'absent') return undefined;
  const { tookPart: _, actions, series, values, lastValues, reasons, writtenBy, objection, withdrawal, undermined, ...told } = state;
  return {
    id,
    version,
    ...told,
    actions: [...actions],
    series: [...series],
    values: [...values],
    lastValues: [...lastValues],
    reasons: [...reasons],
    writtenBy: [...writtenBy],
    objection,
    withdrawal: withdrawal && withdrawalMessage(withdrawal),
    undermined: undermined && { ...undermined, values: [...undermined.values] },
    open: isTold(state),
  };
}

function withdrawalMessage({
  proposedBy: _,
  ...withdrawal
}: NonNullable<Exclude<NominationState, { status: 'absent' }>['withdrawal']>): model.PrizeWithdrawal {
  return withdrawal;
}
