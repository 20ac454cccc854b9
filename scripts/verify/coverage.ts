import { dayAt, nextDay, ZONES_MS } from './days.ts';
import { type Recorded, type Stored, streamsOf } from './facts.ts';

export type Check = (holds: boolean, fault: () => string) => void;
export type Disbursement = Stored['disbursement'];
export type Closed = {
  readonly name: string;
  readonly from: string;
  readonly through: string;
  readonly proposed: Recorded;
  readonly closed: Recorded;
};
type Reach = { readonly account: string; readonly reached?: string; readonly needed: string };

/** Nowhere on earth is it an earlier day. */
const firstDayOf = (at: string): string => dayAt(at, -ZONES_MS);
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
/** The day itself, or the last before it on which banks are open. */
const lastOpen = (day: string): string => (isWeekday(day) ? day : lastOpen(dayBefore(day)));

/** On which days the bank moved payments, by the account that its last instruction before names. */
function movementsIn({ byStream }: Disbursement): { account: string; day: string; at: string }[] {
  return [...byStream].flatMap(([stream, events]) => {
    if (!stream.startsWith('agr_')) return [];
    const payers = new Map<string, string>();
    return events.flatMap(({ type, data, at }) => {
      if (type === 'PaymentInstructed' && data.payerAccount) payers.set(data.payment, data.payerAccount);
      const account = payers.get(data.payment);
      return account && (type === 'PaymentSettled' || type === 'PaymentReturned') ? [{ account, day: String(data.valueDate), at }] : [];
    });
  });
}

/**
 * No period was closed over days at the end of which an account that was in use, or from which the bank paid, has no statement, unless its proposal names
 * them and says why. A number may be named again: accounts of a sponsor with the same currency and last characters may be one.
 */
export function checkCoverage(disbursement: Disbursement, closings: readonly Closed[], check: Check): void {
  const accounts = new Map(
    streamsOf(disbursement, 'acc').map(([account, events]) => {
      const { organisation, currency, lastFour } = events.find(({ type }) => type === 'BankAccountProposed')?.data ?? {};
      const retired = events.find(({ type }) => type === 'BankAccountRetired')?.at ?? '';
      return [account, { same: `${organisation} ${currency} ${lastFour}`, retired }];
    }),
  );
  const sameAs = (account: string): string => accounts.get(account)?.same ?? account;
  const movements = movementsIn(disbursement);
  for (const { name, from, through, proposed, closed } of closings) {
    // Earlier versions closed over such days, and did not say so.
    if (!proposed.data.coverage) continue;
    const named = (proposed.data.coverage.accounts ?? []) as readonly Reach[];
    const moved = movements.filter(({ day, at }) => day >= from && day <= through && at < proposed.at);
    const books = streamsOf(disbursement, 'csb').map(([, events]) => booked(events, closed.at));
    for (const { account, reached = '' } of named) {
      const then = streamsOf(disbursement, 'csb')
        .map(([, events]) => booked(events, proposed.at))
        .find((each) => each.account === account);
      check(
        reached <= (then?.reached ?? ''),
        () => `${name} says that statements of ${account} reach to ${reached}: ${then?.reached || 'none'}`,
      );
    }
    const kept = new Set(books.flatMap(({ account, first }) => (first !== '' && first <= through ? [sameAs(account)] : [])));
    const without = [...new Set(moved.map(({ account }) => account))].filter((account) => !kept.has(sameAs(account)));
    const asked = [
      ...books.filter(({ first }) => first !== '' && first <= through),
      ...without.map((account) => ({ account, reached: '' })),
    ];
    for (const { account, reached } of asked) {
      const days = moved.filter((each) => sameAs(each.account) === sameAs(account)).map(({ day }) => day);
      const retired = accounts.get(account)?.retired ?? '';
      const used = retired === '' || firstDayOf(retired) > through ? through : dayBefore(firstDayOf(retired));
      const needed = lastOpen([used, ...days].toSorted().at(-1) ?? used);
      const isSaid =
        Boolean(proposed.data.note) &&
        named.some((each) => each.account === account && (each.reached ?? '') <= reached && each.needed >= needed);
      check(
        needed < from || reached >= needed || isSaid,
        () =>
          `${name} was closed over ${reached === '' ? 'all days' : `the days from ${nextDay(reached)}`} through ${needed} of ${account}, of which there is no statement`,
      );
    }
  }
}

/** The statements of a cash book before a moment: with which day the first begins, and on which the last ends. */
function booked(events: readonly Recorded[], before: string): { account: string; first: string; reached: string } {
  const within = new Map<string, { from: string; to: string }>();
  for (const { type, data, at } of events) {
    if (at >= before) continue;
    if (type === 'StatementEntered') within.set(data.statement, { from: data.from ?? '', to: data.to ?? '' });
    if (type === 'StatementWithdrawn') within.delete(data.statement);
  }
  const days = [...within.values()];
  const [first = ''] = days.map(({ from, to }) => from || to).toSorted();
  const reached =
    days
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? '';
  return { account: events[0]?.data.account, first, reached };
}
