import { type CalendarDate, dateOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { AgreementId, ProposerId, SponsorId } from './ids.ts';

/** A signed change of one account. `line`: the line of a bank statement that it books, and no other. */
export type Posting = { readonly account: string; readonly money: Money; readonly line?: BankLine | undefined };
export type BankLine = {
  readonly number: number;
  readonly bookedOn: string;
  readonly valueDate: string;
  readonly bankReference: string;
};
/** `day`: of what it books; `recordedOn`: by which day of the books it was recorded. In entries of earlier versions both are absent. */
export type JournalEntry = {
  readonly id: string;
  readonly postings: readonly Posting[];
  readonly day?: CalendarDate | undefined;
  readonly recordedOn?: CalendarDate | undefined;
};

/**
 * The accounts that an agreement's money passes. What a sponsor has committed is negative on its commitment account; the same money is then
 * undisbursed, payable or retained, and in the end received by the proposer. What has to come back is recoverable, and then refunded,
 * written off, or received after all.
 */
export const accounts = {
  commitment: (sponsor: SponsorId): string => `sponsor/${sponsor}/commitment`,
  undisbursed: (agreement: AgreementId, sponsor: SponsorId): string => `agreement/${agreement}/undisbursed/${sponsor}`,
  /** What is kept of the sponsor's payments until all is settled. */
  retained: (agreement: AgreementId, sponsor: SponsorId): string => `agreement/${agreement}/retained/${sponsor}`,
  payable: (agreement: AgreementId, sponsor: SponsorId): string => `agreement/${agreement}/payable/${sponsor}`,
  /** What was paid ahead, and is not liquidated. */
  advance: (proposer: ProposerId, agreement: AgreementId): string => `proposer/${proposer}/advance/${agreement}`,
  received: (proposer: ProposerId): string => `proposer/${proposer}/received`,
  recoverable: (agreement: AgreementId, sponsor: SponsorId): string => `agreement/${agreement}/recoverable/${sponsor}`,
  refunded: (sponsor: SponsorId): string => `sponsor/${sponsor}/refunded`,
  /**
   * The cash in one of the sponsor's bank accounts, as its statements book it. Without an account: the other side of suspense and charges of
   * statements that an earlier version imported.
   */
  bank: (sponsor: SponsorId, account = ''): string => `sponsor/${sponsor}/bank${account === '' ? '' : `/${account}`}`,
  /** What statements book, and nobody has explained yet. */
  suspense: (sponsor: SponsorId): string => `sponsor/${sponsor}/suspense`,
  fees: (sponsor: SponsorId): string => `sponsor/${sponsor}/fees`,
  /** What else the lines of statements are: see docs/ledger.md. */
  ofCash: (sponsor: SponsorId, kind: CashKind): string => `sponsor/${sponsor}/${kind}`,
  /** What payments from budgets in other currencies cost, in these; what of the commitments that is; and the difference, above zero a loss. */
  spent: (sponsor: SponsorId): string => `sponsor/${sponsor}/spent`,
  converted: (sponsor: SponsorId): string => `sponsor/${sponsor}/converted`,
  exchangeDifferences: (sponsor: SponsorId): string => `sponsor/${sponsor}/exchange-differences`,
  // What is no money: what a sponsor guarantees, and gives in kind, and what became of it.
  exposure: (sponsor: SponsorId): string => `sponsor/${sponsor}/exposure`,
  guaranteed: (agreement: AgreementId, sponsor: SponsorId): string => `agreement/${agreement}/guaranteed/${sponsor}`,
  called: (agreement: AgreementId, sponsor: SponsorId): string => `agreement/${agreement}/called/${sponsor}`,
  claimsPaid: (proposer: ProposerId): string => `proposer/${proposer}/claims-paid`,
  pledgedInKind: (sponsor: SponsorId): string => `sponsor/${sponsor}/pledged-in-kind`,
  inKind: (agreement: AgreementId, sponsor: SponsorId): string => `agreement/${agreement}/in-kind/${sponsor}`,
  receivedInKind: (proposer: ProposerId): string => `proposer/${proposer}/received-in-kind`,
  writtenOff: (sponsor: SponsorId): string => `sponsor/${sponsor}/written-off`,
};

/** The other sides of cash. `disbursed`: what statements have paid of payments, less what they returned or refunded. `claims`: what they have paid of what was called of guarantees. */
export type CashKind =
  | 'disbursed'
  | 'claims'
  | 'suspense'
  | 'fees'
  | 'interest'
  | 'other-income'
  | 'receivable-from-bank'
  | 'over-payments'
  | 'reversals'
  | 'unrelated'
  | 'opening-balance';

/** What the name of an account says: what it is for (`payable`), and whose it is. */
export type AccountOf = { readonly kind: string; readonly party: string };

/**
 * Of `sponsor/<id>/<kind>`, `sponsor/<id>/bank/<account>`, `proposer/<id>/<kind>`, `proposer/<id>/<kind>/<agreement>` and `agreement/<id>/<kind>/<sponsor>`. Any other
 * name is a kind of account that belongs to nobody.
 */
export function accountOf(name: string): AccountOf {
  const [owner, id = '', kind = '', sponsor = ''] = name.split('/');
  if (owner === 'agreement') return { kind, party: sponsor };
  return kind === '' ? { kind: name, party: '' } : { kind, party: id };
}

/** The two postings that move an amount from one account to another. */
export const moved = (from: string, to: string, { amount, currency }: Money): Posting[] => [
  { account: from, money: { amount: -amount, currency } },
  { account: to, money: { amount, currency } },
];

/** One posting for each account: several movements of it are one sum. Currencies are separate. */
export function summed(postings: readonly Posting[]): Posting[] {
  const sums = new Map<string, Posting>();
  for (const { account, money } of postings) {
    const key = `${account} ${money.currency}`;
    sums.set(key, { account, money: { ...money, amount: (sums.get(key)?.money.amount ?? 0n) + money.amount } });
  }
  return [...sums.values()];
}

/** @throws if the postings of a currency do not sum to zero, which is a bug of the caller. */
export function entry(id: string, postings: readonly Posting[]): JournalEntry {
  const sums = new Map<string, bigint>();
  for (const { money } of postings) sums.set(money.currency, (sums.get(money.currency) ?? 0n) + money.amount);
  for (const [currency, sum] of sums) if (sum !== 0n) throw new Error(`entry ${id} is out of balance by ${sum} ${currency}`);
  return { id, postings };
}

/** The journal entry of an event that moves money. */
export const entryOf = (event: object): JournalEntry | undefined =>
  'entry' in event ? (event.entry as JournalEntry | undefined) : undefined;

/** The same event, whose entry says on which day of the books it was recorded. */
export function recordedOn<Event>(event: Event, day: CalendarDate): Event {
  const entry = typeof event === 'object' && event !== null ? entryOf(event) : undefined;
  return entry ? { ...event, entry: { ...entry, recordedOn: day } } : event;
}

/** Under which day a posting would stand if no month were closed: that of the bank, and never one that is still to come. */
export function dayOfPosting({ day = '', recordedOn: recorded }: JournalEntry, { line }: Posting, at: Instant): CalendarDate {
  if (recorded === undefined) return dateOf(at);
  const own = line ? line.bookedOn || line.valueDate : day;
  if (own === '' || own > recorded) return recorded;
  return own;
}

/** Which day it is of, where the books were proposed or closed through a day before it was recorded: the first day that is open by then. */
export function openDay(day: CalendarDate, recorded: CalendarDate, closedThrough: CalendarDate | ''): CalendarDate {
  if (day > closedThrough) return day;
  const first = plusCalendarDays(closedThrough, 1);
  if (recorded < first) return first;
  return recorded;
}
