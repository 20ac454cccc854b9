import type { Schemas } from '../base/api/types.ts';
import { type Column, fields, money, named } from './columns.ts';

export const WORK_COLUMNS: readonly Column<Schemas['Work']>[] = [
  ...fields<Schemas['Work']>('kind', 'item', 'title', 'role'),
  named('organisation', ({ organisation }) => organisation),
  { key: 'since', value: ({ since }) => since },
  { key: 'due', value: ({ due, dueOn }) => dueOn ?? due },
  { key: 'overdue', value: ({ overdue }) => String(overdue) },
  ...money<Schemas['Work']>(({ amount }) => amount),
];
