import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../../base/api/client.ts';
import { keys } from '../../../base/api/keys.ts';
import type { ReadPage } from '../../../base/api/types.ts';
import { wholeOf } from '../../../base/api/whole.ts';
import { locale } from '../../../base/parts/locale.ts';

export type Signatory = Schemas['Signatory'];
export type Obligation = Schemas['Obligation'];
export type Declaration = Schemas['CitiesDeclaration'];
export type Version = Declaration['versions'][number];

export type All<Row> = { readonly rows: readonly Row[]; readonly names: Schemas['Names'] };

/** All rows of a list, page after page. */
async function allOf<Row>(page: ReadPage<Row>, signal: AbortSignal): Promise<All<Row>> {
  const rows: Row[] = [];
  const names = {};
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    const read: Awaited<ReturnType<ReadPage<Row>>> = await page(cursor, signal);
    rows.push(...read.rows);
    Object.assign(names, read.names);
    cursor = read.next;
  }
  return { rows, names };
}

const ASKS = { with: 'names' } as const;

/** The register: who has signed; for those who are signed in also who is on the way, as far as they may know. */
export const registerQuery = (isMember: boolean) =>
  queryOptions({
    queryKey: keys.list('signatories', { whole: isMember }),
    queryFn: ({ signal }) =>
      allOf<Signatory>(
        isMember
          ? wholeOf('listSignatories', ASKS, ({ signatories }) => signatories)
          : wholeOf('listPublicSignatories', ASKS, ({ signatories }) => signatories),
        signal,
      ),
  });

export const declarationsQuery = (isMember: boolean) =>
  queryOptions({
    queryKey: keys.list('declarations', { whole: isMember }),
    queryFn: ({ signal }) =>
      allOf<Declaration>(
        isMember
          ? wholeOf('listDeclarations', {}, ({ declarations }) => declarations)
          : wholeOf('listPublicDeclarations', {}, ({ declarations }) => declarations),
        signal,
      ),
  });

const MANY = 500;
/** Cities, whether they sign or not. */
export const citiesQuery = queryOptions({
  queryKey: keys.list('organisations', { cities: MANY }),
  queryFn: ({ signal }) => api.operations.listProposers({ kind: 'city', sort: 'name', limit: MANY }, { signal }),
});

/** The version that may be signed. */
export const inForceOf = ({ versions }: Declaration) => versions.find(({ status }) => status === 'published');

/** A text in a language, or in the first that it has. */
export const inLanguage = (wordings: Version['text']['title'], language: string): string =>
  (wordings.find((each) => each.language === language) ?? wordings[0])?.text ?? '';

/** What a declaration is called, for the reader. */
export const titleOf = (declaration: Declaration): string => {
  const version = inForceOf(declaration) ?? declaration.versions.at(-1);
  return version ? inLanguage(version.text.title, locale) : declaration.id;
};
