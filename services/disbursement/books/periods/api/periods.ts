import type { PolicyClock } from '@junkan/kit/clock.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Commands } from '../../../agreements/api/parts.ts';
import { cashBooks, periods, trialBalanceHash } from '../../../mapping.ts';
import { openDays } from '../../cash/cash-gaps.ts';
import { type Matter, pendingIn, type Unresolved } from '../period.ts';
import type { PeriodFacts } from '../period-acts.ts';
import { cashBooksIn, MAX_MATTERS, reportersIn, trialBalance, unresolvedThrough, unshownThrough } from '../view/closing.ts';
import { periodOf } from './closed-periods.ts';
import { type CoverageParts, statementsThrough } from './statement-coverage.ts';

type PeriodRpcs = 'proposePeriod' | 'closePeriod' | 'refusePeriod';
export type BooksParts = CoverageParts & {
  readonly books: Pick<OpenView, 'prepare'>;
  readonly ledger: Pick<OpenView, 'prepare'>;
};

/** What the books say of the days from one through another. `recordedBefore`: when it was proposed; '' = it is not yet. */
export async function factsOf(
  parts: BooksParts,
  from: CalendarDate | '',
  through: CalendarDate,
  recordedBefore: Instant | '' = '',
): Promise<Omit<PeriodFacts, 'now' | 'today'>> {
  const { store, books, ledger, dayOfBooks } = parts;
  const days = { prepare: books.prepare, dayOfBooks };
  const balances = trialBalance(ledger.prepare, through);
  return {
    balances,
    balanceHash: trialBalanceHash(through, balances),
    unresolved: together(
      unresolvedThrough(days, through),
      unshownThrough(books.prepare, from, through),
      await gapsThrough({ store, books }, through),
    ),
    reportedBy: reportersIn(days, from, through),
    ...(await statementsThrough(parts, { from, through, recordedBefore })),
  };
}

/** Where the statements of a bank account do not agree, in days through one, and two persons have not accepted it. */
async function gapsThrough(
  { store, books }: Pick<BooksParts, 'books' | 'store'>,
  through: CalendarDate,
): Promise<Pick<Unresolved, 'count' | 'matters'>> {
  const gaps: Matter[] = [];
  for (const id of cashBooksIn(books.prepare)) {
    const { state } = await store.load(cashBooks, id);
    if (state.status !== 'absent') for (const day of openDays(state)) if (day <= through) gaps.push({ kind: 'cash-book', item: id, day });
  }
  const first = [...Map.groupBy(gaps, ({ item }) => item).values()].flatMap((all) => all.toSorted(byDay).slice(0, 1));
  return { matters: first, count: gaps.length };
}

const byDay = (one: Matter, other: Matter): number => (one.day < other.day ? -1 : 1);

/** What waits of either kind: nothing, or the first of it. */
function together(...found: readonly Pick<Unresolved, 'count' | 'matters'>[]): Unresolved | undefined {
  const matters = found.flatMap((each) => each.matters).toSorted(byDay);
  const [first] = matters;
  return first && { ...first, count: found.reduce((sum, { count }) => sum + count, 0), matters: matters.slice(0, MAX_MATTERS) };
}

/** Closing the books: proposed by one person, confirmed by another. */
export function periodCommands(parts: BooksParts & { readonly clock: PolicyClock }): Pick<Commands, PeriodRpcs> {
  const { store, texts, clock, dayOfBooks } = parts;
  const run = commander(store, periods, REJECTIONS);
  const said = withNote(run, texts);

  return {
    async proposePeriod({ through, note: words }, call) {
      const { id, from } = await periodOf(parts, through);
      const facts = await factsOf(parts, from, through);
      const now = clock.now();
      const command = { type: 'ProposePeriod' as const, from, through, ...facts, today: dayOfBooks(now), now, by: call.actor };
      return said(id, words, call, (note) => ({ ...command, note }));
    },

    async closePeriod({ period }, call) {
      const { state } = await store.load(periods, period);
      const { from, through, proposals } = state.status === 'absent' ? { from: '' as const, through: '', proposals: [] } : state;
      const facts = await factsOf(parts, from, through, pendingIn({ proposals })?.proposedAt);
      return run(period, { type: 'ClosePeriod', ...facts, now: clock.now(), by: call.actor }, call);
    },

    refusePeriod: ({ period, note: words }, call) =>
      said(period, words, call, (note) => ({ type: 'RefusePeriod', note, now: clock.now(), by: call.actor })),
  };
}
