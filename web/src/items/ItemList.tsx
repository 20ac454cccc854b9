import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { all } from '#messages';
import { type AnswerOf, api, type OperationName, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import type { ReadPage } from '../base/api/types.ts';
import { wholeOf } from '../base/api/whole.ts';
import { Export } from '../base/Export.tsx';
import { Loading } from '../base/parts/Awaiting.tsx';
import { Heading } from '../base/parts/PageHead.tsx';
import { Segments } from '../base/parts/Segments.tsx';
import { type Statuses, statusText } from '../base/parts/StatusOf.tsx';
import { type Column, Table } from '../base/parts/Table.tsx';
import type { Column as FileColumn } from '../exports/columns.ts';
import { Newer, Pages } from '../lists/Pages.tsx';

const PAGE = 50;

/** A list as `#lists` describes it. */
type Described = { readonly name: string; readonly operation: OperationName; readonly rows: string; readonly statuses?: readonly string[] };
type Rows<Of extends Described> = Of['rows'] extends keyof AnswerOf<Of['operation']> ? AnswerOf<Of['operation']>[Of['rows']] : never;
export type RowOf<Of extends Described> = Rows<Of> extends readonly (infer Row)[] ? Row : never;
type Counts = Readonly<Record<string, Readonly<Record<string, number> | undefined>>>;
type Answer = { readonly counts?: Counts; readonly names?: Schemas['Names']; readonly nextCursor?: string | undefined };
/** What the address says, by the names that the API gives it. */
type Search = Readonly<Record<string, string | undefined>>;
type Ask = (query: object, asking: { readonly signal: AbortSignal }) => Promise<Answer>;

const said = (search: Search): Search => Object.fromEntries(Object.entries(search).filter(([, value]) => value));

/** A page of a list. `asks`: what is always asked of it, or where the address does not say otherwise. */
const listQuery = (of: Described, asks: Search, search: Search) =>
  queryOptions({
    queryKey: keys.list(of.name, { ...asks, ...said(search) }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      (api.operations as unknown as Readonly<Record<string, Ask>>)[of.operation]?.({ limit: PAGE, ...asks, ...said(search) }, { signal }),
  });

type Listed<Of extends Described> = {
  readonly of: Of;
  readonly search: Search;
  readonly asks: Search;
  readonly label: string;
  /** Said in the place of a list that has nothing. */
  readonly none: string;
  /** How its statuses are called: then it is shown by them. */
  readonly kind?: keyof Statuses;
  /** The statuses in the order of the page, where that is not the order of the contract. */
  readonly statuses?: readonly string[];
  readonly filters?: (counts: Counts) => ReactNode;
  readonly columns: (names: Schemas['Names']) => readonly Column<RowOf<Of>>[];
};

/** The pages of a list, by status, filtered, in a table. */
export function List<Of extends Described>({ of, search, asks, label, none, kind, statuses, filters, columns }: Listed<Of>) {
  const { data, dataUpdatedAt } = useQuery({ ...listQuery(of, asks, search), throwOnError: true });
  const { counts = {}, names = {}, nextCursor } = data ?? {};
  const rows = (data as Readonly<Record<string, readonly RowOf<Of>[]>> | undefined)?.[of.rows] ?? [];
  const segmentOf = (of: keyof Statuses) => (value: string) => ({
    value,
    title: statusText(of, value),
    count: counts['status']?.[value] ?? 0,
  });
  return (
    <>
      {kind ? (
        <Segments
          label={label}
          name="status"
          chosen={search['status'] ?? ''}
          of={[{ value: '', title: all() }, ...(statuses ?? of.statuses ?? []).map(segmentOf(kind))]}
        />
      ) : null}
      {filters?.(counts)}
      {data ? (
        <>
          <p className="row" role="status">
            {rows.length === 0 ? none : null}
            <Newer of={of.name} since={dataUpdatedAt} />
          </p>
          {rows.length > 0 ? (
            <Table label={label} rows={rows} keyOf={(row) => (row as { id: string }).id} columns={columns(names)} />
          ) : null}
          <Pages label={label} cursor={search['cursor'] ?? ''} next={nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

type HeadProps = {
  readonly title: string;
  /** What the list is for. */
  readonly about?: string;
  /** What is next to the title: files, a way to something new. */
  readonly aside?: ReactNode;
};

type Props<Of extends Described> = Omit<Listed<Of>, 'label'> &
  HeadProps & {
    /** What can be done before the list. */
    readonly children?: ReactNode;
    /** What is written of each row where the list is saved as a file. */
    readonly file?: () => Promise<readonly FileColumn<RowOf<Of>>[]>;
  };

/** The whole list, under the filters that are on. */
function wholeList<Of extends Described>({ of, asks, search: { cursor: _, ...search } }: Pick<Listed<Of>, 'of' | 'asks' | 'search'>) {
  const read = wholeOf as unknown as (name: OperationName, asked: object, rowsOf: (answer: object) => unknown) => ReadPage<RowOf<Of>>;
  return read(of.operation, { ...asks, ...said(search) }, (answer) => answer[of.rows as keyof typeof answer]);
}

/** A page of a list of items: what it is for, what can be done, and the list. */
export const ItemList = <Of extends Described>({ title, about, aside, children, file, ...listed }: Props<Of>) => (
  <>
    <Heading title={title} below={about ? <p>{about}</p> : null}>
      {aside}
      {file ? <Export name={listed.of.name} columns={file} page={wholeList(listed)} /> : null}
    </Heading>
    {children}
    <List label={title} {...(listed as unknown as Omit<Listed<Of>, 'label'>)} />
  </>
);
