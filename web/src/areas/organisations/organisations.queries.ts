import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { ReadPage } from '../../api/types.ts';
import { wholeOf } from '../../api/whole.ts';

const PAGE = 50;
const OF_ONE = 100;

export type Kind = 'proposers' | 'sponsors';
type Organisation = Schemas['Proposer'] | Schemas['Sponsor'];
type Listed = {
  readonly organisations: readonly Organisation[];
  readonly total: { readonly count: number; readonly more: boolean };
  readonly nextCursor?: string | undefined;
};

const askedBy = (q: string) => (q ? { q } : { sort: 'name' as const });

/** The whole list: for files. */
export const wholeOrganisations = (kind: Kind, q: string): ReadPage<Organisation> =>
  kind === 'sponsors'
    ? wholeOf('listSponsors', askedBy(q), ({ sponsors }) => sponsors)
    : wholeOf('listProposers', askedBy(q), ({ proposers }) => proposers);

export const organisationsQuery = (kind: Kind, q: string, cursor: string) =>
  queryOptions({
    queryKey: keys.list('organisations', { kind, q, cursor }),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Listed> => {
      const asked = { limit: PAGE, ...askedBy(q), ...(cursor ? { cursor } : {}) };
      if (kind === 'sponsors') {
        const { sponsors, ...more } = await api.operations.listSponsors(asked, { signal });
        return { organisations: sponsors, ...more };
      }
      const { proposers, ...more } = await api.operations.listProposers(asked, { signal });
      return { organisations: proposers, ...more };
    },
  });

export const projectsOfQuery = (proposer: string) =>
  queryOptions({
    queryKey: keys.list('projects', { proposer }),
    queryFn: ({ signal }) => api.operations.listProjects({ proposer, limit: OF_ONE, sort: '-updated' }, { signal }),
  });

/** All of a proposer's projects that whoever asks may know of: for files. */
export const wholeProjects = (proposer: string) =>
  wholeOf('listProjects', { proposer, sort: '-updated', with: 'names' }, ({ projects }) => projects);

export const mandatesOfQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('mandates', { sponsor }),
    queryFn: ({ signal }) => api.operations.listMandates({ sponsor, status: 'published,paused', limit: OF_ONE, sort: 'title' }, { signal }),
  });

export const passportOfQuery = (subject: string) =>
  queryOptions({
    queryKey: keys.list('passports', { subject }),
    queryFn: ({ signal }) => api.operations.listPassports({ subject, limit: 1 }, { signal }),
  });

export const accountsOfQuery = (organisation: string) =>
  queryOptions({
    queryKey: keys.list('bank-accounts', { organisation }),
    queryFn: ({ signal }) => api.operations.listBankAccounts({ organisation, limit: OF_ONE, sort: '-updated' }, { signal }),
  });

/** Published projects of a proposer, as everybody may see them. */
export const publishedOfQuery = (proposer: string) =>
  queryOptions({
    queryKey: keys.publicProjects({ proposer }),
    queryFn: ({ signal }) => api.operations.listPublicProjects({ proposer, limit: OF_ONE, sort: '-updated' }, { signal }),
  });

/** All of them: for files. */
export const wholePublishedOf = (proposer: string) =>
  wholeOf('listPublicProjects', { proposer, sort: '-updated', with: 'names' }, ({ projects }) => projects);

/** How sure the money of a proposer's published projects is. */
export const sumsOfQuery = (proposer: string) =>
  queryOptions({ queryKey: keys.totals({ proposer }), queryFn: ({ signal }) => api.operations.getPublicTotals({ proposer }, { signal }) });

/** Mandates of a sponsor that stand, as everybody may see them. */
export const standingOfQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('mandates', { sponsor, for: 'everybody' }),
    queryFn: ({ signal }) => api.operations.listPublicMandates({ sponsor, limit: OF_ONE, sort: 'title' }, { signal }),
  });
