import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Folding } from '@junkan/kit/store/fold.ts';

type Present<State> = { readonly id: string; readonly version: number; readonly state: State };
type Absent = { readonly status: 'absent' };

/** Streams as they stand; without those of which nothing is recorded. */
export async function presentOf<Existing extends { readonly status: string }, Event>(
  store: EventStore,
  aggregate: Folding<Existing | Absent, Event>,
  ids: readonly string[],
): Promise<Present<Existing>[]> {
  const loaded = await Promise.all(ids.map(async (id) => ({ id, ...(await store.load(aggregate, id)) })));
  return loaded.flatMap(({ state, ...of }) => (state.status === 'absent' ? [] : [{ ...of, state: state as Existing }]));
}
