import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import { lesser, type Money, money, total } from '@junkan/kit/pure/money.ts';
import { advancedOn } from '../advances/advance.ts';
import type { InForce } from '../agreement-state.ts';
import { type Cell, currencyOf, type Share } from '../contract/terms.ts';
import type { AgreementId, PaymentId, SponsorId } from '../ids.ts';
import { accounts, entry, type JournalEntry, moved, summed } from '../journal.ts';
import { cameBackOf, partPaidOn, partsStandingOn } from '../payments/part-payment.ts';
import { isOver, type Payment } from '../payments/payment.ts';

/** The tranche of a payment that releases what was retained of all tranches. */
export const OF_ALL_TRANCHES = 0;

/** Percentages have at most six places: 100 % in millionths of a percent. */
const WHOLE = 100_000_000n;

/**
 * What the terms keep of a part of a tranche until all is settled: each offer of the sponsor keeps its percentage of its proportion of the
 * part, and the sum is rounded once, half up, to a minor unit. At least one minor unit is left to be paid, because a payment of nothing
 * cannot be ordered.
 */
export function retentionOf(share: Share | undefined, { amount, currency }: Money): Money {
  const parts = share ? paidPartsOf(share) : [];
  const whole = parts.reduce((sum, part) => sum + part.amount.amount, 0n) * WHOLE;
  const kept = parts.reduce((sum, part) => sum + part.amount.amount * millionths(part.financing?.retentionPercent ?? ''), 0n) * amount;
  const rounded = whole === 0n ? 0n : (2n * kept + whole) / (2n * whole);
  return money(rounded < amount ? rounded : amount > 0n ? amount - 1n : 0n, currency);
}

function millionths(percent: string): bigint {
  const [whole = '', places = ''] = percent.split('.');
  return BigInt(`${whole || '0'}${places.padEnd(6, '0')}`);
}

/** What of a cell was paid ahead or in part, in minor units. */
export const goneOf = (state: Pick<InForce, 'advances' | 'payments'>, cell: Cell): bigint =>
  advancedOn(state, cell) + partPaidOn(state, cell);

/** What is to be kept of a cell that is requested now. What was earned of an agreement that has ended early was cut by it already. */
export function retainedOf(state: Pick<InForce, 'status' | 'shares' | 'advances' | 'payments'>, cell: Cell): Money {
  const { sponsor, amount } = cell;
  const nothing = money(0n, amount.currency);
  if (state.status === 'terminated') return nothing;
  const due = amount.amount - goneOf(state, cell);
  if (due <= 0n) return nothing;
  const share = state.shares.find((each) => each.sponsor === sponsor);
  // What was paid ahead or in part is not kept any more.
  return money(lesser(retentionOf(share, amount).amount, due - 1n), amount.currency);
}

const isBooked = ({ status }: Payment): boolean => status === 'approved' || status === 'instructed' || status === 'settled';

/** What is in the account of what was retained of a sponsor's payments. */
export function heldOf({ payments, givenBack, shares }: InForce, sponsor: SponsorId): Money {
  const currency = currencyOf({ shares });
  if (givenBack.includes(sponsor)) return money(0n, currency);
  const booked = [...payments.values()].filter((payment) => payment.sponsor === sponsor && isBooked(payment));
  return total(
    booked.map((payment) => (isRelease(payment) ? money(-payment.amount.amount, currency) : payment.retained)),
    currency,
  );
}

export const isRelease = ({ tranche }: { readonly tranche: number }): boolean => tranche === OF_ALL_TRANCHES;

export const sponsorsHeld = (state: InForce): SponsorId[] =>
  state.shares.map(({ sponsor }) => sponsor).filter((sponsor) => heldOf(state, sponsor).amount > 0n);

/** Whether what was retained of the sponsor's settled payments is released by a settled payment, has gone back, or never was anything. */
function isReleased({ payments, givenBack }: InForce, sponsor: SponsorId): boolean {
  const own = [...payments.values()].filter((payment) => payment.sponsor === sponsor && payment.status === 'settled');
  return givenBack.includes(sponsor) || own.some(isRelease) || own.every(({ retained }) => retained.amount === 0n);
}

/** Payments of cells with money in them that is not all settled yet: more than was paid ahead, or some of what was paid in part has come back. */
export const unpaidCells = (state: Pick<InForce, 'cells' | 'payments' | 'advances'>): PaymentId[] =>
  state.cells.filter((cell) => !isPaidUp(state, cell)).map(({ payment }) => payment);

