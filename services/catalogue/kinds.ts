import type { Item, ItemList } from '@junkan/proto/item.ts';
import { ITEMS, type KindWith, kindsWith } from '@junkan/proto/items.ts';

/**
 * What a list is: which columns its rows have and what it is filtered, sorted and counted by. Tables, indexes and queries follow
 * from it.
 */
export type Kind = {
  readonly name: string;
  /** Its table. */
  readonly table: string;
  /** In addition to n (the row's place, see `placeOf`), id, version, status, created and updated, which all have. */
  readonly columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>;
  /** Fields with several values, which are rows of `tag`. */
  readonly tags: readonly string[];
  /** Of such a field the column that holds all its values, one a line: a list that may be long is counted by that. */
  readonly joined?: Readonly<Record<string, string>>;
  /** Indexes that hold all that a count within a range asks for, so that no row is read. */
  readonly countedBy?: readonly (readonly string[])[];
  /** The words by which it is searched, with what each counts for; `codes`: its countries and the like, by their names. None = it is not searched. */
  readonly texts: Readonly<Record<string, number>>;
  /** The texts among them that are long: what is found there alone comes after what is found elsewhere. */
  readonly bodies?: readonly string[];
  /** The lists that say which sponsors it is found by: rows that the reader may see there name the item, by this column of each. */
  readonly sponsoredBy?: readonly SponsoredBy[];
  /** It has no codes of its own: the column that names the project by whose codes it is found. */
  readonly codesOf?: string;
  /** The columns by which it is sorted. `n` is the order in which the items began. */
  readonly sorts: readonly string[];
  readonly defaultSort: string;
  /** Columns and tags, other than status, that a filter names. */
  readonly filters: readonly string[];
  /** Filters on what another list has: which column of it is which of the item. Only those of its rows count that the reader may see there. */
  readonly through?: Readonly<Record<string, { readonly kind: 'agreement'; readonly column: string; readonly of: string }>>;
  readonly ranges: readonly string[];
  readonly facets: readonly string[];
  /**
   * `open`: everybody sees what has `open`, its `owner` the other items too. `parties`: whom `party` names. `partners`: its organisation, and
   * those that an agreement binds to it. Overseers see all.
   */
  readonly readers: 'everybody' | 'open' | 'parties' | 'partners';
  /** The column with the organisation that it belongs to; its proposer, where nothing is said. */
  readonly owner?: string | undefined;
};

/** A list that names sponsors: which of its columns is which column of the item. */
type SponsoredBy = { readonly kind: 'offer' | 'agreement' | 'mandate'; readonly column: string; readonly of: string };

const MONEY = { currency: 'TEXT', amount: 'INTEGER' } as const;
const COMMON = { version: 'INTEGER', status: 'TEXT', created: 'TEXT', updated: 'TEXT' } as const;

/** What a kind is called in SQL. */
export const tableOf = (name: string): string => name.replaceAll('-', '_');

/** What has no owner, as SQL. */
export const NOBODY = "''";

const kind = (described: Omit<Kind, 'table'>): Kind => ({
  ...described,
  table: tableOf(described.name),
  columns: { ...COMMON, ...described.columns },
});

/** Of a list that only parties see, the column of its index that names them: what a party searches, it searches among its own. */
export const PARTIES = 'parties';
/** The columns of its index of words; none = it is not searched. */
export const searchedBy = ({ texts, readers }: Pick<Kind, 'texts' | 'readers'>): readonly string[] => {
  const named = Object.keys(texts);
  return named.length > 0 && readers === 'parties' ? [...named, PARTIES] : named;
};

/** As its contract says. Of the texts by which it is searched, each counts for twice the next. */
function ofItem(name: KindWith<'list'>): Kind {
  const { party }: Item = ITEMS[name];
  const { columns, tags, sorts, filters, ranges, counts, rows, texts }: ItemList = ITEMS[name].list;
  return kind({
    name,
    columns: rows === 'open' ? { ...columns, open: 'INTEGER' } : columns,
    // What is nobody’s is there for overseers until it is open.
    owner: party ?? NOBODY,
    tags,
    texts: Object.fromEntries(texts.map((text, at) => [text, 2 ** (texts.length - at - 1)])),
    bodies: BODIES[name] ?? [],
    sorts: ['n', 'updated', ...sorts],
    defaultSort: 'n',
    filters: Object.keys(filters).filter((field) => field !== 'status'),
    ranges,
    facets: counts,
    readers: rows === 'everybody' || rows === 'open' || rows === 'partners' ? rows : 'parties',
  });
}

