import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { isSameMoney, type Money } from '@junkan/kit/pure/money.ts';
import { isSameReference } from '../../agreements/payments/bank-reference.ts';
import {
  bankReferenceOf,
  type Direction,
  type Elsewhere,
  type Entry,
  isReported,
  isSameSettled,
  type Settled,
  settledIn,
} from './statement.ts';

export const kindOf = ({ payment, drawing = 0 }: Settled): 'payment' | 'refund' | 'claim' =>
  payment !== '' ? 'payment' : drawing > 0 ? 'claim' : 'refund';

/** A name of it, for people. */
export const nameOfSettled = ({ agreement, payment, recovery, drawing = 0 }: Settled): string =>
  payment || (drawing > 0 ? `${agreement}/call ${drawing}` : `${agreement}/${recovery}`);

/**
 * Whether an entry neither settles nor returns a payment on its own, because of where that is paid from: a bank may return it to another account of its
 * payer; that it was paid from another one, two persons say (statement-parts.ts).
 */
export const isElsewhere = ({ direction }: Pick<Entry, 'direction'>, where: Elsewhere | undefined): boolean =>
  where === 'other-sponsor' || (where === 'other-account' && direction === 'debit');

/** Whether an entry says these payments and refunds, and no others. */
export const isSettledAs = (entry: Entry, said: readonly Settled[]): boolean => {
  const settled = settledIn(entry);
  return settled.length === said.length && said.every((each) => settled.some((part) => isSameSettled(part, each)));
};

/** What was reported of a payment, recovery or claim. `moved`: of an account in another currency. */
export type Reported = Settled & {
  readonly direction: Direction;
  readonly bankReference: string;
  readonly valueDate: CalendarDate | '';
  readonly moved: Money | undefined;
};

/** Whether an entry says exactly that, and waits for a second person who confirms it. */
export function isSaid(statement: string, entry: Entry | undefined, reported: Reported): boolean {
  if (!entry || !isReported(entry)) return false;
  const settled = settledIn(entry);
  const at = settled.findIndex((part) => isSameSettled(part, reported));
  const part = settled[at];
  if (!part) return false;
  const { direction, bankReference, valueDate, moved } = reported;
  const reference = bankReferenceOf(statement, entry, at + 1, settled.length);
  const isMoved = moved === undefined || isSameMoney(moved, part.amount);
  return entry.direction === direction && isSameReference(reference, bankReference) && entry.valueDate === valueDate && isMoved;
}
