import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { LearnerFact, SessionMeeting } from '@junkan/proto/junkan/programme/v1/facts.ts';

/** A time that a person keeps for a session, by the attempt to enrol that has claimed it. */
export type Claim = {
  readonly session: string;
  readonly claim: string;
  readonly meetings: readonly SessionMeeting[];
  readonly at: Instant;
};
/** Of a person: the times that are kept, and every session that was ever asked for. Of an organisation: the sessions that its people have attended. */
export type State = {
  readonly status: 'absent' | 'known';
  readonly person: string;
  readonly organisation: string;
  readonly claims: readonly Claim[];
  readonly sessions: readonly string[];
  readonly attended: readonly string[];
};

export type Command =
  /** `dead`: claims of attempts that have come to nothing. */
  | {
      type: 'ClaimTime';
      session: string;
      claim: string;
      meetings: readonly SessionMeeting[];
      dead: readonly string[];
      now: Instant;
      by: Actor;
    }
  | { type: 'ReleaseTime'; claim: string }
  | { type: 'MoveTime'; claim: string; meetings: readonly SessionMeeting[] }
  | { type: 'NoteAttended'; session: string; now: Instant };
export type Event = LearnerFact;
export type Rejection = { type: 'OverlapsAnotherSession'; session: string };
type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent', person: '', organisation: '', claims: [], sessions: [], attended: [] };

/** What claims of other sessions are at the same time. */
export const clashing = ({ claims }: Pick<State, 'claims'>, session: string, meetings: readonly SessionMeeting[]): readonly Claim[] =>
  claims.filter((each) => each.session !== session && meetings.some((one) => each.meetings.some((other) => overlaps(one, other))));

const overlaps = (a: SessionMeeting, b: SessionMeeting): boolean => a.from < b.to && b.from < a.to;

export function decide(command: Command, state: State): Decision {
  switch (command.type) {
    case 'ClaimTime':
      return claimTime(command, state);
    case 'ReleaseTime': {
      const { person, organisation } = state;
      return state.claims.some(({ claim }) => claim === command.claim)
        ? accept({ type: 'TimeReleased', person, organisation, claim: command.claim })
        : alreadyApplied;
    }
    case 'MoveTime': {
      const { claim, meetings } = command;
      const kept = state.claims.find((each) => each.claim === claim);
      const isSame = !kept || JSON.stringify(kept.meetings) === JSON.stringify(meetings);
      return isSame ? alreadyApplied : accept({ type: 'TimeMoved', claim, meetings });
    }
    case 'NoteAttended':
      return state.attended.includes(command.session)
        ? alreadyApplied
        : accept({ type: 'OrganisationAttended', session: command.session, at: command.now });
  }
}

function claimTime({ session, claim, meetings, dead, now: at, by }: Extract<Command, { type: 'ClaimTime' }>, state: State): Decision {
  const [clash] = clashing(state, session, meetings).filter((each) => !dead.includes(each.claim));
  if (clash) return refuse({ type: 'OverlapsAnotherSession', session: clash.session });
  const { person, organisation } = by;
  const left = state.claims.filter((each) => dead.includes(each.claim));
  return accept(
    { type: 'TimeClaimed', person, organisation, session, claim, meetings, at },
    ...left.map((each): Event => ({ type: 'TimeReleased', person, organisation, claim: each.claim })),
  );
}

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'TimeClaimed': {
      const { person, organisation, session, claim, meetings, at } = event;
      const sessions = [...new Set([...state.sessions, session])];
      return { ...state, status: 'known', person, organisation, sessions, claims: [...state.claims, { session, claim, meetings, at }] };
    }
    case 'TimeReleased':
      return { ...state, claims: state.claims.filter(({ claim }) => claim !== event.claim) };
    case 'TimeMoved':
      return { ...state, claims: state.claims.map((each) => (each.claim === event.claim ? { ...each, meetings: event.meetings } : each)) };
    case 'OrganisationAttended':
      return { ...state, status: 'known', attended: [...state.attended, event.session] };
  }
}
