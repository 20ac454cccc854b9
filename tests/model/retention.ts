import { aheadOf, isOwedOf } from './advances.ts';
import { type Asking, needs, post } from './asking.ts';
import { isHeld, isOverPayment, isRequestedBy, type Kept, type Payment, requestedAgain } from './payment.ts';
import { type Agreement, type Cell, inPartOf, isInForce, isPaid, type Project, type Step, sum } from './state.ts';

/** What a sponsor keeps of each payment, where its terms say so. */
export const KEPT_PERCENT = 10;

export const percentOf = (financing: object): number => ('retentionPercent' in financing ? KEPT_PERCENT : 0);

/** What is kept of a part: of each offer its percentage, rounded once half up, and never all of it. */
export function keptOf(agreement: Agreement, cell: Cell): number {
  const { sponsor, amount } = cell;
  const offers = agreement.kept.find((each) => each.sponsor === sponsor)?.offers ?? [];
  const whole = 100 * sum(offers.map((offer) => offer.amount));
  if (whole === 0 || amount === 0) return 0;
  const part = amount * sum(offers.map((offer) => offer.amount * offer.percent));
  const due = amount - aheadOf(agreement, cell) - inPartOf(agreement, cell);
  return due <= 0 ? 0 : Math.min(Math.floor((2 * part + whole) / (2 * whole)), due - 1);
}

const isBooked = (payment: Payment | undefined): boolean => ['approved', 'instructed', 'settled'].includes(payment?.status ?? '');

/** What is in the account of what is kept of a sponsor's payments. */
export function heldOf({ cells }: Agreement, { sponsor, payment, isGivenBack }: Kept): number {
  const own = cells.filter((cell) => cell.sponsor === sponsor && isBooked(cell.payment));
  if (isGivenBack) return 0;
  return sum(own.map((cell) => cell.payment?.retained ?? 0)) - (isBooked(payment) ? (payment?.amount ?? 0) : 0);
}

const isReleased = ({ payment, isGivenBack }: Kept): boolean => isGivenBack || payment?.status === 'settled';
const paidParts = ({ cells }: Agreement, sponsor: string): Cell[] =>
  cells.filter((cell) => cell.sponsor === sponsor && isPaid(cell) && (cell.payment?.retained ?? 0) > 0);

/** Whether anything is left to be paid, or to be released. */
export const isUnpaid = (agreement: Agreement): boolean =>
  agreement.cells.some((cell) => isOwedOf(agreement, cell)) ||
  agreement.kept.some((each) => !isReleased(each) && paidParts(agreement, each.sponsor).length > 0);

/** Whether an agreement cannot end yet: something is to be paid, or is reported as returned. */
export const isUnsettled = (agreement: Agreement): boolean =>
  isUnpaid(agreement) || paymentsOf(agreement).some(({ undoing }) => undoing !== undefined);

/** All payments of an agreement that were ever asked for. */
export const paymentsOf = ({ cells, kept, advances, inParts }: Agreement): Payment[] =>
  [...cells, ...kept, ...advances, ...inParts].flatMap(({ payment }) => payment ?? []);

/** What the bank has confirmed of a sponsor's payments for a tranche, or of all of them (0), and nobody says to have come back. */
export function paidBy({ cells, kept, advances, inParts }: Agreement, sponsor: string, tranche = 0): number {
  const parts = [...cells, ...advances, ...inParts].filter(
    (cell) => cell.sponsor === sponsor && (tranche === 0 || cell.tranche === tranche),
  );
  const all = tranche === 0 ? [...parts, ...kept.filter((each) => each.sponsor === sponsor)] : parts;
  return sum(all.flatMap(({ payment }) => (payment?.status === 'settled' && !payment.undoing ? [payment.amount] : [])));
}

/** A termination leaves what was paid and what was earned; for a fault of the proposer, less what is kept of both. */
export function giveBack(agreement: Agreement, isEarned: (cell: Cell) => boolean, isFault: boolean): void {
  if (!isFault) {
    for (const cell of agreement.cells)
      if (!isPaid(cell) && !isEarned(cell)) cell.amount = aheadOf(agreement, cell) + inPartOf(agreement, cell);
    return;
  }
  const kept = new Map(agreement.kept.map((each) => [each.sponsor, each]));
  for (const cell of agreement.cells) {
    if (isPaid(cell)) {
      const whose = kept.get(cell.sponsor);
      if (whose && !isReleased(whose)) cell.amount -= cell.payment?.retained ?? 0;
    } else cell.amount = isEarned(cell) ? cell.amount - keptOf(agreement, cell) : aheadOf(agreement, cell) + inPartOf(agreement, cell);
  }
  for (const each of agreement.kept) if (heldOf(agreement, each) > 0) each.isGivenBack = true;
}

/** Asks for what was kept of a sponsor's payments, once all of them are settled. */
export function release(asking: Asking, project: Project, agreement: Agreement, kept: Kept): Step {
  const { by } = asking;
  const { sponsor, payment: before } = kept;
  const isOver = before === undefined || isOverPayment(before);
  const isDone = isRequestedBy(before, by.person);
  const amount = heldOf(agreement, kept);
  const verifiedBy = lastOf(agreement, sponsor)?.payment?.verifiedBy ?? '';
  return post('release', 'requestRelease', { id: agreement.id }, asking, project, {
    body: { sponsor },
    isDone,
    rules: [
      needs(by, ['finance.maker']),
      [isInForce(agreement) && agreement.status !== 'suspended', 409],
      ...(isDone
        ? []
        : ([
            [isOver && amount > 0 && !isHeld(agreement, { tranche: 0, sponsor }), 409],
            [!agreement.cells.some((cell) => isOwedOf(agreement, cell)) && !paymentsOf(agreement).some(({ undoing }) => undoing), 409],
            [verifiedBy !== by.person, 403],
          ] as const)),
    ],
    effect: ({ payment = '' }) => {
      kept.payment = requestedAgain(before, { id: payment, requestedBy: by.person, verifiedBy, amount, retained: 0 });
    },
  });
}

const lastOf = (agreement: Agreement, sponsor: string): Cell | undefined =>
  paidParts(agreement, sponsor)
    .toSorted((one, other) => one.tranche - other.tranche)
    .at(-1);
