import { personsOf } from '@junkan/kit/pure/acting.ts';
import { type CalendarDate, dateOf } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { limitBelow } from '@junkan/kit/pure/limits.ts';
import { plus, total } from '@junkan/kit/pure/money.ts';
import { type Actor, notAllowed, type Role } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Limited } from './day-limit.ts';
import {
  barredFromFailure,
  broughtBy,
  type Command,
  type CommandOf,
  type Event,
  type Existing,
  type FileDutyKind,
  failuresIn,
  failuresToConfirm,
  isInIt,
  type Rejection,
  rejectionOfWhole,
  remaining,
  type StandingFault,
  type State,
  type Status,
  type Transfer,
} from './payment-file.ts';

type Decision = Decided<Event, Rejection>;

const MAY = {
  BeginPaymentFile: ROLES.MakePaymentFile,
  MakePaymentFile: ROLES.MakePaymentFile,
  ApprovePaymentFile: ROLES.ApprovePaymentFile,
  DownloadPaymentFile: ['finance.maker', 'finance.checker'],
  RefusePaymentFile: ROLES.RefusePaymentFile,
  SendPaymentFile: ROLES.SendPaymentFile,
  CompleteSending: ROLES.SendPaymentFile,
  NoteAnswer: ROLES.AnswerPaymentFile,
  RejectRemainingTransfers: ROLES.RejectRemainingTransfers,
  ConfirmFileFailures: ROLES.ConfirmFileFailures,
} as const satisfies Record<Command['type'], readonly Role[]>;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, MAY[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'BeginPaymentFile') return begin(command, state);
  if (state.status === 'absent') return refuse({ type: 'PaymentFileIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'MakePaymentFile':
      return make(command, state);
    case 'ApprovePaymentFile':
      return approve(command, state);
    case 'DownloadPaymentFile':
      return download(command, state);
    case 'RefusePaymentFile':
      return reject(command, state);
    case 'SendPaymentFile':
      return handOver(command, state);
    case 'CompleteSending':
      return complete(command, state);
    case 'NoteAnswer':
      return noteAnswer(command, state);
    case 'RejectRemainingTransfers':
      return rejectRemaining(command, state);
    case 'ConfirmFileFailures':
      return confirmFailures(command, state);
  }
}

/** Each is far below what one message may hold. */
const TRANSFERS_IN_AN_EVENT = 200;
function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += TRANSFERS_IN_AN_EVENT) parts.push(items.slice(at, at + TRANSFERS_IN_AN_EVENT));
  return parts;
}

function begin(command: CommandOf<'BeginPaymentFile'>, state: State): Decision {
  if (state.status !== 'absent') return alreadyApplied;
  const { payer, currency, executionDate, payerAccount, message, duties, approvedAlone, transfers, fault, today, now, by } = command;
  if (executionDate < today) return refuse({ type: 'ExecutionDateIsPast', executionDate, today });
  if (payerAccount === '') return refuse({ type: 'PayerHasNoUsableAccount', payer, currency });
  if (transfers.every(({ because }) => because !== '')) {
    const { because, payment } = transfers[0] ?? NONE;
    return refuse({ type: 'NothingToPay', payer, currency, leftOut: transfers.length, because, payment });
  }
  if (fault) return refuse(fault);
  const header = { payer, currency, executionDate, payerAccount, message, duties, approvedAlone };
  return accept<Event>(
    { type: 'PaymentFileBegun', ...header, transfers: transfers.length, at: now, by: by.person },
    ...inParts(transfers).map((part): Event => ({ type: 'TransfersListed', transfers: part })),
  );
}

const NONE = { because: '', payment: '' } as const;

/** What went another way while it was begun is left out; where nothing is left, there is no file. */
function make({ leftOut, sha256, now, by }: CommandOf<'MakePaymentFile'>, state: Existing): Decision {
  if (state.status === 'refused') return inStatus(state.status);
  if (state.status !== 'making') return alreadyApplied;
  const left = state.transfers.filter((each) => isInIt(each) && !leftOut.includes(each.number));
  const facts = { at: now, by: by.person };
  if (left.length === 0) return accept<Event>({ type: 'PaymentFileRefused', note: '', leftOut, ...facts });
  const sum = total(
    left.map(({ amount }) => amount),
    state.currency,
  );
  return accept<Event>({ type: 'PaymentFileMade', leftOut, transfers: left.length, sum, sha256, ...facts });
}

/**
 * Two persons approve a file with which its payer pays more on its day than the limit of a day; and who has approved a payment in it alone never is the only one
 * to approve it, so that nothing goes to a bank which one person alone has approved.
 */
