import type { EntryPartKind } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { minor, type Recorded } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
/** An entry of a statement, as it was read. */
export type Read = {
  readonly key: string;
  readonly amount?: { readonly amount?: string; readonly currency: string };
  readonly direction: string;
  readonly booked?: boolean;
  readonly bookedOn?: string;
  readonly valueDate?: string;
  readonly bankReference?: string;
  readonly instruction?: string;
  readonly mentioned?: object;
};
/** In the order of their numbers. */
export const entriesIn = (events: readonly Recorded[]): Read[] =>
  events.filter(({ type }) => type === 'EntriesRead').flatMap(({ data }) => (data.entries ?? []) as Read[]);

const WAITING = ['returns', 'held', 'suggested', 'unmatched', 'charged', 'dismissed', 'explained'];

/** To which account of the sponsor a part of an entry goes, once two persons have said what it is. */
export const BOOKED_TO: Readonly<Record<EntryPartKind, string>> = {
  payment: 'disbursed',
  refund: 'disbursed',
  claim: 'claims',
  fee: 'fees',
  interest: 'interest',
  'other-income': 'other-income',
  'receivable-from-bank': 'receivable-from-bank',
  'over-payment': 'over-payments',
  reversal: 'reversals',
  unrelated: 'unrelated',
};
type Part = { readonly as: EntryPartKind; readonly amount?: Read['amount']; readonly direction: string };

/** What one person says of an entry, and a second confirms or refuses. */
const SAID: Readonly<Record<string, { readonly as: string; readonly becomes: string }>> = {
  charged: { as: 'a charge', becomes: 'fee' },
  dismissed: { as: 'of no payment', becomes: 'ignored' },
  explained: { as: 'what it consists of', becomes: 'accounted' },
};
const REFUSED: Readonly<Record<string, { readonly standing: string; readonly as: string }>> = {
  FeeRefused: { standing: 'charged', as: 'a charge' },
  DismissalRefused: { standing: 'dismissed', as: 'of no payment' },
  ExplanationRefused: { standing: 'explained', as: 'what it consists of' },
};

/**
 * What the journal entries of a statement come to is what its entries are: every line that is booked is in the cash of the account, and on the
 * other side in suspense, or where two persons have said that it belongs. Of a statement without an account of cash, as earlier versions
 * imported it, only what waits and charges are booked.
 */
export function checkSuspense(statement: string, events: readonly Recorded[], check: Check): void {
  const decided = events.findLast(({ type }) => type === 'StatementOwnerConfirmed');
  const { owner, cash } = decided
    ? { owner: String(decided.data.sponsor), cash: String(decided.data.cashAccount ?? '') }
    : { owner: String(events[0]?.data.owner ?? ''), cash: String(events[0]?.data.cashAccount ?? '') };
  const entries = entriesIn(events);
  const standing = standingsOf(statement, events, check);
  const expected = new Map<string, bigint>();
  const add = (sums: Map<string, bigint>, account: string, amount: bigint, currency: string) => {
    const of = `${account} ${currency}`;
    sums.set(of, (sums.get(of) ?? 0n) + amount);
  };
  for (const [at, entry] of entries.entries()) {
    const is = standing.get(at + 1) ?? '';
    if (owner === '' || !entry.booked) continue;
    const booked = partsOf(entry, is, at + 1, events);
    const shown = cash === '' ? booked.filter(({ kind }) => kind !== 'disbursed' && is !== 'ignored' && is !== 'reported') : booked;
    for (const { kind, amount } of shown) {
      const left = amount.direction === 'debit' ? minor(amount.amount) : -minor(amount.amount);
      add(expected, `sponsor/${owner}/${kind}`, left, amount.amount?.currency ?? '');
      add(expected, `sponsor/${owner}/bank${cash === '' ? '' : `/${cash}`}`, -left, amount.amount?.currency ?? '');
    }
  }
  const booked = new Map<string, bigint>();
  for (const { data } of events)
    for (const { account, money } of data.entry?.postings ?? []) add(booked, account, minor(money), money.currency);
  for (const of of new Set([...expected.keys(), ...booked.keys()])) {
    const [is, should] = [booked.get(of) ?? 0n, expected.get(of) ?? 0n];
    check(is === should, () => `statement ${statement} has booked ${is} to ${of}, and its entries come to ${should}`);
  }
}

type Booked = { readonly kind: string; readonly amount: Pick<Part, 'amount' | 'direction'> };

