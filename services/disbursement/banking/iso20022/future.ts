import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { all, type Element, first, textAt } from './tree.ts';
import type { BankFile } from './validate.ts';

/** What a statement says of a day that has begun nowhere yet. */
export type InTheFuture = {
  readonly type: 'DayIsInTheFuture';
  readonly field: string;
  readonly line: number;
  readonly value: string;
};

/** The first day of a file of statements after the last that has begun: on which it closes, or on which something is booked or has its value. What a bank announces alone may be of any day. */
export function futureDayIn(file: BankFile, last: CalendarDate): InTheFuture | undefined {
  const days = all(file.root, 'BkToCstmrStmt', 'Stmt').flatMap((statement) => [
    ...daysIn(statement, [['FrToDt', 'ToDtTm']]),
    ...all(statement, 'Bal')
      .filter(isClosing)
      .flatMap((balance) =>
        daysIn(balance, [
          ['Dt', 'Dt'],
          ['Dt', 'DtTm'],
        ]),
      ),
    ...all(statement, 'Ntry')
      .filter(isBooked)
      .flatMap((entry) => daysIn(entry, DAYS_OF_ENTRY)),
  ]);
  const [field, found] = days.find(([, { text }]) => text.slice(0, 10) > last) ?? [];
  return field !== undefined && found ? { type: 'DayIsInTheFuture', field, line: found.line, value: found.text.slice(0, 10) } : undefined;
}

const DAYS_OF_ENTRY = ['BookgDt', 'ValDt'].flatMap((name) => ['Dt', 'DtTm'].map((of) => [name, of]));
const isClosing = (balance: Element): boolean => textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') === 'CLBD';
const isBooked = (entry: Element): boolean => textAt(entry, 'Sts', 'Cd') === 'BOOK';

const daysIn = (of: Element, paths: readonly (readonly string[])[]): (readonly [string, Element])[] =>
  paths.flatMap((path) => {
    const found = first(of, ...path);
    return found ? [[path.join('/'), found] as const] : [];
  });
