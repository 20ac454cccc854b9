import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameRung, missingOn, owed, recordOf, unreached } from './obligation.ts';
import type { Owed } from './obligations/obligations.ts';
import type { ReportingAct } from './obligations/reporting-rule.ts';
import { type CommandOf, dayOf, type Event, type Existing, isInForce, type Rejection } from './signatory.ts';

// What happens to a signatory that is in force: the ladder of what it owes, more time, notice, suspension, reinstatement.

type Decision = Decided<Event, Rejection>;
type Of = { readonly obligation: string; readonly now: string };

const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'SignatoryIsInAnotherStatus', status });

/** The obligation on the day of the command, where the signatory is in force and has not done with it. */
function openIn(state: Existing, { obligation, now }: Of): { readonly found: Owed; readonly today: string } | Rejection {
  if (!isInForce(state)) return { type: 'SignatoryIsInAnotherStatus', status: state.status };
  const today = dayOf(state, now);
  const found = owed(state, obligation, today);
  if (!found) return { type: 'ObligationIsUnknown', obligation };
  return found.acceptedOn === undefined ? { found, today } : { type: 'ObligationIsAccepted', obligation };
}

/** Why an act may not be decided yet. */
function notYet({ may, obligation }: Owed, act: ReportingAct): Rejection | undefined {
  const standing = may[act];
  switch (standing?.is) {
    case 'open':
      return undefined;
    case 'ahead':
      return { type: 'TooEarly', from: standing.from };
    case 'in-review':
      return { type: 'ReportIsInReview', obligation };
    case 'wanting':
      return { type: 'NoticeIsMissing', obligation };
    case 'decided':
      return act === 'notice' ? { type: 'NoticeIsIssued', obligation } : { type: 'ObligationIsOpen', obligation };
    case 'over':
    case undefined:
      return { type: 'ObligationIsUnknown', obligation };
  }
}

/** A step of the ladder is recorded once, and only when it has come. */
export function reachRung({ obligation, rung, days, now }: CommandOf<'ReachRung'>, state: Existing): Decision {
  if (!isInForce(state)) return inAnotherStatus(state);
  const due = unreached(state, dayOf(state, now)).find(
    (each) => each.obligation === obligation && each.name === rung && each.days === days,
  );
  if (due) return accept({ type: 'RungReached', obligation, rung, on: due.on, days, due: due.due, at: now });
  const { reached } = recordOf(state.recorded, obligation);
  return reached.some((each) => isSameRung(each, { name: rung, days, due: each.due }))
    ? alreadyApplied
    : refuse({ type: 'RungIsNotReached', rung });
}

/** A plan, a report or an assessment was handed in, returned or accepted. */
export function changeTurn({ obligation, fact, at, source, now }: CommandOf<'ChangeTurn'>, state: Existing): Decision {
  if (recordOf(state.recorded, obligation).turns.some((each) => each.source === source)) return alreadyApplied;
  const open = openIn(state, { obligation, now });
  if ('type' in open) return refuse(open);
  const isTheirs = open.found.turn === 'debtor';
  if (obligation.startsWith('assessment-') ? fact !== 'accepted' : (fact === 'submitted') !== isTheirs)
    return refuse({ type: 'TurnIsAnother', standing: open.found.turn });
  return accept({ type: 'TurnChanged', obligation, fact, on: dayOf(state, at), source, at: now });
}

export function askExtension(command: CommandOf<'AskExtension'>, state: Existing): Decision {
  const { obligation, days, note, now, by } = command;
  const open = openIn(state, command);
  if ('type' in open) return refuse(open);
  const { extension, notice } = recordOf(state.recorded, obligation);
  if (extension?.status === 'asked' && extension.days === days && extension.askedBy === by.person) return alreadyApplied;
  if (extension) return refuse({ type: 'ExtendedOnce', obligation });
  if (notice?.status === 'issued') return refuse({ type: 'NoticeIsIssued', obligation });
  const longest = obligation.startsWith('assessment-') ? 0 : (state.rule?.extensionDays ?? 0);
  if (days > longest) return refuse({ type: 'ExtensionIsTooLong', longest });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ExtensionAsked', obligation, days, note, at: now, by: by.person });
}

export function grantExtension(command: CommandOf<'GrantExtension'>, state: Existing): Decision {
  const { obligation, now, by } = command;
  const open = openIn(state, command);
  if ('type' in open) return refuse(open);
  const { extension, notice } = recordOf(state.recorded, obligation);
  if (extension?.status === 'granted')
    return extension.decidedBy === by.person ? alreadyApplied : refuse({ type: 'ExtendedOnce', obligation });
  if (extension?.status !== 'asked') return refuse({ type: 'NothingIsAskedFor', obligation });
  if (notice?.status === 'issued') return refuse({ type: 'NoticeIsIssued', obligation });
  return accept({ type: 'ExtensionGranted', obligation, days: extension.days, on: open.today, at: now, by: by.person });
}

