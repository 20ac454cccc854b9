import { useSuspenseQuery } from '@tanstack/react-query';
import * as c from '#messages/calls';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';

const MOST = 500;
export type Named = Pick<Schemas['CallAnswer'], 'amount'> & {
  /** The project with its city: two projects may have one title. */
  readonly called: string;
};

/** The answers to a call that the reader may know, by their ids. */
export function useAnswers(call: string): ReadonlyMap<string, Named> {
  const { data } = useSuspenseQuery({
    queryKey: keys.list('answers', { call, of: 'titles' }),
    queryFn: ({ signal }) => api.operations.listAnswers({ call, limit: MOST, with: 'names' }, { signal }),
  });
  const { answers, names = {} } = data;
  return new Map(
    answers.map(({ id, title = '', city, amount }) => [id, { amount, called: c.ofCity({ title, city: names[city]?.text ?? city }) }]),
  );
}
