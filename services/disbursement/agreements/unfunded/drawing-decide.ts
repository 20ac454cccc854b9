import { type CalendarDate, dateOf } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney, type Money } from '@junkan/kit/pure/money.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type Existing, type InForce, isInForce, type State } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import { accounts, entry, moved } from '../journal.ts';
import { ALLOWED_IN_REFERENCES, isSameReference, normalised } from '../payments/bank-reference.ts';
import { groundFault, isSameLine, lineIn, statementOf } from '../payments/of-statement.ts';
import { referenceFaultOf } from '../payments/payment-references.ts';
import { unsaidFault } from '../payments/payment-undoing.ts';
import { valueDateFault } from '../payments/value-date.ts';
import type {
  AcceptDrawing,
  CallGuarantee,
  ConfirmClaimPaid,
  ConfirmClaimReversal,
  Drawing,
  DrawingCommand,
  ObjectToClaim,
  RecordReceipt,
  RejectDrawing,
  ReportClaimPaid,
  ReverseClaim,
  UnfundedOffer,
  WithdrawClaim,
} from './drawing.ts';
import { leftOf, unfundedIn } from './unfunded-offers.ts';

type Answer = Decision<Event, Rejection>;

const MAY = { ...ROLES, WithdrawClaim: [...ROLES.ReportClaimPaid, ...ROLES.ObjectToClaim] };

/**
 * The proposer calls a guarantee or records a receipt, and the sponsor’s approver accepts or rejects that. What was called is paid to the proposer by the
 * guarantor: one person of finance reports it, and another confirms it. A guarantee outlasts the agreement, until its tenor has passed.
 */
export function decideDrawing(command: DrawingCommand, state: State): Answer {
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const drawing = 'drawing' in command && isInForce(state) ? state.drawings[command.drawing - 1] : undefined;
  const refusal = notAllowed(command.by, MAY[command.type], ownerOf(command, drawing, state));
  if (refusal) return refuse(refusal);
  if (!isInForce(state)) return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  if (command.type === 'CallGuarantee' || command.type === 'RecordReceipt') return draw(command, state);
  return drawing ? decided(command, drawing, state) : refuse({ type: 'DrawingIsUnknown', drawing: command.drawing });
}

function ownerOf({ type }: DrawingCommand, drawing: Drawing | undefined, { proposer }: Existing): string | undefined {
  switch (type) {
    case 'CallGuarantee':
    case 'RecordReceipt':
      return proposer;
    case 'AcceptDrawing':
    case 'RejectDrawing':
      return drawing?.sponsor;
    case 'ReportClaimPaid':
    case 'ConfirmClaimPaid':
    case 'ObjectToClaim':
    case 'WithdrawClaim':
    case 'ReverseClaim':
    case 'ConfirmClaimReversal':
      return undefined;
  }
}

function decided(command: Exclude<DrawingCommand, CallGuarantee | RecordReceipt>, drawing: Drawing, state: InForce): Answer {
  switch (command.type) {
    case 'AcceptDrawing':
      return acceptDrawing(command, drawing, state);
    case 'RejectDrawing':
      return reject(command, drawing, state);
    case 'ReportClaimPaid':
      return report(command, drawing, state);
    case 'ConfirmClaimPaid':
      return confirm(command, drawing, state);
    case 'ObjectToClaim':
      return object(command, drawing);
    case 'WithdrawClaim':
      return withdraw(command, drawing);
    case 'ReverseClaim':
      return reportMistake(command, drawing);
    case 'ConfirmClaimReversal':
      return reverse(command, drawing, state);
  }
}

function draw(command: CallGuarantee | RecordReceipt, state: InForce): Answer {
  const { offer, amount, note, evidence, unknownEvidence, now, by } = command;
  const of = unfundedIn(state).find((each) => each.offer === offer);
  if (!of) return refuse({ type: 'OfferIsNotOfTheAgreement', offer });
  if (of.brings !== (command.type === 'CallGuarantee' ? 'exposure' : 'value')) return refuse({ type: 'OfferIsOfAnotherInstrument', offer });
  const last = state.drawings.findLast((each) => each.offer === offer);
  const isRepeat = last?.status === 'open' && last.recordedBy === by.person && last.note === note && isSameMoney(last.amount, amount);
  if (isRepeat) return alreadyApplied;
  const fault = sumFault(amount, of, state) ?? dayFault(command, of);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  const drawn = { drawing: state.drawings.length + 1, offer, sponsor: of.sponsor, amount, note, evidence, at: now, by: by.person };
  return accept(
    command.type === 'CallGuarantee'
      ? { type: 'GuaranteeCalled', ...drawn }
      : { type: 'ReceiptRecorded', ...drawn, receivedOn: command.receivedOn },
  );
}

