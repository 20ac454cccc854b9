import { paidPartsOf, requestBefore, type Share } from './agreements.ts';
import { type Context, type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];
type Period = { readonly start: string; readonly end: string };

/**
 * 29. The period of a budget is changed by two persons, with a reason, and only extended while offers hold something of it; what is
 * committed and paid lies within the period of its time. More is committed to an offer by two persons, with a reason.
 */
export function budgetEndsAreKept({ sponsor, disbursement }: Stored): Finding {
  const { check, result } = finding();
  for (const [envelope, events] of streamsOf(sponsor, 'env')) checkEnvelope(envelope, events, check);
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) checkAgreement(agreement, events, sponsor, check);
  return result();
}

const isWithin = (at: string, { start, end }: Period): boolean => {
  const day = at.slice(0, 10);
  return day >= start && (end === '' || day <= end);
};
const spoken = ({ start, end }: Period): string => `${start || 'ever'} to ${end || 'ever'}`;

function checkEnvelope(envelope: string, events: Events, check: Check): void {
  let period: Period = { start: '', end: '' };
  const held = new Map<string, bigint>();
  for (const event of events) {
    const { type, data, at } = event;
    if (type === 'EnvelopeOpened') period = { start: data.periodStart ?? '', end: data.periodEnd ?? '' };
    if (type === 'EnvelopeEndProposed')
      check(
        event.person === data.by && Boolean(data.note),
        () => `end ${data.proposal} of ${envelope} says ${data.by}, but ${event.person} acted`,
      );
    if (type === 'EnvelopeEndMoved') {
      checkMove({ envelope, event, events, before: period.end, isClaimed: [...held.values()].some((amount) => amount > 0n) }, check);
      period = { ...period, end: data.periodEnd };
    }
    if (type === 'CommitmentIncreased') checkIncrease({ envelope, event, events, before: held.get(data.offer) ?? 0n }, check);
    if (type === 'BudgetReserved' || type === 'ReservationChanged' || type === 'OfferCommitted') held.set(data.offer, minor(data.amount));
    if (type === 'OfferReleased') held.delete(data.offer);
    if (type === 'CommitmentIncreased') held.set(data.offer, minor(data.committed));
    if (type === 'CommitmentReturned') held.set(data.offer, minor(data.kept));
    if (type === 'OfferCommitted')
      // Only the last day for commitments counts: the offer itself is checked against a period that has not begun.
      check(
        isWithin(at, { ...period, start: '' }),
        () => `offer ${data.offer} was committed at ${at}, but ${envelope} is of ${spoken(period)}`,
      );
  }
}

type Increase = { readonly envelope: string; readonly event: Recorded; readonly events: Events; readonly before: bigint };

function checkIncrease({ envelope, event: { data, person }, events, before }: Increase, check: Check): void {
  const proposed = events.find(({ type, data: { increase } }) => type === 'IncreaseProposed' && increase === data.increase);
  const name = `increase ${data.increase} of ${envelope}`;
  check(proposed !== undefined && Boolean(proposed.data.note), () => `${name} was proposed by nobody, or without a reason`);
  check(person !== proposed?.person, () => `${name} was proposed and confirmed by ${person}`);
  check(
    proposed?.data.offer === data.offer && minor(proposed?.data.amount) === minor(data.amount),
    () => `${name} is not what was proposed`,
  );
  check(
    before > 0n && before + minor(data.amount) === minor(data.committed),
    () => `${name} comes to ${minor(data.committed)}, from ${before} by ${minor(data.amount)}`,
  );
}

type Move = {
  readonly envelope: string;
  readonly event: Recorded;
  readonly events: Events;
  readonly before: string;
  readonly isClaimed: boolean;
};

function checkMove({ envelope, event, events, before, isClaimed }: Move, check: Check): void {
  const { data, person, version } = event;
  const name = `end ${data.proposal} of ${envelope}`;
  const proposed = events.find(({ type, data: { proposal } }) => type === 'EnvelopeEndProposed' && proposal === data.proposal);
  const decided = events.find(
    ({ type, data: { proposal }, version: other }) =>
      (type === 'EnvelopeEndMoved' || type === 'EnvelopeEndRefused') && proposal === data.proposal && other !== version,
  );
  check(
    proposed !== undefined && proposed.version < version && proposed.person !== person && person === data.by,
    () => `${name} was proposed by ${proposed?.person ?? 'nobody'} and confirmed by ${person}`,
  );
  check(decided === undefined, () => `${name} was decided twice`);
  check(
    data.periodEnd === proposed?.data.periodEnd,
    () => `${name} was proposed as ${proposed?.data.periodEnd} and confirmed as ${data.periodEnd}`,
  );
  check((data.before ?? '') === before, () => `${name} says it was ${data.before || 'open'}, but it was ${before || 'open'}`);
  check(data.periodEnd >= data.at.slice(0, 10), () => `${name} was over when it was confirmed`);
  check(
    !isClaimed || (before !== '' && data.periodEnd > before),
    () => `${name} moved from ${before || 'open'} back to ${data.periodEnd} while something of it was held`,
  );
}

/** The steps of a payment that are allowed only within the period of its budget. */
const GOING_ON: readonly Recorded['type'][] = ['PaymentRequested', 'PaymentApprovedOnce', 'PaymentApproved', 'PaymentInstructed'];

function checkAgreement(agreement: string, events: Events, sponsors: Context, check: Check): void {
  const periods = new Map<string, Period>();
  let shares: readonly Share[] = [];
  for (const event of events) {
    const { type, data, version, at } = event;
    if (type === 'AgreementDrafted') {
      shares = data.shares;
      for (const share of data.shares) periods.set(share.sponsor, { start: share.periodStart ?? '', end: share.periodEnd ?? '' });
    }
    if (type === 'BudgetEndMoved') {
      const share = shares.find((each) => each.sponsor === data.sponsor);
      const before = periods.get(data.sponsor) ?? { start: '', end: '' };
      check(
        share !== undefined && before.end === (data.before ?? '') && data.periodEnd > before.end && isOfItsBudgets(share, event, sponsors),
        () => `${agreement} pays for ${data.sponsor} until ${data.periodEnd}, which its budgets do not say`,
      );
      periods.set(data.sponsor, { ...before, end: data.periodEnd });
    }
    if (!GOING_ON.includes(type)) continue;
    const payer = requestBefore(events, data.payment, version + 1)?.data.sponsor;
    const period = periods.get(payer) ?? { start: '', end: '' };
    check(
      isWithin(data.at || at, period),
      () => `${type} of ${data.payment} in ${agreement} came at ${data.at}, but its budget is of ${spoken(period)}`,
    );
  }
}

/**
 * Whether one of its budgets has ended on that day, and none before it: a day only moves forward, so what was read earlier is not later
 * than what applied when it was reported.
 */
function isOfItsBudgets(share: Share, { data }: Recorded, { byStream }: Context): boolean {
  const ends = paidPartsOf(share).map(({ envelope }) => endsUntil(byStream.get(envelope) ?? [], data.at));
  const lastEnds = ends.flatMap((each) => each.at(-1) || []);
  return ends.some((each) => each.includes(data.periodEnd)) && lastEnds.every((end) => end >= data.periodEnd);
}

/** The days on which a budget has ended, one after the other, as far as they were confirmed by then. */
const endsUntil = (events: Events, at: string): string[] =>
  events.flatMap(({ type, data }) =>
    type === 'EnvelopeOpened' || (type === 'EnvelopeEndMoved' && data.at <= at) ? [data.periodEnd ?? ''] : [],
  );
