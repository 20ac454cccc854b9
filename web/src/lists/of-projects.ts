import type { ReadPage, Schemas } from '../base/api/types.ts';
import type { Exported } from '../exports/columns.ts';
import type { ProjectRow } from '../exports/proposal-columns.ts';

const written = () => import('../exports/proposal-columns.ts');

/** A list of projects as a file; what writes it comes with the first that is wanted. */
export const ofProjects = (page: ReadPage<Schemas['Project']>): Pick<Exported<ProjectRow>, 'columns' | 'page'> => ({
  columns: async () => (await written()).PROJECT_COLUMNS,
  page: async (cursor, signal) => (await written()).inRows(page)(cursor, signal),
});
