import { plusDays } from '@junkan/kit/pure/dates.ts';
import { statusOf } from '../activities/statuses.ts';
import { nextOfFunding } from '../rules/funding.ts';
import type { AgreementView, ClaimStatus, FundingView, OfferView } from '../rules/funding-view.ts';
import { policy } from './small-fakes.fixture.ts';

export const now = '2026-11-24T12:00:00.000Z';
export const deadline = plusDays(now, 90);
export const approvalDue = plusDays(now, 30);
export const signingDue = plusDays(now, 14);
export const closingDue = plusDays(now, 50);
const nothing = new Set<string>();

export const offer = (status: string, claim: ClaimStatus, change: Partial<OfferView> = {}): OfferView => ({
  id: 'off_a',
  status: statusOf('offer', status),
  sponsor: 'spo_a',
  envelope: 'env_a',
  amount: '500',
  currency: 'USD',
  terms: 1,
  claim,
  side: 'sponsor',
  expiresAt: '',
  ...change,
});
export const project = (status: string) => ({
  status: statusOf('project', status),
  round: 1,
  approvalDue,
  closingDue,
  deadline,
  proposer: 'org_city',
});
export const funding = (status: string, ...offers: OfferView[]) => ({ status: statusOf('funding', status), deadline, offers, reopened: 0 });
export const agreement = (status: string, change: Partial<AgreementView> = {}): AgreementView => ({
  status: statusOf('agreement', status),
  paidInFull: false,
  signingDue,
  draft: 1,
  proposer: 'org_city',
  declinedBy: '',
  declined: [],
  unsigned: ['org_city', 'spo_a'],
  unspent: [],
  measure: 0,
  endsEarly: status === 'terminating' || status === 'terminated',
  ...change,
});
export const next = (view: Omit<FundingView, 'now' | 'policy'>, at = now, sent: ReadonlySet<string> = nothing) =>
  nextOfFunding(1, { now: at, policy, ...view }, sent);
