import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';

const PAGE = 50;

/** The states of offers, by what is still to come of them. */
export const STATES = {
  open: ['proposed', 'live'],
  held: ['accepted', 'approved'],
  ended: ['refused', 'declined', 'retracted', 'expired', 'withdrawn', 'lapsed'],
} as const;
export type State = keyof typeof STATES;

const askedBy = (state: State) => ({
  status: STATES[state].join(','),
  with: 'names',
  sort: state === 'open' ? ('due' as const) : ('-updated' as const),
});

/** The whole list: for files. */
export const wholeOffers = (state: State) => wholeOf('findOffers', askedBy(state), ({ offers }) => offers);

/** A sponsor's own offers, those made to a city, or for overseers all. */
export const offersQuery = (state: State, cursor: string) =>
  queryOptions({
    queryKey: keys.list('offers', { state, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.findOffers({ ...askedBy(state), counts: 'status', limit: PAGE, ...(cursor ? { cursor } : {}) }, { signal }),
  });
