import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { type Api, approverOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { usd } from './actors.ts';

/** The limits of a sponsor: some that were refused, and others that stand. Answers how they are read. */
export async function limitsOf(sponsor: string, api: Api): Promise<readonly (readonly [OperationName, Parameters])[]> {
  const [officer, decider] = [api.as(sponsorOfficerOf(sponsor)), api.as(approverOf(sponsor))];
  const { id } = await officer.proposeLimits({}, { limits: [usd('10.00')] });
  await decider.refuseLimits({ id }, { proposal: 1, note: 'Too low.' });
  await officer.proposeLimits({}, { limits: [usd('20.00')] });
  await decider.approveLimits({ id }, { proposal: 2 });
  return [
    ['listApprovalRules', { counts: 'status', sort: '-updated', with: 'names', limit: 5 }],
    ['listApprovalRules', { organisation: sponsor, status: 'standing' }],
    ['getApprovalRules', { id }],
    ['getApprovalRulesTimeline', { id }],
  ];
}
