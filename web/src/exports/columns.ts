import type { Schemas } from '../api/client.ts';

export type Cell = string | number | undefined;
/** A column of a file: its key is the same in every language, so that files can be read back. */
export type Column<Row> = { readonly key: string; readonly value: (row: Row, names: Schemas['Names']) => Cell };

const nameOf = (id: string | undefined, names: Schemas['Names']): Cell => (id === undefined ? undefined : (names[id]?.text ?? id));
const money = <Row>(of: (row: Row) => Schemas['Money'] | undefined): readonly Column<Row>[] => [
  { key: 'amount', value: (row) => of(row)?.amount },
  { key: 'currency', value: (row) => of(row)?.currency },
];
const CODES = ' ';

export const PROJECT_COLUMNS: readonly Column<Schemas['Project']>[] = [
  { key: 'id', value: ({ id }) => id },
  { key: 'reference', value: ({ proposal }) => proposal.reference },
  { key: 'title', value: ({ proposal }) => proposal.title },
  { key: 'status', value: ({ status }) => status },
  { key: 'proposer', value: ({ proposer }, names) => nameOf(proposer, names) },
  { key: 'countries', value: ({ proposal }) => proposal.countries.join(CODES) },
  { key: 'themes', value: ({ proposal }) => proposal.themes.join(CODES) },
  { key: 'milestones', value: ({ proposal }) => proposal.milestones.length },
  ...money<Schemas['Project']>(({ proposal }) => proposal.target),
];

export const WORK_COLUMNS: readonly Column<Schemas['Work']>[] = [
  { key: 'kind', value: ({ kind }) => kind },
  { key: 'item', value: ({ item }) => item },
  { key: 'title', value: ({ title }) => title },
  { key: 'role', value: ({ role }) => role },
  { key: 'organisation', value: ({ organisation }, names) => nameOf(organisation, names) },
  { key: 'since', value: ({ since }) => since },
  { key: 'due', value: ({ due, dueOn }) => dueOn ?? due },
  { key: 'overdue', value: ({ overdue }) => String(overdue) },
  ...money<Schemas['Work']>(({ amount }) => amount),
];
