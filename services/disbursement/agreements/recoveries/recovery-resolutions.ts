import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { limitBelow } from '@junkan/kit/pure/limits.ts';
import { isSameMoney, type Money, money, total } from '@junkan/kit/pure/money.ts';
import { type Actor, notAllowed, type Role, SECRETARIAT } from '@junkan/proto/actor.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import { bankAmountFault, toleranceOf } from '../exchange/bank-amount.ts';
import { portionsOf } from '../exchange/exchange.ts';
import { bookExchangeOfRefund, exchangeOnRefund, refundUndone } from '../exchange/exchange-of-refund.ts';
import type { AgreementId, ProposerId, SponsorId } from '../ids.ts';
import { accounts, entry, moved, summed } from '../journal.ts';
import { ALLOWED_IN_REFERENCES, isSameReference, normalised } from '../payments/bank-reference.ts';
import { isSameMoved } from '../payments/bank-report.ts';
import { groundFault, groundOf, isSameLine, lineIn } from '../payments/of-statement.ts';
import { unsaidFault } from '../payments/payment-undoing.ts';
import { apportioned, openPortions, type Portion, type Recovery, type Resolution, type ResolutionKind, undoneIn } from './recovery.ts';
import { amountFault, refundDateFault } from './recovery-amounts.ts';
import type {
  BookExchangeOfRefund,
  ConfirmResolution,
  ProposeResolution,
  ProposeWriteOff,
  RefuseResolution,
  ReportRefund,
  ResolutionCommand,
  WithdrawRefund,
} from './recovery-commands.ts';

type Answer = Decision<Event, Rejection>;

/** Who confirms each kind: finance checks the bank's statement, the secretariat the expenditure, a sponsor gives up its own money. */
const CONFIRMED_BY: Readonly<Record<ResolutionKind, Role>> = {
  refunded: 'finance.checker',
  justified: 'secretariat.approver',
  documented: 'secretariat.approver',
  'written-off': 'sponsor.approver',
  reversed: 'finance.checker',
};

/** Whether money that was claimed back is given up: above a limit two persons confirm that. What is refunded the bank's statement says. */
const GIVES_UP: Readonly<Record<ResolutionKind, boolean>> = {
  refunded: false,
  justified: true,
  documented: true,
  'written-off': true,
  reversed: false,
};

/** Whose limits apply: those of the confirming organisation. */
export const limitedBy = ({ sponsor }: Pick<Resolution, 'sponsor'>): string => sponsor || SECRETARIAT;

/** What the limits of a resolution are compared with: all that its side gives up of the recovery, confirmed or proposed. */
function measured(resolution: Resolution, { resolutions, amount: { currency } }: Recovery): Money {
  const side = limitedBy(resolution);
  const own = resolutions.filter((each) => GIVES_UP[each.kind] && each.status !== 'refused' && limitedBy(each) === side);
  return total(
    own.map(({ amount }) => amount),
    currency,
  );
}

/** How a recovery, or a part of it, is settled: one person reports it, another confirms it, and only then the money moves in the books. */
export function decideResolution(command: ResolutionCommand, recovery: Recovery, state: InForce): Answer {
  if (recovery.status === 'claimed' || recovery.status === 'refused')
    return refuse({ type: 'RecoveryInStatus', recovery: recovery.number, status: recovery.status });
  switch (command.type) {
    case 'ReportRefund':
      return refund(command, recovery, state);
    case 'ProposeResolution':
      return propose({ sponsor: '', ...command }, recovery, state);
    case 'ProposeWriteOff':
      return propose({ kind: 'written-off', ...command }, recovery, state);
    case 'ConfirmResolution':
    case 'RefuseResolution':
      return answer(command, recovery, state);
    case 'WithdrawRefund':
      return withdraw(command, recovery);
    case 'BookExchangeOfRefund':
      return bookExchange(command, recovery, state);
  }
}

function refund(command: ReportRefund, recovery: Recovery, state: InForce): Answer {
  const { amount, valueDate, ground, now, by } = command;
  const { credited } = ground;
  const bankReference = normalised(command.bankReference);
  if (bankReference === undefined) return refuse({ type: 'BankReferenceIsMalformed', allowed: ALLOWED_IN_REFERENCES });
  if (bankReference === '') return refuse({ type: 'BankReferenceIsMissing' });
  const into = recovery.portions.filter(({ sponsor }) => !ground.receivedBy || sponsor === ground.receivedBy);
  const before = state.recoveries
    .flatMap(({ number, resolutions }) => resolutions.map((each) => ({ ...each, recovery: number })))
    .find((each) => isOfReference(each, bankReference) && isShared(each.portions, into));
  if (before)
    return before.recovery === recovery.number &&
      isSameMoney(before.amount, amount) &&
      isSameMoved(before.credited, credited) &&
      before.valueDate === valueDate
      ? alreadyApplied
      : refuse({ type: 'BankReferenceIsUsed', payment: `${before.recovery}/${before.number}` });
  const open = openPortions(recovery).filter(({ sponsor }) => !ground.receivedBy || sponsor === ground.receivedBy);
  const fault =
    currencyFault(command, open, state) ??
    amountFault(amount, open, state) ??
    creditFault(ground, apportioned(amount, open), state) ??
    bankAmountFault({ amount, moved: credited, valueDate }, command.present) ??
    refundDateFault(valueDate, recovery, ground, now) ??
    groundFault(ground);
  if (fault) return refuse(fault);
  const facts = { kind: 'refunded', amount, portions: apportioned(amount, open), sponsor: '', bankReference, valueDate, note: '' } as const;
  return accept({ type: 'ResolutionProposed', ...numbered(recovery), ...facts, ...groundOf(ground), credited, at: now, by: by.person });
}

