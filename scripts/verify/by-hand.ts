import type { Check, Closed, Disbursement } from './coverage.ts';
import { type Recorded, streamsOf } from './facts.ts';
import { entriesIn } from './suspense.ts';

type What = 'settled' | 'returned' | 'refund' | 'claim';
/** `matter`: a payment, a refund by its recovery and its reference, or a call of a guarantee. */
type Said = { readonly matter: string; readonly what: What };
/** `account`: '' = nobody says which; then it is one of these sponsors', in this currency. */
type ByHand = Said & {
  readonly name: string;
  readonly day: string;
  readonly account: string;
  readonly sponsors: readonly string[];
  readonly currency: string;
};

/**
 * What two persons have said by hand that the bank did within what is closed, of an account whose statements reached its day by then, a line of a
 * statement was confirmed to be it. Of a refund, and of what a guarantor has paid, that is any account of its sponsor in its currency. Earlier versions did not ask
 * for that.
 */
export function checkByHand(disbursement: Disbursement, closings: readonly Closed[], check: Check): void {
  for (const { name, through, proposed, closed } of closings) {
    if (!proposed.data.allShown) continue;
    const until = (events: readonly Recorded[]): Recorded[] => events.filter(({ at }) => at < closed.at);
    const statements = streamsOf(disbursement, 'stm').map(([statement, events]) => [statement, until(events)] as const);
    const shown = new Set(statements.flatMap(([statement, events]) => shownBy(statement, events)).map(keyOf));
    const books = Map.groupBy(
      streamsOf(disbursement, 'csb').flatMap(([, events]) => enteredIn(until(events))),
      ({ account }) => account,
    );
    for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
      const all = [...paymentsIn(until(events)), ...refundsIn(agreement, until(events)), ...claimsIn(agreement, until(events))];
      for (const said of all) {
        const { name: what, day, account, sponsors, currency } = said;
        const isOf = (each: Entered): boolean =>
          account === '' ? sponsors.includes(each.sponsor) && each.currency === currency : each.account === account;
        const reaches = [...books.values()].some(
          (each) => each.some((one) => isOf(one) && one.from <= day) && each.some((one) => isOf(one) && day <= one.to),
        );
        check(day > through || shown.has(keyOf(said)) || !reaches, () => `${name} closed ${through}, and ${what} is on no statement`);
      }
    }
  }
}

const keyOf = ({ what, matter }: Said): string => `${what} ${matter}`;

/** As references are compared and kept. */
const spelt = (reference: string): string => reference.trim().toUpperCase().replaceAll(/ +/g, ' ');
const refundOf = (agreement: string, recovery: number, reference: string): Said => ({
  matter: `${agreement}/${recovery}/${spelt(reference)}`,
  what: 'refund',
});
const claimOf = (agreement: string, drawing: number): Said => ({ matter: `${agreement}/${drawing}`, what: 'claim' });

const SETTLEMENTS = ['payment', 'refund', 'claim'];

/** What lines of a statement are confirmed to be. */
function shownBy(statement: string, events: readonly Recorded[]): Said[] {
  const lines = entriesIn(events);
  const said = new Map<number, Said[]>();
  const confirmed = new Set<number>();
  for (const { type, data } of events) {
    const line = lines[data.number - 1];
    // biome-ignore lint/suspicious/noExplicitAny: raw data of an event
    const parts: readonly any[] = type === 'EntryExplained' ? data.parts.filter(({ as }: any) => SETTLEMENTS.includes(as)) : [data];
    if (type === 'EntryLinked' || type === 'EntryExplained') {
      const own = line?.bankReference || `${statement.slice(4, 20).toUpperCase()}-${data.number}`;
      said.set(
        data.number,
        parts.map(({ agreement, payment, recovery, drawing, direction = line?.direction }, at) => {
          if (drawing) return claimOf(agreement, drawing);
          if (recovery) return refundOf(agreement, recovery, parts.length > 1 ? `${own}/P${at + 1}` : own);
          return { matter: payment, what: direction === 'credit' ? 'returned' : 'settled' };
        }),
      );
    }
    for (const number of type === 'EntriesConfirmed' ? data.numbers : []) confirmed.add(number);
    for (const number of type === 'EntriesReopened' ? data.numbers : []) confirmed.delete(number);
  }
  return [...confirmed].flatMap((number) => said.get(number) ?? []);
}

