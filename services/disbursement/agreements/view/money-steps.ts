import type { Money } from '@junkan/kit/pure/money.ts';
import type { MoneyStepKind } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { MoneyStep } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { AdvanceEvent } from '../advances/advance-state.ts';
import type { Event } from '../agreement-faces.ts';
import { type Existing, isInForce, type State } from '../agreement-state.ts';
import type { Cell } from '../contract/terms.ts';
import type { HoldEvent } from '../holds/hold.ts';
import type { AgreementId, PaymentId, SponsorId } from '../ids.ts';
import { accounts, entryOf, type JournalEntry, moved } from '../journal.ts';
import type { DrawingEvent } from '../unfunded/drawing.ts';

/** An event of an agreement between the states before and after it, with who caused it, when, and in which chain. */
export type Moment = {
  readonly event: Event;
  readonly before: State;
  readonly after: Existing;
  readonly at: string;
  readonly by: string;
  readonly correlationId: string;
};
type Place = { readonly agreement: string; readonly tranche: number };
type Part = Partial<Omit<MoneyStep, 'step'>>;
type Step = Part & { readonly step: MoneyStepKind };

export const BLANK: MoneyStep = {
  step: '',
  at: '',
  by: '',
  sponsor: '',
  payment: '',
  amount: undefined,
  amountBefore: undefined,
  otherTranche: 0,
  reference: '',
  correlationId: '',
  entry: undefined,
  entryIsPart: false,
  payableBasisPoints: 0,
};

/** What an event was to one tranche: only what happened there, with the part of the journal entry that belongs there. */
export function moneySteps(moment: Moment, place: Place): MoneyStep[] {
  const { at, by, correlationId } = moment;
  return stepsOf(moment, place).map((step) => ({ ...BLANK, at, by, correlationId, ...step }));
}

const stepsOf = (moment: Moment, place: Place): Step[] => {
  const { event } = moment;
  if ('recovery' in event) return ofRecovery(moment, event, place);
  if ('hold' in event) return ofHold(moment, event, place);
  // What is no money is of no tranche.
  if ('drawing' in event) return [];
  return isOfAdvance(event) ? ofAdvance(moment, event, place) : ofAgreement(moment, event, place);
};

function ofAgreement(moment: Moment, event: Exclude<Event, RecoveryEvent | AdvanceEvent | HoldEvent | DrawingEvent>, place: Place): Step[] {
  switch (event.type) {
    case 'AgreementDrafted':
      return committed(event, place);
    case 'AgreementVoided':
      return [{ step: 'voided', reference: event.because, sponsor: sponsorOf(event.party) }];
    case 'AgreementSigned':
      return [{ step: 'signed', sponsor: sponsorOf(event.party), reference: event.contentHash }];
    case 'AgreementBecameEffective':
      return [{ step: 'effective', ...sharesBooked(moment, event.entry, place) }];
    case 'AgreementAmended':
      return amended(moment, event, place);
    case 'AgreementTerminated':
      return changed(moment, place).map((part) => ({ ...part, step: 'terminated' as const, ...measureOf(moment, event.measure) }));
    case 'TrancheReduced':
      return changed(moment, place).map((part) => ({ ...part, ...reducedBy(event, place), reference: event.verdict }));
    case 'PaymentRequested':
      // An advance depends on no report.
      return ofPayment('requested', moment, event, place, event.report > 0 ? String(event.report) : '');
    case 'PaymentApprovedOnce':
    case 'PaymentApproved':
      return ofPayment(event.type === 'PaymentApproved' ? 'approved' : 'approved-once', moment, event, place);
    case 'PaymentRefused':
    case 'PaymentFailureReported':
    case 'PaymentObjectedTo':
    case 'PaymentFailed':
    case 'PaymentReversalReported':
    case 'PaymentMistakeReported':
      return ofPayment(NOTED[event.type], moment, event, place, event.note);
    case 'PaymentInstructed':
      return ofPayment('instructed', moment, event, place, event.instruction);
    case 'PaymentSettlementReported':
    case 'PaymentSettled':
    case 'PaymentReturnReported':
    case 'PaymentReturned':
    case 'SettlementReversed':
    case 'OutcomeReversed':
      return ofPayment(REFERRED[event.type], moment, event, place, event.bankReference);
    // What a budget in another currency has given is its sponsor's own matter.
    case 'ExchangeBooked':
    case 'ExchangeReversed':
    case 'ExchangeOfReturnDue':
    case 'ExchangeOfReturnBooked':
    case 'ExchangeOfReturnReversed':
    case 'PaymentPutInFile':
    case 'PaymentTakenFromFile':
    case 'ConditionReported':
    case 'ConditionConfirmed':
    case 'ConditionRefused':
    case 'MeasureProposed':
    case 'MeasureAnswered':
    case 'MeasureApproved':
    case 'MeasureRefused':
    case 'AgreementSuspended':
    case 'AgreementResumed':
    case 'AgreementTerminationBegun':
    case 'AgreementPaidInFull':
    case 'BudgetEndMoved':
    case 'AgreementEnded':
      return [];
  }
}

