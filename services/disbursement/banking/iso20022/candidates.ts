import { type CalendarDate, milliseconds, startOf } from '@junkan/kit/pure/dates.ts';
import { isSameMoney } from '@junkan/kit/pure/money.ts';
import { distance } from 'fastest-levenshtein';
import { inBankCharacters } from './characters.ts';
import type { Payment } from './payment.ts';
import type { Entry } from './statement.ts';

/** `score`: of 100. A suggestion is shown to a person and settles nothing. */
export type Candidate = {
  readonly payment: string;
  readonly score: number;
  /** Our reference is in the text that the bank repeats. */
  readonly isNamed: boolean;
  /** False for what is named alone. */
  readonly isSameAmount: boolean;
  /** Likeness of the payee's name, of 100. */
  readonly likeness: number;
  /** From the instruction to the value date. */
  readonly days: number;
};

/** A bank has executed long before, or reported that it has not. */
export const MAX_DAYS = 30;
export const MAX_CANDIDATES = 5;
/** How many payments of one amount are compared with an entry: those whose names share its rarest words, then the nearest in time. */
const MAX_LOOKED_AT = 30;
/** How many of these are compared letter by letter: those that share the most words. */
const MAX_COMPARED = 8;
/** Of a name; the shortest field for names in these messages has 70. */
const MAX_COMPARED_LETTERS = 70;

const POINTS = { amount: 40, name: 40, days: 20, named: 95, namedWithOtherAmount: 50 };

/** Banks put our reference between words and marks of their own, as in `/EREF/JUNKAN-…/REMI/`. */
const NO_REFERENCE_OF_OURS = /[^A-Za-z0-9-]+/;

type Name = { readonly plain: string; readonly words: ReadonlySet<string>; readonly ordered: string };
type Known = { readonly payment: Payment; readonly day: number; readonly name: Name };
/** Payments of one amount: in the order of their instruction, and by each word of the payee's name. */
type Alike = { readonly inOrder: readonly Known[]; readonly byWord: ReadonlyMap<string, readonly Known[]> };
type Wanted = { readonly entry: Entry; readonly name: Name; readonly day: number; readonly named: ReadonlySet<Known> };

/**
 * The open payments that a debit without our reference may be of: of the same amount and currency, instructed at most 30 days before,
 * or named in its text. Best first; those in `settled` are left out.
 */
export function candidatesAmong(payments: readonly Payment[]): (entry: Entry, settled: ReadonlySet<string>) => readonly Candidate[] {
  const all = payments.map((payment) => ({ payment, day: dayNumber(payment.instructedOn), name: nameOf(payment.payeeName) }));
  const byAmount = new Map([...Map.groupBy(all, ({ payment }) => amountKey(payment))].map(([key, alike]) => [key, indexed(alike)]));
  const byReference = new Map(all.flatMap((known) => [known.payment.endToEndId, ...known.payment.attempts].map((each) => [each, known])));
  return (entry, settled) => {
    if (entry.direction !== 'debit' || entry.valueDate === undefined) return [];
    const name = nameOf(entry.counterparty.name ?? '');
    const day = dayNumber(entry.valueDate);
    const named = new Set((entry.remittance ?? '').split(NO_REFERENCE_OF_OURS).flatMap((word) => byReference.get(word) ?? []));
    const alike = byAmount.get(amountKey(entry));
    return [...new Set([...named, ...(alike ? lookedAt(alike, name, day) : [])])]
      .filter(({ payment }) => !settled.has(payment.payment))
      .map((known) => scored(known, { entry, name, day, named }))
      .sort((a, b) => b.score - a.score || a.days - b.days || (a.payment < b.payment ? -1 : 1))
      .slice(0, MAX_CANDIDATES);
  };
}

const amountKey = ({ amount: { amount, currency } }: Pick<Payment, 'amount'>): string => `${currency} ${amount}`;
const dayNumber = (day: CalendarDate): number => Math.floor(milliseconds(startOf(day)) / 86_400_000);

/** A name in the letters in which banks write it, without marks and cases; unchanged if it cannot be written like that. */
function nameOf(name: string): Name {
  const said = inBankCharacters(name);
  const lower = (said.ok ? said.text : name.normalize('NFKC')).toLowerCase();
  const words = new Set(lower.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== ''));
  const joined = (of: readonly string[]) => of.join(' ').slice(0, MAX_COMPARED_LETTERS);
  return { plain: joined([...words]), words, ordered: joined([...words].sort()) };
}

function indexed(alike: readonly Known[]): Alike {
  const inOrder = alike.toSorted((a, b) => a.day - b.day);
  const byWord = new Map<string, Known[]>();
  for (const known of inOrder) {
    for (const word of known.name.words) {
      const there = byWord.get(word);
      if (there) there.push(known);
      else byWord.set(word, [known]);
    }
  }
  return { inOrder, byWord };
}

function lookedAt({ inOrder, byWord }: Alike, name: Name, day: number): readonly Known[] {
  const found = new Set<Known>();
  const lists = [...name.words].map((word) => byWord.get(word) ?? []).sort((a, b) => a.length - b.length);
  for (const list of [...lists, inOrder]) addNearest(list, day, found);
  return [...found]
    .map((known) => ({ known, shared: sharedWords(name, known.name) }))
    .sort((a, b) => b.shared - a.shared || b.known.day - a.known.day)
    .slice(0, MAX_COMPARED)
    .map(({ known }) => known);
}

function sharedWords(one: Name, other: Name): number {
  let count = 0;
  for (const word of one.words) if (other.words.has(word)) count += 1;
  return count;
}

/** Those instructed in the days before, the latest first. */
function addNearest(list: readonly Known[], day: number, found: Set<Known>): void {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle]?.day ?? day) <= day) from = middle + 1;
    else to = middle;
  }
  for (let at = from - 1; at >= 0 && found.size < MAX_LOOKED_AT; at -= 1) {
    const known = list[at];
    if (!known || known.day < day - MAX_DAYS) return;
    found.add(known);
  }
}

function scored(known: Known, { entry, name, day, named }: Wanted): Candidate {
  const { payment } = known;
  const days = day - known.day;
  const likeness = likenessOf(known.name, name);
  const isSameAmount = isSameMoney(payment.amount, entry.amount);
  const isNamed = named.has(known);
  const close = days < 0 ? 0 : (POINTS.days * Math.max(0, MAX_DAYS - days)) / MAX_DAYS;
  const points = isSameAmount ? POINTS.amount + (POINTS.name * likeness) / 100 + close : 0;
  const least = isNamed ? (isSameAmount ? POINTS.named : POINTS.namedWithOtherAmount) : 0;
  return { payment: payment.payment, score: Math.round(Math.max(points, least)), isNamed, isSameAmount, likeness, days };
}

/** Of 100: by letters to be changed, with the words as they stand or in the order of the alphabet, whichever is more alike. */
function likenessOf(one: Name, other: Name): number {
  if (one.plain === '' || other.plain === '') return 0;
  const part = (a: string, b: string) => 1 - distance(a, b) / Math.max(a.length, b.length);
  return Math.round(100 * Math.max(part(one.plain, other.plain), part(one.ordered, other.ordered)));
}
