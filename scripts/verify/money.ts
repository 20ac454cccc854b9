import { allocate } from '@junkan/kit/pure/money.ts';
import type { ViewFile } from '@junkan/kit/views/files.ts';
import { oneAccountAmong } from './account-numbers.ts';
import { cellsBefore, draftOf, inCell, isInForce, paidPartsOf, partsOf, requestBefore, type Share, spelt, UNDONE } from './agreements.ts';
import { checkReferences } from './bank-references.ts';
import { takenIn } from './converted.ts';
import { type Context, type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { isBesideParts } from './retention.ts';
import { checkShown } from './shown-payments.ts';

type Posting = { account: string; money?: { amount?: string; currency: string } };
type Entry = { id: string; postings: Posting[] };

const entriesOf = (events: readonly Recorded[]): Entry[] => events.flatMap(({ data }) => (data.entry ? [data.entry as Entry] : []));

/** Sums by account and currency. */
function sums(postings: readonly Posting[], keyOf: (posting: Posting) => string): Map<string, bigint> {
  const all = new Map<string, bigint>();
  for (const posting of postings) all.set(keyOf(posting), (all.get(keyOf(posting)) ?? 0n) + minor(posting.money));
  return all;
}

/** 1. Postings sum to zero, per entry and currency. */
export function entriesBalance({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  for (const { id, postings } of entriesOf(disbursement.events)) {
    for (const [currency, sum] of sums(postings, ({ money }) => money?.currency ?? ''))
      check(sum === 0n, () => `entry ${id} is out of balance by ${sum} ${currency}`);
  }
  return result();
}

/** What an envelope has held for an offer: at most, and now. */
type Claim = { readonly committed: bigint; readonly now: bigint };

/** 2. Paid <= share <= commitment, and all of an envelope's claims <= its total. */
export function nothingIsExceeded({ disbursement, sponsor }: Stored): Finding {
  const { check, result } = finding();
  const claims = claimsOf(sponsor, check);
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    if (!isInForce(events)) continue;
    for (const share of (draftOf(events)?.data.shares ?? []) as Share[]) {
      const paid = paidBy(share.sponsor, events);
      check(
        paid <= minor(share.amount),
        () => `agreement ${agreement} has paid ${paid} of ${share.sponsor}'s share of ${minor(share.amount)}`,
      );
      const paying = paidPartsOf(share);
      const takes = takenIn(events);
      const weights = paying.map(({ amount }) => minor(amount));
      const paidOf = weights.length > 0 ? allocate(paid, weights) : [];
      for (const part of partsOf(share)) {
        const { offer, amount } = part;
        const { committed, now } = claims.get(offer) ?? { committed: 0n, now: 0n };
        const [whole, gone] = [takes(offer, minor(amount)), takes(offer, paidOf[paying.indexOf(part)] ?? 0n)];
        check(
          whole <= committed,
          () => `the share of ${share.sponsor} in ${agreement} is ${whole}, but offer ${offer} has committed ${committed}`,
        );
        check(gone <= now, () => `agreement ${agreement} has paid ${gone} for ${share.sponsor}, whose offer ${offer} holds ${now}`);
      }
    }
  }
  return result();
}

const HOLDING = ['BudgetReserved', 'ReservationChanged', 'OfferCommitted'];

/** Every offer's claim, while it is checked that no envelope ever held more than its total. */
function claimsOf(sponsor: Stored['sponsor'], check: (holds: boolean, fault: () => string) => void): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const [envelope, events] of streamsOf(sponsor, 'env')) {
    const held = new Map<string, bigint>();
    const total = minor(events[0]?.data.total);
    for (const { type, data } of events) {
      if (HOLDING.includes(type)) held.set(data.offer, minor(data.amount));
      if (type === 'OfferReleased') held.delete(data.offer);
      if (type === 'CommitmentIncreased') held.set(data.offer, minor(data.committed));
      if (type === 'CommitmentReturned') held.set(data.offer, minor(data.kept));
      const now = held.get(data.offer) ?? 0n;
      if (data.offer)
        claims.set(data.offer, { committed: type === 'OfferCommitted' ? now : (claims.get(data.offer)?.committed ?? 0n), now });
      const sum = [...held.values()].reduce((all, amount) => all + amount, 0n);
      check(sum <= total, () => `envelope ${envelope} holds ${sum} of ${total} after ${type}`);
    }
  }
  return claims;
}

