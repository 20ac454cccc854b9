import { type CalendarDate, calendarDaysBetween, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { total } from '@junkan/kit/pure/money.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { parseExchangeStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type {
  ExchangePart,
  PaymentExchange,
  RateSheet,
  RefundExchange,
  ReturnExchange,
} from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { AgreementState } from '../agreement.ts';
import { type Task, task } from './task.ts';

// What was booked in the currencies of budgets by rates that were corrected since. It concerns nobody but those who enter rates: the parties do not know of
// one another's budgets.

const ofMaker = ({ project }: AgreementState) => ({
  ...({ role: 'finance.maker', organisation: SECRETARIAT, project, readers: [], kind: 'exchange-to-book', silence: 'nothing' } as const),
});

const isWaiting = ({ status }: Pick<PaymentExchange, 'status'>): boolean => parseExchangeStatus(status) === 'waiting';

const ofPayment = ({ payment, parts: [part] }: Pick<PaymentExchange, 'payment' | 'parts'>, state: AgreementState): Task[] =>
  part ? [task({ ...ofMaker(state), of: { payment }, amount: part.amount, operations: ['bookExchange'] })] : [];

const refundOf = ({ recovery, resolution }: RefundExchange): string => `${recovery}/${resolution}`;

/** One for each refund: what it waits for is the rates of its day, whosoever's budgets they are. */
function ofRefunds(exchanges: readonly RefundExchange[], state: AgreementState): Task[] {
  return [...Map.groupBy(exchanges, refundOf).values()].flatMap((all) =>
    all.slice(0, 1).map(({ recovery, resolution }) => {
      const parts = all.flatMap((each) => each.parts.flatMap(({ amount }) => (amount ? [amount] : [])));
      const amount = total(parts, parts[0]?.currency ?? '');
      return task({ ...ofMaker(state), of: { recovery, resolution }, amount, operations: ['bookExchangeOfRefund'] });
    }),
  );
}

/** The sheets that have confirmed rates of these days, in order of preference: the newest first; of several sources the first by name. */
export type SheetsOf = (from: CalendarDate, to: CalendarDate) => Iterable<RateSheet>;

/** Bookings at rates of their value date that have changed since, each with when the new ones were confirmed: they can be booked again. */
export function toBookAnew(state: AgreementState, sheetsOf: SheetsOf): { readonly task: Task; readonly since: string }[] {
  const waiting = new Set(state.refundExchanges.filter(isWaiting).map(refundOf));
  const corrected = <Of extends Booking>(exchanges: readonly Of[]) =>
    exchanges.flatMap((exchange) => {
      const since = isWaiting(exchange) ? undefined : correctedAt(exchange, sheetsOf);
      return since === undefined ? [] : [{ exchange, since }];
    });
  // One for each payment, whether what it cost is to be booked again or what came back of it.
  const ofPayments = [...corrected(state.exchanges), ...corrected(state.returnExchanges.flatMap(daysOfReturn))];
  const payments = [...Map.groupBy(ofPayments, ({ exchange }) => exchange.payment).values()].flatMap((all) =>
    all.slice(0, 1).flatMap(({ exchange, since }) => ofPayment(exchange, state).map((each) => ({ task: each, since }))),
  );
  const refunds = Map.groupBy(
    corrected(state.refundExchanges).filter(({ exchange }) => !waiting.has(refundOf(exchange))),
    ({ exchange }) => refundOf(exchange),
  );
  const again = [...refunds.values()].flatMap((all) => {
    const since = all.map((each) => each.since).toSorted()[0] ?? '';
    const tasks = ofRefunds(
      all.map(({ exchange }) => exchange),
      state,
    );
    return tasks.map((each) => ({ task: each, since }));
  });
  return [...payments, ...again];
}

/** Of each of its two days. */
const daysOfReturn = ({ payment, status, paidOn, valueDate, parts }: ReturnExchange) => [
  { payment, status, valueDate: paidOn, parts: parts.map((part) => ({ ...part, cost: part.paid })) },
  { payment, status, valueDate, parts },
];

type Booking = Pick<PaymentExchange, 'status' | 'valueDate' | 'parts'>;

/** When the rates that stand of its value date were confirmed, where it was booked by others; nothing where it was not, or where none stand. */
function correctedAt({ valueDate, parts }: Booking, sheetsOf: SheetsOf): string | undefined {
  // What the bank itself took no rates correct.
  if (parts.some(({ cost }) => cost?.byBank)) return undefined;
  const found = parts.map((part) => ({ part, standing: standingRates(part, valueDate, sheetsOf) }));
  if (found.some(({ standing }) => standing === undefined)) return undefined;
  const others = found.filter(({ part: { cost }, standing }) =>
    (['day', 'source', 'base', 'fromRate', 'toRate'] as const).some((each) => cost?.[each] !== standing?.[each]),
  );
  return others.map(({ standing }) => standing?.since ?? '').toSorted()[0];
}

/** The owner's choice: both currencies of one source and day, none that had expired by then. */
function standingRates({ amount, cost }: ExchangePart, valueDate: CalendarDate, sheetsOf: SheetsOf) {
  if (!amount || !cost?.amount) return undefined;
  const days = calendarDaysBetween(cost.day, cost.expiresOn);
  return ratesIn({ from: amount.currency, to: cost.amount.currency }, sheetsOf(plusCalendarDays(valueDate, -days), valueDate));
}

/** Both from the first of these sheets that has them. */
export function ratesIn({ from, to }: { readonly from: string; readonly to: string }, sheets: Iterable<RateSheet>) {
  for (const { day, source, base, editions } of sheets) {
    const edition = editions.find(({ standing }) => standing === 'confirmed');
    const rateOf = (currency: string) => (currency === base ? '1' : edition?.rates.find((each) => each.currency === currency)?.rate);
    const [fromRate, toRate] = [rateOf(from), rateOf(to)];
    if (edition && fromRate !== undefined && toRate !== undefined) return { day, source, base, fromRate, toRate, since: edition.decidedAt };
  }
  return undefined;
}
