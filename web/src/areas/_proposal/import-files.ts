import { fileOf } from '../../exports/files.ts';
import { FIELDS, PROJECT_COLUMNS } from '../../exports/proposal-columns.ts';
import { readmeOf } from '../../exports/readme.ts';
import { save } from '../../exports/save.ts';

/** What each column of a file of projects means. */
export const explain = async (): Promise<void> => save(await readmeOf('projects', PROJECT_COLUMNS), 'projects-README.txt');

/** A file with all columns, and no project. */
export async function empty(): Promise<void> {
  const columns = FIELDS.map(({ key }) => ({ key, value: () => undefined }));
  save(await fileOf('csv', { columns, rows: [], names: {} }), 'projects-empty.csv');
}
