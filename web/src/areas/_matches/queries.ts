import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import type { ReadPage } from '../../base/api/types.ts';
import { wholeOf } from '../../base/api/whole.ts';

const route = getRouteApi('/members/matches');
export type MatchesSearch = ReturnType<typeof route.useSearch>;

/** What filters the list, without what is shown of it. */
export const FILTERS = ['mandate', 'country', 'theme', 'q'] as const;
export type Filter = (typeof FILTERS)[number];

export const valuesOf = (given: string | undefined): string[] => (given === undefined || given === '' ? [] : given.split(','));
export const MAX_COMPARED = 4;

/** With a value more, or without it where it is there. */
export function toggled(given: string | undefined, value: string): string | undefined {
  const values = valuesOf(given);
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return next.length > 0 ? next.join(',') : undefined;
}

const PAGE = 50;
const MANY = 100;
const LARGEST = 200;

const askedBy = (search: MatchesSearch) => ({
  ...Object.fromEntries(FILTERS.flatMap((filter) => (search[filter] ? [[filter, search[filter]]] : []))),
  ...(search.near ? { near: 'true' as const } : {}),
  with: 'names',
});

/** The whole list: for files. */
export const wholeMatches = (search: MatchesSearch) =>
  wholeOf('listMatches', { ...askedBy(search), limit: LARGEST }, ({ projects }) => projects);

/** What a file has of the mandates that a project fits, and then of those that it nearly fits. */
export const wholeMandatesFor = (project: string): ReadPage<Schemas['Match']> =>
  wholeOf('findSponsors', { id: project, limit: MANY, near: 'true', with: 'names' }, ({ matches, nearMisses = [] }) => [
    ...matches,
    ...nearMisses,
  ]);

export function matchesQuery(search: MatchesSearch) {
  const query = { ...askedBy(search), ...(search.cursor ? { cursor: search.cursor } : {}), limit: PAGE };
  return queryOptions({
    queryKey: keys.list('matches', query),
    // While another answer comes, the one that is there stays.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.operations.listMatches(query, { signal }),
  });
}

export const explanationQuery = (mandate: string, project: string) =>
  queryOptions({
    queryKey: keys.part(project, `match/${mandate}`),
    queryFn: ({ signal }) => api.operations.explainMatch({ id: mandate, project, with: 'names' }, { signal }),
  });

/** The mandates that a project fits, and those of which it misses one condition. */
export const mandatesQuery = (project: string) =>
  queryOptions({
    queryKey: keys.part(project, 'matches'),
    queryFn: ({ signal }) => api.operations.findSponsors({ id: project, limit: MANY, near: 'true', with: 'names' }, { signal }),
  });

/** The newest round of a project; none where it has not sought sponsors. */
export const roundQuery = (project: string) =>
  queryOptions({
    queryKey: keys.part(project, 'round'),
    queryFn: async ({ signal }) =>
      (await api.operations.findFundings({ project, sort: '-created', limit: 1 }, { signal })).fundings[0] ?? null,
  });

/** How many mandates of a sponsor are not in force, by their status. */
export const notInForceQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('mandates', { sponsor, of: 'not-in-force' }),
    queryFn: ({ signal }) => api.operations.listMandates({ sponsor, status: 'paused,retired', limit: 1, counts: 'status' }, { signal }),
  });
