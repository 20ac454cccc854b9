import type { Check, Closed, Disbursement } from './coverage.ts';
import { type Recorded, streamsOf } from './facts.ts';
import { entriesIn } from './suspense.ts';

type Said = { readonly payment: string; readonly what: string };

/**
 * What two persons have said by hand that the bank did within what is closed, of an account whose statements reached its day by then, a line of a
 * statement was confirmed to be. Earlier versions did not ask for that.
 */
export function checkByHand(disbursement: Disbursement, closings: readonly Closed[], check: Check): void {
  for (const { name, through, proposed, closed } of closings) {
    if (!proposed.data.allShown) continue;
    const until = (events: readonly Recorded[]): Recorded[] => events.filter(({ at }) => at < closed.at);
    const statements = streamsOf(disbursement, 'stm').map(([, events]) => until(events));
    const shown = new Set(statements.flatMap(shownBy).map(({ payment, what }) => `${what} ${payment}`));
    const books = streamsOf(disbursement, 'csb').flatMap(([, events]) => enteredIn(until(events)));
    for (const [agreement, events] of streamsOf(disbursement, 'agr'))
      for (const { payment, what, day, account } of saidIn(until(events)))
        check(
          day > through ||
            shown.has(`${what} ${payment}`) ||
            !books.some((each) => each.account === account && each.from <= day) ||
            !books.some((each) => each.account === account && day <= each.to),
          () => `${name} closed ${through}, and payment ${payment} of ${agreement}, ${what} on ${day} by hand, is on no statement`,
        );
  }
}

/** The payments that lines of a statement are confirmed to be. */
function shownBy(events: readonly Recorded[]): Said[] {
  const lines = entriesIn(events);
  const said = new Map<number, Said[]>();
  const confirmed = new Set<number>();
  const whatOf = (direction: unknown): string => (direction === 'credit' ? 'returned' : 'settled');
  for (const { type, data } of events) {
    if (type === 'EntryLinked') said.set(data.number, [{ payment: data.payment, what: whatOf(lines[data.number - 1]?.direction) }]);
    if (type === 'EntryExplained')
      said.set(
        data.number,
        // biome-ignore lint/suspicious/noExplicitAny: raw data of an event
        data.parts.filter(({ as }: any) => as === 'payment').map(({ payment, direction }: any) => ({ payment, what: whatOf(direction) })),
      );
    for (const number of type === 'EntriesConfirmed' ? data.numbers : []) confirmed.add(number);
    for (const number of type === 'EntriesReopened' ? data.numbers : []) confirmed.delete(number);
  }
  return [...confirmed].flatMap((number) => said.get(number) ?? []);
}

function enteredIn(events: readonly Recorded[]): { readonly account: string; readonly from: string; readonly to: string }[] {
  const withdrawn = events.filter(({ type }) => type === 'StatementWithdrawn').map(({ data }) => data.statement);
  return events.flatMap(({ type, data: { statement, account, from, to } }) =>
    type === 'StatementEntered' && !withdrawn.includes(statement) ? [{ account, from, to }] : [],
  );
}

/** What is said by hand and not taken back, with the account from which the payment was instructed. */
function saidIn(events: readonly Recorded[]): (Said & { readonly day: string; readonly account: string })[] {
  const accounts = new Map<string, string>();
  const said = new Map<string, Said & { readonly day: string; readonly account: string }>();
  for (const { type, data } of events) {
    const { payment, payerAccount, statement, valueDate: day } = data;
    if (type === 'PaymentInstructed' && payerAccount) accounts.set(payment, payerAccount);
    if (type === 'SettlementReversed') said.delete(`settled ${payment}`);
    if (type === 'OutcomeReversed' && data.outcome === 'returned') said.delete(`returned ${payment}`);
    const what = type === 'PaymentSettled' ? 'settled' : type === 'PaymentReturned' ? 'returned' : '';
    const account = accounts.get(payment);
    if (what !== '' && !statement && account) said.set(`${what} ${payment}`, { payment, what, day, account });
  }
  return [...said.values()];
}
