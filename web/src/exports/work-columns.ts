import type { Schemas } from '../base/api/types.ts';
import { type Column, money, named } from './columns.ts';

export const WORK_COLUMNS: readonly Column<Schemas['Work']>[] = [
  { key: 'kind', value: ({ kind }) => kind },
  { key: 'item', value: ({ item }) => item },
  { key: 'title', value: ({ title }) => title },
  { key: 'role', value: ({ role }) => role },
  named('organisation', ({ organisation }) => organisation),
  { key: 'since', value: ({ since }) => since },
  { key: 'due', value: ({ due, dueOn }) => dueOn ?? due },
  { key: 'overdue', value: ({ overdue }) => String(overdue) },
  ...money<Schemas['Work']>(({ amount }) => amount),
];
