import { approver, approverOf, checker, maker, secondApproverOf, secondChecker } from '../api.ts';
import type { Base } from './base.ts';

type Part = { readonly tranche: number; readonly sponsor: string };

/** Parts of tranches that one person holds, and another releases. */
export const holding = (base: Base) => ({
  /**
   * Finance and the sponsor each place a hold on a part before it is requested, for different reasons; each hold is released separately.
   */
  async heldByTwo(agreement: string, part: Part): Promise<void> {
    const sponsors = [approverOf(part.sponsor), secondApproverOf(part.sponsor)] as const;
    await base.as(maker).holdPayment({ id: agreement }, { ...part, reason: 'documents-missing', note: 'Two invoices are not there.' });
    await base.as(sponsors[0]).holdPayment({ id: agreement }, { ...part, reason: 'account-in-doubt', note: 'Whose account is it?' });
    await base.as(checker).releaseHold({ id: agreement, number: 1 }, { reason: 'documents-received', note: 'Both invoices have come.' });
    await base.as(sponsors[1]).releaseHold({ id: agreement, number: 2 }, { reason: 'account-confirmed', note: 'The bank knows it.' });
  },
  /** A requested payment is put on hold, and continues once the secretariat’s approver has released it. */
  async heldAsRequested(agreement: string, part: Part): Promise<void> {
    await base.as(maker).requestPayment({ id: agreement }, part);
    await base.as(secondChecker).holdPayment({ id: agreement }, { ...part, reason: 'sanctions-check', note: 'A name is on a list.' });
    await base.as(approver).releaseHold({ id: agreement, number: 3 }, { reason: 'cleared', note: 'It is another person of that name.' });
  },
});