/** What is said under a reference of the bank. */
const REFERRED = {
  PaymentSettlementReported: 'settlement-reported',
  PaymentSettled: 'settled',
  PaymentReturnReported: 'return-reported',
  PaymentReturned: 'payment-returned',
  SettlementReversed: 'settlement-reversed',
  OutcomeReversed: 'outcome-reversed',
} as const;
/** What is said with a note alone. */
const NOTED = {
  PaymentRefused: 'refused',
  PaymentFailureReported: 'failure-reported',
  PaymentObjectedTo: 'objected',
  PaymentFailed: 'failed',
  PaymentReversalReported: 'reversal-reported',
  PaymentMistakeReported: 'mistake-reported',
} as const;

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

const sponsorOf = (party: string): string => (party.startsWith('spo_') ? party : '');

const committed = ({ cells, shares }: Of<'AgreementDrafted'>, { tranche }: Place): Step[] =>
  cells
    .filter((cell) => cell.tranche === tranche && cell.amount.amount > 0n)
    .map(({ sponsor, amount, payment }) => ({
      step: 'committed',
      sponsor,
      amount,
      payment,
      reference: shares.find((share) => share.sponsor === sponsor)?.offer ?? '',
    }));

/** A step of a payment of this tranche; its entry is about this payment alone. */
function ofPayment(
  step: MoneyStepKind,
  { after, event }: Moment,
  of: { readonly payment: PaymentId },
  place: Place,
  reference = '',
): Step[] {
  const order = isInForce(after) ? after.payments.get(of.payment) : undefined;
  if (order?.tranche !== place.tranche) return [];
  return [{ step, payment: of.payment, sponsor: order.sponsor, amount: order.amount, reference, entry: entryOf(event) }];
}

type RecoveryEvent = Extract<Event, { recovery: number }>;
/** The first of two confirmations moves nothing, and what a budget in another currency has received is its sponsor's own matter. */
const UNTOLD = ['ResolutionConfirmedOnce', 'ExchangeOfRefundBooked', 'ExchangeOfRefundReversed'] as const;
type Shown = Exclude<RecoveryEvent, { type: (typeof UNTOLD)[number] }>;
const isShown = (event: RecoveryEvent): event is Shown => UNTOLD.every((type) => type !== event.type);
const RECOVERY_STEPS: Readonly<Record<Shown['type'], MoneyStepKind>> = {
  RecoveryClaimed: 'recovery-claimed',
  RecoveryAnswered: 'recovery-answered',
  RecoveryApproved: 'recovery-approved',
  RecoveryRefused: 'recovery-refused',
  ResolutionProposed: 'resolution-proposed',
  ResolutionConfirmed: 'resolution-confirmed',
  ResolutionRefused: 'resolution-refused',
};

/** A step of a recovery that names this tranche, or of its resolution; one of all that was paid is shown with the agreement alone. */
function ofRecovery({ after }: Moment, event: RecoveryEvent, place: Place): Step[] {
  const recovery = isInForce(after) ? after.recoveries[event.recovery - 1] : undefined;
  if (recovery?.tranche !== place.tranche || !isShown(event)) return [];
  const resolution = 'resolution' in event ? recovery.resolutions[event.resolution - 1] : undefined;
  const { amount } = resolution ?? recovery;
  const reference = ('bankReference' in event && event.bankReference) || ('note' in event ? event.note : '');
  return [{ step: RECOVERY_STEPS[event.type], amount, sponsor: resolution?.sponsor ?? '', reference, entry: entryOf(event) }];
}

const ADVANCE_STEPS: Readonly<Record<AdvanceEvent['type'], MoneyStepKind>> = {
  AdvanceAsked: 'advance-asked',
  AdvanceRefused: 'advance-refused',
  ExpenditureSubmitted: 'expenditure-submitted',
  ExpenditureAccepted: 'expenditure-accepted',
  ExpenditureReturned: 'expenditure-returned',
};
const isOfAdvance = (event: Event): event is AdvanceEvent => event.type in ADVANCE_STEPS;

/** A step of an advance of this tranche, or of what was spent of it. */
function ofAdvance({ after }: Moment, event: AdvanceEvent, place: Place): Step[] {
  const advance = isInForce(after) ? after.advances[event.advance - 1] : undefined;
  if (advance?.tranche !== place.tranche) return [];
  const expenditure = 'expenditure' in event ? advance.expenditures[event.expenditure - 1] : undefined;
  const amount = 'amount' in event ? event.amount : (expenditure?.amount ?? advance.amount);
  const reference = 'note' in event ? event.note : '';
  return [{ step: ADVANCE_STEPS[event.type], amount, sponsor: advance.sponsor, reference, entry: entryOf(event) }];
}

