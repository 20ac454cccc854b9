import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { permissionsMessage, whereKnown } from '@junkan/kit/grpc/permissions.ts';
import { isAllowed } from '@junkan/kit/pure/permissions.ts';
import type { Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/matching/v1/language.ts';
import { BODIES } from '../mapping.ts';
import { roundOn } from '../questions/api/questions.ts';
import type { State as Questions } from '../questions/questions.ts';
import { questionActs } from '../questions/questions-acts.ts';
import type { FundingRound } from '../rounds/funding.ts';
import { CLEAR, fundingActs } from '../rounds/funding-acts.ts';
import type { Facts } from './facts.ts';

export type PermissionParts = {
  readonly clock: PolicyClock;
  readonly facts: Pick<Facts, 'dueDiligenceOf'>;
  readonly reopenedDays: number;
};

/** What the caller may do with a round and its offers. Due diligence is looked up only if nothing else prevents an approval. */
export async function permittedWith(
  { clock, facts, reopenedDays }: PermissionParts,
  state: FundingRound,
  call: Received,
): Promise<Permissions> {
  const known = { now: clock.now(), reopenedDays, dueDiligence: CLEAR };
  const best = fundingActs.permissions(state, known, BODIES, call.actor);
  if (!isAllowed(best, 'approveOffer')) return permissionsMessage(best, REJECTIONS);
  const dueDiligence = await whereKnown(facts.dueDiligenceOf(state.proposer, call));
  return dueDiligence === 'out-of-reach'
    ? permissionsMessage(best, REJECTIONS, { approveOffer: 'due-diligence' })
    : permissionsMessage(fundingActs.permissions(state, { ...known, dueDiligence }, BODIES, call.actor), REJECTIONS);
}

/** What the caller may do with the questions of a round. */
export const permittedWithQuestions = (
  { clock }: PermissionParts,
  funding: string,
  { round, questions }: { readonly round: FundingRound; readonly questions: Questions },
  { actor }: Received,
): Permissions =>
  permissionsMessage(questionActs.permissions(questions, { on: roundOn(funding, round), now: clock.now() }, BODIES, actor), REJECTIONS);
