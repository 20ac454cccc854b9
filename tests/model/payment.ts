import type { Booking } from './sheets.ts';

export type Payment = {
  readonly id: string;
  status: 'requested' | 'refused' | 'approved' | 'instructed' | 'failed' | 'settled' | 'returned';
  requestedBy: string;
  readonly verifiedBy: string;
  /** Who gave the first of two approvals. */
  firstBy: string;
  approvedBy: string;
  /** Who refused it, or confirmed its failure, settlement or return. */
  endedBy: string;
  /** What waits for its second person, and once confirmed what it was. */
  reported: { readonly outcome: 'settled' | 'failed'; readonly number: number; readonly by: string; readonly day: string } | undefined;
  /** A report against its settlement, which waits for a second person. */
  undoing:
    | { readonly outcome: 'returned' | 'reversed' | 'mistaken'; readonly number: number; readonly by: string; readonly day: string }
    | undefined;
  /** What failed or came back last, as it was before, and who reported that. */
  over?: { readonly outcome: 'failed' | 'returned'; readonly was: Payment; readonly by: string } | undefined;
  reports: number;
  objections: { readonly report: number; readonly by: string }[];
  /** Settlements that were booked by mistake, by the report that said so and who confirmed it. */
  reversals: readonly { readonly report: number; readonly by: string }[];
  /** How often the bank has returned it. */
  returns: number;
  /** What is paid, and what is kept besides. */
  readonly amount: number;
  readonly retained: number;
  /** What of its part was paid by other payments before. */
  readonly partPaid?: number;
  /** In the currency of its sponsor's budget, where that is another one. */
  exchange?: Booking | undefined;
  /** What came back of it to such a budget, of each return that was no mistake: by the report that said so, with both days. */
  back?: readonly Back[] | undefined;
  /** The file in which it goes to the bank, or went. */
  file?: string | undefined;
};

export type Back = { readonly report: number; readonly paidOn: string; readonly day: string; exchange: Booking };

const OVER: readonly Payment['status'][] = ['refused', 'failed', 'returned'];
/** Not while it is reported as over by mistake. */
export const isOverPayment = ({ status, undoing }: Payment): boolean => OVER.includes(status) && !undoing;
/** Whether this person has requested it, so that a repeat changes nothing. What is reported as over by mistake is requested by nobody meanwhile. */
export const isRequestedBy = (payment: Payment | undefined, person: string): boolean =>
  payment?.requestedBy === person && !OVER.includes(payment.status);
/** A request begins a payment, or begins it again: earlier answers of the bank still count. */
export const requestedAgain = (
  before: Payment | undefined,
  asked: Pick<Payment, 'id' | 'requestedBy' | 'verifiedBy' | 'amount' | 'retained'>,
): Payment => ({
  status: 'requested',
  firstBy: '',
  approvedBy: '',
  endedBy: '',
  reported: undefined,
  undoing: undefined,
  reports: before?.reports ?? 0,
  objections: before?.objections ?? [],
  reversals: before?.reversals ?? [],
  returns: before?.returns ?? 0,
  over: before?.over,
  ...(before?.back ? { back: before.back } : {}),
  ...asked,
});

/** `offers`: of which its share is, each with the percentage that it keeps. */
export type Kept = {
  readonly sponsor: string;
  readonly offers: readonly { readonly amount: number; readonly percent: number }[];
  payment: Payment | undefined;
  /** A termination has given back what was kept. */
  isGivenBack: boolean;
};

/** A payment of some of a part. */
export type PartPayment = { readonly tranche: number; readonly sponsor: string; readonly payment: Payment };

/** Money that is paid before its milestone is verified, and what was said to be spent of it. */
export type Advance = {
  readonly number: number;
  readonly tranche: number;
  readonly sponsor: string;
  readonly amount: number;
  readonly askedBy: string;
  refusedBy: string;
  payment: Payment | undefined;
  readonly statements: {
    status: 'submitted' | 'accepted' | 'returned';
    readonly amount: number;
    readonly day: string;
    readonly by: string;
    accepted: number;
    decidedBy: string;
  }[];
};

/** A part of a tranche whose money goes no further until another person releases it; of tranche 0 what was kept of all of them. */
export type Hold = {
  readonly number: number;
  readonly tranche: number;
  readonly sponsor: string;
  readonly organisation: string;
  readonly by: string;
  releasedBy: string;
};
type Held = Pick<Hold, 'tranche' | 'sponsor'>;
type Holding = { readonly holds: readonly Hold[] };

export const standingOn = ({ holds }: Holding, { tranche, sponsor }: Held): Hold[] =>
  holds.filter((hold) => hold.releasedBy === '' && hold.tranche === tranche && hold.sponsor === sponsor);

/** Whether somebody holds the money of a part. */
export const isHeld = (holding: Holding, part: Held): boolean => standingOn(holding, part).length > 0;

/** What frees a part to be paid again no approver of the payment confirms where its requester says it. */
export const mayFree = (
  { requestedBy, firstBy, approvedBy }: Payment,
  said: { readonly outcome: string; readonly by: string } | undefined,
  person: string,
): readonly [holds: boolean, status: number] => {
  const isOfRequester = said?.by === requestedBy && ['failed', 'returned'].includes(said.outcome);
  return [!(isOfRequester && [firstBy, approvedBy].includes(person)), 403];
};