/** That the money of a part of this tranche is on hold, or continues. */
function ofHold({ after }: Moment, event: HoldEvent, place: Place): Step[] {
  const hold = isInForce(after) ? after.holds[event.hold - 1] : undefined;
  if (hold?.tranche !== place.tranche) return [];
  const { sponsor } = hold;
  // An advance on the part is held with it.
  const payment = after.cells.find((cell) => cell.tranche === place.tranche && cell.sponsor === sponsor)?.payment ?? '';
  return [{ step: event.type === 'PaymentHeld' ? 'held' : 'hold-released', sponsor, payment, reference: event.note }];
}

/** The sponsors' parts of this tranche, as they were booked as committed. */
function sharesBooked({ after }: Moment, entry: JournalEntry, { agreement, tranche }: Place): Part {
  const all = after.cells.filter(({ amount }) => amount.amount > 0n);
  const cells = all.filter((cell) => cell.tranche === tranche);
  const postings = cells.flatMap(({ sponsor, amount }) => booked(agreement, sponsor, amount));
  const entryIsPart = cells.length < all.length || entry.postings.length > postings.length;
  return postings.length > 0 ? { entry: { id: entry.id, postings }, entryIsPart } : {};
}

/** The two postings by which a sponsor's part of a tranche grows, or shrinks where the amount is negative. */
const booked = (agreement: string, sponsor: SponsorId, amount: Money) =>
  moved(accounts.commitment(sponsor), accounts.undisbursed(agreement as AgreementId, sponsor), amount);

/** Each cell of the tranche whose amount the event changed. */
function changed({ before, after, event }: Moment, { agreement, tranche }: Place): Part[] {
  const entry = entryOf(event);
  const cellsBefore = before.status === 'absent' ? [] : before.cells;
  const all = after.cells.flatMap((cell) => {
    const amountBefore = cellsBefore.find(({ payment }) => payment === cell.payment)?.amount ?? { ...cell.amount, amount: 0n };
    const difference = { ...cell.amount, amount: cell.amount.amount - amountBefore.amount };
    const account = accountOf(before, agreement, cell);
    return difference.amount === 0n ? [] : [{ cell, amountBefore, difference, account, isBooked: isBooked(entry, account) }];
  });
  const entryIsPart = all.filter((change) => change.isBooked).length > 1;
  return all
    .filter(({ cell }) => cell.tranche === tranche)
    .map(({ cell: { sponsor, payment, amount }, amountBefore, difference, account, ...change }) => ({
      sponsor,
      payment,
      amount,
      amountBefore,
      ...(entry && change.isBooked
        ? { entry: { id: entry.id, postings: moved(accounts.commitment(sponsor), account, difference) }, entryIsPart }
        : {}),
    }));
}

/** Whether the entry is about this cell: not where the sponsor's money only moved among its tranches, because no account shows that. */
const isBooked = (entry: JournalEntry | undefined, account: string): boolean =>
  entry?.postings.some((posting) => posting.account === account) ?? false;

/** Where the money is that a cell loses: of what is paid only what was retained can still go back. */
function accountOf(before: State, agreement: string, { sponsor, payment }: Cell): string {
  const isPaid = before.status !== 'absent' && isInForce(before) && before.payments.get(payment)?.status === 'settled';
  return (isPaid ? accounts.retained : accounts.undisbursed)(agreement as AgreementId, sponsor);
}

/** A change of the amounts, or of the date alone. */
function amended(moment: Moment, { measure, changes }: Of<'AgreementAmended'>, place: Place): Step[] {
  const decided = measureOf(moment, measure);
  const amounts = changed(moment, place).map((part) => ({ ...part, step: 'amended' as const, ...decided }));
  const isMoved = changes.some(({ tranche, dueOn }) => tranche === place.tranche && dueOn !== '');
  return amounts.length === 0 && isMoved ? [{ step: 'amended', ...decided }] : amounts;
}

/** A measure is its last approver's deed, also where the system lets it take effect. */
function measureOf({ after, by }: Moment, measure: number): Part {
  const approvals = isInForce(after) ? (after.measures[measure - 1]?.approvals ?? []) : [];
  return { reference: String(measure), by: approvals.at(-1)?.by ?? by };
}

function reducedBy({ tranche, carriedTo }: Of<'TrancheReduced'>, place: Place): Step {
  if (carriedTo === 0) return { step: 'reduced' };
  return place.tranche === tranche ? { step: 'carried-out', otherTranche: carriedTo } : { step: 'carried-in', otherTranche: tranche };
}
