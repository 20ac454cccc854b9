import type { Received } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import type { DueDiligence } from '../project.ts';

export type Sponsors = Pick<Client<typeof SponsorQueryServiceService>, 'passportOf'>;

/** What approvals go by: what due diligence on a proposer has come to. */
export async function dueDiligenceOf(sponsors: Sponsors, proposer: string, call: Received): Promise<DueDiligence> {
  const { status, level, validUntil, stops } = await sponsors.passportOf({ subject: proposer }, call);
  return { passport: status, level, validUntil, stops };
}
