import { queryOptions } from '@tanstack/react-query';
import { api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';

/** A chosen place; its name is for the reader. */
export type Chosen = { readonly id: string; readonly name: string; readonly country: string };

/** A place as drafts keep it; '' is none. */
export const chosenOf = (kept: string): Chosen | undefined => (kept === '' ? undefined : (JSON.parse(kept) as Chosen));

const SHORTEST = 2;
/** Places whose names begin so, in a country; none before enough is typed. */
export const placesQuery = (q: string) =>
  queryOptions({
    queryKey: keys.list('places', { q }),
    enabled: q.trim().length >= SHORTEST,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.operations.findPlaces({ q: q.trim() }, { signal }),
  });