/** What came in another currency is of a budget in that, or it is no refund: saying how much of the claim it is makes it none. */
function currencyFault({ amount, ground: { statement = '', credited } }: ReportRefund, open: readonly Portion[], state: InForce) {
  const currency = currencyOf(state);
  const came = credited?.currency ?? (statement === '' ? currency : amount.currency);
  if (came === currency) return undefined;
  const budgets = open.flatMap(({ sponsor }) => budgetsIn(state, sponsor));
  return budgets.length > 0 ? undefined : ({ type: 'CreditIsInAnotherCurrency', credited: came, currency } as const);
}

const budgetsIn = (state: InForce, sponsor: SponsorId): string[] =>
  portionsOf(state, { sponsor, amount: money(1n, currencyOf(state)) }).map(({ committed }) => committed.currency);

/** What came into an account in another currency is of one sponsor, whose budgets are in that. */
function creditFault({ credited }: ReportRefund['ground'], portions: readonly Portion[], state: InForce): Rejection | undefined {
  if (!credited) return undefined;
  const own = portions.length === 1 ? portions.flatMap((portion) => portionsOf(state, portion)) : [];
  const [currency = '', ...others] = new Set(own.map(({ committed }) => committed.currency));
  const isWhole = own.reduce((sum, { amount }) => sum + amount.amount, 0n) === portions[0]?.amount.amount;
  const fits = isWhole && others.length === 0 && credited.currency === currency && credited.amount > 0n;
  return fits ? undefined : { type: 'CreditDoesNotFit', currency };
}

const isOfReference = (resolution: Resolution, bankReference: string): boolean =>
  resolution.status !== 'refused' && isSameReference(resolution.bankReference, bankReference);
/** Two sponsors have no account in common. */
const isShared = (one: readonly Portion[], other: readonly Portion[]): boolean =>
  one.some(({ sponsor }) => other.some((each) => each.sponsor === sponsor));

type Proposed = Omit<ProposeResolution | ProposeWriteOff, 'type'> & { readonly kind: ResolutionKind; readonly sponsor: SponsorId | '' };

function propose({ kind, amount, sponsor, note, now, by }: Proposed, recovery: Recovery, state: InForce): Answer {
  const last = recovery.resolutions.at(-1);
  const isRepeat =
    last?.status === 'proposed' &&
    last.kind === kind &&
    last.sponsor === sponsor &&
    isSameMoney(last.amount, amount) &&
    last.note === note &&
    last.proposedBy === by.person;
  if (isRepeat) return alreadyApplied;
  const open = openPortions(recovery).filter((portion) => sponsor === '' || portion.sponsor === sponsor);
  const fault = amountFault(amount, open, state);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const facts = { kind, amount, portions: apportioned(amount, open), sponsor, bankReference: '', valueDate: '', note } as const;
  return accept({ type: 'ResolutionProposed', ...numbered(recovery), ...facts, at: now, by: by.person });
}

const numbered = ({ number: recovery, resolutions }: Recovery) => ({ recovery, resolution: resolutions.length + 1 });

