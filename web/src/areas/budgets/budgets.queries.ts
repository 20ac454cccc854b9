import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { ReadPage } from '../../api/types.ts';
import { wholeOf } from '../../api/whole.ts';
import type { Funded } from '../../exports/money-columns.ts';
import type { EnvelopesSearch } from './envelopes.search.ts';

const MANY = 500;
const PAGE = 50;
const TAKEN = { status: 'accepted,approved', sort: '-updated', with: 'names' } as const;

export const envelopesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('envelopes', { sponsor }),
    queryFn: ({ signal }) => api.operations.listEnvelopes({ id: sponsor, limit: MANY }, { signal }),
  });

/** All of them: for files. */
export const wholeEnvelopes = (sponsor: string) => wholeOf('listEnvelopes', { id: sponsor }, ({ envelopes }) => envelopes);

function askedBy({ sponsor, sort }: EnvelopesSearch) {
  return { ...(sponsor ? { sponsor } : {}), sort: sort ?? ('due' as const), with: 'names' };
}

/** Those of all sponsors, for overseers: for files. */
export const wholeOfAll = (search: EnvelopesSearch) => wholeOf('findEnvelopes', askedBy(search), ({ envelopes }) => envelopes);

export const allEnvelopesQuery = (search: EnvelopesSearch) =>
  queryOptions({
    queryKey: keys.list('envelopes', { search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const page = { limit: PAGE, counts: 'sponsor', ...(search.cursor ? { cursor: search.cursor } : {}) };
      return api.operations.findEnvelopes({ ...askedBy(search), ...page }, { signal });
    },
  });

/** The money of a sponsor by how sure it is. */
export const stagesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('stages', { sponsor }),
    queryFn: ({ signal }) => api.operations.getPortfolio({ sponsor }, { signal }),
  });

/** Offers of a sponsor that were taken, and where they led to. */
export const fundedQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('funded', { sponsor }),
    queryFn: async ({ signal }) => {
      const [offers, agreements] = await Promise.all([
        api.operations.findOffers({ sponsor, ...TAKEN, limit: MANY }, { signal }),
        api.operations.listAgreements({ sponsor, limit: MANY }, { signal }),
      ]);
      return { ...offers, agreements: agreements.agreements };
    },
  });

/** The agreement of the round in which the offer was made; a void one only where there is no other. */
export const latestOf = (
  agreements: readonly Schemas['Agreement'][],
  { funding }: Schemas['FoundOffer'],
): Schemas['Agreement'] | undefined => {
  const own = agreements.filter((agreement) => agreement.funding === funding);
  return own.find(({ status }) => status !== 'void') ?? own[0];
};

/** All offers that were taken, each with its agreement: for files. */
export const wholeFunded =
  (sponsor: string): ReadPage<Funded> =>
  async (cursor, signal) => {
    const agreements: Schemas['Agreement'][] = [];
    const read = wholeOf('listAgreements', { sponsor }, (answer) => answer.agreements);
    for (let from: string | undefined = ''; from !== undefined; ) {
      const { rows, next }: Awaited<ReturnType<typeof read>> = await read(from, signal);
      agreements.push(...rows);
      from = next;
    }
    const page = await wholeOf('findOffers', { sponsor, ...TAKEN }, ({ offers }) => offers)(cursor, signal);
    return { ...page, rows: page.rows.map((offer) => ({ ...offer, agreement: latestOf(agreements, offer) })) };
  };
