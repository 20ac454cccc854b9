import { type CalendarDate, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type CommandOf, dayOf, type Event, type Existing, type GroupId, isInForce, isJoining, type Rejection } from './signatory.ts';

type Decision = Decided<Event, Rejection>;

/** Who leaves a group stays a member for so many days more. */
const LEAVING_DAYS = 90;

/** The group of which it is a member on a day. */
export const groupOn = ({ group }: Pick<Existing, 'group'>, today: CalendarDate): GroupId | '' =>
  group && (group.leavesOn === '' || today < group.leavesOn) ? group.id : '';

export function joinGroup({ group, invited, isStanding, now, by }: CommandOf<'JoinGroup'>, state: Existing): Decision {
  const on = dayOf(state, now);
  const current = groupOn(state, on);
  if (current === group && state.group?.leavesOn === '') return alreadyApplied;
  if (!isJoining(state) && !isInForce(state)) return refuse({ type: 'SignatoryIsInAnotherStatus', status: state.status });
  if (current !== '' && current !== group) return refuse({ type: 'CityIsInAnotherGroup', group: current });
  if (!isStanding) return refuse({ type: 'GroupIsDissolved' });
  if (!invited.includes(state.city)) return refuse({ type: 'CityIsNotInvited' });
  return accept({ type: 'GroupJoined', group, on, at: now, by: by.person });
}

export function leaveGroup({ now, by }: CommandOf<'LeaveGroup'>, state: Existing): Decision {
  const today = dayOf(state, now);
  const group = groupOn(state, today);
  if (group === '') return refuse({ type: 'NotInAGroup' });
  if (state.group?.leavesOn !== '') return alreadyApplied;
  return accept({ type: 'GroupLeft', group, leavesOn: plusCalendarDays(today, LEAVING_DAYS), at: now, by: by.person });
}
