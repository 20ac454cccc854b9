import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { type Api, certifierOf, officerOf } from '@junkan/scripts/main-job/api.ts';
import { usd } from './parties.ts';

/** The limits of a city: some that were refused, and others that stand. Answers how they are read. */
export async function limitsOf(city: string, api: Api): Promise<readonly (readonly [OperationName, Parameters])[]> {
  const [officer, certifier] = [api.as(officerOf(city)), api.as(certifierOf(city))];
  const { id } = await officer.proposeLimits({}, { limits: [usd('10.00')] });
  await certifier.refuseLimits({ id }, { proposal: 1, note: 'Too low.' });
  await officer.proposeLimits({}, { limits: [usd('20.00')] });
  await certifier.approveLimits({ id }, { proposal: 2 });
  return [
    ['listApprovalRules', { counts: 'status', sort: '-updated', with: 'names', limit: 5 }],
    ['listApprovalRules', { organisation: city, status: 'standing' }],
    ['getApprovalRules', { id }],
    ['getApprovalRulesTimeline', { id }],
  ];
}
