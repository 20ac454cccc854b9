import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Places } from '../../forms/commands.ts';
import { api, type BodyOf } from './client.ts';
import { keys } from './keys.ts';

// The person's own data: settings, notices, saved searches. It binds nobody, so it needs no form that explains it.

const NEWEST = 30;

export const settingsQuery = queryOptions({
  queryKey: keys.own('settings'),
  queryFn: ({ signal }) => api.operations.getSettings({ with: 'names' }, { signal }),
});

export const searchesQuery = queryOptions({
  queryKey: keys.own('searches'),
  queryFn: ({ signal }) => api.operations.listSearches({}, { signal }),
});

/** The notices of the signed-in person, the newest first. */
export const noticesQuery = (isUnread: boolean) =>
  infiniteQueryOptions({
    queryKey: keys.list('notices', { isUnread }),
    queryFn: ({ pageParam, signal }) => api.operations.listNotices(asked(isUnread, pageParam), { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const asked = (isUnread: boolean, cursor: string) => ({
  ...({ limit: NEWEST, with: 'names' } as const),
  ...(isUnread ? ({ unread: 'true' } as const) : {}),
  ...(cursor === '' ? {} : { cursor }),
});

const NEWS = 5;

/** The newest of what was not read. */
export const newsQuery = queryOptions({
  queryKey: keys.list('notices', { newest: NEWS }),
  queryFn: ({ signal }) => api.operations.listNotices({ ...asked(true, ''), limit: NEWS }, { signal }),
});

/** How much of it was not read. */
export const unreadQuery = queryOptions({
  queryKey: keys.own('unread'),
  queryFn: async ({ signal }) => (await api.operations.listNotices({ unread: 'true', limit: 1 }, { signal })).unread,
});

type OwnName = 'changeSettings' | 'muteNotices' | 'readNotices' | 'saveSearch' | 'changeSearch' | 'removeSearch';
type Sent<Name extends OwnName> = { readonly body: BodyOf<Name>; readonly places?: Places };
type Send<Name extends OwnName> = (places: Places, body: BodyOf<Name>) => Promise<unknown>;

/** Changes what is one's own; what was read of it is read again. */
export function useOwn<Name extends OwnName>(name: Name) {
  const queries = useQueryClient();
  return useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: ({ body, places = {} }: Sent<Name>) => (api.operations[name] as unknown as Send<Name>)(places, body),
    onSuccess: () =>
      Promise.all([keys.own(), keys.session, keys.list('notices')].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
