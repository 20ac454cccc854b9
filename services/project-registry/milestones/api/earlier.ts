import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { milestones } from '../../mapping.ts';
import type { Earlier } from '../milestone.ts';

/** The milestones before this one, with when each was judged or closed. */
export async function earlierThan(store: EventStore, milestone: string): Promise<Earlier[]> {
  const { state } = await store.known(milestones, milestone);
  if (state.status === 'absent') return [];
  const { agreement, number } = state.terms;
  const numbers = Array.from({ length: number - 1 }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (each): Promise<Earlier> => {
      const id = idFrom(...milestoneIdParts(agreement, each));
      const [found, commits] = await Promise.all([store.load(milestones, id), store.history(id)]);
      const judged = commits.find(({ events }) => events.some(({ type }) => FINISHING.includes(type)));
      return { number: each, judgedAt: judged?.at ?? '', rest: 'rest' in found.state ? found.state.rest : '' };
    }),
  );
}

const FINISHING = ['MilestoneVerified', 'MilestoneRejected', 'MilestoneWaived', 'MilestoneCancelled'];
