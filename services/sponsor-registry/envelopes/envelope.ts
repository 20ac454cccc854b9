import { type CalendarDate, dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { EnvelopeFact } from '@junkan/proto/junkan/sponsor/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/sponsor/v1/roles.ts';
import type { SponsorId } from '../sponsors/sponsor.ts';
import { decideEnd, type EndCommand, type EndRejection, type EnvelopeEnd, endsAfter, type FundingId } from './envelope-end.ts';
import {
  type Committed,
  decideIncrease,
  type Increase,
  type IncreaseCommand,
  type IncreaseRejection,
  increasesAfter,
  type OfferId,
} from './increase.ts';

/**
 * A sponsor's budget for one period in one currency. Live offers reserve it, accepted ones commit it:
 * `reserved + committed <= total` after every event. The commands come from the funding workflow, so each may be
 * repeated, and a release may overtake its reservation, which it then bars.
 */
export type EnvelopeId = `env_${string}`;
export type { OfferId };
export const RELEASE_CAUSES = [
  'declined',
  'retracted',
  'expired',
  'withdrawn',
  'backing-refused',
  'round-closed',
  'round-unfunded',
  'round-cancelled',
] as const;
export type ReleaseCause = (typeof RELEASE_CAUSES)[number];
export const RETURN_CAUSES = ['withdrawn', 'round-unfunded', 'round-cancelled', 'agreement-ended'] as const;
export type ReturnCause = (typeof RETURN_CAUSES)[number];

/** What an offer holds, in minor units of the envelope's currency. A released offer is over for good. */
/** `isSpent`: what is left of it after its agreement has ended. */
export type Claim = { is: 'reserved' | 'committed'; amount: bigint; isSpent?: boolean } | { is: 'released' };

export type Open = {
  status: 'open';
  sponsor: SponsorId;
  total: Money;
  periodStart: CalendarDate;
  periodEnd: CalendarDate;
  claims: ReadonlyMap<OfferId, Claim>;
  reserved: bigint;
  committed: bigint;
  /** Of which each offer is; offers of earlier versions are not named. */
  fundings: ReadonlyMap<OfferId, FundingId>;
  ends: readonly EnvelopeEnd[];
  increases: readonly Increase[];
};
export type State = { status: 'absent' } | Open;

export type Command =
  | EndCommand
  | IncreaseCommand
  | {
      type: 'OpenEnvelope';
      sponsor: SponsorId;
      sponsorIsRegistered: boolean;
      total: Money;
      periodStart: CalendarDate;
      periodEnd: CalendarDate;
      now: Instant;
      by: Actor;
    }
  | { type: 'ReserveForOffer'; offer: OfferId; sponsor: SponsorId; amount: Money; funding?: FundingId | ''; by: Actor }
  | { type: 'ReleaseOffer'; offer: OfferId; because: ReleaseCause; by: Actor }
  | { type: 'ChangeReservation'; offer: OfferId; amount: Money; by: Actor }
  | { type: 'CommitOffer'; offer: OfferId; now: Instant; by: Actor }
  /** `keep`: what stays committed because it was paid. */
  | { type: 'ReturnCommitment'; offer: OfferId; keep: Money; because: ReturnCause; by: Actor };

export type Event = EnvelopeFact;

export type Rejection =
  | NotAllowed
  | EndRejection
  | IncreaseRejection
  | { type: 'SponsorIsUnknown'; sponsor: SponsorId }
  | { type: 'PeriodIsOver'; periodEnd: CalendarDate }
  | { type: 'EnvelopeIsOpen' }
  | { type: 'AmountIsNotPositive'; amount: bigint; currency: string }
  | { type: 'EnvelopeIsOfAnotherSponsor'; sponsor: SponsorId }
  | { type: 'EnvelopeIsInAnotherCurrency'; currency: string }
  | { type: 'BudgetIsNotEnough'; asked: bigint; left: bigint; currency: string }
  | { type: 'OfferHoldsAnotherAmount'; offer: OfferId; amount: bigint; currency: string }
  | { type: 'OfferIsReleased'; offer: OfferId }
  | { type: 'OfferIsCommitted'; offer: OfferId; amount: bigint; currency: string }
  | { type: 'OfferHoldsNothing'; offer: OfferId }
  | { type: 'OfferIsNotCommitted'; offer: OfferId }
  | { type: 'KeptExceedsCommitment'; offer: OfferId; kept: bigint; committed: bigint; currency: string };

export const initial: State = { status: 'absent' };

/** Minor units that can still be offered. */
export const left = ({ total, reserved, committed }: Open): bigint => total.amount - reserved - committed;

export function decide(command: Command, state: State): Decision<Event, Rejection> {
  if (command.type === 'OpenEnvelope') return open(command, state);
  if (isOfTheEnd(command)) return state.status === 'open' ? decideEnd(command, periodOf(state)) : refuse({ type: 'EnvelopeIsNotOpen' });
  if (isOfIncreases(command))
    return state.status === 'open' ? decideIncrease(command, committedOf(state)) : refuse({ type: 'EnvelopeIsNotOpen' });
  return decideClaim(command, state);
}

type ClaimCommand = Exclude<Command, EndCommand | IncreaseCommand | { type: 'OpenEnvelope' }>;

function decideClaim(command: ClaimCommand, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(command.by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'open') return refuse({ type: 'EnvelopeIsNotOpen' });
  switch (command.type) {
    case 'ReserveForOffer':
      return reserve(command, state);
    case 'ReleaseOffer':
      return release(command, state);
    case 'ChangeReservation':
      return change(command, state);
    case 'CommitOffer':
      return commit(command, state);
    case 'ReturnCommitment':
      return giveBack(command, state);
  }
}

const OF_THE_END: Readonly<Record<EndCommand['type'], true>> = {
  ProposeEnvelopeEnd: true,
  ConfirmEnvelopeEnd: true,
  RefuseEnvelopeEnd: true,
};
const isOfTheEnd = (command: Command): command is EndCommand => Object.hasOwn(OF_THE_END, command.type);

const OF_INCREASES: Readonly<Record<IncreaseCommand['type'], true>> = {
  ProposeIncrease: true,
  ConfirmIncrease: true,
  RefuseIncrease: true,
};
const isOfIncreases = (command: Command): command is IncreaseCommand => Object.hasOwn(OF_INCREASES, command.type);

/** Committed to an offer whose agreement has not ended. */
export const isCommitted = (claim: Claim): claim is Extract<Claim, { amount: bigint }> => claim.is === 'committed' && !claim.isSpent;

/** What of it is committed to which offer, and what is left. */
function committedOf(state: Open): Committed {
  const held = new Map([...state.claims].flatMap(([offer, claim]) => (isCommitted(claim) ? [[offer, claim.amount] as const] : [])));
  const { sponsor, total, periodEnd, increases } = state;
  return { sponsor, currency: total.currency, left: left(state), periodEnd, held, increases };
}

/** What of it is claimed, by whom, and what was proposed of its last day. */
function periodOf({ claims, fundings, reserved, committed, ...period }: Open) {
  const holding = [...claims].flatMap(([offer, { is }]) => (is === 'released' ? [] : (fundings.get(offer) ?? [])));
  return { ...period, isClaimed: reserved + committed > 0n, fundings: [...new Set(holding)] };
}

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'EnvelopeOpened': {
      const { sponsor, total, periodStart, periodEnd } = event;
      const nothing = { claims: new Map(), reserved: 0n, committed: 0n, fundings: new Map(), ends: [], increases: [] };
      return { status: 'open', sponsor, total, periodStart, periodEnd, ...nothing };
    }
    case 'EnvelopeEndProposed':
    case 'EnvelopeEndMoved':
    case 'EnvelopeEndRefused': {
      const before = opened(state);
      const moved = event.type === 'EnvelopeEndMoved' ? { periodEnd: event.periodEnd } : {};
      return { ...before, ...moved, ends: endsAfter(before.ends, event) };
    }
    case 'IncreaseProposed':
    case 'IncreaseRefused':
      return { ...opened(state), increases: increasesAfter(opened(state).increases, event) };
    case 'CommitmentIncreased': {
      const after = claiming(state, event.offer, { is: 'committed', amount: event.committed.amount });
      return { ...after, increases: increasesAfter(after.increases, event) };
    }
    case 'BudgetReserved': {
      const { offer, amount, funding } = event;
      const after = claiming(state, offer, { is: 'reserved', amount: amount.amount });
      return funding ? { ...after, fundings: new Map(after.fundings).set(offer, funding) } : after;
    }
    case 'ReservationChanged':
      return claiming(state, event.offer, { is: 'reserved', amount: event.amount.amount });
    case 'OfferCommitted':
      return claiming(state, event.offer, { is: 'committed', amount: event.amount.amount });
    case 'CommitmentReturned':
      return claiming(
        state,
        event.offer,
        event.kept.amount > 0n ? { is: 'committed', amount: event.kept.amount, isSpent: true } : { is: 'released' },
      );
    case 'OfferReleased':
      return claiming(state, event.offer, { is: 'released' });
  }
}

