import type { Payment } from './state.ts';

const OVER: readonly Payment['status'][] = ['refused', 'failed', 'returned'];
export const isOverPayment = ({ status }: Payment): boolean => OVER.includes(status);
/** A request begins a payment, or begins it anew: what the bank said of it before is still counted. */
export const requestedAgain = (
  before: Payment | undefined,
  asked: Pick<Payment, 'id' | 'requestedBy' | 'verifiedBy' | 'amount' | 'retained'>,
): Payment => ({
  ...{ status: 'requested', firstBy: '', approvedBy: '', endedBy: '', reported: undefined, undoing: undefined },
  ...{ reports: before?.reports ?? 0, objections: before?.objections ?? [] },
  ...{ reversals: before?.reversals ?? [], returns: before?.returns ?? 0 },
  ...asked,
});
