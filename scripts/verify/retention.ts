import {
  type Cell,
  cellsBefore,
  draftOf,
  inCell,
  isSettledAgain,
  paidPartsOf,
  requestBefore,
  type Share,
  settledBefore,
  UNDONE,
} from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Money = { readonly amount?: string };
type Posting = { readonly account: string; readonly money?: Money };
type Check = (holds: boolean, fault: () => string) => void;

/** Whether a request is of what was retained of all tranches, and not of a part of one. */
export const isRelease = ({ data }: Recorded): boolean => !data.tranche;
/** Whether a payment is not for a whole part: it releases what was retained, is an advance, or pays some of the part. */
export const isBesideParts = (request: Recorded): boolean => isRelease(request) || request.data.advance > 0 || request.data.partPayment > 0;

/** What of a part was paid ahead before an event, and has not come back. */
export const advancedBefore = (events: readonly Recorded[], cell: Cell, version?: number): bigint =>
  paidOutsideBefore(events, cell, 'advance', version);

/** What of a part was paid before an event, ahead or by part payments, and has not come back. */
export const paidAheadBefore = (events: readonly Recorded[], cell: Cell, version?: number): bigint =>
  advancedBefore(events, cell, version) + paidOutsideBefore(events, cell, 'partPayment', version);

function paidOutsideBefore(
  events: readonly Recorded[],
  { tranche, sponsor }: Cell,
  by: 'advance' | 'partPayment',
  version = Number.POSITIVE_INFINITY,
): bigint {
  const ahead = new Map<string, bigint>();
  for (const event of events.filter((each) => each.version < version)) {
    const { type, data, version: at } = event;
    const request = type === 'PaymentSettled' || isSettledAgain(event) ? requestBefore(events, data.payment, at + 1)?.data : undefined;
    if (request?.[by] > 0 && request?.tranche === tranche && request?.sponsor === sponsor) ahead.set(data.payment, minor(request.amount));
    if (UNDONE.includes(type)) ahead.delete(data.payment);
  }
  return [...ahead.values()].reduce((sum, amount) => sum + amount, 0n);
}

/** The shares on the terms before an event. */
export function sharesBefore(events: readonly Recorded[], version: number): Share[] {
  const shares = (draftOf(events)?.data.shares ?? []) as Share[];
  const changes = events
    .filter((event) => event.type === 'AgreementAmended' && event.version < version)
    .flatMap(({ data }) => (data.financing ?? []) as { offer: string; financing: NonNullable<Share['financing']> }[]);
  const onTerms = <Part extends Share | NonNullable<Share['parts']>[number]>(part: Part): Part => {
    const change = changes.findLast(({ offer }) => offer === part.offer);
    return change ? { ...part, financing: change.financing } : part;
  };
  return shares.map((share) => ({ ...onTerms(share), parts: (share.parts ?? []).map(onTerms) }));
}

const PLACES = 6;
const WHOLE = 100n * 10n ** BigInt(PLACES);

/** By the terms: each offer's percentage of its proportion, rounded once half up, and at least one minor unit is left to pay. */
export function retentionBefore(events: readonly Recorded[], { sponsor, ...cell }: Cell, version: number): bigint {
  const amount = inCell({ sponsor, ...cell });
  const share = sharesBefore(events, version).find((each) => each.sponsor === sponsor);
  let [all, kept] = [0n, 0n];
  for (const part of share ? paidPartsOf(share) : []) {
    const [whole = '0', places = ''] = String(part.financing?.retentionPercent ?? '0').split('.');
    all += minor(part.amount) * WHOLE;
    kept += minor(part.amount) * BigInt(whole + places.padEnd(PLACES, '0')) * amount;
  }
  if (all === 0n || amount === 0n) return 0n;
  const part = { sponsor, ...cell };
  const due = amount - advancedBefore(events, part, version) - paidOutsideBefore(events, part, 'partPayment', version);
  if (due <= 0n) return 0n;
  const rounded = (kept + all / 2n) / all;
  return rounded < due ? rounded : due - 1n;
}

/**
 * 24. What is retained of a payment is what its terms say, and the payment is the remainder of its part; it is released once all is
 * settled, in one sum per sponsor, or given up with a termination for a fault of the proposer, and none of it is left when an agreement is
 * paid in full, terminated so, or ended.
 */
export function retainedIsReleased({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    for (const request of events.filter(({ type }) => type === 'PaymentRequested'))
      if (isRelease(request)) checkRelease(agreement, request, events, check);
      else if (!isBesideParts(request)) checkPart(agreement, request, events, check);
    for (const approval of events.filter(({ type }) => type === 'PaymentApproved')) checkEntry(agreement, approval, events, check);
    for (const terminated of events.filter(({ type }) => type === 'AgreementTerminated'))
      checkTermination(agreement, terminated, events, check);
    checkBalances(agreement, events, check);
  }
  return result();
}

