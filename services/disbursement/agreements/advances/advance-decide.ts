import { dateOf, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney, lesser, type Money, money } from '@junkan/kit/pure/money.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type InForce, isInForce, type State } from '../agreement-state.ts';
import { type Cell, currencyOf } from '../contract/terms.ts';
import { accounts, entry, moved } from '../journal.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import { isOver } from '../payments/payment.ts';
import { instrumentFault } from '../payments/payment-instrument.ts';
import { amountFault } from '../recoveries/recovery-amounts.ts';
import { advancedOn, allowsAdvances, limitOf, openOf, statusOf } from './advance.ts';
import type {
  AcceptExpenditure,
  AdvanceCommand,
  AdvancePolicy,
  AskAdvance,
  RefuseAdvance,
  RequestAdvance,
  ReturnExpenditure,
  SubmitExpenditure,
} from './advance-commands.ts';
import type { Advance, Expenditure } from './advance-state.ts';

type Answer = Decision<Event, Rejection>;
type Decided = Exclude<AdvanceCommand, RequestAdvance>;

/** Money is paid ahead on a plan of the proposer's; what it says it has spent of that, a verifier accepts or returns. */
export function decideAdvance(command: Decided, state: State): Answer {
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const isOfProposer = command.type === 'AskAdvance' || command.type === 'SubmitExpenditure';
  const refusal = notAllowed(command.by, ROLES[command.type], isOfProposer ? state.proposer : undefined);
  if (refusal) return refuse(refusal);
  if (!isInForce(state)) return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  return command.type === 'AskAdvance' ? ask(command, state) : decideAsked(command, state);
}

function decideAsked(command: Exclude<Decided, AskAdvance>, state: InForce): Answer {
  const advance = state.advances[command.advance - 1];
  if (!advance) return refuse({ type: 'AdvanceIsUnknown', advance: command.advance });
  switch (command.type) {
    case 'RefuseAdvance':
      return reject(command, advance, state);
    case 'SubmitExpenditure':
      return submit(command, advance, state);
    case 'AcceptExpenditure':
      return acceptStatement(command, advance, state);
    case 'ReturnExpenditure':
      return giveBack(command, advance);
  }
}

function ask({ tranche, sponsor, amount, note, milestone, policy, now, by }: AskAdvance, state: InForce): Answer {
  if (state.status !== 'effective') return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  const last = state.advances.at(-1);
  const isRepeat =
    last !== undefined &&
    statusOf(state, last) === 'asked' &&
    last.tranche === tranche &&
    last.sponsor === sponsor &&
    isSameMoney(last.amount, amount) &&
    last.plan === note &&
    last.askedBy === by.person;
  if (isRepeat) return alreadyApplied;
  const cell = state.cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  if (!cell) return refuse({ type: 'CellIsUnknown', tranche, sponsor });
  const { limitPercent, statementDays } = policy;
  const fault =
    aheadFault(cell, milestone, amount, state) ?? sumFault(cell, amount, limitPercent, state) ?? earlierFault(cell, policy, state);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const asked = { advance: state.advances.length + 1, tranche, sponsor, amount, limitPercent, statementDays, note };
  return accept({ type: 'AdvanceAsked', ...asked, at: now, by: by.person });
}

/** Why this is not paid ahead of the cell, or not any more; or nothing. */
export function aheadFault(cell: Cell, milestone: MilestoneFacts, { amount }: Money, state: InForce): Rejection | undefined {
  const { payment, tranche } = cell;
  const { payments, verdicts } = state;
  const order = payments.get(payment);
  if (order && !isOver(order)) return { type: 'CellHasAnOrder', payment, status: order.status };
  const isJudged = milestone.is !== 'unverified' || verdicts.some((verdict) => verdict.tranche === tranche);
  return isJudged ? { type: 'MilestoneIsJudged', milestone: milestone.id } : instrumentFault(state, cell, advancedOn(state, cell) + amount);
}

/** Why this sum is not paid ahead by the terms and the policy, or nothing. */
function sumFault(cell: Cell, amount: Money, percent: number, state: InForce): Rejection | undefined {
  const { tranche, sponsor } = cell;
  if (cell.amount.amount === 0n) return { type: 'CellIsZero', tranche, sponsor };
  if (!allowsAdvances(state, sponsor)) return { type: 'AdvancesAreNotAllowed', sponsor };
  const currency = currencyOf(state);
  if (amount.currency !== currency) return { type: 'WrongCurrency', currency };
  if (amount.amount <= 0n) return { type: 'AmountIsNotPositive', ...amount };
  const limit = limitOf(state, cell, percent);
  return amount.amount > limit ? { type: 'AdvanceExceedsTheLimit', asked: amount.amount, limit, currency, percent } : undefined;
}

