import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { MovedEnd } from '../rules/funding-view.ts';
import type { StatusOf } from '../rules/statuses.ts';
import type { Calls } from './calling.ts';
import type { Services } from './parts.ts';

/** Whether payments of an agreement still go by the periods of its budgets. A draft is signed as it was made. */
const GOES_BY_PERIODS: Readonly<Record<StatusOf<'agreement'>, boolean>> = {
  draft: false,
  void: false,
  effective: true,
  suspended: true,
  terminating: true,
  terminated: true,
  ended: false,
  unrecognised: false,
};

/** The shares whose budgets are paid out until a later day than the agreement knows of. */
export async function movedEndsOf(
  { 'sponsor-registry': sponsors }: Services,
  { shares }: Agreement,
  status: StatusOf<'agreement'>,
  query: Calls['query'],
): Promise<MovedEnd[]> {
  if (!GOES_BY_PERIODS[status]) return [];
  const bounded = shares.filter(({ periodEnd }) => periodEnd !== '');
  const found = await Promise.all(
    bounded.map(async (share) => {
      const envelopes = [...new Set(paidPartsOf(share).map(({ envelope }) => envelope))];
      const budgets = await Promise.all(envelopes.map((envelope) => sponsors.envelopeBalance({ envelope, offers: ['none'] }, query)));
      const [periodEnd = ''] = budgets.flatMap((budget) => budget.periodEnd || []).toSorted();
      return periodEnd > share.periodEnd ? [{ sponsor: share.sponsor, periodEnd }] : [];
    }),
  );
  return found.flat();
}