function sumFault(amount: Money, of: UnfundedOffer, state: InForce): Rejection | undefined {
  const currency = currencyOf(state);
  if (amount.currency !== currency) return { type: 'WrongCurrency', currency };
  if (amount.amount <= 0n) return { type: 'AmountIsNotPositive', ...amount };
  const left = leftOf(state.drawings, of).amount;
  return amount.amount > left ? { type: 'DrawingExceedsWhatIsLeft', asked: amount.amount, left, currency } : undefined;
}

/** A guarantee is called while it lasts; what was received was received by today. */
function dayFault(command: CallGuarantee | RecordReceipt, { offer, endsOn }: UnfundedOffer): Rejection | undefined {
  if (command.type === 'RecordReceipt') return valueDateFault(command.receivedOn, command.now);
  const today = dateOf(command.now);
  return endsOn !== '' && today > endsOn ? { type: 'GuaranteeHasEnded', offer, endsOn, today } : undefined;
}

/** Nobody answers for the sponsor who has called or recorded it, or has signed for another party. */
function otherSide(drawing: Drawing, person: string, { signatures }: InForce): Rejection | undefined {
  const hasSigned = signatures.some((signature) => signature.by === person && signature.party !== drawing.sponsor);
  return drawing.recordedBy === person || hasSigned ? { type: 'PersonActsForAnother', person } : undefined;
}

const inStatus = ({ number: drawing, status }: Drawing): Answer => refuse({ type: 'DrawingInStatus', drawing, status });

function acceptDrawing({ agreement, now, by }: AcceptDrawing, drawing: Drawing, state: InForce): Answer {
  const { number, kind, status, sponsor, amount, decidedBy } = drawing;
  if (status !== 'open') return status !== 'rejected' && decidedBy === by.person ? alreadyApplied : inStatus(drawing);
  const fault = otherSide(drawing, by.person, state);
  if (fault) return refuse(fault);
  const { guaranteed, called, inKind, receivedInKind } = accounts;
  const postings =
    kind === 'call'
      ? moved(guaranteed(agreement, sponsor), called(agreement, sponsor), amount)
      : moved(inKind(agreement, sponsor), receivedInKind(state.proposer), amount);
  const booked = entry(`${agreement}/drawing/${number}`, postings);
  return accept({ type: 'DrawingAccepted', drawing: number, at: now, by: by.person, entry: booked });
}

function reject({ note, now, by }: RejectDrawing, drawing: Drawing, state: InForce): Answer {
  const { number, status, decidedBy } = drawing;
  if (status !== 'open') return status === 'rejected' && decidedBy === by.person ? alreadyApplied : inStatus(drawing);
  const fault = otherSide(drawing, by.person, state);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'DrawingRejected', drawing: number, note, at: now, by: by.person });
}

/** That a call was paid is for others to say and to confirm than those who called and accepted it. */
const samePerson = (person: string, before: readonly string[]): Rejection | undefined =>
  before.includes(person) ? { type: 'PreparedByTheSamePerson', person } : undefined;

function report(
  { document, unknownEvidence = [], valueDate, now, by, ...told }: ReportClaimPaid,
  drawing: Drawing,
  state: InForce,
): Answer {
  const { number, kind, status, recordedBy, decidedBy, decidedAt } = drawing;
  const bankReference = normalised(told.bankReference);
  if (bankReference === undefined) return refuse({ type: 'BankReferenceIsMalformed', allowed: ALLOWED_IN_REFERENCES });
  const isSame =
    drawing.reportedBy === by.person && isSameReference(drawing.bankReference, bankReference) && drawing.valueDate === valueDate;
  if (kind !== 'call' || status !== 'accepted') return status === 'reported' && isSame ? alreadyApplied : inStatus(drawing);
  const fault = samePerson(by.person, [recordedBy, decidedBy]);
  if (fault) return refuse(fault);
  if (bankReference === '') return refuse({ type: 'BankReferenceIsMissing' });
  const claimedOn = dateOf(decidedAt);
  const early = (day: CalendarDate): Rejection | undefined =>
    day < claimedOn ? { type: 'ValueDateIsBeforeTheClaim', valueDate: day, claimedOn } : undefined;
  const used = referenceFaultOf(bankReference, drawing.sponsor, state) ?? valueDateFault(valueDate, now, early);
  if (used) return refuse(used);
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  const ground = lineIn(told) ? { document: '', ...statementOf(told) } : { document };
  return accept({ type: 'ClaimReportedPaid', drawing: number, bankReference, valueDate, ...ground, at: now, by: by.person });
}

