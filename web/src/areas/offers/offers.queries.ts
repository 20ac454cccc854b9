import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

const PAGE = 50;

/** The states of offers, by what is still to come of them. */
export const STATES = {
  open: ['proposed', 'live'],
  held: ['accepted', 'approved'],
  ended: ['refused', 'declined', 'retracted', 'expired', 'withdrawn', 'lapsed'],
} as const;
export type State = keyof typeof STATES;

/** A sponsor's own offers, those made to a city, or for overseers all. */
export const offersQuery = (state: State, cursor: string) =>
  queryOptions({
    queryKey: keys.list('offers', { state, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.findOffers(
        {
          ...{ status: STATES[state].join(','), counts: 'status', with: 'names', limit: PAGE },
          sort: state === 'open' ? 'due' : '-updated',
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });
