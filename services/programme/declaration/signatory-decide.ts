import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { kindOf, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import * as affirming from './affirming.ts';
import * as calendar from './calendar.ts';
import * as joining from './joining.ts';
import * as leaving from './leaving.ts';
import * as membership from './membership.ts';
import { type Command, type CommandOf, type Event, type Existing, type Rejection, reminderOf, type State } from './signatory.ts';
import * as standing from './standing.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowedTo(command, state);
  if (refusal) return refuse(refusal);
  if (command.type === 'ExpressInterest') return joining.expressInterest(command, state);
  if (command.type === 'InviteCity') return joining.inviteCity(command, state);
  if (state.status === 'absent') return refuse({ type: 'SignatoryIsUnknown' });
  return decideExisting(command, state);
}

function decideExisting(command: Exclude<Command, { type: 'ExpressInterest' | 'InviteCity' }>, state: Existing): Decision {
  switch (command.type) {
    case 'RecordCouncilDecision':
      return joining.recordCouncilDecision(command, state);
    case 'RecordMandate':
      return joining.recordMandate(command, state);
    case 'SignDeclaration':
      return joining.signDeclaration(command, state);
    case 'AffirmDeclaration':
      return affirming.affirmDeclaration(command, state);
    case 'AskToAffirm':
      return affirming.askToAffirm(command, state);
    case 'ReturnSignature':
      return joining.returnSignature(command, state);
    case 'CheckSignature':
      return joining.checkSignature(command, state);
    case 'AdmitSignatory':
      return joining.admitSignatory(command, state);
    case 'DeclineCity':
      return joining.declineCity(command, state);
    case 'StopJoining':
      return joining.stopJoining(command, state);
    case 'AskExtension':
      return standing.askExtension(command, state);
    case 'GrantExtension':
      return standing.grantExtension(command, state);
    case 'RefuseExtension':
      return standing.refuseExtension(command, state);
    case 'PrepareNotice':
      return standing.prepareNotice(command, state);
    case 'IssueNotice':
      return standing.issueNotice(command, state);
    case 'AnswerNotice':
      return standing.answerNotice(command, state);
    case 'SuspendSignatory':
      return standing.suspendSignatory(command, state);
    case 'ReinstateSignatory':
      return standing.reinstateSignatory(command, state);
    case 'ReachRung':
      return standing.reachRung(command, state);
    case 'ChangeTurn':
      return standing.changeTurn(command, state);
    case 'JoinGroup':
      return membership.joinGroup(command, state);
    case 'LeaveGroup':
      return membership.leaveGroup(command, state);
    case 'OpenCalendar':
      return calendar.openCalendar(command, state);
    case 'CloseCalendar':
      return calendar.closeCalendar(command, state);
    case 'WithdrawSignatory':
      return leaving.withdrawSignatory(command, state);
    case 'AnnounceLapse':
      return leaving.announceLapse(command, state);
    case 'LapseSignatory':
      return leaving.lapseSignatory(command, state);
    case 'RemindOf':
      return remind(command, state);
  }
}

/** Each command is of a role; what a city does, it does for itself. */
function notAllowedTo(command: Command, state: State): Rejection | undefined {
  const { type, by } = command;
  if (type === 'ReachRung' || type === 'ChangeTurn' || type === 'AskToAffirm' || type === 'RemindOf')
    return notAllowed(by, ['system.workflow']);
  const city = type === 'ExpressInterest' ? command.city : state.status === 'absent' ? undefined : state.city;
  return notAllowed(by, ROLES[type], kindOf(by.organisation) === 'proposer' ? city : undefined);
}

function remind({ matter, role, organisation, occurrence }: CommandOf<'RemindOf'>, { reminded }: Existing): Decision {
  const reminder = { matter, role, organisation, occurrence };
  return reminded.has(reminderOf(reminder)) ? alreadyApplied : accept({ type: 'ReminderSent', ...reminder });
}
