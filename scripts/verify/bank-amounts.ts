import { placesOf } from '@junkan/kit/pure/currency-places.ts';
import { requestBefore } from './agreements.ts';
import type { Amount } from './converted.ts';
import { type Context, minor, type Recorded } from './facts.ts';
import { presentRate } from './rates.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Moved = { readonly name: string; readonly amount: Amount; readonly moved: Amount | undefined; readonly valueDate: string };

/** Rates are read just before something is confirmed. */
const MEANWHILE_MS = 60_000;

/** What the bank moved on an account in another currency does not differ from the recorded rates of its day by more than was tolerated; events of earlier versions tolerate all. */
function checkMoved({ data, at }: Recorded, { name, amount, moved, valueDate }: Moved, disbursement: Context, check: Check): void {
  if (!moved || data.tolerance === undefined) return;
  const off = [Date.parse(at) - MEANWHILE_MS, Date.parse(at)].map((until) => {
    const rate = presentRate(disbursement, amount.currency, moved.currency, valueDate, until);
    if (rate === undefined) return 0;
    const expected = (Number(minor(amount)) * rate * 10 ** placesOf(moved.currency)) / 10 ** placesOf(amount.currency);
    // A minor unit is rounded, here and there.
    const difference = Math.max(Math.abs(Number(minor(moved)) - expected) - 2, 0);
    return (difference * 100) / expected;
  });
  check(
    off.some((percent) => percent < data.tolerance + 1),
    () =>
      `${name} moved ${minor(moved)} ${moved.currency} for ${minor(amount)} ${amount.currency}, which differs by more than ${data.tolerance} % from the rates of ${valueDate}`,
  );
}

export function checkAmountsOfPayments(agreement: string, events: readonly Recorded[], disbursement: Context, check: Check): void {
  for (const event of events.filter(({ type }) => type === 'PaymentSettled' || type === 'PaymentReturned')) {
    const { type, data, version } = event;
    const amount = requestBefore(events, data.payment, version)?.data.amount as Amount | undefined;
    if (!amount) continue;
    const moved = { amount, moved: data.debited ?? data.credited, valueDate: String(data.valueDate) };
    checkMoved(event, { name: `${type} of ${data.payment} in ${agreement}`, ...moved }, disbursement, check);
  }
}

export function checkAmountsOfRefunds(agreement: string, events: readonly Recorded[], disbursement: Context, check: Check): void {
  for (const event of events.filter(({ type }) => type === 'ResolutionConfirmed')) {
    const { recovery, resolution } = event.data;
    const proposed = events.find(
      ({ type, data }) => type === 'ResolutionProposed' && data.recovery === recovery && data.resolution === resolution,
    );
    if (proposed?.data.kind !== 'refunded') continue;
    const { amount, credited: moved, valueDate } = proposed.data;
    checkMoved(
      event,
      { name: `refund ${resolution} of recovery ${recovery} in ${agreement}`, amount, moved, valueDate },
      disbursement,
      check,
    );
  }
}