/** Where nothing is recorded as retained, an earlier version may have requested it: then only the sum is held to the part. */
function checkPart(agreement: string, { data, version }: Recorded, events: readonly Recorded[], check: Check): void {
  const cell = cellsBefore(events, version).find(({ payment }) => payment === data.payment);
  if (!cell) return;
  const [paid, retained, ahead, inPart] = [minor(data.amount), minor(data.retained), minor(data.advanced), minor(data.partPaid)];
  check(
    ahead === advancedBefore(events, cell, version),
    () => `payment ${data.payment} of ${agreement} says that ${ahead} was paid ahead of it`,
  );
  check(
    paid + retained + ahead + inPart === inCell(cell) && paid > 0n,
    () => `payment ${data.payment} of ${agreement} pays ${paid} and retains ${retained} of ${inCell(cell)}`,
  );
  if (!data.retained) return;
  const due = retentionBefore(events, cell, version);
  check(retained === due, () => `payment ${data.payment} of ${agreement} retains ${retained}, its terms say ${due}`);
}

/** What an entry posts to what is retained, of one sponsor or of all. */
const retainedBy = ({ data }: Recorded, agreement: string, sponsor: string): bigint =>
  ((data.entry?.postings ?? []) as Posting[])
    .filter(({ account }) => account === `agreement/${agreement}/retained/${sponsor}`)
    .reduce((sum, { money }) => sum + minor(money), 0n);

function balanceBefore(agreement: string, sponsor: string, events: readonly Recorded[], version: number): bigint {
  return events.filter((event) => event.version < version).reduce((sum, event) => sum + retainedBy(event, agreement, sponsor), 0n);
}

function checkRelease(agreement: string, { data, version }: Recorded, events: readonly Recorded[], check: Check): void {
  const held = balanceBefore(agreement, data.sponsor, events, version);
  check(
    minor(data.amount) === held && held > 0n,
    () => `${data.payment} of ${agreement} releases ${minor(data.amount)} of ${held} that is retained of ${data.sponsor}`,
  );
  const settled = settledBefore(events, version);
  const open = cellsBefore(events, version).filter(
    (cell) => inCell(cell) > advancedBefore(events, cell, version) && !settled.has(cell.payment),
  );
  check(open.length === 0, () => `${data.payment} of ${agreement} releases what is retained while ${open.length} parts are not settled`);
}

function checkEntry(agreement: string, approval: Recorded, events: readonly Recorded[], check: Check): void {
  const request = requestBefore(events, approval.data.payment, approval.version);
  if (!request) return;
  const posted = retainedBy(approval, agreement, request.data.sponsor);
  const due = isRelease(request) ? -minor(request.data.amount) : minor(request.data.retained);
  check(posted === due, () => `the approval of ${approval.data.payment} in ${agreement} books ${posted} as retained instead of ${due}`);
}

const OVER = ['AgreementPaidInFull', 'AgreementTerminated', 'AgreementEnded'];

const FAULTS = ['breach', 'no-progress', 'fiduciary', 'safeguards'];

/** It goes back where the proposer is at fault, and else stays due. Earlier versions did not say it, and always gave it back. */
function checkTermination(agreement: string, { data }: Recorded, events: readonly Recorded[], check: Check): void {
  if (data.retained === undefined) return;
  const cause =
    events.find(({ type, data: proposed }) => type === 'MeasureProposed' && proposed.measure === data.measure)?.data.cause ?? '';
  const expected = cause === '' || FAULTS.includes(cause) ? 'given-back' : 'due';
  check(
    data.retained === expected,
    () => `what was retained under ${agreement} is ${data.retained} after a termination for ${cause || 'no cause'}`,
  );
}

/** Never below nothing, and nothing once the agreement is over, but for what stays due after a termination. */
function checkBalances(agreement: string, events: readonly Recorded[], check: Check): void {
  const balances = new Map<string, bigint>();
  for (const event of events) {
    for (const { account, money } of (event.data.entry?.postings ?? []) as Posting[])
      if (account.startsWith(`agreement/${agreement}/retained/`)) balances.set(account, (balances.get(account) ?? 0n) + minor(money));
    for (const [account, balance] of balances) {
      check(balance >= 0n, () => `${account} is ${balance} after ${event.type}`);
      if (OVER.includes(event.type) && event.data.retained !== 'due')
        check(balance === 0n, () => `${account} is ${balance} though ${agreement} is over (${event.type})`);
    }
  }
}
