import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { isSameMoney, type Money } from '@junkan/kit/pure/money.ts';
import type { MatchHeld } from '../statements/statement.ts';
import { type Candidate, candidatesAmong } from './candidates.ts';
import type { Payment } from './payment.ts';
import type { Entry } from './statement.ts';

export type Verdict =
  | {
      readonly type: 'settles';
      readonly key: string;
      readonly payment: string;
      /** Absent where the bank gives none. */
      readonly bankReference?: string;
      readonly valueDate: CalendarDate;
      /** What it took of an account in another currency than the payment's. */
      readonly debited?: Money;
    }
  /** `isWhole`: all of the payment came back; banks may keep a charge. */
  | {
      readonly type: 'returns';
      readonly key: string;
      readonly payment: string;
      readonly amount: Money;
      readonly isWhole: boolean;
      readonly reason?: string;
    }
  /** `payments`: those that it may concern; none where that is not known. */
  | { readonly type: 'held'; readonly key: string; readonly reason: MatchHeld; readonly payments: readonly string[] }
  | { readonly type: 'suggested'; readonly key: string; readonly candidates: readonly Candidate[] }
  | { readonly type: 'unmatched'; readonly key: string };

/** What each entry says of the payments, in the order of the entries. Entries that were imported before are left out by the caller, by key. */
export function match(entries: readonly Entry[], payments: readonly Payment[]): readonly Verdict[] {
  const named = { byReference: indexed(payments), byName: new Map(payments.map((payment) => [payment.payment, payment])) };
  const candidates = candidatesAmong(payments.filter(({ status }) => status === 'instructed'));
  const debits = withoutRivals(entries.map((entry) => (entry.direction === 'debit' ? ofEntry(entry, named) : undefined)));
  const settled = new Set(debits.flatMap((verdict) => (verdict?.type === 'settles' ? [verdict.payment] : [])));
  const credits = withoutRivals(entries.map((entry) => (entry.direction === 'credit' ? ofEntry(entry, named, settled) : undefined)));
  return entries.map((entry, at) => debits[at] ?? credits[at] ?? suggestion(entry, candidates(entry, settled)));
}

const suggestion = ({ key }: Entry, candidates: readonly Candidate[]): Verdict =>
  candidates.length > 0 ? { type: 'suggested', key, candidates } : { type: 'unmatched', key };

type Named = { readonly byReference: ByReference; readonly byName: ReadonlyMap<string, Payment> };
type ByReference = ReadonlyMap<string, readonly { readonly payment: Payment; readonly isEarlier: boolean }[]>;

function indexed(payments: readonly Payment[]): ByReference {
  const all = new Map<string, { payment: Payment; isEarlier: boolean }[]>();
  const put = (reference: string, payment: Payment, isEarlier: boolean) => {
    const there = all.get(reference);
    if (there) there.push({ payment, isEarlier });
    else all.set(reference, [{ payment, isEarlier }]);
  };
  for (const payment of payments) {
    if (payment.status !== 'over') put(payment.endToEndId, payment, false);
    for (const earlier of payment.attempts) if (earlier !== payment.endToEndId) put(earlier, payment, true);
  }
  return all;
}

/** What an entry says by its reference, or mentions; undefined if no payment has it. `settled`: by debits of the same statement. */
function ofEntry(entry: Entry, { byReference, byName }: Named, settled: ReadonlySet<string> = new Set()): Verdict | undefined {
  const { key, endToEndId, mentions = [] } = entry;
  const found = (endToEndId !== undefined && byReference.get(endToEndId)) || [];
  const mentioned = mentions.filter((payment) => byName.has(payment));
  const payments = found.length > 0 ? found.map(({ payment }) => payment.payment) : mentioned;
  const held = (reason: MatchHeld): Verdict => ({ type: 'held', key, reason, payments });
  if (entry.batch === 'without-details') return held('batch-without-details');
  if (entry.batch === 'details-differ') return held('batch-details-differ');
  if (!entry.isBooked) return held('not-booked');
  if (entry.isReversal) return held('reversal');
  const [only, ...others] = found;
  if (!only) return mentioned.length > 0 ? held('mentioned-only') : undefined;
  if (others.length > 0) return held('two-candidates');
  if (only.isEarlier) return held('earlier-attempt');
  const { payment } = only;
  if (payment.status === 'unsent') return held('not-sent');
  // The bank has converted: what it was instructed with is the payment.
  const { amount, instructed } = entry;
  const isConverted = amount.currency !== payment.amount.currency;
  if (isConverted && !(instructed && isSameMoney(instructed, payment.amount))) return held('other-currency');
  const moved = isConverted ? payment.amount : amount;
  if (entry.direction === 'credit') return ofReturn(entry, moved, payment, { held, settled });
  return ofSettlement(entry, moved, payment, held);
}

type Hold = (reason: MatchHeld) => Verdict;

type Returning = { readonly held: Hold; readonly settled: ReadonlySet<string> };
function ofReturn({ key, returnReason }: Entry, amount: Money, of: Payment, { held, settled }: Returning): Verdict {
  if (of.status === 'instructed' && !settled.has(of.payment)) return held('not-settled');
  if (amount.amount > of.amount.amount || amount.amount <= 0n) return held('other-amount');
  const isWhole = isSameMoney(amount, of.amount);
  return { type: 'returns', key, payment: of.payment, amount, isWhole, ...(returnReason !== undefined && { reason: returnReason }) };
}

function ofSettlement({ key, amount: booked, bankReference, valueDate }: Entry, amount: Money, of: Payment, held: Hold): Verdict {
  if (of.status === 'settled') return held('settled-already');
  if (!isSameMoney(amount, of.amount)) return held('other-amount');
  if (valueDate === undefined) return held('no-value-date');
  if (valueDate < of.instructedOn) return held('before-instruction');
  const debited = booked.currency === of.amount.currency ? undefined : booked;
  const said = { ...(bankReference !== undefined && { bankReference }), ...(debited && { debited }) };
  return { type: 'settles', key, payment: of.payment, valueDate, ...said };
}

/** Two entries cannot both settle a payment, nor both return it: neither is taken. */
function withoutRivals(verdicts: readonly (Verdict | undefined)[]): readonly (Verdict | undefined)[] {
  const claims = new Map<string, number>();
  const claimed = (verdict: Verdict | undefined) =>
    verdict?.type === 'settles' || verdict?.type === 'returns' ? verdict.payment : undefined;
  for (const payment of verdicts.map(claimed)) if (payment !== undefined) claims.set(payment, (claims.get(payment) ?? 0) + 1);
  return verdicts.map((verdict) => {
    const payment = claimed(verdict);
    if (!verdict || payment === undefined || claims.get(payment) === 1) return verdict;
    return { type: 'held', key: verdict.key, reason: 'two-candidates', payments: [payment] };
  });
}
