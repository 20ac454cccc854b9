import { type CalendarDate, dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { decidedIn, UNDECIDED } from '@junkan/kit/pure/proposals.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { CommitmentIncreased, IncreaseProposed, IncreaseRefused } from '@junkan/proto/junkan/sponsor/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/sponsor/v1/roles.ts';
import type { SponsorId } from '../sponsors/sponsor.ts';

/**
 * What an offer holds of an envelope is increased by two persons of its sponsor: where its payments cost more in the currency of the envelope than was
 * committed, they wait for that. What is not spent in the end comes back with the commitment.
 */
export type OfferId = `off_${string}`;

/** `decidedBy`, `decidedAt`, `endNote`: '' until it is decided. The notes are references of erasable texts. */
export type Increase = {
  /** Counts the increases of the envelope, from 1. */
  readonly number: number;
  readonly status: 'proposed' | 'increased' | 'refused';
  readonly offer: OfferId;
  readonly amount: Money;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  readonly endNote: string;
};

export type IncreaseCommand =
  | { type: 'ProposeIncrease'; offer: OfferId; amount: Money; note: string; now: Instant; by: Actor }
  | { type: 'ConfirmIncrease'; increase: number; now: Instant; by: Actor }
  | { type: 'RefuseIncrease'; increase: number; note: string; now: Instant; by: Actor };
type CommandOf<Type extends IncreaseCommand['type']> = Extract<IncreaseCommand, { type: Type }>;

export type IncreaseEvent = IncreaseProposed | CommitmentIncreased | IncreaseRefused;

export type IncreaseRejection =
  | NotAllowed
  | { type: 'EnvelopeIsNotOpen' }
  | { type: 'AmountIsNotPositive'; amount: bigint; currency: string }
  | { type: 'EnvelopeIsInAnotherCurrency'; currency: string }
  | { type: 'BudgetIsNotEnough'; asked: bigint; left: bigint; currency: string }
  | { type: 'PeriodIsOver'; periodEnd: CalendarDate }
  | { type: 'OfferIsNotCommitted'; offer: OfferId }
  | { type: 'IncreaseIsPending'; increase: number }
  | { type: 'IncreaseIsUnknown'; increase: number }
  | { type: 'IncreaseInStatus'; increase: number; status: Increase['status'] }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' };

/** The facts of an envelope that the decision depends on. */
export type Committed = {
  readonly sponsor: SponsorId;
  readonly currency: string;
  /** '' = without end. */
  readonly periodEnd: CalendarDate | '';
  /** Minor units that nobody holds. */
  readonly left: bigint;
  /** What each committed offer holds, in minor units. */
  readonly held: ReadonlyMap<OfferId, bigint>;
  readonly increases: readonly Increase[];
};

type Answer = Decision<IncreaseEvent, IncreaseRejection>;

export function decideIncrease(command: IncreaseCommand, of: Committed): Answer {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  // Other sponsors do not even learn that there is one.
  if (command.by.organisation !== of.sponsor) return refuse({ type: 'EnvelopeIsNotOpen' });
  if (command.type === 'ProposeIncrease') return propose(command, of);
  const increase = of.increases[command.increase - 1];
  if (!increase) return refuse({ type: 'IncreaseIsUnknown', increase: command.increase });
  return command.type === 'ConfirmIncrease' ? confirm(command, increase, of) : reject(command, increase);
}

function propose({ offer, amount, note, now, by }: CommandOf<'ProposeIncrease'>, of: Committed): Answer {
  const pending = of.increases.find((each) => each.offer === offer && each.status === 'proposed');
  if (pending) {
    const isSame = pending.proposedBy === by.person && pending.amount.amount === amount.amount;
    return isSame ? alreadyApplied : refuse({ type: 'IncreaseIsPending', increase: pending.number });
  }
  const fault = faultOf({ offer, amount }, of, now);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'IncreaseProposed', increase: of.increases.length + 1, offer, amount, note, at: now, by: by.person });
}

function faultOf(
  { offer, amount }: Pick<Increase, 'offer' | 'amount'>,
  { currency, left, periodEnd, held }: Committed,
  now: Instant,
): IncreaseRejection | undefined {
  if (periodEnd !== '' && dateOf(now) > periodEnd) return { type: 'PeriodIsOver', periodEnd };
  if (amount.currency !== currency) return { type: 'EnvelopeIsInAnotherCurrency', currency };
  if (amount.amount <= 0n) return { type: 'AmountIsNotPositive', ...amount };
  if (!held.has(offer)) return { type: 'OfferIsNotCommitted', offer };
  return amount.amount > left ? { type: 'BudgetIsNotEnough', asked: amount.amount, left, currency } : undefined;
}

function confirm({ increase, now, by }: CommandOf<'ConfirmIncrease'>, proposal: Increase, of: Committed): Answer {
  const { status, proposedBy, decidedBy, offer, amount } = proposal;
  const { person } = by;
  if (status === 'increased' && decidedBy === person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'IncreaseInStatus', increase, status });
  if (person === proposedBy) return refuse({ type: 'PreparedByTheSamePerson', person });
  const fault = faultOf(proposal, of, now);
  if (fault) return refuse(fault);
  const committed = money((of.held.get(offer) ?? 0n) + amount.amount, amount.currency);
  return accept({ type: 'CommitmentIncreased', increase, offer, amount, committed, at: now, by: person });
}

/** The person who proposed it may take it back with this. */
function reject({ increase, note, now, by }: CommandOf<'RefuseIncrease'>, { status, decidedBy }: Increase): Answer {
  if (status === 'refused' && decidedBy === by.person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'IncreaseInStatus', increase, status });
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'IncreaseRefused', increase, note, at: now, by: by.person });
}

/** The increases after one of them was made or decided. */
export function increasesAfter(increases: readonly Increase[], event: IncreaseEvent): readonly Increase[] {
  if (event.type === 'IncreaseProposed') {
    const { increase: number, offer, amount, note, at: proposedAt, by: proposedBy } = event;
    return [...increases, { number, offer, amount, note, proposedBy, proposedAt, ...UNDECIDED }];
  }
  const { increase: number, at: decidedAt, by: decidedBy } = event;
  const how = event.type === 'CommitmentIncreased' ? { status: 'increased' as const } : { status: 'refused' as const, endNote: event.note };
  return decidedIn(increases, number, { decidedBy, decidedAt, ...how }, { event: event.type, what: 'increase', absent: 'never made' });
}
