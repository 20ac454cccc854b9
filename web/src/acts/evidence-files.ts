/** What evidence may be, by the ends of its files’ names: browsers do not agree about the types of some. */
const TYPES: Readonly<Record<string, string | undefined>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
};
export const ACCEPTED = Object.keys(TYPES)
  .map((end) => `.${end}`)
  .join(',');
export const MAX_MEGABYTES = 25;
const MEGABYTE = 1024 * 1024;

export type Unfit = 'empty' | 'large' | 'other';

export const typeOf = ({ name }: { readonly name: string }): string | undefined => TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''];

/** Why a file is not taken, before anything of it is sent. */
export function unfitOf(file: { readonly name: string; readonly size: number }): Unfit | undefined {
  if (typeOf(file) === undefined) return 'other';
  if (file.size === 0) return 'empty';
  return file.size > MAX_MEGABYTES * MEGABYTE ? 'large' : undefined;
}