export function refuseExtension(command: CommandOf<'RefuseExtension'>, state: Existing): Decision {
  const { obligation, note, now, by } = command;
  const open = openIn(state, command);
  if ('type' in open) return refuse(open);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { extension } = recordOf(state.recorded, obligation);
  if (extension?.status === 'refused' && extension.endNote === note) return alreadyApplied;
  if (extension?.status !== 'asked') return refuse({ type: 'NothingIsAskedFor', obligation });
  return accept({ type: 'ExtensionRefused', obligation, note, at: now, by: by.person });
}

export function prepareNotice(command: CommandOf<'PrepareNotice'>, state: Existing): Decision {
  const { obligation, note, hash, now, by } = command;
  const open = openIn(state, command);
  if ('type' in open) return refuse(open);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { notice } = recordOf(state.recorded, obligation);
  if (notice?.status === 'prepared' && notice.hash === hash && notice.preparedBy === by.person) return alreadyApplied;
  const fault = notYet(open.found, 'notice');
  if (fault) return refuse(fault);
  return accept({ type: 'NoticePrepared', obligation, note, hash, at: now, by: by.person });
}

/** Nobody issues a notice of which they have prepared a text, also where another wrote the last. The notice says from which day on a suspension may follow. */
export function issueNotice(command: CommandOf<'IssueNotice'>, state: Existing): Decision {
  const { obligation, handedIn, now, by } = command;
  const open = openIn(state, command);
  if ('type' in open) return refuse(open);
  const { notice } = recordOf(state.recorded, obligation);
  if (notice?.status === 'issued' && notice.issuedBy === by.person) return alreadyApplied;
  if (notice?.preparers.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const fault = notYet(open.found, 'notice');
  if (fault) return refuse(fault);
  if (notice?.status !== 'prepared') return refuse({ type: 'NoticeIsMissing', obligation });
  const { today } = open;
  if (handedIn === obligation) return refuse({ type: 'ReportIsInReview', obligation });
  const noticed = {
    ...state,
    facts: [...state.facts, { obligation: open.found.obligation, type: 'decided', act: 'notice', on: today } as const],
  };
  const after = owed(noticed, obligation, today)?.may.suspension;
  const suspensionFrom = after?.is === 'ahead' ? after.from : today;
  return accept({ type: 'NoticeIssued', obligation, on: today, suspensionFrom, hash: notice.hash, at: now, by: by.person });
}

/** The city may say what it has to say until a suspension is decided. */
export function answerNotice(command: CommandOf<'AnswerNotice'>, state: Existing): Decision {
  const { obligation, note, now, by } = command;
  const open = openIn(state, command);
  if ('type' in open) return refuse(open);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { notice } = recordOf(state.recorded, obligation);
  if (notice?.status !== 'issued') return refuse({ type: 'NoticeIsMissing', obligation });
  if (state.status !== 'active') return inAnotherStatus(state);
  if (notice.answer === note) return alreadyApplied;
  return accept({ type: 'NoticeAnswered', obligation, note, at: now, by: by.person });
}

export function suspendSignatory(command: CommandOf<'SuspendSignatory'>, state: Existing): Decision {
  const { obligation, handedIn, now, by } = command;
  const open = openIn(state, command);
  if ('type' in open) return refuse(open);
  if (state.status !== 'active') return inAnotherStatus(state);
  const { notice } = recordOf(state.recorded, obligation);
  if (notice?.preparers.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const fault = notYet(open.found, 'suspension');
  if (fault) return refuse(fault);
  if (handedIn === obligation) return refuse({ type: 'ReportIsInReview', obligation });
  return accept({ type: 'SignatorySuspended', obligation, on: open.today, at: now, by: by.person });
}

/** What it was suspended for is accepted, and so is all else for which it could be suspended at once. */
export function reinstateSignatory({ now, by }: CommandOf<'ReinstateSignatory'>, state: Existing): Decision {
  const today = dayOf(state, now);
  if (state.status !== 'suspended')
    return state.status === 'active' && state.reinstatedOn === today ? alreadyApplied : inAnotherStatus(state);
  const obligation = missingOn(state, today);
  if (obligation !== undefined) return refuse({ type: 'ObligationIsOpen', obligation });
  return accept({ type: 'SignatoryReinstated', on: today, at: now, by: by.person });
}