/** The texts of items that are long. */
const BODIES: { readonly [Name in KindWith<'list'>]?: readonly string[] } = { 'policy-instrument': ['does'], 'project-call': ['text'] };

/** What is listed otherwise than its contract says of an item: it is searched by words of others, has amounts or several values, or is a part of something else. */
const OTHERS = {
  project: kind({
    name: 'project',
    columns: {
      ...MONEY,
      proposer: 'TEXT',
      reference: 'TEXT',
      country: 'TEXT',
      title: 'TEXT',
      due: 'TEXT',
      open: 'INTEGER',
      countries: 'TEXT',
      themes: 'TEXT',
      cell: 'TEXT',
      placeName: 'TEXT',
      placeCountry: 'TEXT',
      latitude: 'TEXT',
      longitude: 'TEXT',
    },
    tags: ['country', 'theme'],
    joined: { country: 'countries', theme: 'themes' },
    countedBy: [
      ['currency', 'amount', 'status', 'countries', 'themes'],
      ['due', 'status', 'countries', 'themes'],
    ],
    texts: { title: 8, summary: 1, place: 4, proposer: 3, reference: 10, codes: 2 },
    bodies: ['summary'],
    sponsoredBy: [
      { kind: 'offer', column: 'project', of: 'id' },
      { kind: 'agreement', column: 'project', of: 'id' },
    ],
    sorts: ['n', 'updated', 'title', 'amount', 'due', 'status', 'country'],
    defaultSort: 'n',
    filters: ['proposer', 'reference', 'country', 'theme', 'currency', 'cell'],
    through: { sponsor: { kind: 'agreement', column: 'project', of: 'id' } },
    ranges: ['amount', 'due', 'created', 'updated'],
    facets: ['status', 'country', 'theme'],
    readers: 'open',
  }),
  milestone: kind({
    name: 'milestone',
    columns: {
      ...MONEY,
      project: 'TEXT',
      agreement: 'TEXT',
      proposer: 'TEXT',
      number: 'INTEGER',
      title: 'TEXT',
      due: 'TEXT',
      plan: 'TEXT',
    },
    tags: ['cited'],
    texts: { title: 1 },
    sponsoredBy: [{ kind: 'agreement', column: 'id', of: 'agreement' }],
    codesOf: 'project',
    sorts: ['plan', 'n', 'updated', 'title', 'amount', 'due', 'status'],
    defaultSort: 'plan',
    filters: ['project', 'agreement', 'proposer', 'currency'],
    through: { sponsor: { kind: 'agreement', column: 'id', of: 'agreement' } },
    ranges: ['amount', 'due', 'updated'],
    facets: ['status'],
    readers: 'everybody',
  }),
  funding: kind({
    name: 'funding',
    columns: { ...MONEY, project: 'TEXT', round: 'INTEGER', proposer: 'TEXT', due: 'TEXT' },
    tags: [],
    texts: {},
    sorts: ['n', 'updated', 'amount', 'due', 'status'],
    defaultSort: 'n',
    filters: ['project', 'proposer', 'currency'],
    ranges: ['amount', 'due', 'updated'],
    facets: ['status'],
    readers: 'everybody',
  }),
  offer: kind({
    name: 'offer',
    columns: {
      ...MONEY,
      funding: 'TEXT',
      project: 'TEXT',
      proposer: 'TEXT',
      sponsor: 'TEXT',
      mandate: 'TEXT',
      envelope: 'TEXT',
      due: 'TEXT',
    },
    tags: [],
    texts: {},
    sorts: ['n', 'updated', 'amount', 'due', 'status'],
    defaultSort: 'n',
    filters: ['project', 'funding', 'proposer', 'sponsor', 'mandate', 'envelope', 'currency'],
    ranges: ['amount', 'due', 'updated'],
    facets: ['status'],
    readers: 'parties',
  }),
  agreement: kind({
    name: 'agreement',
    columns: { ...MONEY, project: 'TEXT', round: 'INTEGER', funding: 'TEXT', proposer: 'TEXT', due: 'TEXT' },
    tags: ['sponsor', 'booked', 'measured'],
    texts: {},
    sorts: ['n', 'updated', 'amount', 'due', 'status'],
    defaultSort: 'n',
    filters: ['project', 'proposer', 'sponsor', 'currency'],
    ranges: ['amount', 'due', 'updated'],
    facets: ['status'],
    readers: 'parties',
  }),
  payment: kind({
    name: 'payment',
    columns: {
      ...MONEY,
      agreement: 'TEXT',
      project: 'TEXT',
      proposer: 'TEXT',
      sponsor: 'TEXT',
      milestone: 'TEXT',
      tranche: 'INTEGER',
      file: 'TEXT',
      settled: 'TEXT',
    },
    tags: [],
    texts: { reference: 1 },
    sorts: ['n', 'updated', 'amount', 'status'],
    defaultSort: 'n',
    filters: ['agreement', 'project', 'proposer', 'sponsor', 'milestone', 'currency'],
    countedBy: [
      ['file', 'status'],
      ['status', 'settled', 'currency', 'amount'],
    ],
    ranges: ['amount', 'created', 'updated', 'settled'],
    facets: ['status'],
    readers: 'parties',
  }),
  mandate: kind({
    name: 'mandate',
    columns: { ...MONEY, sponsor: 'TEXT', title: 'TEXT' },
    tags: ['country', 'theme'],
    texts: { title: 2, codes: 1 },
    sponsoredBy: [{ kind: 'mandate', column: 'id', of: 'id' }],
    sorts: ['n', 'title', 'amount', 'updated'],
    defaultSort: 'n',
    filters: ['sponsor', 'country', 'theme', 'currency'],
    ranges: ['amount', 'updated'],
    facets: ['status', 'country', 'theme'],
    readers: 'everybody',
  }),
  envelope: kind({
    name: 'envelope',
    columns: { ...MONEY, sponsor: 'TEXT', due: 'TEXT' },
    tags: [],
    texts: {},
    sorts: ['n', 'updated', 'amount', 'due'],
    defaultSort: 'n',
    filters: ['sponsor', 'currency'],
    ranges: ['amount', 'due', 'updated'],
    facets: ['sponsor'],
    readers: 'parties',
  }),
  organisation: kind({
    name: 'organisation',
    columns: { name: 'TEXT', kind: 'TEXT' },
    tags: ['country'],
    texts: { name: 2, codes: 1 },
    sorts: ['n', 'name'],
    defaultSort: 'n',
    filters: ['kind', 'country'],
    ranges: [],
    facets: ['kind', 'country'],
    readers: 'everybody',
  }),
  sponsor: kind({
    name: 'sponsor',
    columns: { name: 'TEXT', kind: 'TEXT' },
    tags: [],
    texts: { name: 1 },
    sorts: ['n', 'name'],
    defaultSort: 'n',
    filters: ['kind'],
    ranges: [],
    facets: ['kind'],
    readers: 'everybody',
  }),
  report: kind({
    name: 'report',
    columns: { milestone: 'TEXT' },
    tags: [],
    texts: {},
    sorts: ['n'],
    defaultSort: 'n',
    filters: ['milestone'],
    ranges: [],
    facets: [],
    readers: 'parties',
  }),
  questions: kind({
    name: 'questions',
    columns: { funding: 'TEXT' },
    tags: [],
    texts: {},
    sorts: ['n'],
    defaultSort: 'n',
    filters: ['funding'],
    ranges: [],
    facets: [],
    readers: 'parties',
  }),
} satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof OTHERS | KindWith<'list'>;
export const CATALOGUE = {
  ...OTHERS,
  ...Object.fromEntries(kindsWith('list').map((name) => [name, ofItem(name)])),
} as Readonly<Record<KindName, Kind>>;
export const KINDS = Object.keys(CATALOGUE) as readonly KindName[];
