import { useSuspenseQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';

const MOST = 500;
export type Answer = Schemas['CallAnswer'];

/** The answers to a call that the reader may know, by their ids. */
export function useAnswers(call: string): ReadonlyMap<string, Answer> {
  const { data } = useSuspenseQuery({
    queryKey: keys.list('answers', { call, of: 'titles' }),
    queryFn: ({ signal }) => api.operations.listAnswers({ call, limit: MOST }, { signal }),
  });
  return new Map(data.answers.map((answer) => [answer.id, answer]));
}
