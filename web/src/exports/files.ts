import type { SheetData } from 'write-excel-file/universal';
import type { Schemas } from '../api/client.ts';
import type { Cell, Column } from './columns.ts';

export type Format = 'csv' | 'xlsx' | 'json';
export type Table<Row> = { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly names: Schemas['Names'] };

/** So that spreadsheets read the file as UTF-8. */
const BOM = '\uFEFF';

const cellsOf = <Row>({ columns, rows, names }: Table<Row>): Cell[][] => rows.map((row) => columns.map(({ value }) => value(row, names)));

async function csv<Row>(table: Table<Row>): Promise<Blob> {
  const { default: papa } = await import('papaparse');
  // A text that begins as a formula does is text for spreadsheets too.
  const text = papa.unparse(
    { fields: table.columns.map(({ key }) => key), data: cellsOf(table) },
    { escapeFormulae: true, newline: '\r\n' },
  );
  return new Blob([BOM, text], { type: 'text/csv;charset=utf-8' });
}

async function xlsx<Row>(table: Table<Row>): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const heads = table.columns.map(({ key }) => ({ value: key, fontWeight: 'bold' }) as const);
  // A cell of text is never read as a formula.
  const isSum = table.columns.map(({ key }) => key === 'amount');
  // Sums are numbers there, so that they can be added up; exact they are in the other files.
  const rows = cellsOf(table).map((cells) =>
    cells.map((value, index) =>
      isSum[index] && typeof value === 'string' ? { value: Number.parseFloat(value), format: '#,##0.00' } : (value ?? null),
    ),
  );
  const data: SheetData = [heads, ...rows];
  return write(data, { stickyRowsCount: 1 }).toBlob();
}

const json = async <Row>({ rows, names }: Table<Row>): Promise<Blob> =>
  new Blob([JSON.stringify({ rows, names }, null, 2)], { type: 'application/json' });

const MAKERS = { csv, xlsx, json };
export const fileOf = <Row>(format: Format, table: Table<Row>): Promise<Blob> => MAKERS[format](table);

/** Puts a file among the browser's downloads. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