function approve({ fault, limited, today, now, by }: CommandOf<'ApprovePaymentFile'>, state: Existing): Decision {
  const { person } = by;
  if (person === state.madeBy) return refuse({ type: 'PreparedByTheSamePerson', person });
  const held = heldBy(person, 'approved', state);
  if (held) return refuse(held);
  const { status, firstApproval: first } = state;
  if ((state.approvedBy === person || first?.by === person) && status !== 'refused') return alreadyApplied;
  if (status !== 'made') return inStatus(status);
  const stale = fault ?? pastFault(state, today);
  if (stale) return refuse(stale);
  const said = { at: now, by: person, ...(limited ? { rules: limited.rules.edition, measured: plus(state.sum, limited.ofDay) } : {}) };
  if (isEnough(by, limited, state)) return accept<Event>({ type: 'PaymentFileApproved', ...said });
  const limit = limitAbove(state, limited);
  return accept<Event>({ type: 'PaymentFileApprovedOnce', ...said, ...(limit ? { limit } : {}) });
}

const limitAbove = ({ sum }: Existing, limited: Limited | undefined) => limited && limitBelow(limited.rules, plus(sum, limited.ofDay));

/** Whether a file that is to be approved is approved with this person, or with whom it counts as one. */
export const isEnough = (by: Actor, limited: Limited | undefined, state: Existing): boolean =>
  state.firstApproval !== undefined ||
  !(limitAbove(state, limited) || personsOf(by).some((person) => state.approvedAlone.includes(person)));

/** Nothing is sent to a bank without two responsible persons; the second reviews it first. */
function download({ now, by }: CommandOf<'DownloadPaymentFile'>, { status, madeBy, downloads }: Existing): Decision {
  const { person } = by;
  const isToApprove = status === 'made' && madeBy !== person;
  const refusal = isToApprove ? notAllowed(by, ROLES.ApprovePaymentFile) : undefined;
  if (refusal) return refuse(refusal);
  if (!isToApprove && status !== 'approved' && !WITH_THE_BANK.includes(status)) return inStatus(status);
  const isKnown = downloads.some((each) => each.by === person && dateOf(each.at) === dateOf(now));
  return isKnown ? alreadyApplied : accept<Event>({ type: 'PaymentFileDownloaded', at: now, by: person });
}

/**
 * Before the bank has it. Refusing only removes rights, so that the maker may refuse it as well; but what was downloaded the bank may have, and its payments
 * would be paid again by another file: so two persons say that it does not, of whom the second never had it. Where a statement
 * shows a payment in it, the bank has it, and nobody refuses it.
 */
function reject({ note, shown, now, by }: CommandOf<'RefusePaymentFile'>, state: Existing): Decision {
  const { person } = by;
  const { status, refusalRequest: request, downloads } = state;
  if (status === 'refused' && state.refusedBy === person) return alreadyApplied;
  if (!BEFORE_THE_BANK.includes(status)) return inStatus(status);
  if (shown && mayBeAtBank(state)) return refuse({ type: 'PaymentFileIsAtTheBank', statement: shown.statement });
  if (request?.by === person) return alreadyApplied;
  if (request && hasHad(state).includes(person)) return refuse({ type: 'PreparedByTheSamePerson', person });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const said = { note, at: now, by: person };
  return downloads.length > 0 && !request
    ? accept<Event>({ type: 'PaymentFileRefusalRequested', ...said })
    : accept<Event>({ type: 'PaymentFileRefused', leftOut: [], ...said });
}

/** Who made it, or had it as the bank gets it. */
export const hasHad = ({ madeBy, downloads }: Existing): string[] => [madeBy, ...downloads.map(({ by }) => by)];

/** Another duty that a person had in a payment of the file, but for the one that does not matter here. */
function heldBy(person: string, but: FileDutyKind, { duties }: Existing): Rejection | undefined {
  const held = duties.find((each) => each.person === person && each.duty !== but);
  return held && { type: 'PersonHasAnotherDuty', person, duty: held.duty };
}

const senderFault = (person: string, state: Existing): Rejection | undefined =>
  person === state.approvedBy || person === state.firstApproval?.by
    ? { type: 'PersonHasAnotherDuty', person, duty: 'approved' }
    : heldBy(person, 'requested', state);

const BEFORE_THE_BANK: readonly Status[] = ['making', 'made', 'approved'];
const WITH_THE_BANK: readonly Status[] = ['sending', 'sent', 'answered'];

/** What the bank has cannot be taken back here; the approver does not send it. */
function handOver({ fault, shown, today, now, by }: CommandOf<'SendPaymentFile'>, state: Existing): Decision {
  const { person } = by;
  const held = senderFault(person, state);
  if (held) return refuse(held);
  if (WITH_THE_BANK.includes(state.status)) return alreadyApplied;
  if (state.status !== 'approved') return inStatus(state.status);
  // Another person than the one who says that it was sent has brought the statement.
  const statement = shown && mayBeAtBank(state) && !personsOf(by).includes(shown.by) ? shown.statement : undefined;
  const stale = statement ? undefined : (fault ?? pastFault(state, today));
  if (stale) return refuse(stale);
  if (state.downloads.length === 0) return refuse({ type: 'PaymentFileIsNotDownloaded' });
  return accept<Event>({ type: 'PaymentFileHandedOver', at: now, by: person, day: state.executionDate, statement });
}

