import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, ApprovingRole, NotAllowed, Role } from '@junkan/proto/actor.ts';
import type { DelegationsFact } from '@junkan/proto/junkan/project/v1/facts.ts';

/**
 * Which roles the approvers of an organisation have given to other persons of it, each for days that are named: given by one person, confirmed by
 * another, and taken by a third. One stream for each organisation. `decide` is in delegation-decide.ts.
 */
export type DelegationsId = `dlg_${string}`;

/** What is given, to whom and for which days, both included: calendar dates in UTC, as all days of the policy are. */
export type Terms = {
  readonly role: ApprovingRole;
  readonly takenBy: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
};

/** `confirmedBy`, `endedBy` and their times: '' until that is done. `note`, `endNote`: why, references of erasable texts. */
export type Delegation = Terms & {
  /** Counts the delegations of the organisation, from 1. */
  readonly number: number;
  readonly status: 'proposed' | 'confirmed' | 'ended';
  readonly givenBy: string;
  readonly givenAt: Instant;
  readonly note: string;
  readonly confirmedBy: string;
  readonly confirmedAt: Instant | '';
  readonly endedBy: string;
  readonly endedAt: Instant | '';
  readonly endNote: string;
};

export type Existing = {
  /** Whether a delegation waits for its confirmation. */
  readonly status: 'standing' | 'proposed';
  readonly organisation: string;
  readonly delegations: readonly Delegation[];
};
export type Status = Existing['status'];
export type State = { readonly status: 'absent' } | Existing;

/** What is known of the person who is to take a role: the organisation it acts for, '' = it has not acted yet; and its own roles. */
export type Taker = { readonly organisation: string; readonly roles: readonly Role[] };

export type Command =
  | ({ type: 'DelegateRole'; note: string; taker: Taker; maximumDays: number; now: Instant; by: Actor } & Terms)
  | { type: 'ConfirmDelegation'; delegation: number; taker: Taker; now: Instant; by: Actor }
  | { type: 'EndDelegation'; delegation: number; note: string; now: Instant; by: Actor };
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = DelegationsFact;

export type Rejection =
  | NotAllowed
  | { type: 'DelegationsAreUnknown' }
  | { type: 'DelegationIsUnknown'; delegation: number }
  | { type: 'DelegationInStatus'; delegation: number; status: Delegation['status'] }
  | { type: 'DelegateIsTheGiver'; person: string }
  /** An own role with which the one that is given is not joined. */
  | { type: 'DelegateHasAnotherDuty'; person: string; role: Role }
  | { type: 'DelegateActsForAnother'; person: string }
  | { type: 'DelegationBeginsInThePast'; today: CalendarDate }
  | { type: 'DelegationEndsBeforeItBegins' }
  | { type: 'DelegationIsTooLong'; maximumDays: number }
  | { type: 'DelegationIsOver'; lastDay: CalendarDate }
  | { type: 'RoleIsDelegatedAlready'; delegation: number }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' };

export const initial: State = { status: 'absent' };

const statusOf = (delegations: readonly Delegation[]): Status =>
  delegations.some(({ status }) => status === 'proposed') ? 'proposed' : 'standing';

export function evolve(state: State, event: Event): State {
  if (event.type === 'RoleDelegated') {
    const { organisation, delegation: number, role, takenBy, firstDay, lastDay, note, at: givenAt, by: givenBy } = event;
    const before = state.status === 'absent' ? [] : state.delegations;
    const undone = { status: 'proposed', confirmedBy: '', confirmedAt: '', endedBy: '', endedAt: '', endNote: '' } as const;
    const delegations = [...before, { number, role, takenBy, firstDay, lastDay, givenBy, givenAt, note, ...undone }];
    return { status: statusOf(delegations), organisation, delegations };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met an organisation in which nothing was delegated`);
  const { delegation: number, at, by } = event;
  const before = state.delegations[number - 1];
  if (!before || before.status === 'ended' || (event.type === 'DelegationConfirmed' && before.status === 'confirmed'))
    throw new Error(`${event.type} met delegation ${number}, which was ${before?.status ?? 'never given'}`);
  const after: Delegation =
    event.type === 'DelegationConfirmed'
      ? { ...before, status: 'confirmed', confirmedBy: by, confirmedAt: at }
      : { ...before, status: 'ended', endedBy: by, endedAt: at, endNote: event.note };
  const delegations = state.delegations.with(number - 1, after);
  return { ...state, status: statusOf(delegations), delegations };
}
