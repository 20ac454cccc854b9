import { Facts } from '../../base/parts/Facts.tsx';
import type { Column } from '../../exports/columns.ts';
import { meaningOf } from '../../exports/readme.ts';

/** What the columns of a file mean, as its explanation says it. */
export const Meanings = ({
  file,
  columns,
}: {
  readonly file: string;
  readonly columns: readonly Pick<Column<never>, 'key' | 'fields'>[];
}) => <Facts of={columns.map((column) => [column.key, meaningOf(file, column)])} />;