/** What the bank has confirmed of one sponsor's cells, of what was retained of them and of what was paid ahead, without what was undone since. */
export function paidBy(sponsor: string, events: readonly Recorded[]): bigint {
  const released = events.filter((event) => event.type === 'PaymentRequested' && isBesideParts(event) && event.data.sponsor === sponsor);
  const orders = new Set([
    ...cellsBefore(events).flatMap((cell) => (cell.sponsor === sponsor ? [cell.payment] : [])),
    ...released.map(({ data }) => data.payment),
  ]);
  const settled = events
    .filter(({ type, data }) => type === 'PaymentSettled' && orders.has(data.payment))
    .reduce((all, { data }) => all + moved(data.entry), 0n);
  const undone = events.filter(({ type, data }) => (UNDONE.includes(type) || type === 'OutcomeReversed') && orders.has(data.payment));
  return settled - undone.reduce((all, { data }) => all + takenBack(data.entry), 0n);
}

/** What an entry takes from what a proposer has received. */
const takenBack = (entry: Entry | undefined): bigint =>
  -(entry?.postings ?? [])
    .filter(({ account }) => /^proposer\/[^/]+\/(received|advance)/.test(account))
    .reduce((all, { money }) => all + minor(money), 0n);

/** What an entry moves; nothing where there is none. */
export const moved = (entry: Entry | undefined): bigint =>
  (entry?.postings ?? []).filter(({ money }) => minor(money) > 0n).reduce((all, { money }) => all + minor(money), 0n);

/**
 * 3. A part of a tranche is paid at most once, and in exactly its amount; what was undone since is exactly what had been paid. No reference of the bank of
 * an account is used twice. What a statement shows to be paid is not instructed again before two persons have said what that line is.
 */
export async function nothingIsPaidTwice({ disbursement }: Stored): Promise<Finding> {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    for (const { tranche, sponsor, payment } of cellsBefore(events))
      checkOnce(`tranche ${tranche} of ${sponsor} in ${agreement}`, payment, events, check);
    for (const { data } of events.filter((event) => event.type === 'PaymentRequested' && isBesideParts(event)))
      checkOnce(`what ${data.sponsor} pays outside the parts in ${agreement}`, data.payment, events, check);
    for (const event of events.filter(({ type }) => type === 'PaymentSettled')) checkAmount(agreement, event, events, check);
  }
  checkShown(disbursement, check);
  await checkReferences(disbursement, check);
  await checkPayees(disbursement, check);
  return result();
}

type Check = (holds: boolean, fault: () => string) => void;

/** No payment goes to the account that it comes from. */
async function checkPayees(disbursement: Context, check: Check): Promise<void> {
  const approvals = streamsOf(disbursement, 'agr').flatMap(([, events]) =>
    events.filter(({ type, data }) => type === 'PaymentApproved' && data.payeeAccount),
  );
  const isOne = await oneAccountAmong(disbursement, [...new Set(approvals.flatMap(({ data }) => [data.payerAccount, data.payeeAccount]))]);
  for (const { stream, data } of approvals)
    check(
      !isOne(data.payerAccount, data.payeeAccount),
      () => `payment ${data.payment} in ${stream} was approved from ${data.payerAccount} to ${data.payeeAccount}, which are one account`,
    );
}

/** Settled, undone, settled again: never twice the one or the other. */
function checkOnce(cell: string, payment: string, events: readonly Recorded[], check: Check): void {
  let current: Recorded | undefined;
  let times = 0;
  let over: Ended | undefined;
  for (const event of events.filter(({ data }) => data.payment === payment)) {
    if (event.type === 'PaymentSettled') {
      times += current ? 1 : 0;
      current = event;
    }
    if (event.type === 'OutcomeReversed') {
      checkMistake(cell, event, over, check);
      times += current ? 1 : 0;
      current = over?.settled;
    }
    if (event.type === 'PaymentFailed' || event.type === 'PaymentReturned') over = { end: event, settled: current };
    if (!UNDONE.includes(event.type)) continue;
    const before = current;
    check(before !== undefined, () => `${event.type} of ${payment} undoes a settlement that was not valid`);
    check(
      undoes(event, before),
      () => `${event.type} of ${payment} took ${takenBack(event.data.entry)} back, and ${moved(before?.data.entry)} had been paid`,
    );
    current = undefined;
  }
  check(times === 0, () => `${cell} is paid ${times + 1} times (${payment})`);
}