function open(command: Extract<Command, { type: 'OpenEnvelope' }>, state: State): Decision<Event, Rejection> {
  const { sponsor, sponsorIsRegistered, total, periodStart, periodEnd, now, by } = command;
  const refusal = notAllowed(by, ROLES.OpenEnvelope, sponsor);
  if (refusal) return refuse(refusal);
  if (!sponsorIsRegistered) return refuse({ type: 'SponsorIsUnknown', sponsor });
  if (state.status === 'open') return refuse({ type: 'EnvelopeIsOpen' });
  if (total.amount <= 0n) return refuse({ type: 'AmountIsNotPositive', ...total });
  if (periodEnd !== '' && periodEnd < periodStart) return refuse({ type: 'PeriodIsReversed', periodStart, periodEnd });
  if (isOver(periodEnd, now)) return refuse({ type: 'PeriodIsOver', periodEnd });
  return accept({ type: 'EnvelopeOpened', sponsor, total, periodStart, periodEnd, by: by.person });
}

/** '' = without end. The last day itself counts. */
const isOver = (periodEnd: CalendarDate, now: Instant): boolean => periodEnd !== '' && dateOf(now) > periodEnd;

function reserve(
  { offer, sponsor, amount, funding = '' }: Extract<Command, { type: 'ReserveForOffer' }>,
  state: Open,
): Decision<Event, Rejection> {
  const claim = state.claims.get(offer);
  if (claim?.is === 'released') return refuse({ type: 'OfferIsReleased', offer });
  if (claim)
    return claim.amount === amount.amount
      ? alreadyApplied
      : refuse({ type: 'OfferHoldsAnotherAmount', offer, amount: claim.amount, currency: state.total.currency });
  if (sponsor !== state.sponsor) return refuse({ type: 'EnvelopeIsOfAnotherSponsor', sponsor: state.sponsor });
  if (amount.currency !== state.total.currency) return refuse({ type: 'EnvelopeIsInAnotherCurrency', currency: state.total.currency });
  if (amount.amount <= 0n) return refuse({ type: 'AmountIsNotPositive', ...amount });
  if (amount.amount > left(state))
    return refuse({ type: 'BudgetIsNotEnough', asked: amount.amount, left: left(state), currency: amount.currency });
  return accept({ type: 'BudgetReserved', offer, amount, ...(funding === '' ? {} : { funding }) });
}

