import { requestBefore } from './agreements.ts';
import { type Amount, type Check, type Converted, cameTo, checkConversion, type Sheet } from './converted.ts';
import { type Context, minor, type Recorded } from './facts.ts';

type Cost = { readonly amount: Amount; readonly cost: Converted };
/** `moved`: what the bank itself took of an account in the currency of the budgets, or paid into it. */
type Said = { readonly at: string; readonly on: string; readonly sheets: readonly Sheet[]; readonly moved: Amount | undefined };

/** By rates that applied; or where the bank has said what it moved, exactly that, at the rate that it comes to. */
export function checkCosts(name: string, costs: readonly Cost[], { at, on, sheets, moved }: Said, check: Check): void {
  for (const { amount, cost } of costs) {
    check((cost.byBank ?? false) === (moved !== undefined), () => `${name} is ${moved ? 'not ' : ''}at the bank’s own rate`);
    if (!moved) checkConversion(name, amount, { conversion: cost, at, on, sheets }, check);
  }
  if (!moved) return;
  const sum = (of: (each: Cost) => Amount): bigint => costs.reduce((all, each) => all + minor(of(each)), 0n);
  const [whole, cost] = [sum(({ amount }) => amount), sum((each) => each.cost.amount)];
  const isOfIt = costs.every((each) => each.cost.amount.currency === moved.currency && each.cost.day === on);
  check(isOfIt && cost === minor(moved), () => `${name} comes to ${cost}, and the bank moved ${minor(moved)} ${moved.currency} on ${on}`);
  for (const { amount, cost: by } of costs) {
    const off = cameTo(whole, [amount.currency, by.fromRate], [moved.currency, by.toRate]) - minor(moved);
    const isNear = (off < 0n ? -off : off) <= 1n + minor(moved) / MOST_ROUNDED;
    check(isNear && by.base === amount.currency, () => `${name} says that the bank’s rate was ${by.toRate}, which it was not`);
  }
}
/** The rate is a decimal of at least six places. */
const MOST_ROUNDED = 100_000n;

/**
 * A payment from an account in another currency says so when the bank is instructed, and its settlement says what the bank took of that account; of every other
 * payment neither is said. What is confirmed of either is what was reported.
 */
export function checkDebits(agreement: string, events: readonly Recorded[], { byStream }: Context, check: Check): void {
  const debitIn = new Map<string, string>();
  const settled = new Map<string, Recorded>();
  const reported = new Map<string, Recorded['data']>();
  for (const event of events) {
    const { type, data, version } = event;
    const name = `${data.payment} of ${agreement}`;
    if (type === 'PaymentInstructed') {
      const own = requestBefore(events, data.payment, version)?.data.amount?.currency;
      const account = byStream.get(data.payerAccount ?? '')?.find((each) => each.type === 'BankAccountProposed')?.data.currency ?? own;
      const said = data.debitCurrency ?? own;
      check(said === account && data.debitCurrency !== own, () => `${name} is debited in ${said}, and its account is in ${account}`);
      debitIn.set(data.payment, data.debitCurrency ?? '');
    }
    if (type === 'PaymentSettled') {
      settled.set(data.payment, event);
      const currency = debitIn.get(data.payment) ?? '';
      const isSaid = data.debited ? data.debited.currency === currency && minor(data.debited) > 0n : currency === '';
      check(isSaid, () => `${name} is settled with ${spelt(data.debited)}, and is debited in ${currency || 'its own currency'}`);
    }
    if (type === 'PaymentSettlementReported' || type === 'PaymentReturnReported') reported.set(data.payment, data);
    const said = type === 'PaymentSettled' || type === 'PaymentReturned' ? reported.get(data.payment) : undefined;
    const [moved, reportedOf] = [data, said].map((each) => spelt(each?.debited ?? each?.credited));
    check(said === undefined || moved === reportedOf, () => `${name} is confirmed with ${moved}, and ${reportedOf} was reported`);
    const took = settled.get(data.payment)?.data.debited;
    if (type === 'PaymentReturned' && data.credited)
      check(
        took?.currency === data.credited.currency && minor(data.credited) > 0n,
        () => `${name} comes back as ${spelt(data.credited)}, and ${spelt(took)} was taken`,
      );
    if (type === 'ExchangeReversed')
      check(!(took && data.reason === 'rates-corrected'), () => `${name} is booked by other rates than the bank’s own, ${spelt(took)}`);
  }
}

export const spelt = (amount: Amount | undefined): string => (amount ? `${minor(amount)} ${amount.currency}` : 'nothing');