/** Whether somebody can have brought it there: it is approved, and was downloaded. */
const mayBeAtBank = ({ status, downloads }: Existing): boolean => status === 'approved' && downloads.length > 0;

/** After its day it would be paid on another, of which no limit counted it; but what somebody had by then, the bank may have paid on it. */
function pastFault(state: Existing, today: CalendarDate): StandingFault | undefined {
  return today <= state.executionDate || wasHadInTime(state)
    ? undefined
    : { type: 'PaymentFileDoesNotStand', because: 'ExecutionDateIsPast', agreement: '', payment: '', account: '' };
}

export const wasHadInTime = ({ executionDate, downloads }: Existing): boolean => downloads.some(({ at }) => dateOf(at) <= executionDate);

function complete({ now, by }: CommandOf<'CompleteSending'>, state: Existing): Decision {
  const { status } = state;
  const held = senderFault(by.person, state);
  if (held) return refuse(held);
  if (status === 'sent' || status === 'answered') return alreadyApplied;
  return status === 'sending' ? accept<Event>({ type: 'PaymentFileSent', at: now, by: by.person }) : inStatus(status);
}

function noteAnswer({ reference, answer, created, outcomes, untold, now, by }: CommandOf<'NoteAnswer'>, state: Existing): Decision {
  if (state.answers.includes(answer)) return alreadyApplied;
  if (state.status === 'approved' && state.downloads.length > 0) return refuse({ type: 'PaymentFileIsNotSent' });
  if (state.status !== 'sent' && state.status !== 'answered') return inStatus(state.status);
  const unknown = outcomes.find(({ number }) => !isListed(number, state));
  if (unknown) return refuse({ type: 'AnswerIsOfNoPayment', instruction: String(unknown.number) });
  return accept<Event>(
    { type: 'PaymentFileAnswered', reference, answer, created, untold, at: now, by: by.person },
    ...inParts(outcomes).map((part): Event => ({ type: 'TransfersTold', transfers: part, at: now })),
  );
}

/** What the bank rejects with the whole file, a person applies to the transfers of which it has said nothing else since. */
function rejectRemaining({ outcomes, now, by }: CommandOf<'RejectRemainingTransfers'>, state: Existing): Decision {
  const { status } = state;
  if (status !== 'sent' && status !== 'answered') return inStatus(status);
  const whole = rejectionOfWhole(state);
  if (!whole) return refuse({ type: 'WholeFileIsNotRejected' });
  const left = new Set(remaining(state).map(({ number }) => number));
  const rejected = outcomes.filter(({ number }) => left.has(number));
  if (rejected.length === 0) return alreadyApplied;
  const { code, reasonCode } = whole;
  return accept<Event>(
    { type: 'RemainingTransfersRejected', transfers: rejected.length, code, reasonCode, at: now, by: by.person },
    ...inParts(rejected).map((part): Event => ({ type: 'TransfersTold', transfers: part, at: now })),
  );
}

/** Nobody confirms what they brought themselves, or who counts as one person with them, and nobody what the bank has taken back with the whole since. */
function confirmFailures(command: CommandOf<'ConfirmFileFailures'>, state: Existing): Decision {
  const { confirmed, concluded, now, by } = command;
  if (failuresIn(state).length === 0) return refuse({ type: 'NoFailureIsReported' });
  const waiting = failuresToConfirm(state);
  if (waiting.length === 0) return refuse({ type: 'WholeFileIsNotRejected' });
  const ofOthers = confirmableBy(by, waiting, state).map(({ number }) => number);
  if (ofOthers.length === 0) {
    const own = personsOf(by);
    const isOwn = waiting.some((each) => broughtBy(each).some((person) => own.includes(person)));
    return refuse({ type: 'PersonHasAnotherDuty', person: by.person, duty: isOwn ? 'reported' : 'approved' });
  }
  const [numbers, over] = [confirmed, concluded].map((some) => some.filter((number) => ofOthers.includes(number)));
  if (!numbers || !over || numbers.length + over.length === 0) return alreadyApplied;
  return accept<Event>({ type: 'FileFailuresConfirmed', numbers, concluded: over, transfers: numbers.length, at: now, by: by.person });
}

/** Of what waits, that from which none of those is barred who count as one person with an actor. */
export function confirmableBy(by: Actor, waiting: readonly Transfer[], file: Pick<Existing, 'duties'>): Transfer[] {
  const own = personsOf(by);
  return waiting.filter((each) => !barredFromFailure(each, file).some((person) => own.includes(person)));
}

function isListed(number: number, { transfers }: Existing): boolean {
  const transfer = transfers[number - 1];
  return transfer !== undefined && isInIt(transfer);
}

const inStatus = (status: Status): Decision => refuse({ type: 'PaymentFileInStatus', status });
