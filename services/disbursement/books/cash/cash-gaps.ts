import { type CalendarDate, isCalendarDate, isWeekday, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { isSameMoney, type Money, money } from '@junkan/kit/pure/money.ts';
import type { CashDay, DifferenceKind, Entered, Existing, Explanation, Gap, Status } from './cash-book.ts';

type Book = Pick<Existing, 'statements' | 'explanations' | 'currency'>;
type Followed = {
  /** In the order of their days; several of a day as their balances follow on each other. */
  readonly statements: readonly Entered[];
  readonly gaps: readonly Gap[];
};

const sumOf = (days: readonly CashDay[], of: 'moved' | 'repeated' = 'moved'): bigint =>
  days.reduce((sum, each) => sum + each[of].amount, 0n);

/** What is in the account before the first statement: its opening balance, or what follows from its closing balance. */
export function openingOf({ statements }: Pick<Book, 'statements'>): bigint {
  const [first] = ordered(statements);
  if (!first) return 0n;
  const { openingBalance, closingBalance, days } = first;
  return openingBalance?.amount ?? (closingBalance ? closingBalance.amount - sumOf(days) : 0n);
}

/** The statements as they follow on each other, and where they do not. */
export function followed({ statements: all, currency }: Pick<Book, 'statements' | 'currency'>): Followed {
  const statements = ordered(all);
  const gaps: Gap[] = [];
  let [reached, through] = [openingOf({ statements }), ''];
  let before: Entered | undefined;
  for (const each of statements) {
    const { statement, from, to, openingBalance, closingBalance, days } = each;
    const of = { statement, from, to };
    const missing = before ? missingDays(through, from) : undefined;
    if (missing) gaps.push({ kind: 'days-missing', statement, ...missing, difference: undefined });
    const expected = before ? reached - toldTwice(each, before) : reached;
    const start = openingBalance?.amount ?? expected;
    if (start !== expected && !isContained(each))
      gaps.push({ kind: 'opening-differs', ...of, difference: money(start - expected, currency) });
    const end = start + sumOf(days);
    const closing = closingBalance?.amount ?? end;
    if (closing !== end) gaps.push({ kind: 'sum-differs', ...of, difference: money(closing - end, currency) });
    if (!closingBalance && !each.isPage) gaps.push({ kind: 'balance-missing', ...of, difference: undefined });
    if (to > through || (to === through && !isContained(each))) [reached, through, before] = [closing, to, each];
  }
  return { statements, gaps };
}

/** What lines come to that are in both, where it begins on a day that the one before contains too. */
const toldTwice = ({ from, days }: Entered, before: Entered): bigint =>
  from === '' || before.to === '' || from > before.to
    ? 0n
    : sumOf(days, 'repeated') +
      sumOf(
        before.days.filter(({ day }) => day >= from),
        'repeated',
      );

/** Others contain all of it. */
const isContained = ({ days }: Entered): boolean => days.length > 0 && days.every(({ moved, repeated }) => isSameMoney(moved, repeated));

/** By their days; of one day each behind the one with whose closing balance it opens. */
function ordered(statements: readonly Entered[]): readonly Entered[] {
  const left = statements.toSorted(
    (a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.page.padStart(9, '0'), b.page.padStart(9, '0')),
  );
  const done: Entered[] = [];
  while (left.length > 0) {
    const [next] = left as [Entered];
    const alike = left.filter(({ from, to }) => from === next.from && to === next.to);
    const closing = done.at(-1)?.closingBalance;
    // Without one before, the first of a day is that with whose opening balance no other closes.
    const follows = (each: Entered) =>
      closing
        ? isBalance(each.openingBalance, closing)
        : alike.every((other) => other === each || !isBalance(other.closingBalance, each.openingBalance));
    const chosen = alike.find(follows) ?? next;
    done.push(chosen);
    left.splice(left.indexOf(chosen), 1);
  }
  return done;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const isBalance = (one: Money | undefined, other: Money | undefined): boolean =>
  one !== undefined && other !== undefined && isSameMoney(one, other);

/** The first and the last day between on which banks are open. */
function missingDays(through: string, from: string): { from: CalendarDate; to: CalendarDate } | undefined {
  if (!isCalendarDate(through) || !isCalendarDate(from)) return undefined;
  const [first, last] = [openDay(plusCalendarDays(through, 1), 1), openDay(plusCalendarDays(from, -1), -1)];
  return first <= last ? { from: first, to: last } : undefined;
}

/** The day itself, or the next one in a direction on which banks are open. */
export const openDay = (day: CalendarDate, step: 1 | -1): CalendarDate =>
  isWeekday(day) ? day : openDay(plusCalendarDays(day, step), step);

const isOf = (explanation: Explanation, { kind, statement, from, to, difference }: Gap): boolean =>
  explanation.kind === kind &&
  explanation.statement === statement &&
  explanation.from === from &&
  explanation.to === to &&
  (explanation.difference?.amount ?? 0n) === (difference?.amount ?? 0n);

/** What explains it: nothing that was refused, and nothing that was said of another difference. */
export const explanationOf = ({ explanations }: Pick<Book, 'explanations'>, gap: Gap): Explanation | undefined =>
  explanations.findLast((each) => each.status !== 'refused' && isOf(each, gap));

export type GapStatus = 'open' | 'explained' | 'accepted';
export function gapStatus(book: Pick<Book, 'explanations'>, gap: Gap): GapStatus {
  const status = explanationOf(book, gap)?.status;
  if (status === 'confirmed') return 'accepted';
  return status === 'proposed' ? 'explained' : 'open';
}

/** On which days something does not agree that two persons have not accepted. */
export const openDays = (book: Book): readonly string[] =>
  followed(book).gaps.flatMap((gap) => {
    if (gapStatus(book, gap) === 'accepted') return [];
    return [gap.kind === 'opening-differs' || gap.kind === 'days-missing' ? gap.from : gap.to];
  });

export function statusOf(book: Book): Status {
  const statuses = followed(book).gaps.map((gap) => gapStatus(book, gap));
  if (statuses.includes('open')) return 'open';
  return statuses.includes('explained') ? 'explained' : 'reconciled';
}

/** The differences that two persons have accepted. */
const acceptedIn = (book: Book, gaps: readonly Gap[]): readonly Gap[] => gaps.filter((gap) => gapStatus(book, gap) === 'accepted');

/** What of accepted differences is in the books, by what they are. */
export function acceptedSums(book: Book): ReadonlyMap<DifferenceKind | '', bigint> {
  const sums = new Map<DifferenceKind | '', bigint>();
  for (const gap of acceptedIn(book, followed(book).gaps)) {
    const as = explanationOf(book, gap)?.as ?? '';
    sums.set(as, (sums.get(as) ?? 0n) + (gap.difference?.amount ?? 0n));
  }
  return sums;
}

type Move = { readonly day: CalendarDate | ''; readonly amount: bigint; readonly of: number };

/** What the books have at the end of each statement: the opening balance, what all lines until then come to, and what was accepted. */
export function ledgerBalances(book: Book): ReadonlyMap<string, bigint> {
  const { statements, gaps } = followed(book);
  const places = new Map(statements.map(({ statement }, at) => [statement, at]));
  const moves: Move[] = [
    ...statements.flatMap(({ days }, of) => days.map(({ day, moved, repeated }) => ({ day, amount: moved.amount - repeated.amount, of }))),
    ...acceptedIn(book, gaps).map(({ kind, statement, from, to, difference }) => ({
      day: kind === 'opening-differs' ? from : to,
      amount: difference?.amount ?? 0n,
      of: places.get(statement) ?? 0,
    })),
  ].toSorted((a, b) => compare(a.day, b.day));
  const byDay = Map.groupBy(moves, ({ day }) => day);
  const balances = new Map<string, bigint>();
  let [balance, at] = [openingOf(book), 0];
  for (const { statement, to } of statements.toSorted((a, b) => compare(a.to, b.to))) {
    for (let move = moves[at]; move && move.day <= to; move = moves[at]) {
      balance += move.amount;
      at += 1;
    }
    balances.set(statement, balance - laterOf(byDay.get(to) ?? [], places.get(statement) ?? 0, to, statements));
  }
  return balances;
}

/** What statements that only begin on its last day, and follow on it, say of that day. */
const laterOf = (moves: readonly Move[], place: number, day: CalendarDate | '', statements: readonly Entered[]): bigint =>
  moves.reduce((sum, { amount, of }) => (of > place && (statements[of]?.from ?? '') >= day ? sum + amount : sum), 0n);