function answer(command: ConfirmResolution | RefuseResolution, recovery: Recovery, state: InForce): Answer {
  const { resolution: number, now, by } = command;
  const resolution = recovery.resolutions[number - 1];
  if (!resolution) return refuse({ type: 'ResolutionIsUnknown', resolution: number });
  const { status, proposedBy, decidedBy, firstApproval: first } = resolution;
  const mayNot = notAllowed(by, [CONFIRMED_BY[resolution.kind]], limitedBy(resolution));
  if (mayNot) return refuse(mayNot);
  if (status === (command.type === 'ConfirmResolution' ? 'confirmed' : 'refused') && decidedBy === by.person) return alreadyApplied;
  if (command.type === 'ConfirmResolution' && status !== 'refused' && first?.by === by.person) return alreadyApplied;
  if (command.type === 'RefuseResolution' && status === 'confirmed' && resolution.kind === 'refunded')
    return undo(command, recovery, resolution);
  if (status !== 'proposed') return refuse({ type: 'ResolutionInStatus', resolution: number, status });
  // Nor does who reported a refund decide whether it was one.
  if ([proposedBy, undoneIn(recovery, resolution)?.proposedBy].some((each) => each !== undefined && isPrepared(by, recovery, each)))
    return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const said = { recovery: recovery.number, resolution: number, at: now, by: by.person };
  if (command.type === 'RefuseResolution')
    return command.note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'ResolutionRefused', ...said, note: command.note });
  const fault = unsaidFault(command);
  if (fault) return refuse(fault);
  const { rules } = command;
  const isLimited = GIVES_UP[resolution.kind];
  const whole = measured(resolution, recovery);
  const limit = isLimited ? limitBelow(rules, whole) : undefined;
  const { edition } = rules;
  const moved = { amount: resolution.amount, moved: resolution.credited, valueDate: resolution.valueDate };
  const deviates = resolution.kind === 'refunded' ? bankAmountFault(moved, command.present) : undefined;
  if (deviates) return refuse(deviates);
  if (limit && !first) return accept({ type: 'ResolutionConfirmedOnce', ...said, limit, rules: edition, measured: whole });
  const booked = entry(
    `${command.agreement}/resolved/${recovery.number}/${number}`,
    summed(resolution.portions.flatMap((portion) => bookingOf(resolution, portion, command.agreement, state.proposer))),
  );
  const exchange =
    resolution.undoes > 0 ? exchangeTakenBack(command, recovery, resolution, state) : exchangeOf(command, recovery, resolution, state);
  return accept<Event>(
    {
      type: 'ResolutionConfirmed',
      ...said,
      entry: booked,
      ...toleranceOf(resolution.credited, command.present),
      ...(isLimited ? { rules: edition, ...(edition > 0 ? { measured: whole } : {}) } : {}),
    },
    ...exchange,
  );
}

/** A refund that a line of a statement has reported, and that is not said of it any more. What two persons have confirmed stays. */
function withdraw({ note, now, by, ...command }: WithdrawRefund, { number, resolutions }: Recovery): Answer {
  const found = resolutions.find((each) => each.kind === 'refunded' && each.status === 'proposed' && isSameLine(lineIn(each), command));
  if (!found) return alreadyApplied;
  const { statement, statementEntry } = command;
  const said = { recovery: number, resolution: found.number, note, at: now, by: by.person };
  return accept({ type: 'ResolutionRefused', ...said, statement, statementEntry });
}

/** That a refund was confirmed by mistake one person says, and another confirms or refuses. */
function undo({ note, now, by }: RefuseResolution, recovery: Recovery, refunded: Resolution): Answer {
  const { number: undoes, amount, portions, proposedBy } = refunded;
  if (isPrepared(by, recovery, proposedBy)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const said = recovery.resolutions.find((each) => each.undoes === undoes && each.status === 'proposed');
  if (said)
    return said.proposedBy === by.person
      ? alreadyApplied
      : refuse({ type: 'ResolutionInStatus', resolution: said.number, status: said.status });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const facts = { kind: 'reversed', undoes, amount, portions, sponsor: '', bankReference: '', valueDate: '', note } as const;
  return accept({ type: 'ResolutionProposed', ...numbered(recovery), ...facts, at: now, by: by.person });
}

/** What was booked of a refund in the currencies of budgets goes back with it. */
const exchangeTakenBack = (
  { agreement, now, by }: ConfirmResolution,
  { number: recovery }: Recovery,
  { undoes: resolution }: Resolution,
  state: InForce,
): Event[] => refundUndone(state, { recovery, resolution }, { agreement, now, by: by.person });

/** The bank has received a refund whether rates are known or not: without rates, its booking waits. */
function exchangeOf(
  { agreement, rates, now, by }: ConfirmResolution,
  { number: recovery }: Recovery,
  { number: resolution, valueDate, portions, credited }: Resolution,
  state: InForce,
): Event[] {
  if (valueDate === '') return [];
  return exchangeOnRefund(state, { recovery, resolution, valueDate, portions, credited }, { agreement, rates, now, by: by.person });
}

function bookExchange(command: BookExchangeOfRefund, { resolutions }: Recovery, state: InForce): Answer {
  const resolution = resolutions[command.resolution - 1];
  if (!resolution) return refuse({ type: 'ResolutionIsUnknown', resolution: command.resolution });
  return bookExchangeOfRefund(command, resolution, state);
}

/** Whether the actor has proposed it, or has claimed what it settles. */
const isPrepared = ({ person }: Actor, { claimedBy, answeredBy }: Recovery, proposedBy: string): boolean =>
  [proposedBy, claimedBy, answeredBy].includes(person);

/** Money that was found eligible is the proposer's again; what is refunded or written off is booked to the sponsor. */
function bookingOf({ kind }: Resolution, { sponsor, amount }: Portion, agreement: AgreementId, proposer: ProposerId) {
  const from = accounts.recoverable(agreement, sponsor);
  switch (kind) {
    case 'refunded':
      return moved(from, accounts.refunded(sponsor), amount);
    case 'reversed':
      return moved(accounts.refunded(sponsor), from, amount);
    case 'written-off':
      return moved(from, accounts.writtenOff(sponsor), amount);
    case 'justified':
    case 'documented':
      return moved(from, accounts.received(proposer), amount);
  }
}