/** Whether nothing is left to be paid of a cell, but for what is retained. */
export function isPaidUp(state: Pick<InForce, 'payments' | 'advances'>, cell: Cell): boolean {
  const closing = state.payments.get(cell.payment);
  return closing?.status === 'settled' ? partPaidOn(state, cell) >= closing.partPaid.amount : cell.amount.amount <= goneOf(state, cell);
}

/** What of a cell nobody has requested, and may be requested now: less what is retained; in minor units. */
export function restOf(state: InForce, cell: Cell): bigint {
  if (!isOver(state.payments.get(cell.payment))) return cameBackOf(state, cell);
  return cell.amount.amount - advancedOn(state, cell) - partsStandingOn(state, cell) - retainedOf(state, cell).amount;
}

/** Payments of cells that are not settled, or of which something is retained still. */
export function unsettled(state: InForce): PaymentId[] {
  const unpaid = unpaidCells(state);
  const isKept = ({ sponsor, payment }: Cell): boolean =>
    (state.payments.get(payment)?.retained?.amount ?? 0n) > 0n && !isReleased(state, sponsor);
  return state.cells.filter((cell) => unpaid.includes(cell.payment) || isKept(cell)).map(({ payment }) => payment);
}

type Ordered = Pick<Payment, 'sponsor' | 'amount' | 'retained' | 'tranche'>;

/** What becomes payable by an approval, and what of the cell is retained; the release of what was retained comes from there. */
export function bookedBy(agreement: AgreementId, { sponsor, amount, retained, tranche }: Ordered): JournalEntry['postings'] {
  const { undisbursed, payable, retained: kept } = accounts;
  const from = isRelease({ tranche }) ? kept(agreement, sponsor) : undisbursed(agreement, sponsor);
  const paying = moved(from, payable(agreement, sponsor), amount);
  return retained.amount === 0n ? paying : summed([...paying, ...moved(from, kept(agreement, sponsor), retained)]);
}

/** The same of what is under way since: what a termination has given back of it is not retained any more. */
export const bookedAgainBy = (
  agreement: AgreementId,
  order: Ordered,
  { givenBack }: Pick<InForce, 'givenBack'>,
): JournalEntry['postings'] =>
  bookedBy(agreement, givenBack.includes(order.sponsor) ? { ...order, retained: { ...order.retained, amount: 0n } } : order);

/** What an approval has booked, the other way round: the payment failed. */
export const unbookedBy = (agreement: AgreementId, order: Ordered, state: Pick<InForce, 'givenBack'>): JournalEntry['postings'] =>
  bookedAgainBy(agreement, order, state)
    .toReversed()
    .map((posting) => ({ ...posting, money: money(-posting.money.amount, posting.money.currency) }));

/**
 * What a termination takes from the remaining cells: what is retained of them goes back to the sponsors, also of what was earned and is not
 * paid yet, so that nobody gains by a late payment.
 */
export function withoutRetained(state: InForce, cells: readonly Cell[]): Cell[] {
  return cells.map((cell) => {
    const order = state.payments.get(cell.payment);
    const isPaid = order?.status === 'settled';
    const isKept = isPaid && !isReleased(state, cell.sponsor);
    const kept = isPaid ? (isKept ? order.retained : money(0n, cell.amount.currency)) : retainedOf(state, cell);
    return { ...cell, amount: money(cell.amount.amount - kept.amount, cell.amount.currency) };
  });
}

/** What a termination books back to the sponsors' commitments: what is undisbursed and not owed any more, and what was retained unless it stays due. */
export function givenBackBy(
  agreement: AgreementId,
  state: InForce,
  after: readonly Cell[],
  retained: 'given-back' | 'due',
): JournalEntry | undefined {
  const currency = currencyOf(state);
  const sumOf = (cells: readonly Cell[], sponsor: SponsorId): bigint =>
    cells.filter((cell) => cell.sponsor === sponsor).reduce((sum, { amount }) => sum + amount.amount, 0n);
  const postings = state.shares.flatMap(({ sponsor }) => {
    const held = retained === 'due' ? 0n : heldOf(state, sponsor).amount;
    const undisbursed = sumOf(state.cells, sponsor) - sumOf(after, sponsor) - held;
    const back = (from: string, amount: bigint) =>
      amount === 0n ? [] : moved(from, accounts.commitment(sponsor), money(amount, currency));
    return [...back(accounts.undisbursed(agreement, sponsor), undisbursed), ...back(accounts.retained(agreement, sponsor), held)];
  });
  return postings.length > 0 ? entry(`${agreement}/terminated`, summed(postings)) : undefined;
}
