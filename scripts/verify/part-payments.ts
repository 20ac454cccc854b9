import { type Cell, cellsBefore, inCell } from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { advancedBefore, isRelease, retentionBefore } from './retention.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Part = Pick<Cell, 'tranche' | 'sponsor'>;
/** An order for a part of a tranche. `isContested`: it is reported as returned, or as booked by mistake. */
type Order = Part & {
  readonly isPart: boolean;
  readonly paid: bigint;
  readonly retained: bigint;
  readonly partPaid: bigint;
  readonly state: 'under-way' | 'settled' | 'over';
  readonly isContested: boolean;
  /** As it was before it failed or came back. */
  readonly before?: Order | undefined;
};
type Orders = Map<string, Order>;

/**
 * 31. What is paid of a part in several payments is one payment at a time, leaves something for the payment that closes the part, and comes to exactly the
 * part; what has come back of it is paid again before anything is released or all counts as paid. Each says what all of them come to.
 */
export function partPaymentsAddUp({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const orders: Orders = new Map();
    for (const event of events) {
      if (event.type === 'PaymentRequested') checkRequest(agreement, event, events, orders, check);
      follow(event, orders);
      if (event.type === 'AgreementPaidInFull' || event.type === 'AgreementEnded') checkWhole(agreement, event, events, orders, check);
    }
  }
  return result();
}

const AFTER: Readonly<Record<string, Partial<Order>>> = {
  PaymentRefused: { state: 'over' },
  PaymentFailed: { state: 'over' },
  PaymentSettled: { state: 'settled' },
  PaymentReturned: { state: 'over', isContested: false },
  SettlementReversed: { state: 'under-way', isContested: false },
  PaymentReturnReported: { isContested: true },
  PaymentReversalReported: { isContested: true },
  PaymentMistakeReported: { isContested: true },
  PaymentObjectedTo: { isContested: false },
};

function follow({ type, data }: Recorded, orders: Orders): void {
  if (type === 'PaymentRequested' && data.tranche && !data.advance) {
    const { tranche, sponsor, amount, retained, partPaid } = data;
    const before = orders.get(data.payment)?.before;
    const sums = { paid: minor(amount), retained: minor(retained), partPaid: minor(partPaid) };
    orders.set(data.payment, { tranche, sponsor, ...sums, isPart: data.partPayment > 0, state: 'under-way', isContested: false, before });
  }
  const order = orders.get(data.payment);
  if (order?.before && type === 'OutcomeReversed') orders.set(data.payment, order.before);
  const change = AFTER[type];
  if (!order || !change) return;
  const wrong = type === 'PaymentFailed' || type === 'PaymentReturned' ? { before: { ...order, isContested: false } } : {};
  orders.set(data.payment, { ...order, ...change, ...wrong });
}

const ofPart = ({ tranche, sponsor }: Part, orders: Orders): [string, Order][] =>
  [...orders].filter(([, order]) => order.tranche === tranche && order.sponsor === sponsor);
const sumOf = (orders: readonly [string, Order][], counts: (order: Order) => boolean): bigint =>
  orders.reduce((sum, [, order]) => (counts(order) ? sum + order.paid : sum), 0n);
const isOpenPart = ({ isPart, state }: Order): boolean => isPart && state !== 'over';
const settled = ({ isPart, state }: Order): boolean => isPart && state === 'settled';

/** The part of a tranche, and its current orders, as a request finds them. */
function found(events: readonly Recorded[], { data, version }: Recorded, orders: Orders) {
  const cell = cellsBefore(events, version).find(({ tranche, sponsor }) => tranche === data.tranche && sponsor === data.sponsor);
  if (!cell) return undefined;
  const own = ofPart(cell, orders);
  const closing = orders.get(cell.payment);
  return { cell, own, closing: closing?.state === 'over' ? undefined : closing, ahead: advancedBefore(events, cell, version) };
}

