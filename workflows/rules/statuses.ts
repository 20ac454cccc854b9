/** The statuses that the services give, as far as the rules know them. */
export const STATUSES = {
  project: [
    ...(['draft', 'submitted', 'more-information-required', 'eligible', 'ineligible', 'open', 'unfunded', 'funded', 'refused'] as const),
    ...(['approved', 'in-implementation', 'suspended', 'terminated', 'completed', 'closed', 'withdrawn'] as const),
  ],
  funding: ['open', 'target-reached', 'closed', 'approved', 'fell-short', 'cancelled'],
  offer: ['proposed', 'live', 'refused', 'accepted', 'declined', 'retracted', 'expired', 'approved', 'withdrawn', 'lapsed'],
  claim: ['none', 'reserved', 'committed', 'released'],
  agreement: ['draft', 'void', 'effective', 'suspended', 'terminating', 'terminated', 'ended'],
  measure: ['proposed', 'begun', 'effective', 'refused'],
  payment: ['requested', 'refused', 'approved', 'instructed', 'failed', 'settled'],
  milestone: ['scheduled', 'due', 'overdue', 'submitted', 'returned', 'verified', 'partially-met', 'rejected', 'waived', 'cancelled'],
  passport: ['requested', 'cleared', 'flagged', 'revoked', 'expired'],
} as const;

export type Holder = keyof typeof STATUSES;
/** What a later version of a service may say is `unrecognised`: nothing is done about it, since anything could be wrong. */
export type StatusOf<Of extends Holder> = (typeof STATUSES)[Of][number] | 'unrecognised';

export function statusOf<Of extends Holder>(of: Of, text: string): StatusOf<Of> {
  const known: readonly StatusOf<Of>[] = STATUSES[of];
  return known.find((status) => status === text) ?? 'unrecognised';
}
