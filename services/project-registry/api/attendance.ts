import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { notFound } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Presence } from '@junkan/kit/store/presence.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { milestones, projects } from '../mapping.ts';

type Parts = { readonly store: EventStore; readonly presence: Presence };

/** Who is working on a proposal or a report is visible to those who may write it: for all others the draft does not exist. */
export function attend({ store, presence }: Parts): Handlers<typeof ProjectQueryServiceService>['attend'] {
  return async ({ item, leaves }, { actor: { person, organisation } }) => {
    if ((await proposerOf(store, item)) !== organisation) throw notFound(item.startsWith('mst_') ? 'Milestone' : 'Project', item);
    const others = await presence.attend(item, person, leaves);
    return { others: others.map((other) => ({ person: other })) };
  };
}

async function proposerOf(store: EventStore, item: string): Promise<string | undefined> {
  if (item.startsWith('mst_')) {
    const { state } = await store.load(milestones, idOf('mst', item, 'item'));
    return state.status === 'absent' ? undefined : state.terms.proposer;
  }
  const { state } = await store.load(projects, idOf('prj', item, 'item'));
  return state.status === 'absent' ? undefined : state.proposer;
}
