import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';

const MANY = 500;

/** All of them: for files. */
export const wholeMandates = (sponsor: string) => wholeOf('listMandates', { sponsor, sort: 'title' }, ({ mandates }) => mandates);

export const mandatesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('mandates', { sponsor }),
    queryFn: ({ signal }) => api.operations.listMandates({ sponsor, sort: 'title', limit: MANY }, { signal }),
  });

/** How many projects fit a mandate, and how many miss one condition. */
export const fitsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'fits'),
    queryFn: ({ signal }) => api.operations.findProjects({ id, limit: 1, near: 'true' }, { signal }),
  });