function confirm({ agreement, unsaidBy, now, by }: ConfirmClaimPaid, drawing: Drawing, { proposer }: InForce): Answer {
  const { number, status, sponsor, amount, confirmedBy } = drawing;
  if (status !== 'reported') return status === 'paid' && confirmedBy === by.person ? alreadyApplied : inStatus(drawing);
  const fault = samePerson(by.person, [drawing.recordedBy, drawing.decidedBy, drawing.reportedBy]) ?? unsaidFault({ unsaidBy });
  if (fault) return refuse(fault);
  const { called, claimsPaid } = accounts;
  const booked = entry(`${agreement}/claim/${idOf(drawing)}`, moved(called(agreement, sponsor), claimsPaid(proposer), amount));
  return accept({ type: 'ClaimPaid', drawing: number, at: now, by: by.person, entry: booked });
}

/** What was paid again after a mistake is another entry. */
const idOf = ({ number, reversals }: Drawing): string => (reversals === 0 ? `${number}` : `${number}/${reversals + 1}`);

/** To the report that it was paid, or to the one that this was a mistake. */
function object({ note, now, by }: ObjectToClaim, drawing: Drawing): Answer {
  const { number, status, recordedBy, decidedBy, reportedBy, mistake } = drawing;
  if (status !== 'reported' && !mistake)
    return drawing.objectedBy === by.person && drawing.reason === note ? alreadyApplied : inStatus(drawing);
  const fault = samePerson(by.person, [recordedBy, decidedBy, reportedBy, ...(mistake ? [mistake.by] : [])]);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ClaimObjectedTo', drawing: number, note, at: now, by: by.person });
}

/** What two persons have confirmed stays. */
function withdraw({ note, now, by, ...line }: WithdrawClaim, drawing: Drawing): Answer {
  if (drawing.status !== 'reported' || !isSameLine(lineIn(drawing), line)) return alreadyApplied;
  return accept({ type: 'ClaimObjectedTo', drawing: drawing.number, note, at: now, by: by.person, ...statementOf(line) });
}

/** Two persons have confirmed that it was paid, and that was a mistake: one says so, also who had reported the payment. */
function reportMistake({ note, now, by, ...grounds }: ReverseClaim, drawing: Drawing): Answer {
  const { number, status, recordedBy, decidedBy, mistake } = drawing;
  if (status !== 'paid') return inStatus(drawing);
  if (mistake) return mistake.by === by.person ? alreadyApplied : refuse({ type: 'ClaimMistakeIsReported', drawing: number });
  const fault = samePerson(by.person, [recordedBy, decidedBy]) ?? groundFault(grounds);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { document = '' } = grounds;
  return accept({ type: 'ClaimMistakeReported', drawing: number, document, note, at: now, by: by.person });
}

/** Another confirms it, who did not report the payment either: what was called is to be paid again. */
function reverse({ agreement, now, by }: ConfirmClaimReversal, drawing: Drawing, { proposer }: InForce): Answer {
  const { number, status, sponsor, amount, mistake, recordedBy, decidedBy, reportedBy, reversedBy } = drawing;
  if (!mistake) {
    const isDone = status === 'accepted' && reversedBy === by.person;
    return isDone ? alreadyApplied : inStatus(drawing);
  }
  const fault = samePerson(by.person, [recordedBy, decidedBy, reportedBy, mistake.by]);
  if (fault) return refuse(fault);
  const { called, claimsPaid } = accounts;
  const booked = entry(`${agreement}/claim-reversed/${idOf(drawing)}`, moved(claimsPaid(proposer), called(agreement, sponsor), amount));
  return accept({ type: 'ClaimReversed', drawing: number, at: now, by: by.person, entry: booked });
}
