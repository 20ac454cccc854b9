import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, api, type BodyOf, type OperationName, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { isStale, NoConnection } from '../base/api/problems.ts';
import { isOnline } from '../base/parts/online.ts';
import type { Draft } from './drafts.ts';

export type CommandName = Schemas['Permission']['operation'] & OperationName;
/** The ids in the path of a command. */
export type Places = Readonly<Record<string, string | number>>;
export type Sent<Name extends CommandName> = { readonly body: BodyOf<Name>; readonly version?: number | undefined };
type Send<Name extends CommandName> = (
  places: Places,
  body: BodyOf<Name>,
  sending: { key: string; correlationId: string; version?: number | undefined; signal: AbortSignal },
) => Promise<AnswerOf<Name>>;

/** So many of one's own acts are known by what they are called. */
const MANY = 20;

/**
 * The only way to a binding act: it is sent under the number that its draft keeps, so that a double click, a lost answer and a reload are
 * one act. Everything that was read before is read again.
 */
export function useCommand<Name extends CommandName>(name: Name, places: Places, draft: Draft) {
  const queries = useQueryClient();
  return useMutation({
    // A binding act is never queued: without a network it is refused immediately.
    networkMode: 'always',
    retry: false,
    mutationFn: async ({ body, version }: Sent<Name>): Promise<AnswerOf<Name>> => {
      if (!isOnline()) throw new NoConnection();
      const send = api.operations[name] as unknown as Send<Name>;
      const key = await draft.keyOf(body);
      // By it what follows is known to be one's own.
      queries.setQueryData<readonly string[]>(keys.chains, (before = []) => [...before.slice(-MANY), key]);
      return whileOnline((signal) => send(places, body, { key, correlationId: key, version, signal }));
    },
    async onError(error) {
      if (isStale(error)) await queries.invalidateQueries({ queryKey: keys.item(String(places['id'])) });
    },
    async onSuccess() {
      await draft.drop();
      await queries.invalidateQueries();
    },
  });
}

/** Gives up as soon as the connection is lost, so that nothing is repeated by itself once it is back. */
async function whileOnline<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  const lost = new AbortController();
  const giveUp = (): void => lost.abort();
  window.addEventListener('offline', giveUp);
  try {
    return await ask(lost.signal);
  } finally {
    window.removeEventListener('offline', giveUp);
  }
}
