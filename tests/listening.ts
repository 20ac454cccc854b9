import { type Connection, connect, type Wanted } from '@junkan/client/client.ts';
import type { Heard } from '@junkan/client/listen.ts';

export type Listener = {
  readonly heard: readonly Heard[];
  /** `stream@version` of each event, in the order of arrival. */
  ids(): string[];
  cursor(): string;
  stop(): Promise<void>;
};

/** Gathers what somebody hears, over one connection or as many as it takes. Resolves once the first is open. */
export async function listener(
  connection: Connection,
  { cursor = '', ...wanted }: Pick<Wanted, 'cursor' | 'project'> = {},
): Promise<Listener> {
  const heard: Heard[] = [];
  const stopping = new AbortController();
  const opened = Promise.withResolvers<void>();
  const { listen } = connect(connection).operations;
  const collecting = (async () => {
    for await (const each of listen({ ...wanted, cursor, signal: stopping.signal, onOpen: opened.resolve })) heard.push(each);
  })();
  collecting.catch(opened.reject);
  await opened.promise;
  return {
    heard,
    ids: () => heard.map(({ event }) => `${event.id}@${event.version}`),
    cursor: () => heard.at(-1)?.cursor ?? cursor,
    async stop() {
      stopping.abort();
      await collecting;
    },
  };
}
