import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { repeated } from '@junkan/kit/pure/names.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { BallotFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { draftedIn, type KeptOf, sealedIn, sealedOf } from '../judging/kept.ts';
import { faultOfMarks, faultOfSealed, type Mark, type MarksAreAtFault } from '../judging/marks.ts';
import type { Category, CycleId, NominationId } from './cycle.ts';

/**
 * A juror's ballots of one category. What is marked is an erasable text, which this service alone keeps and shows to the juror alone; an event has its salted
 * hash.
 */
export type BallotId = `bal_${string}`;
export type Existing = KeptOf<NominationId> & {
  readonly status: 'begun';
  readonly cycle: CycleId;
  readonly category: Category;
  readonly juror: string;
  readonly vote: { readonly kept: string; readonly hash: string; readonly at: Instant } | undefined;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

/** What the cycle says of the juror and the nomination. */
export type Standing = 'not-of-the-jury' | 'unanswered' | 'barred' | 'assigned';
type In = {
  readonly cycle: CycleId;
  readonly category: Category;
  readonly standing: Standing;
  readonly isOpen: boolean;
  readonly now: Instant;
  readonly by: Actor;
};
/** `kept`: the reference of the text with the marks; `criteria`: all of the cycle. */
type Marking = {
  readonly nomination: NominationId;
  readonly marks: readonly Mark[];
  readonly criteria: readonly string[];
  readonly kept: string;
};
export type Command =
  | ({ type: 'MarkBallot' } & Marking & In)
  | ({ type: 'SealBallot'; hash: string } & Marking & In)
  /** `field`: the nominations of which the category has to say something. */
  | ({
      type: 'VoteOnOutcome';
      stands: boolean;
      order: readonly string[];
      field: readonly string[];
      hasNote: boolean;
      kept: string;
      hash: string;
    } & In);

export type Event = BallotFact;
export type Rejection =
  | NotAllowed
  | { type: 'NotOfTheJury'; category: string }
  | { type: 'InterestsAreMissing'; nominations: readonly string[] }
  | { type: 'JurorIsBarred'; nomination: string }
  | { type: 'JudgingIsClosed' }
  | MarksAreAtFault
  | { type: 'OrderIsIncomplete' }
  | { type: 'ReasonIsMissing' };
type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, ROLES[command.type]) ?? keptFrom(command);
  if (refusal) return refuse(refusal);
  return command.type === 'VoteOnOutcome' ? vote(command, state) : mark(command, state);
}

function keptFrom(command: Command): Rejection | undefined {
  const { standing, isOpen, category } = command;
  const nomination = command.type === 'VoteOnOutcome' ? '' : command.nomination;
  if (standing === 'not-of-the-jury') return { type: 'NotOfTheJury', category };
  if (standing === 'unanswered') return { type: 'InterestsAreMissing', nominations: nomination === '' ? [] : [nomination] };
  if (standing === 'barred') return { type: 'JurorIsBarred', nomination };
  return isOpen ? undefined : { type: 'JudgingIsClosed' };
}

function mark(command: Extract<Command, { type: 'MarkBallot' | 'SealBallot' }>, state: State): Decision {
  const { cycle, category, nomination, kept, now, by } = command;
  const fault = command.type === 'SealBallot' ? faultOfSealed(command) : faultOfMarks(command);
  if (fault) return refuse(fault);
  const about = { cycle, category, nomination, kept, person: by.person, organisation: by.organisation, at: now };
  if (command.type === 'MarkBallot') return accept({ type: 'BallotMarked', ...about });
  if (state.status !== 'absent' && sealedOf(state, nomination)?.hash === command.hash) return alreadyApplied;
  return accept({ type: 'BallotSealed', ...about, hash: command.hash });
}

function vote(command: Extract<Command, { type: 'VoteOnOutcome' }>, state: State): Decision {
  const { cycle, category, stands, order, field, hasNote, kept, hash, now, by } = command;
  const isWhole = repeated(order).length === 0 && order.length === field.length && order.every((id) => field.includes(id));
  if (!isWhole && (!stands || order.length > 0)) return refuse({ type: 'OrderIsIncomplete' });
  if (!stands && !hasNote) return refuse({ type: 'ReasonIsMissing' });
  if (state.status !== 'absent' && state.vote?.hash === hash) return alreadyApplied;
  return accept({ type: 'OutcomeVoted', cycle, category, kept, hash, person: by.person, organisation: by.organisation, at: now });
}

export function evolve(state: State, event: Event): State {
  const { cycle, category, person: juror, at } = event;
  const before: Existing =
    state.status === 'absent'
      ? { status: 'begun', cycle: cycle as CycleId, category, juror, drafts: [], sealed: [], vote: undefined }
      : state;
  switch (event.type) {
    case 'BallotMarked':
      return { ...before, ...draftedIn(before, { nomination: event.nomination as NominationId, kept: event.kept, hash: '', at }) };
    case 'BallotSealed':
      return { ...before, ...sealedIn(before, { nomination: event.nomination as NominationId, kept: event.kept, hash: event.hash, at }) };
    case 'OutcomeVoted':
      return { ...before, vote: { kept: event.kept, hash: event.hash, at } };
  }
}
