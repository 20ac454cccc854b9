import type { Schemas } from '../base/api/types.ts';
import { ACTION_FIELDS, type ActionField, saidOf } from '../exports/action-columns.ts';
import { BETWEEN } from '../exports/columns.ts';
import { nearestIn } from './columns.ts';
import { keyOf } from './keys.ts';
import type { Fault } from './proposals.ts';
import type { FileRow, Table } from './table.ts';

type Action = Schemas['Action'];
type Act = 'plan' | 'revise' | 'same' | 'faulty';
type Said = Readonly<Record<string, unknown>>;

/** What happens to an action of the file: nothing if it has faults, or is there as it is said. */
export type ActionItem = {
  readonly row: number;
  readonly title: string;
  readonly act: Act;
  readonly faults: readonly Fault[];
  readonly place: string;
  readonly content: Said;
  readonly tags: Said;
  /** The action that is there already. */
  readonly action: Pick<Action, 'id' | 'version'> | undefined;
  readonly key: string;
};

/** What rows are held against. */
export type Known = {
  /** All actions of the own city. */
  readonly own: readonly Action[];
  /** The codes of each list. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Of each declaration the codes of its commitments. */
  readonly commitments: ReadonlyMap<string, readonly string[]>;
};

/** Written for the reader of the file, and not read back. */
const BESIDE = ['status', 'city', 'country', 'project', 'placeName', 'results'];
export const KNOWN: readonly string[] = ['id', 'place', ...ACTION_FIELDS.map(({ key }) => key), ...BESIDE];
const FIVE_R: readonly string[] = ['rethink', 'reduce', 'reuse', 'recover', 'regenerate'] satisfies Action['fiveR'][];

/** Columns without which nothing can be read, and those that mean nothing here. */
export const columnsOf = ({ columns }: Pick<Table, 'columns'>) => ({
  missing: ['title'].filter((column) => !columns.includes(column)),
  unknown: columns.filter((column) => !KNOWN.includes(column)),
});

/** Holds the rows of a file against what there is. Nothing is written. */
export function itemsOf(table: Table, known: Known): Promise<readonly ActionItem[]> {
  const titles = Map.groupBy(table.rows, ({ cells }) => cells['title']?.trim() ?? '');
  return Promise.all(table.rows.map((row) => itemOf(row, new Set(table.columns), known, titles)));
}

type Titles = ReadonlyMap<string, readonly FileRow[]>;

async function itemOf(row: FileRow, columns: ReadonlySet<string>, known: Known, titles: Titles): Promise<ActionItem> {
  const faults: Fault[] = row.tooMany ? [{ row: row.number, column: '', because: { type: 'too-many-cells' } }] : [];
  const put = (column: string, because: Fault['because']): void => void faults.push({ row: row.number, column, because });
  const title = cellOf(row, 'title');
  const before = actionOf(row, known, titles, put);
  const said = new Map(ACTION_FIELDS.map((field) => [field.key, textOf(field, columns.has(field.key) ? row : undefined, before)]));
  if (title === '') put('title', { type: 'missing' });
  if (!before && cellOf(row, 'place') === '') put('place', { type: 'missing' });
  checkCodes(said, known, put);
  const isSame = before !== undefined && ACTION_FIELDS.every((field) => said.get(field.key) === writtenOf(field, before));
  if (before && !isSame && before.project) put('', { type: 'of-project' });
  else if (before && !isSame && (before.status === 'completed' || before.status === 'stopped')) put('', { type: 'ended' });
  const part = (of: ActionField['of']): Said => Object.fromEntries(ACTION_FIELDS.filter((field) => field.of === of).flatMap(valueIn(said)));
  return {
    row: row.number,
    title,
    act: faults.length > 0 ? 'faulty' : before === undefined ? 'plan' : isSame ? 'same' : 'revise',
    faults,
    place: cellOf(row, 'place'),
    content: part('content'),
    tags: part('tags'),
    action: before,
    key: await keyOf([row]),
  };
}

type Put = (column: string, because: Fault['because']) => void;

/** The action that a row is about: the one that it names, or the one that is called so. */
function actionOf(row: FileRow, { own }: Known, titles: Titles, put: Put): Action | undefined {
  const [id, title] = [cellOf(row, 'id'), cellOf(row, 'title')];
  if (id !== '') {
    const named = own.find((each) => each.id === id);
    if (!named) put('id', { type: 'another-city' });
    return named;
  }
  const [found, first] = [own.filter(({ content }) => content.title === title), titles.get(title)?.[0]];
  if (title !== '' && first && first.number < row.number) put('title', { type: 'title-twice', row: first.number });
  if (found.length > 1) put('title', { type: 'several-titles', count: found.length });
  return found.length === 1 ? found[0] : undefined;
}

const cellOf = ({ cells }: FileRow, key: string): string => cells[key]?.replaceAll('\r\n', '\n').trim() ?? '';
/** What an action says in a column, as a file has it. */
const writtenOf = (field: ActionField, action: Action): string => String(saidOf(field, action) ?? '').trim();
const SEPARATORS = /[\s,;]+/;
const isOne = (kind: ActionField['kind']): boolean => kind !== 'codes' && kind !== 'texts';

/** What a row says in a column, as a file writes it; what the file has no column for stays as it was. */
function textOf(field: ActionField, row: FileRow | undefined, before: Action | undefined): string {
  if (row === undefined) return before ? writtenOf(field, before) : '';
  return partsOf(field, cellOf(row, field.key)).join(field.kind === 'texts' ? '\n' : BETWEEN);
}

function partsOf({ kind }: ActionField, text: string): readonly string[] {
  if (isOne(kind)) return [text];
  return text
    .split(kind === 'texts' ? /\r?\n/ : SEPARATORS)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Of several there may be none; one is left out where nothing is said. */
const valueIn =
  (said: ReadonlyMap<string, string>) =>
  (field: ActionField): [string, unknown][] => {
    const text = said.get(field.key) ?? '';
    if (!isOne(field.kind)) return [[field.key, partsOf(field, text)]];
    return text === '' ? [] : [[field.key, text]];
  };

function checkCodes(said: ReadonlyMap<string, string>, { own, codes, commitments }: Known, put: Put): void {
  const among = (column: string, all: readonly string[]): void => {
    for (const code of (said.get(column) ?? '').split(BETWEEN).filter(Boolean))
      if (!all.includes(code)) put(column, { type: 'code-unknown', code, nearest: [nearestIn(code, all) ?? []].flat() });
  };
  for (const { key, list } of ACTION_FIELDS) if (list) among(key, codes[list] ?? []);
  among('fiveR', FIVE_R);
  among('declaration', [...commitments.keys()]);
  const declaration = said.get('declaration') ?? '';
  if (declaration === '' && said.get('commitments')) put('declaration', { type: 'missing' });
  else among('commitments', commitments.get(declaration) ?? []);
  const partOf = said.get('partOf') ?? '';
  if (partOf !== '' && !own.some(({ id }) => id === partOf)) put('partOf', { type: 'another-city' });
}
