import type { Received } from '@junkan/kit/call.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { asking, type ProjectRegistry } from '../../../api/registry.ts';
import { agreements } from '../../../mapping.ts';

/** Who prepared the proposal that the proposer signs for; of no matter to a sponsor's signature. */
export async function preparedByOf(
  agreement: string,
  party: string,
  { store, projectRegistry }: { store: EventStore; projectRegistry: ProjectRegistry },
  call: Received,
): Promise<readonly string[]> {
  const { state } = await store.known(agreements, agreement);
  if (state.status === 'absent' || party !== state.proposer) return [];
  return (await projectRegistry.getProject({ id: state.project }, asking(call))).preparedBy;
}
