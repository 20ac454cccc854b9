import { decimalOf } from '../../acts/amounts.ts';
import type { Schemas } from '../../base/api/client.ts';
import { compared, digitsOf, less, together } from '../../base/parts/sums.ts';

// Of what an entry of a statement consists, as it is written in the form.

type Amount = Schemas['Money'];
type Line = Schemas['StatementEntry'];
type Part = Schemas['StatementPart'];
export type Kind = Part['as'];

/** A part as it is written: `of` names a payment, a refund or a claim among those that are offered. */
export type Row = {
  readonly key: number;
  readonly as: Kind;
  readonly of: string;
  readonly amount: string;
  readonly isTakenOff: boolean;
  readonly statement: string;
  readonly entry: string;
  /** What the chosen payment, refund or claim is. */
  readonly chosen: Partial<Part> | undefined;
};

export const NEW_ROW = { as: 'payment', of: '', amount: '', isTakenOff: false, statement: '', entry: '', chosen: undefined } as const;

/** Of what an entry of each direction may consist; `both`: of either, and it may be taken off. In the order in which they are offered. */
const KINDS: Readonly<Record<Kind, 'credit' | 'debit' | 'either' | 'both'>> = {
  payment: 'either',
  refund: 'credit',
  claim: 'debit',
  fee: 'both',
  interest: 'both',
  'other-income': 'credit',
  'receivable-from-bank': 'both',
  'over-payment': 'debit',
  reversal: 'either',
  unrelated: 'both',
};
export const kindsOf = (direction: Line['direction']): readonly Kind[] =>
  (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind] === direction || KINDS[kind] === 'either' || KINDS[kind] === 'both');
/** These are money of the other direction only where they are taken off. */
export const isSigned = (kind: Kind): boolean => KINDS[kind] === 'both';
/** What is chosen among those that are offered. */
export const isNamed = (kind: Kind): boolean => kind === 'payment' || kind === 'refund' || kind === 'claim';
const NO_REFUND = 0;

/** A sum as it is written, in the places of its currency; nothing where it cannot be read. */
export function sumOf(written: string, currency: string): Amount | undefined {
  const [whole = '', places = ''] = (decimalOf(written) ?? '').split('.');
  const digits = digitsOf(currency);
  if (!/^\d+$/.test(whole) || places.length > digits) return undefined;
  return { amount: digits === 0 ? whole : `${whole}.${places.padEnd(digits, '0')}`, currency };
}

/** Whether what the bank took of a payment, or paid back, is written: it is not the payment where the bank has converted. */
export const isConverted = ({ as, chosen }: Row, line: Line): boolean =>
  as === 'payment' && chosen?.amount !== undefined && chosen.amount.currency !== line.amount.currency;

/** The part that a row says; nothing where something of it is missing. */
function partOf(row: Row, line: Line, own: string): Part | undefined {
  const { as, chosen, amount: written, isTakenOff, statement, entry } = row;
  const isWhole = chosen?.amount && (as === 'payment' || as === 'claim') && !isConverted(row, line);
  const amount = isWhole ? chosen.amount : sumOf(written, line.amount.currency);
  if (!amount || (isNamed(as) && !chosen)) return undefined;
  const other = line.direction === 'credit' ? 'debit' : 'credit';
  const reverses = entry.trim() === '' ? {} : { statement: statement.trim() || own, entry: Number(entry) };
  return { as, recovery: NO_REFUND, ...chosen, ...reverses, amount, direction: isTakenOff && isSigned(as) ? other : line.direction };
}

/** The parts that the rows say, and what is still to be named of the entry. */
export function partsIn(
  rows: readonly Row[],
  line: Line,
  own: string,
): { readonly parts: readonly Part[] | undefined; readonly left: Amount; readonly sum: Amount } {
  const parts = rows.map((row) => partOf(row, line, own));
  const nothing = less(line.amount, line.amount);
  const sum = parts.reduce((all, part) => {
    if (!part) return all;
    return part.direction === line.direction ? together(all, part.amount) : less(all, part.amount);
  }, nothing);
  const left = less(line.amount, sum);
  const known = parts.flatMap((part) => part ?? []);
  return { parts: known.length === rows.length && compared(left, nothing) === 0 ? known : undefined, left, sum };
}
