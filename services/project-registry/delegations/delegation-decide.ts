import { otherDutyIn } from '@junkan/kit/pure/acting.ts';
import { dateOf, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, APPROVING, notAllowed, type Role } from '@junkan/proto/actor.ts';
import type { Command, CommandOf, Delegation, Event, Rejection, State, Taker, Terms } from './delegation.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  const { by } = command;
  const needed = command.type === 'DelegateRole' ? [command.role] : APPROVING;
  const refusal = notAllowed(by, needed) ?? (command.type === 'EndDelegation' ? undefined : inAnothersPlace(by, needed));
  if (refusal) return refuse(refusal);
  // Other organisations do not even learn that there are any.
  if (state.status !== 'absent' && by.organisation !== state.organisation) return refuse({ type: 'DelegationsAreUnknown' });
  if (command.type === 'DelegateRole') return delegate(command, state);
  if (state.status === 'absent') return refuse({ type: 'DelegationsAreUnknown' });
  const delegation = state.delegations[command.delegation - 1];
  if (!delegation) return refuse({ type: 'DelegationIsUnknown', delegation: command.delegation });
  return command.type === 'ConfirmDelegation' ? confirm(command, delegation) : end(command, delegation);
}

/** What somebody holds for another is neither given on, nor confirmed by it that others hold. */
const inAnothersPlace = (by: Actor, needed: readonly Role[]): Rejection | undefined =>
  by.for === undefined ? undefined : { type: 'RoleIsMissing', needed };

function delegate(command: CommandOf<'DelegateRole'>, state: State): Decision {
  const { role, takenBy, firstDay, lastDay, note, taker, now, by } = command;
  const terms = { role, takenBy, firstDay, lastDay };
  const delegations = state.status === 'absent' ? [] : state.delegations;
  const own = delegations.filter(({ status, givenBy, ...each }) => status !== 'ended' && givenBy === by.person && each.role === role);
  if (own.some((each) => isSame(each, terms))) return alreadyApplied;
  const fault = faultOf(command) ?? faultOfTaker(takenBy, taker, by.organisation);
  if (fault) return refuse(fault);
  const other = own.find((each) => each.firstDay <= lastDay && firstDay <= each.lastDay);
  if (other) return refuse({ type: 'RoleIsDelegatedAlready', delegation: other.number });
  const { organisation, person } = by;
  return accept({ type: 'RoleDelegated', organisation, delegation: delegations.length + 1, ...terms, note, at: now, by: person });
}

const isSame = (one: Terms, other: Terms): boolean =>
  one.role === other.role && one.takenBy === other.takenBy && one.firstDay === other.firstDay && one.lastDay === other.lastDay;

function faultOf({ takenBy, firstDay, lastDay, note, maximumDays, now, by }: CommandOf<'DelegateRole'>): Rejection | undefined {
  // The giver may have given it to that person before, and has counted as one person with it since.
  if (isOneName(takenBy, by.person) && by.countsAs === undefined) return { type: 'DelegateIsTheGiver', person: takenBy };
  const today = dateOf(now);
  if (firstDay < today) return { type: 'DelegationBeginsInThePast', today };
  if (lastDay < firstDay) return { type: 'DelegationEndsBeforeItBegins' };
  if (lastDay >= plusCalendarDays(firstDay, maximumDays)) return { type: 'DelegationIsTooLong', maximumDays };
  return note === '' ? { type: 'NoteIsMissing' } : undefined;
}

/** Two spellings that a reader takes for the same person, though a provider distinguishes them. */
const isOneName = (one: string, other: string): boolean => folded(one) === folded(other);
const folded = (person: string): string => person.normalize('NFKC').trim().toLowerCase();

/** As far as anything is known of that person; when it acts, its own token says. */
function faultOfTaker(person: string, { organisation, roles }: Taker, own: string): Rejection | undefined {
  if (organisation !== '' && organisation !== own) return { type: 'DelegateActsForAnother', person };
  const role = otherDutyIn(roles);
  return role && { type: 'DelegateHasAnotherDuty', person, role };
}

function confirm({ delegation: number, taker, now, by }: CommandOf<'ConfirmDelegation'>, delegation: Delegation): Decision {
  const { person } = by;
  const { status, givenBy, takenBy, lastDay, confirmedBy } = delegation;
  if (status === 'confirmed' && confirmedBy === person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'DelegationInStatus', delegation: number, status });
  if (isOneName(person, givenBy) || isOneName(person, takenBy)) return refuse({ type: 'PreparedByTheSamePerson', person });
  if (lastDay < dateOf(now)) return refuse({ type: 'DelegationIsOver', lastDay });
  const fault = faultOfTaker(takenBy, taker, by.organisation);
  return fault ? refuse(fault) : accept({ type: 'DelegationConfirmed', delegation: number, at: now, by: person });
}

/**
 * It only removes rights, so any approver of the organisation may do it, even one who holds the role by it; also before it is confirmed.
 */
function end({ delegation: number, note, now, by }: CommandOf<'EndDelegation'>, { status, endedBy }: Delegation): Decision {
  if (status === 'ended')
    return endedBy === by.person ? alreadyApplied : refuse({ type: 'DelegationInStatus', delegation: number, status });
  return note === ''
    ? refuse({ type: 'NoteIsMissing' })
    : accept({ type: 'DelegationEnded', delegation: number, note, at: now, by: by.person });
}
