import { draftOf, isSettledAgain, paidPartsOf, requestBefore, type Share } from './agreements.ts';
import { checkCosts, spelt } from './bank-rates.ts';
import type { Check, Converted, Entry, OfOffer, Part, Sheet } from './converted.ts';
import { minor, type Recorded } from './facts.ts';
import { checkEntry, checkRebooked, checkUndone } from './rebookings.ts';

type Returned = { readonly payment: string; readonly report: number; readonly paidOn: string; readonly valueDate: string };
type BothWays = Part & { readonly paid: Converted };

const keyOf = ({ payment, report }: Recorded['data']): string => `${payment} ${report}`;

/**
 * What came back of payments from budgets in other currencies: of each return what it is of, once, and the difference between what that had cost on the day
 * of the payment and what it was worth on the day of its return. Returns before `since`, when an earlier version recorded them, are undone at the rates of
 * their payment and book nothing else.
 */
export function checkReturnExchanges(
  agreement: string,
  events: readonly Recorded[],
  { sheets, since }: { readonly sheets: readonly Sheet[]; readonly since: string },
  check: Check,
): void {
  const dues = new Map<string, Recorded>();
  const booked = new Map<string, Recorded>();
  const settled = new Map<string, Recorded>();
  for (const [index, event] of events.entries()) {
    const { type, data } = event;
    if (type === 'PaymentSettled') settled.set(data.payment, event);
    if (type === 'PaymentReturned' && event.at >= since && isConverted(events, event))
      check(
        events.slice(index + 1, index + 3).some((each) => each.type === 'ExchangeOfReturnDue' && keyOf(each.data) === keyOf(data)),
        () => `the return of ${data.payment} in ${agreement} does not say what of it was of which budget`,
      );
    if (type === 'ExchangeOfReturnDue') {
      checkDue(agreement, event, events, settled.get(data.payment), check);
      dues.set(keyOf(data), event);
    }
    if (isSettledAgain(event)) checkMistake(agreement, { event, next: events[index + 1], booked }, check);
    const name = `exchange ${data.exchange} of ${agreement}`;
    if (type === 'ExchangeOfReturnReversed') {
      const before = booked.get(keyOf(data));
      checkUndone(agreement, event, before, check);
      if (data.reason === 'rates-corrected')
        checkRebooked(agreement, event, { before, next: events[index + 1], is: ['payment', 'report'] }, check);
      else check(events[index - 1]?.type === 'OutcomeReversed', () => `${name} is undone with a return that was no mistake`);
      booked.delete(keyOf(data));
    }
    if (type !== 'ExchangeOfReturnBooked') continue;
    check(!booked.has(keyOf(data)), () => `${name} books the return of ${data.payment} a second time`);
    booked.set(keyOf(data), event);
    checkBooked(name, event, dues.get(keyOf(data)), sheets, check);
  }
}

function isConverted(events: readonly Recorded[], { data, version }: Recorded): boolean {
  const draft = draftOf(events)?.data as { shares?: readonly Share[]; conversions?: readonly OfOffer[] };
  const sponsor = requestBefore(events, data.payment, version)?.data.sponsor;
  const share = draft.shares?.find((each) => each.sponsor === sponsor);
  return (share ? paidPartsOf(share) : []).some(({ offer }) => draft.conversions?.some((each) => each.offer === offer));
}

/** It is of a return that was just confirmed, of the days of payment and return, and of no more than came back. */
function checkDue(
  agreement: string,
  { data, version }: Recorded,
  events: readonly Recorded[],
  settled: Recorded | undefined,
  check: Check,
): void {
  const of = data as Returned & { readonly parts?: readonly Part[] };
  const returned = events.find((event) => event.type === 'PaymentReturned' && event.version < version && keyOf(event.data) === keyOf(data));
  check(
    returned?.data.valueDate === of.valueDate && settled?.data.valueDate === of.paidOn,
    () => `the return of ${of.payment} in ${agreement} is compared between ${of.paidOn} and ${of.valueDate}, which are not its days`,
  );
  check(
    spelt(data.debited) === spelt(settled?.data.debited) && spelt(data.credited) === spelt(returned?.data.credited),
    () =>
      `the return of ${of.payment} in ${agreement} is of ${spelt(data.debited)} and ${spelt(data.credited)}, which the bank did not move`,
  );
  const sum = (of.parts ?? []).reduce((all, { amount }) => all + minor(amount), 0n);
  const whole = minor(requestBefore(events, of.payment, version)?.data.amount);
  check(sum > 0n && sum <= whole, () => `the return of ${of.payment} in ${agreement} is of ${sum} of budgets, and ${whole} came back`);
}

/** What was booked of a return that was a mistake is undone with it. */
function checkMistake(
  agreement: string,
  {
    event,
    next,
    booked,
  }: { readonly event: Recorded; readonly next: Recorded | undefined; readonly booked: ReadonlyMap<string, Recorded> },
  check: Check,
): void {
  const { payment } = event.data;
  const standing = [...booked.values()].findLast(({ data, version }) => data.payment === payment && version < event.version);
  check(
    standing === undefined || (next?.type === 'ExchangeOfReturnReversed' && keyOf(next.data) === keyOf(standing.data)),
    () => `OutcomeReversed of ${payment} in ${agreement} leaves what its return came to by exchange`,
  );
}

function checkBooked(name: string, event: Recorded, due: Recorded | undefined, sheets: readonly Sheet[], check: Check): void {
  const {
    sponsor,
    paidOn,
    valueDate,
    parts = [],
    entry,
  } = event.data as Returned & {
    readonly sponsor: string;
    readonly parts?: readonly BothWays[];
    readonly entry?: Entry;
  };
  const amountsOf = (of: readonly Part[]): string => JSON.stringify(of.map(({ offer, amount }) => [offer, String(minor(amount))]));
  check(
    due !== undefined &&
      due.data.paidOn === paidOn &&
      due.data.valueDate === valueDate &&
      amountsOf(due.data.parts ?? []) === amountsOf(parts),
    () => `${name} is of a return that is not to be booked so`,
  );
  const wanted = new Map<string, bigint>();
  const { debited, credited } = due?.data ?? {};
  const before = parts.map(({ amount, paid }) => ({ amount, cost: paid }));
  checkCosts(name, before, { at: event.at, on: paidOn, sheets, moved: debited }, check);
  checkCosts(name, parts, { at: event.at, on: valueDate, sheets, moved: credited }, check);
  for (const { paid, cost } of parts) {
    const lost = minor(paid.amount) - minor(cost.amount);
    for (const [kind, sum] of [['spent', -lost] as const, ['exchange-differences', lost] as const]) {
      const account = `sponsor/${sponsor}/${kind} ${cost.amount.currency}`;
      wanted.set(account, (wanted.get(account) ?? 0n) + sum);
    }
  }
  checkEntry(name, entry ?? { id: '', postings: [] }, new Map([...wanted].filter(([, sum]) => sum !== 0n)), check);
}
