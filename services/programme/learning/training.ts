import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { TrainingContent, TrainingFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';

/** What is taught. Once it is offered it does not change, so that a certificate says what was asked: a new one takes its place. */
export type Existing = {
  readonly status: 'draft' | 'offered' | 'retired';
  readonly wasOffered: boolean;
  readonly content: TrainingContent;
};
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  | ({ type: 'DraftTraining'; content: TrainingContent; unknownCodes: readonly UnknownCode[] } & By)
  | ({ type: 'OfferTraining' } & By)
  | ({ type: 'RetireTraining' } & By);
export type Event = TrainingFact;
export type Rejection =
  | NotAllowed
  | { type: 'TrainingIsUnknown' }
  | { type: 'TrainingIsInAnotherStatus'; status: Existing['status'] }
  | { type: 'LevelsAreBackwards' }
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] };
type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent' };

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  const { now: at, by } = command;
  if (command.type === 'DraftTraining') return state.status === 'absent' ? draft(command) : alreadyApplied;
  if (state.status === 'absent') return refuse({ type: 'TrainingIsUnknown' });
  const { status } = state;
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'OfferTraining':
      if (status === 'offered') return alreadyApplied;
      return status === 'draft'
        ? accept({ type: 'TrainingOffered', at, by: by.person })
        : refuse({ type: 'TrainingIsInAnotherStatus', status });
    case 'RetireTraining':
      return status === 'retired' ? alreadyApplied : accept({ type: 'TrainingRetired', at, by: by.person });
  }
}

function draft({ content, unknownCodes, now: at, by }: Extract<Command, { type: 'DraftTraining' }>): Decision {
  if (content.fromLevel >= content.toLevel) return refuse({ type: 'LevelsAreBackwards' });
  if (unknownCodes.length > 0) return refuse({ type: 'CodesAreUnknown', codes: unknownCodes });
  return accept({ type: 'TrainingDrafted', content, at, by: by.person });
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'TrainingDrafted') return { status: 'draft', wasOffered: false, content: event.content };
  if (state.status === 'absent') throw new Error(`${event.type} met a training that was never drafted`);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (event.type) {
    case 'TrainingOffered':
      return { ...state, status: 'offered', wasOffered: true };
    case 'TrainingRetired':
      return { ...state, status: 'retired' };
  }
}
