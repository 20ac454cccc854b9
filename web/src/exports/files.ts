import type { SheetData } from 'write-excel-file/universal';
import type { Cell, Column, Names } from './columns.ts';
import { FORMULA } from './formulas.ts';

export type Format = 'csv' | 'xlsx' | 'json';
type Table<Row> = { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly names: Names };

/** So that spreadsheets read the file as UTF-8. */
const BOM = '\uFEFF';

const cellsOf = <Row>({ columns, rows, names }: Table<Row>): Cell[][] => rows.map((row) => columns.map(({ value }) => value(row, names)));

async function csv<Row>(table: Table<Row>): Promise<Blob> {
  const { default: papa } = await import('papaparse');
  // A text that begins as a formula does is text for spreadsheets too.
  const text = papa.unparse(
    { fields: table.columns.map(({ key }) => key), data: cellsOf(table) },
    { escapeFormulae: FORMULA, newline: '\r\n' },
  );
  return new Blob([BOM, text], { type: 'text/csv;charset=utf-8' });
}

/** More digits than a number of a workbook keeps. */
const A_NUMBER = /^-?(?=[\d.]{1,16}$)\d+(\.\d+)?$/;

/** Sums are numbers in a workbook, so that they can be added up; what a number cannot hold exactly stays text. */
function sumCell(sum: string) {
  if (!A_NUMBER.test(sum)) return sum;
  const places = sum.split('.')[1]?.length ?? 0;
  return { value: Number.parseFloat(sum), format: places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}` };
}

async function xlsx<Row>(table: Table<Row>): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const heads = table.columns.map(({ key }) => ({ value: key, fontWeight: 'bold' }) as const);
  // A cell of text is never read as a formula.
  const rows = cellsOf(table).map((cells) =>
    cells.map((value, index) => (table.columns[index]?.isSum && typeof value === 'string' ? sumCell(value) : (value ?? null))),
  );
  const data: SheetData = [heads, ...rows];
  return write(data, { stickyRowsCount: 1 }).toBlob();
}

async function json<Row>(table: Table<Row>): Promise<Blob> {
  const rows = cellsOf(table).map((cells) => Object.fromEntries(table.columns.map(({ key }, index) => [key, cells[index]])));
  return new Blob([JSON.stringify(rows, null, 2)], { type: 'application/json' });
}

const MAKERS = { csv, xlsx, json };
export const fileOf = <Row>(format: Format, table: Table<Row>): Promise<Blob> => MAKERS[format](table);