type Entered = {
  readonly account: string;
  readonly sponsor: string;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
};
function enteredIn(events: readonly Recorded[]): Entered[] {
  const withdrawn = events.filter(({ type }) => type === 'StatementWithdrawn').map(({ data }) => data.statement);
  return events.flatMap(({ type, data: { statement, account, sponsor, currency, from = '', to = '' } }) =>
    type === 'StatementEntered' && !withdrawn.includes(statement) ? [{ account, sponsor, currency, from, to }] : [],
  );
}

/** What is said by hand of payments and not taken back, with the account from which the payment was instructed. */
function paymentsIn(events: readonly Recorded[]): ByHand[] {
  const accounts = new Map<string, string>();
  const said = new Map<string, ByHand>();
  for (const { type, data, stream } of events) {
    const { payment, payerAccount, statement, valueDate: day } = data;
    if (type === 'PaymentInstructed' && payerAccount) accounts.set(payment, payerAccount);
    if (type === 'SettlementReversed') said.delete(`settled ${payment}`);
    if (type === 'OutcomeReversed' && data.outcome === 'returned') said.delete(`returned ${payment}`);
    const what = type === 'PaymentSettled' ? 'settled' : type === 'PaymentReturned' ? 'returned' : undefined;
    const account = accounts.get(payment);
    const name = `payment ${payment} of ${stream}, ${what} on ${day} by hand,`;
    if (what && !statement && account)
      said.set(`${what} ${payment}`, { matter: payment, what, name, day, account, sponsors: [], currency: '' });
  }
  return [...said.values()];
}

/** Refunds that two persons have said by hand, less those that two have said to be a mistake. */
function refundsIn(agreement: string, events: readonly Recorded[]): ByHand[] {
  const proposed = new Map<string, Recorded['data']>();
  const said = new Map<string, ByHand>();
  for (const { type, data } of events) {
    const { recovery, resolution } = data;
    const of = `${recovery}.${resolution}`;
    if (type === 'ResolutionProposed') proposed.set(of, data);
    const { kind, undoes, statement, bankReference, valueDate: day, amount, credited, portions } = proposed.get(of) ?? {};
    if (type !== 'ResolutionConfirmed') continue;
    if (kind === 'reversed') said.delete(`${recovery}.${undoes}`);
    if (kind !== 'refunded' || statement) continue;
    const { currency } = credited ?? amount;
    const sponsors: string[] = portions.map(({ sponsor }: { sponsor: string }) => sponsor);
    const name = `refund ${of} of ${agreement}, received on ${day} by hand,`;
    said.set(of, { ...refundOf(agreement, recovery, bankReference), name, day, account: '', sponsors, currency });
  }
  return [...said.values()];
}

/** What guarantors have paid, as two persons have said by hand, less what two have said to be a mistake. */
function claimsIn(agreement: string, events: readonly Recorded[]): ByHand[] {
  const called = new Map<number, Recorded['data']>();
  const reported = new Map<number, Recorded['data']>();
  const said = new Map<number, ByHand>();
  for (const { type, data } of events) {
    const { drawing } = data;
    if (type === 'GuaranteeCalled') called.set(drawing, data);
    if (type === 'ClaimReportedPaid') reported.set(drawing, data);
    if (type === 'ClaimReversed') said.delete(drawing);
    const { statement, valueDate: day } = reported.get(drawing) ?? {};
    const { sponsor, amount } = called.get(drawing) ?? {};
    if (type !== 'ClaimPaid' || statement || !amount) continue;
    const name = `call ${drawing} of ${agreement}, paid on ${day} by hand,`;
    said.set(drawing, { ...claimOf(agreement, drawing), name, day, account: '', sponsors: [sponsor], currency: amount.currency });
  }
  return [...said.values()];
}