/** On which accounts an entry is, by how it was matched and by what was said of it last. */
function partsOf(entry: Read, standing: string, number: number, events: readonly Recorded[]): Booked[] {
  if (['', 'read', 'repeated', 'pending'].includes(standing)) return [];
  if (standing === 'reversed') return [{ kind: 'reversals', amount: entry }];
  if (WAITING.includes(standing)) return [{ kind: 'suspense', amount: entry }];
  const said = events.findLast(
    ({ type, data }) => ['EntryLinked', 'EntryExplained', 'FeeRecorded', 'EntryIgnored'].includes(type) && data.number === number,
  );
  const parts: readonly Part[] =
    said?.type === 'EntryExplained'
      ? (said.data.parts ?? [])
      : said?.type === 'FeeRecorded'
        ? [{ ...entry, as: 'fee' }]
        : said?.type === 'EntryIgnored'
          ? [{ ...entry, as: 'unrelated' }]
          : said?.data.drawing
            ? [{ ...entry, as: 'claim' }]
            : withCharge(entry, said?.data.charge);
  const isSecond = standing !== 'reported';
  return parts.map((part) => {
    const kind = BOOKED_TO[part.as];
    return { kind: isSecond || kind === 'disbursed' ? kind : 'suspense', amount: part };
  });
}

/** A payment that the bank returned, less what it kept. */
function withCharge(entry: Read, charge: Read['amount']): Part[] {
  if (!charge) return [{ ...entry, as: 'payment' }];
  const whole = { amount: `${minor(entry.amount) + minor(charge)}`, currency: charge.currency };
  return [
    { as: 'payment', amount: whole, direction: 'credit' },
    { as: 'fee', amount: charge, direction: 'debit' },
  ];
}

/** What two persons have confirmed of what is no payment. */
const FINAL = ['fee', 'accounted'];

/** The status of each entry, by its number. */
export function standingsOf(statement: string, events: readonly Recorded[], check: Check): ReadonlyMap<number, string> {
  const standing = new Map<number, string>();
  const saidBy = new Map<number, string>();
  const doubtedBy = new Map<number, string>();
  for (const { type, data, person } of events) {
    if (type === 'EntriesMatched') for (const each of data.entries ?? []) standing.set(each.number, each.standing);
    if (type === 'EntryLinked') standing.set(data.number, 'reported');
    if (type === 'EntryLinked') saidBy.delete(data.number);
    if (type === 'EntryIgnored') standing.set(data.number, data.waits ? 'dismissed' : 'ignored');
    if (type === 'EntryHeld') standing.set(data.number, 'held');
    if (type === 'FeeRecorded') standing.set(data.number, 'charged');
    if (type === 'EntryExplained') standing.set(data.number, settles(data.parts ?? []) ? 'reported' : 'explained');
    if (type === 'EntryReversed') standing.set(data.number, 'reversed');
    if (type === 'FeeRecorded' || type === 'EntryIgnored' || type === 'EntryExplained') saidBy.set(data.number, person);
    const refused = REFUSED[type];
    if (refused) {
      const said = saidBy.get(data.number);
      const was = standing.get(data.number);
      check(
        (was === refused.standing || (type === 'ExplanationRefused' && was === 'reported')) && said !== person && person === data.by,
        () =>
          `entry ${data.number} of ${statement} is refused as ${refused.as} by ${person}, ${said === person ? 'who said so' : 'and nobody said so'}`,
      );
      standing.set(data.number, 'held');
    }
    if (type === 'EntryDoubted') doubtedBy.set(data.number, person);
    if (type === 'EntryDoubtRefused') {
      check(
        doubtedBy.get(data.number) !== person,
        () => `entry ${data.number} of ${statement} stays as it is by ${person}, who had said that it is wrong`,
      );
      doubtedBy.delete(data.number);
    }
    if (type === 'EntriesReopened')
      for (const number of data.numbers ?? []) {
        const doubted = doubtedBy.get(number);
        check(
          !FINAL.includes(standing.get(number) ?? '') || (doubted !== undefined && doubted !== person),
          () => `entry ${number} of ${statement} is taken back by ${person} alone`,
        );
        doubtedBy.delete(number);
        standing.set(number, 'held');
      }
    if (type !== 'EntriesConfirmed') continue;
    for (const number of data.numbers ?? []) {
      const said = SAID[standing.get(number) ?? ''] ?? (saidBy.has(number) ? SAID['explained'] : undefined);
      check(!said || saidBy.get(number) !== person, () => `entry ${number} of ${statement} is ${said?.as} by ${person} alone`);
      standing.set(number, SAID[standing.get(number) ?? '']?.becomes ?? 'confirmed');
    }
  }
  return standing;
}

const settles = (parts: readonly Part[]): boolean => parts.some(({ as }) => as === 'payment' || as === 'refund' || as === 'claim');
