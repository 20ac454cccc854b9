import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { ReviewFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { draftedIn, type KeptOf, sealedIn, sealedOf } from '../judging/kept.ts';
import { faultOfMarks, faultOfSealed, type Mark, type MarksAreAtFault } from '../judging/marks.ts';
import type { AnswerId, CallId } from './call.ts';
import { reviewing } from './call-decide.ts';

/**
 * A reviewer's reviews of one call. What is marked is an erasable text, which this service alone keeps and shows to the reviewer alone; an event has its salted
 * hash.
 */
export type ReviewId = `rvw_${string}`;
export type Existing = KeptOf<AnswerId> & {
  readonly status: 'begun';
  readonly call: CallId;
  readonly reviewer: string;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

/** What the call says of the reviewer and the answer. */
export type Standing = 'not-a-reviewer' | 'unanswered' | 'barred' | 'assigned';
/** `kept`: the reference of the text with the marks; `criteria`: all of the call. */
type Marking = {
  readonly call: CallId;
  readonly owner: string;
  readonly answer: AnswerId;
  readonly marks: readonly Mark[];
  readonly criteria: readonly string[];
  readonly kept: string;
  readonly standing: Standing;
  readonly isOpen: boolean;
  readonly now: Instant;
  readonly by: Actor;
};
export type Command = ({ type: 'MarkReview' } & Marking) | ({ type: 'SealReview'; hash: string } & Marking);

export type Event = ReviewFact;
export type Rejection =
  | NotAllowed
  | { type: 'NotAReviewer' }
  | { type: 'ReviewInterestsAreMissing'; answers: readonly string[] }
  | { type: 'ReviewerIsBarred'; answer: string }
  | { type: 'ReviewingIsClosed' }
  | MarksAreAtFault;
type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, reviewing(command.owner)) ?? keptFrom(command);
  if (refusal) return refuse(refusal);
  const fault = command.type === 'SealReview' ? faultOfSealed(command) : faultOfMarks(command);
  if (fault) return refuse(fault);
  const { call, answer, kept, now, by } = command;
  const about = { call, answer, kept, person: by.person, organisation: by.organisation, at: now };
  if (command.type === 'MarkReview') return accept({ type: 'ReviewMarked', ...about });
  if (state.status !== 'absent' && sealedOf(state, answer)?.hash === command.hash) return alreadyApplied;
  return accept({ type: 'ReviewSealed', ...about, hash: command.hash });
}

function keptFrom({ standing, isOpen, answer }: Command): Rejection | undefined {
  if (standing === 'not-a-reviewer') return { type: 'NotAReviewer' };
  if (standing === 'unanswered') return { type: 'ReviewInterestsAreMissing', answers: [answer] };
  if (standing === 'barred') return { type: 'ReviewerIsBarred', answer };
  return isOpen ? undefined : { type: 'ReviewingIsClosed' };
}

export function evolve(state: State, event: Event): State {
  const { call, person: reviewer, kept, at } = event;
  const before: Existing = state.status === 'absent' ? { status: 'begun', call: call as CallId, reviewer, drafts: [], sealed: [] } : state;
  const nomination = event.answer as AnswerId;
  switch (event.type) {
    case 'ReviewMarked':
      return { ...before, ...draftedIn(before, { nomination, kept, hash: '', at }) };
    case 'ReviewSealed':
      return { ...before, ...sealedIn(before, { nomination, kept, hash: event.hash, at }) };
  }
}
