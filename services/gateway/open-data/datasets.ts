import type { Call } from '@junkan/kit/call.ts';
import { z } from 'zod';
import type { About } from '../http/describe.ts';

/** A list that everybody may read, as open data. */
export type Dataset = {
  /** As in the address of the list: `projects`, `results-rows`. */
  readonly name: string;
  readonly summary: string;
  /** Of the list, page by page. */
  readonly path: string;
  /** The field of an answer that holds the rows, and what a row is. */
  readonly field: string;
  readonly row: z.ZodType;
  page(cursor: string, call: Call): Promise<object>;
};

type Made<Query> = {
  readonly path: string;
  readonly about: About;
  readonly query: z.ZodType<Query>;
  readonly ask: (asked: { readonly query: Query; readonly call: Call }) => Promise<object>;
};

const PAGE = '500';

/** What a public route answers page by page, without being asked for anything, is a dataset as a whole. */
export function datasetOf<Query>({ path, about: { summary, answers }, query, ask }: Made<Query>): Dataset[] {
  const isWhole = query.safeParse({ limit: PAGE, cursor: '' }).success;
  if (!isWhole || !(answers instanceof z.ZodObject) || !('nextCursor' in answers.shape)) return [];
  const [list, ...others] = Object.entries<unknown>(answers.shape).flatMap(([field, of]) =>
    of instanceof z.ZodArray ? [{ field, row: of.element as z.ZodType }] : [],
  );
  if (!list || others.length > 0) throw new Error(`${path} answers page by page, and not one list`);
  const name = path.replace('/public/', '').replaceAll('/', '-');
  return [{ name, summary, path, ...list, page: (cursor, call) => ask({ query: query.parse({ limit: PAGE, cursor }), call }) }];
}
