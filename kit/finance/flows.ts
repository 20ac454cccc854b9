import { type Money, minus, money, plus } from '../pure/money.ts';
import type { Schedule } from './schedule.ts';
import type { Drawdown } from './terms.ts';

/** A cash flow in a month after effectiveness, from the borrower's side: received is positive, paid is negative. */
export type Flow = { readonly month: number; readonly amount: Money };

/** What the borrower receives, in the months in which it is drawn. */
export const received = (drawdowns: readonly Drawdown[]): Flow[] => drawdowns.map(({ month, amount }) => ({ month, amount }));

/** What the borrower pays: interest, fees and principal. */
export const paid = ({ rows, principal }: Schedule): Flow[] =>
  rows
    .map((row) => ({
      month: row.month,
      amount: minus(money(0n, principal.currency), plus(plus(row.interest, row.fees), row.principal)),
    }))
    .filter(({ amount }) => amount.amount !== 0n);

export const flowsOf = (schedule: Schedule): Flow[] => [...received(schedule.drawdowns), ...paid(schedule)];
