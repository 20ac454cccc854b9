import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import type { CommandOf, Event, EventOf, Existing, ProjectFacts, Rejection, State } from './action.ts';

type Decision = Decided<Event, Rejection>;

// What the money path says of a funded project. None of it is refused, and all of it is recorded once, however often it is said.

const begun = ({ project, ...facts }: ProjectFacts, at: Instant): EventOf<'ActionBegunByProject'> => ({
  type: 'ActionBegunByProject',
  project,
  ...facts,
  at,
});

export const beginProjectAction = ({ facts, now }: CommandOf<'BeginProjectAction'>, state: State): Decision =>
  state.status === 'absent' ? accept(begun(facts, now)) : alreadyApplied;

export function endProjectAction({ outcome, now }: CommandOf<'EndProjectAction'>, state: Existing): Decision {
  if (state.status === outcome) return alreadyApplied;
  // What was completed may be terminated afterwards, where money has come back.
  return state.status === 'under-way' || (state.status === 'completed' && outcome === 'stopped')
    ? accept({ type: 'ActionEndedByProject', outcome, at: now })
    : refuse({ type: 'ActionIsInAnotherStatus', status: state.status });
}

/** A report that is older than the one recorded says nothing any more. */
export function recordVerifiedResults({ facts, verified, now }: CommandOf<'RecordVerifiedResults'>, state: State): Decision {
  const before = state.status === 'absent' ? 0 : (state.reports.get(verified.milestone) ?? 0);
  if (before >= verified.report) return alreadyApplied;
  const first: Event[] = state.status === 'absent' ? [begun(facts, now)] : [];
  return accept<Event>(...first, { type: 'ResultVerified', ...verified, at: now });
}