/** An offer with new terms holds what they say: the difference is taken from what is left, or comes back. */
function change({ offer, amount }: { offer: OfferId; amount: Money }, state: Open): Decision<Event, Rejection> {
  const claim = state.claims.get(offer);
  if (claim?.is === 'released') return refuse({ type: 'OfferIsReleased', offer });
  if (claim?.is === 'committed') return refuse({ type: 'OfferIsCommitted', offer, ...held(claim, state) });
  if (!claim) return refuse({ type: 'OfferHoldsNothing', offer });
  if (amount.currency !== state.total.currency) return refuse({ type: 'EnvelopeIsInAnotherCurrency', currency: state.total.currency });
  if (amount.amount <= 0n) return refuse({ type: 'AmountIsNotPositive', ...amount });
  if (claim.amount === amount.amount) return alreadyApplied;
  const available = left(state) + claim.amount;
  if (amount.amount > available)
    return refuse({ type: 'BudgetIsNotEnough', asked: amount.amount, left: available, currency: amount.currency });
  return accept({ type: 'ReservationChanged', offer, amount });
}

function release({ offer, because }: { offer: OfferId; because: ReleaseCause }, state: Open): Decision<Event, Rejection> {
  const claim = state.claims.get(offer);
  if (claim?.is === 'released') return alreadyApplied;
  if (claim?.is === 'committed') return refuse({ type: 'OfferIsCommitted', offer, ...held(claim, state) });
  // Without a claim the release came first. It is recorded all the same, so that the late reservation is refused.
  return accept({ type: 'OfferReleased', offer, amount: money(claim?.amount ?? 0n, state.total.currency), because });
}

