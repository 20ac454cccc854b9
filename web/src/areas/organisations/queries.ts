import { queryOptions } from '@tanstack/react-query';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { wholeOf } from '../../base/api/whole.ts';

const OF_ONE = 100;

export const projectsOfQuery = (proposer: string) =>
  queryOptions({
    queryKey: keys.list('projects', { proposer }),
    queryFn: ({ signal }) => api.operations.listProjects({ proposer, limit: OF_ONE, sort: '-updated' }, { signal }),
  });

/** All projects of a proposer that the reader may know of: for files. */
export const wholeProjects = (proposer: string) =>
  wholeOf('listProjects', { proposer, sort: '-updated', with: 'names' }, ({ projects }) => projects);

export const mandatesOfQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('mandates', { sponsor }),
    queryFn: ({ signal }) => api.operations.listMandates({ sponsor, status: 'published,paused', limit: OF_ONE, sort: 'title' }, { signal }),
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