/** An earlier advance of the agreement that has to be dealt with first: of the same cell all of it, of another most of it. */
function earlierFault({ tranche, sponsor }: Cell, { liquidatedPercent }: AdvancePolicy, state: InForce): Rejection | undefined {
  for (const advance of state.advances) {
    const { number } = advance;
    const status = statusOf(state, advance);
    if (status === 'asked' || status === 'ordered') return { type: 'AdvanceIsPending', advance: number };
    const open = openOf(state, advance, 'approved');
    const isSame = advance.tranche === tranche && advance.sponsor === sponsor;
    const mayBeOpen = isSame ? 0n : advance.amount.amount * BigInt(100 - liquidatedPercent);
    if (open * 100n > mayBeOpen) return { type: 'AdvanceIsNotLiquidated', advance: number, open, currency: currencyOf(state) };
  }
  return undefined;
}

function reject({ note, now, by }: RefuseAdvance, advance: Advance, state: InForce): Answer {
  const { number, refusedBy } = advance;
  const status = statusOf(state, advance);
  if (status === 'refused' && refusedBy === by.person) return alreadyApplied;
  if (status !== 'asked') return refuse({ type: 'AdvanceInStatus', advance: number, status });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'AdvanceRefused', advance: number, note, at: now, by: by.person });
}

function submit(command: SubmitExpenditure, advance: Advance, state: InForce): Answer {
  const { amount, firstDay, lastDay, note, evidence, unknownEvidence, now, by } = command;
  const { number, expenditures } = advance;
  const last = expenditures.at(-1);
  if (last?.status === 'submitted')
    return isRepeat(command, last) ? alreadyApplied : refuse({ type: 'ExpenditureIsPending', expenditure: last.number });
  const status = statusOf(state, advance);
  if (status !== 'paid') return refuse({ type: 'AdvanceInStatus', advance: number, status });
  const fault = amountFault(amount, [{ sponsor: advance.sponsor, amount: money(openOf(state, advance), currencyOf(state)) }], state);
  if (fault) return refuse(fault);
  const [effectiveOn, today] = [dateOf(state.effectiveAt), dateOf(now)];
  const areDays = isCalendarDate(firstDay) && isCalendarDate(lastDay);
  if (!areDays || firstDay < effectiveOn || firstDay > lastDay || lastDay > today)
    return refuse({ type: 'DaysDoNotFit', firstDay, lastDay, effectiveOn, today });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (evidence.length === 0) return refuse({ type: 'EvidenceIsMissing' });
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  const said = { advance: number, expenditure: expenditures.length + 1, amount, firstDay, lastDay, note, evidence };
  return accept({ type: 'ExpenditureSubmitted', ...said, at: now, by: by.person });
}

const isRepeat = ({ amount, by, ...said }: SubmitExpenditure, before: Expenditure): boolean =>
  isSameMoney(before.amount, amount) &&
  before.submittedBy === by.person &&
  before.firstDay === said.firstDay &&
  before.lastDay === said.lastDay &&
  before.note === said.note &&
  before.evidence.join() === said.evidence.join();

/** The statement that is decided on, where it waits for that and the person has not written it. */
function decided(command: AcceptExpenditure | ReturnExpenditure, { expenditures }: Advance): Expenditure | Rejection {
  const { expenditure, by } = command;
  const found = expenditures[expenditure - 1];
  if (!found) return { type: 'ExpenditureIsUnknown', expenditure };
  if (found.status !== 'submitted') return { type: 'ExpenditureInStatus', expenditure, status: found.status };
  return found.submittedBy === by.person ? { type: 'PreparedByTheSamePerson', person: by.person } : found;
}

function acceptStatement(command: AcceptExpenditure, advance: Advance, state: InForce): Answer {
  const { agreement, expenditure, amount, now, by } = command;
  const before = advance.expenditures[expenditure - 1];
  if (before?.status === 'accepted' && before.decidedBy === by.person && isSameMoney(before.accepted, amount)) return alreadyApplied;
  const found = decided(command, advance);
  if ('type' in found) return refuse(found);
  // A claim may have been made of it meanwhile.
  const most = lesser(found.amount.amount, openOf(state, advance));
  const fault = amountFault(amount, [{ sponsor: advance.sponsor, amount: money(most, currencyOf(state)) }], state);
  if (fault) return refuse(fault);
  const booked = entry(
    `${agreement}/liquidated/${advance.number}/${expenditure}`,
    moved(accounts.advance(state.proposer, agreement), accounts.received(state.proposer), amount),
  );
  return accept({ type: 'ExpenditureAccepted', advance: advance.number, expenditure, amount, at: now, by: by.person, entry: booked });
}

function giveBack(command: ReturnExpenditure, advance: Advance): Answer {
  const { expenditure, note, now, by } = command;
  const before = advance.expenditures[expenditure - 1];
  if (before?.status === 'returned' && before.decidedBy === by.person) return alreadyApplied;
  const found = decided(command, advance);
  if ('type' in found) return refuse(found);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ExpenditureReturned', advance: advance.number, expenditure, note, at: now, by: by.person });
}