function commit({ offer, now }: { offer: OfferId; now: Instant }, state: Open): Decision<Event, Rejection> {
  const claim = state.claims.get(offer);
  if (claim?.is === 'committed') return alreadyApplied;
  if (isOver(state.periodEnd, now)) return refuse({ type: 'PeriodIsOver', periodEnd: state.periodEnd });
  return claim?.is === 'reserved'
    ? accept({ type: 'OfferCommitted', offer, amount: money(claim.amount, state.total.currency) })
    : refuse({ type: 'OfferHoldsNothing', offer });
}

function giveBack(
  { offer, keep, because }: { offer: OfferId; keep: Money; because: ReturnCause },
  state: Open,
): Decision<Event, Rejection> {
  const claim = state.claims.get(offer);
  const { currency } = state.total;
  if (keep.currency !== currency) return refuse({ type: 'EnvelopeIsInAnotherCurrency', currency });
  if (keep.amount < 0n) return refuse({ type: 'AmountIsNotPositive', ...keep });
  if (claim?.is === 'released' && keep.amount === 0n) return alreadyApplied;
  if (claim?.is !== 'committed') return refuse({ type: 'OfferIsNotCommitted', offer });
  if (keep.amount === claim.amount) return alreadyApplied;
  if (keep.amount > claim.amount)
    return refuse({ type: 'KeptExceedsCommitment', offer, kept: keep.amount, committed: claim.amount, currency });
  return accept({ type: 'CommitmentReturned', offer, amount: money(claim.amount - keep.amount, currency), kept: keep, because });
}

const held = ({ amount }: { readonly amount: bigint }, { total }: Open): Money => money(amount, total.currency);

/** Claims are made on an open envelope only, as everything is; anything else is a broken history, which is a bug. */
function opened(state: State): Open {
  if (state.status !== 'open') throw new Error(`a claim met an envelope that is ${state.status}`);
  return state;
}

function claiming(of: State, offer: OfferId, claim: Claim): Open {
  const state = opened(of);
  const before = state.claims.get(offer);
  const heldBy = (of: Claim | undefined, is: Claim['is']): bigint => (of && of.is !== 'released' && of.is === is ? of.amount : 0n);
  return {
    ...state,
    claims: new Map(state.claims).set(offer, claim),
    reserved: state.reserved - heldBy(before, 'reserved') + heldBy(claim, 'reserved'),
    committed: state.committed - heldBy(before, 'committed') + heldBy(claim, 'committed'),
  };
}
