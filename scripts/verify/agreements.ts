import { minor, type Recorded } from './facts.ts';

export type Cell = { readonly tranche: number; readonly sponsor: string; readonly amount?: { amount?: string }; readonly payment: string };
type Condition = { readonly title: string; readonly phase: string };
export type Part = {
  readonly offer: string;
  readonly envelope: string;
  readonly amount?: { amount?: string };
  readonly financing?: {
    readonly instrument?: string;
    readonly guarantee?: { readonly tenorMonths?: number };
    readonly conditions?: readonly Condition[];
    readonly retentionPercent?: string;
    readonly advances?: boolean;
  };
};
export type Agreed = Condition & { readonly sponsor: string; readonly number: number };
export type Share = Part & { readonly sponsor: string; readonly parts?: readonly Part[] };

/** The draft of an agreement that holds: the last one, where drafts before it came to nothing. */
export const draftOf = (events: readonly Recorded[]): Recorded | undefined => events.findLast(({ type }) => type === 'AgreementDrafted');

/** Whether its last draft was signed by all. */
export const isInForce = (events: readonly Recorded[]): boolean => events.some(({ type }) => type === 'AgreementBecameEffective');

export const partsOf = (share: Share): readonly Part[] => (share.parts?.length ? share.parts : [share]);

/** What is no money. */
const UNFUNDED: readonly (string | undefined)[] = ['guarantee', 'in-kind'];
export const isFunded = ({ financing }: Part): boolean => !UNFUNDED.includes(financing?.instrument);
export const sumOf = (parts: readonly Part[]): bigint => parts.reduce((sum, { amount }) => sum + minor(amount), 0n);

/** The offers of which the money of a share is; in agreements of earlier versions all of them were counted as money. */
export const paidPartsOf = (share: Share): readonly Part[] =>
  sumOf(partsOf(share)) === minor(share.amount) ? partsOf(share) : partsOf(share).filter(isFunded);

/** All conditions of the shares, numbered in their order from 1. */
export const conditionsOf = (shares: readonly Share[]): Agreed[] =>
  shares
    .flatMap((share) =>
      partsOf(share).flatMap(({ financing }) =>
        (financing?.conditions ?? []).map((condition) => ({ ...condition, sponsor: share.sponsor })),
      ),
    )
    .map((condition, index) => ({ ...condition, number: index + 1 }));

/** All cells as they were before an event: as drafted, or as an amendment, a verdict or a termination left them. */
export function cellsBefore(events: readonly Recorded[], version = Number.POSITIVE_INFINITY): readonly Cell[] {
  return events.findLast((event) => event.version < version && event.data.cells)?.data.cells ?? [];
}

export const inCell = ({ amount }: Cell): bigint => minor(amount);

const OVER: readonly string[] = ['PaymentRefused', 'PaymentFailed', 'PaymentReturned'];
type Ordered = { readonly request: Recorded; readonly isOver: boolean };
/** The request of a payment in force before an event: the last one, or an earlier one whose failure or return was found to be a mistake. */
function orderBefore(events: readonly Recorded[], payment: string, before: number): Ordered | undefined {
  let order: Ordered | undefined;
  let wrong: Recorded | undefined;
  for (const event of events) {
    const { type, version, data } = event;
    if (data.payment !== payment || version >= before) continue;
    if (type === 'PaymentRequested') order = { request: event, isOver: false };
    if (type === 'OutcomeReversed' && wrong) order = { request: wrong, isOver: false };
    if (!OVER.includes(type) || !order) continue;
    if (type !== 'PaymentRefused') wrong = order.request;
    order = { request: order.request, isOver: true };
  }
  return order;
}

/** The last request of a payment before an event, or the earlier one that was taken up again since. */
export const requestBefore = (events: readonly Recorded[], payment: string, version = Number.POSITIVE_INFINITY): Recorded | undefined =>
  orderBefore(events, payment, version)?.request;

/** Whether a request for a payment was over without money before an event, so that it may be asked for again. */
export function cameToNothing(request: Recorded, events: readonly Recorded[], before: number): boolean {
  const order = orderBefore(events, request.data.payment, before);
  return order?.request !== request || order.isOver;
}

/** What ends a settlement: the bank has returned the money, or it was booked by mistake. */
export const UNDONE: readonly string[] = ['PaymentReturned', 'SettlementReversed'];
/** What takes a settlement up again: the return of it was booked by mistake. */
export const isSettledAgain = ({ type, data }: Recorded): boolean => type === 'OutcomeReversed' && data.outcome === 'returned';

/** The payments that are settled before an event. */
export function settledBefore(events: readonly Recorded[], version: number): ReadonlySet<string> {
  const settled = new Set<string>();
  for (const event of events.filter((each) => each.version < version)) {
    const { type, data } = event;
    if (type === 'PaymentSettled' || isSettledAgain(event)) settled.add(data.payment);
    if (UNDONE.includes(type)) settled.delete(data.payment);
  }
  return settled;
}

/** A reference of a bank as two of them are compared: banks print spaces and marks as they like. */
export const spelt = (reference: unknown): string =>
  String(reference ?? '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