/** A return or a failure, and the settlement that it undid. */
type Ended = { readonly end: Recorded; readonly settled: Recorded | undefined };

/** What was ended by mistake goes back to exactly where it was; what was retained of it only where it has not gone back to the sponsor since. */
function checkMistake(cell: string, { data }: Recorded, over: Ended | undefined, check: Check): void {
  const ended = `${data.outcome === 'returned' ? 'PaymentReturned' : 'PaymentFailed'} of ${data.payment}`;
  check(
    over?.end.type === (data.outcome === 'returned' ? 'PaymentReturned' : 'PaymentFailed') &&
      (data.outcome !== 'returned' || spelt(over.end.data.bankReference) === spelt(data.bankReference)),
    () => `${cell} is said to have ended by mistake, and no ${ended} has ended it`,
  );
  const [back, gone] = [byAccount(data.entry), byAccount(over?.end.data.entry)];
  const kept = [...back].reduce((sum, [at, amount]) => (UNPAID.test(at) ? sum : sum + amount + (gone.get(at) ?? 0n)), 0n);
  const isExact = [...gone].every(([at, amount]) => UNPAID.test(at) || back.get(at) === -amount);
  check(isExact && kept === 0n, () => `the mistake of ${ended} is reversed otherwise than it was booked`);
}
/** What a termination may have moved meanwhile. */
const UNPAID = /\/(undisbursed|retained)\//;

/** Of the same amount, from where the settlement had booked it; a reversal also to where it had come from. */
function undoes({ type, data }: Recorded, settled: Recorded | undefined): boolean {
  const [back, paid] = [byAccount(data.entry), byAccount(settled?.data.entry)];
  const into = [...paid].filter(([, sum]) => sum > 0n);
  if (type === 'PaymentReturned') return into.length > 0 && into.every(([at, sum]) => back.get(at) === -sum);
  return back.size === paid.size && [...paid].every(([at, sum]) => back.get(at) === -sum);
}
const byAccount = (entry: Entry | undefined) => sums(entry?.postings ?? [], ({ account, money }) => `${account} ${money?.currency ?? ''}`);

function checkAmount(agreement: string, { version, data }: Recorded, events: readonly Recorded[], check: Check): void {
  const request = requestBefore(events, data.payment, version);
  const isBeside = request !== undefined && isBesideParts(request);
  const cell = cellsBefore(events, version).find(({ payment }) => payment === data.payment);
  check(cell !== undefined || isBeside, () => `payment ${data.payment} is settled, but ${agreement} has no part of a tranche for it`);
  // What was asked for is held to the part itself (24); a termination may cut that afterwards by what was retained.
  const planned = request ? minor(request.data.amount) : cell ? inCell(cell) : 0n;
  check(
    (cell === undefined && !isBeside) || moved(data.entry) === planned,
    () => `payment ${data.payment} moved ${moved(data.entry)} instead of ${planned}`,
  );
}

/** 6. Accounts equal the fold of the journals, in every view of them on this host that is not behind. */
export function accountsEqualJournals({ disbursement }: Stored, views: readonly ViewFile[]): Finding {
  const { check, result } = finding();
  const postings = entriesOf(disbursement.events).flatMap((entry) => entry.postings);
  const journals = sums(postings, ({ account, money }) => `${account} ${money?.currency ?? ''}`);
  for (const { label, db } of views.filter((view) => view.name === 'accounts' && hasSeenAll(view, disbursement))) {
    const all = db.prepare('SELECT name, currency, amount FROM account');
    all.setReadBigInts(true);
    const shown = new Map(all.all().map(({ name, currency, amount }) => [`${name} ${currency}`, amount]));
    for (const [account, sum] of journals) {
      check(
        shown.get(account) === sum,
        () => `account ${account} in ${label} shows ${shown.get(account) ?? 'nothing'}, its journals say ${sum}`,
      );
      shown.delete(account);
    }
    for (const account of shown.keys()) check(false, () => `account ${account} in ${label} has no journal`);
  }
  return result();
}

/** Whether a view is not behind. */
export function hasSeenAll({ versions }: ViewFile, { byStream }: Context): boolean {
  const seen = versions();
  return [...byStream].every(([stream, { length }]) => seen.get(stream) === length);
}
