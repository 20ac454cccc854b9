import type { Money } from '@junkan/kit/pure/money.ts';
import type { Event, Sums } from './sums.ts';

type Line = { readonly amount: Money; readonly direction: string; readonly booked?: boolean };
type Facts = {
  readonly statement?: string;
  readonly from?: string;
  readonly openingBalance?: Money;
  readonly closingBalance?: Money;
  readonly entries?: readonly Line[];
  readonly kind?: string;
  readonly difference?: Money;
  readonly explanation?: number;
};

const factsOf = ({ data }: Event): Facts => data as unknown as Facts;

/** What the cash books of accounts come to whose statements follow on each other: folded from the events alone. */
export function inCash(sums: Sums, events: readonly Event[]): void {
  const of = (stream: string, type: string): Facts[] =>
    events.filter((event) => event.stream === stream && event.type === type).map(factsOf);
  for (const book of new Set(events.filter(({ stream }) => stream.startsWith('csb_')).map(({ stream }) => stream))) {
    const entered = of(book, 'StatementEntered').flatMap(({ statement = '' }) =>
      of(statement, 'StatementImported').map((facts) => ({ ...facts, statement })),
    );
    const accepted = of(book, 'GapConfirmed').flatMap(({ explanation }) =>
      of(book, 'GapExplained').filter((each) => each.explanation === explanation),
    );
    let books: bigint | undefined;
    for (const { statement, openingBalance, closingBalance } of entered.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
      if (!openingBalance || !closingBalance) continue;
      const { currency } = openingBalance;
      const set = (name: string, amount: bigint) => sums.set(`${book}/${name}`, { amount, currency });
      const [opens, closes] = [BigInt(openingBalance.amount), BigInt(closingBalance.amount)];
      if (books === undefined) set('openingBalance', opens);
      const moved = of(statement, 'EntriesRead')
        .flatMap(({ entries = [] }) => entries)
        .reduce(
          (sum, { amount, direction, booked }) => sum + (booked ? BigInt(amount.amount) * (direction === 'credit' ? 1n : -1n) : 0n),
          0n,
        );
      const known = accepted
        .filter((each) => each.statement === statement)
        .reduce((sum, each) => sum + BigInt(each.difference?.amount ?? 0), 0n);
      books = (books ?? opens) + moved + known;
      set(`sum-differs.${statement}`, closes - opens - moved);
      set(`${statement}/bank`, closes);
      set(`${statement}/books`, books);
      set(`${statement}/difference`, closes - books);
      set('closingBalance', books);
    }
  }
}
