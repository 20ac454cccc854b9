import type { EventStore } from './event-store.ts';

const ACCEPTED = new Error('The command is accepted.');

/** The same store, in which commands are decided and prepared, and nothing is recorded: for callers that have to know what would be refused. */
export const trialOf = (store: EventStore): EventStore => ({
  ...store,
  async execute(aggregate, request) {
    const prepare = async (): Promise<void> => {
      await request.prepare?.();
      throw ACCEPTED;
    };
    try {
      return await store.execute(aggregate, { ...request, prepare });
    } catch (error) {
      if (error !== ACCEPTED) throw error;
      const { state, version } = await store.load(aggregate, request.stream);
      return { ok: true, version, status: aggregate.statusOf(state), state, repeated: true };
    }
  },
});