function checkRequest(agreement: string, request: Recorded, events: readonly Recorded[], orders: Orders, check: Check): void {
  const { data } = request;
  if (isRelease(request)) {
    for (const { payment } of cellsBefore(events, request.version).filter((cell) => isShort(cell, orders)))
      check(false, () => `${data.payment} of ${agreement} releases what is retained while some of ${payment} has come back`);
    return;
  }
  const part = data.advance ? undefined : found(events, request, orders);
  if (!part) return;
  const { own } = part;
  const busy = own.find(([, order]) => order.isPart && (order.state === 'under-way' || order.isContested));
  check(busy === undefined, () => `${data.payment} of ${agreement} is requested while ${busy?.[0]} pays some of the same part`);
  if (data.partPayment > 0) checkInPart(agreement, request, events, part, check);
  else {
    const [said, paid] = [minor(data.partPaid), sumOf(own, settled)];
    check(said === paid, () => `${data.payment} of ${agreement} says that ${said} was paid in part, and ${paid} was`);
    checkWholeSaid(agreement, request, said > 0n ? minor(data.amount) + minor(data.retained) + said : undefined, check);
  }
}

type Found = NonNullable<ReturnType<typeof found>>;
function checkInPart(
  agreement: string,
  request: Recorded,
  events: readonly Recorded[],
  { cell, own, closing, ahead }: Found,
  check: Check,
): void {
  const { data, version } = request;
  const asked = minor(data.amount);
  const paid = sumOf(own, isOpenPart);
  // One minor unit at least is left for the payment that closes the part.
  const most = closing ? closing.partPaid - paid : inCell(cell) - ahead - paid - keptOf(events, cell, version) - 1n;
  check(
    asked > 0n && asked <= most,
    () => `${data.payment} of ${agreement} pays ${asked} of a part of which at most ${most} is paid in part`,
  );
  const left = (closing ? most : most + 1n) - asked;
  check(
    data.partLeft === undefined || minor(data.partLeft) === left,
    () => `${data.payment} of ${agreement} leaves ${left} of its part, and says ${minor(data.partLeft)}`,
  );
  const whole = closing ? closing.paid + closing.retained + closing.partPaid : inCell(cell) - ahead;
  checkWholeSaid(agreement, request, whole, check);
}

/** What was earned of an agreement that has ended early was cut by it already. */
const keptOf = (events: readonly Recorded[], cell: Cell, version: number): bigint =>
  events.some((event) => event.type === 'AgreementTerminated' && event.version < version) ? 0n : retentionBefore(events, cell, version);

function checkWholeSaid(agreement: string, { data }: Recorded, whole: bigint | undefined, check: Check): void {
  const said = data.partWhole ? minor(data.partWhole) : undefined;
  check(
    said === whole,
    () => `${data.payment} of ${agreement} says that its part comes to ${said ?? 'nothing else'} instead of ${whole ?? 'nothing else'}`,
  );
}

/** Whether some of what was paid in part before the closing payment has come back. */
function isShort(cell: Cell, orders: Orders): boolean {
  const closing = orders.get(cell.payment);
  return closing?.state === 'settled' && sumOf(ofPart(cell, orders), settled) < closing.partPaid;
}

function checkWhole(agreement: string, { type, version }: Recorded, events: readonly Recorded[], orders: Orders, check: Check): void {
  const isCut = events.some((event) => event.type === 'AgreementTerminated' && event.version < version);
  for (const cell of cellsBefore(events, version)) {
    const own = ofPart(cell, orders);
    const closing = orders.get(cell.payment);
    if (!closing || !own.some(([, order]) => settled(order) || order.isPart)) continue;
    const paid = sumOf(own, ({ state }) => state === 'settled') + advancedBefore(events, cell, version);
    // A termination cuts a part by what is retained of it.
    const holds = paid + closing.retained === inCell(cell) || (isCut && paid === inCell(cell));
    check(
      holds,
      () => `${type} of ${agreement}, but of ${inCell(cell)} of ${cell.payment} ${paid} is paid and ${closing.retained} retained`,
    );
  }
}
