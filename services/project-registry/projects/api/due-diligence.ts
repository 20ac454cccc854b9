import type { Received } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { proposers } from '../../mapping.ts';
import { renamedTo } from '../../proposers/proposer.ts';
import type { DueDiligence } from '../project.ts';

export type Sponsors = Pick<Client<typeof SponsorQueryServiceService>, 'passportOf'>;
type Parts = { readonly sponsors: Sponsors; readonly store: Pick<EventStore, 'load'> };

/** What approvals go by: what due diligence on a proposer has come to. */
export async function dueDiligenceOf({ sponsors, store }: Parts, proposer: string, call: Received): Promise<DueDiligence> {
  const { state } = await store.load(proposers, proposer);
  const { status, level, validUntil, stops } = await sponsors.passportOf({ subject: proposer, renamedTo: renamedTo(state) }, call);
  return { passport: status, level, validUntil, stops };
}
