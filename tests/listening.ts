import { type Heard, listen } from '@junkan/client/listen.ts';
import type { Parameters } from '@junkan/client/operations.ts';
import { urlOf } from './http.ts';

export type Listener = {
  readonly heard: readonly Heard[];
  /** `stream@version` of each event, in the order of arrival. */
  ids(): string[];
  cursor(): string;
  stop(): Promise<void>;
};

/** Gathers what somebody hears, over one connection or as many as it takes. Resolves once the first is open. */
export async function listener(
  address: string,
  token: () => Promise<string>,
  { cursor = '', query = {} }: { cursor?: string; query?: Parameters } = {},
): Promise<Listener> {
  const heard: Heard[] = [];
  const stopping = new AbortController();
  const opened = Promise.withResolvers<void>();
  const open = async (from: string): Promise<Response> => {
    const headers = { authorization: `Bearer ${await token()}`, ...(from === '' ? {} : { 'last-event-id': from }) };
    const response = await fetch(urlOf(address, 'listen', query), { headers, signal: stopping.signal });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    opened.resolve();
    return response;
  };
  const gathering = (async () => {
    for await (const each of listen({ open, cursor, signal: stopping.signal })) heard.push(each);
  })();
  gathering.catch(opened.reject);
  await opened.promise;
  return {
    heard,
    ids: () => heard.map(({ event }) => `${event.id}@${event.version}`),
    cursor: () => heard.at(-1)?.cursor ?? cursor,
    async stop() {
      stopping.abort();
      await gathering;
    },
  };
}
