import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { type Api, approverOf, deputyOf, nameOf, secondApproverOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';

const DAY_MS = 86_400_000;

/** From today for so many days of the policy. */
export async function daysFrom(api: Api, days = 1): Promise<{ firstDay: string; lastDay: string }> {
  const { now } = await settled(api);
  const lastDay = new Date(Date.parse(now) + (days - 1) * DAY_MS).toISOString().slice(0, 10);
  return { firstDay: now.slice(0, 10), lastDay };
}

/** A role of a sponsor that its approver has given to a deputy for some days, and another approver has confirmed. */
export async function delegatedBy(sponsor: string, api: Api, days = 1): Promise<string> {
  const terms = { role: 'sponsor.approver', takenBy: nameOf(deputyOf(sponsor)), ...(await daysFrom(api, days)) } as const;
  const { id } = await api.as(approverOf(sponsor)).delegateRole({}, { ...terms, note: 'On leave.' });
  const { delegations = [] } = await api.as(approverOf(sponsor)).getDelegations({ id });
  await api.as(secondApproverOf(sponsor)).confirmDelegation({ id }, { delegation: delegations.length });
  return id;
}

/** What a sponsor has delegated: once confirmed, and ended. Answers how it is read. */
export async function delegationsOf(sponsor: string, api: Api): Promise<readonly (readonly [OperationName, Parameters])[]> {
  const id = await delegatedBy(sponsor, api);
  await api.as(approverOf(sponsor)).endDelegation({ id }, { delegation: 1, note: 'Back again.' });
  return [
    ['listDelegations', { counts: 'status', sort: '-updated', with: 'names', limit: 5 }],
    ['listDelegations', { organisation: sponsor, status: 'standing' }],
    ['getDelegations', { id }],
    ['getDelegationsTimeline', { id }],
  ];
}
