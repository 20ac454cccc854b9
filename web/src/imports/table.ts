import { unescaped } from '../exports/formulas.ts';
import { MAX_BYTES, MAX_ROWS, NAMED_CELLS, type Sheet, UnreadableFile } from './unreadable.ts';

/** A row as people find it: in spreadsheets by its number, in JSON by its place from 1. Cells by their columns; an empty one is not there. */
export type FileRow = { readonly number: number; readonly cells: Readonly<Record<string, string>>; readonly tooMany: boolean };
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads what was written as CSV, as a workbook or as JSON, by what the file is and not by what it is called. @throws UnreadableFile */
export async function readTable(file: Blob): Promise<Table> {
  if (file.size > MAX_BYTES) throw new UnreadableFile({ type: 'too-large', maximum: MAX_BYTES });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (startsWith(bytes, OLD_WORKBOOK)) throw new UnreadableFile({ type: 'old-workbook' });
  if (startsWith(bytes, ZIP)) {
    const { sheetOf } = await import('./workbook.ts');
    return tableOf(await sheetOf(bytes));
  }
  const text = textOf(bytes);
  if (text.trim() === '') throw new UnreadableFile({ type: 'empty' });
  return /^\s*[[{]/.test(text) ? tableOfJson(text) : tableOf(await sheetOfText(text));
}

const UTF_16LE = [0xff, 0xfe];
const UTF_16BE = [0xfe, 0xff];

function textOf(bytes: Uint8Array): string {
  const encoding = startsWith(bytes, UTF_16LE) ? 'utf-16le' : startsWith(bytes, UTF_16BE) ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw new UnreadableFile({ type: 'encoding' });
}

/** What Excel writes above the columns to say how they are separated. */
const SEPARATOR_SAID = /^sep=(.)\r?\n/i;
const SEPARATORS = [',', ';', '\t'];

/** The most frequent separator between the columns. */
function separatorOf(text: string): string {
  const [heads = ''] = text.split('\n', 1);
  const [most = ','] = SEPARATORS.toSorted((one, other) => heads.split(other).length - heads.split(one).length);
  return most;
}

async function sheetOfText(text: string): Promise<Sheet> {
  const { default: papa } = await import('papaparse');
  const said = SEPARATOR_SAID.exec(text);
  const rows = said ? text.slice(said[0].length) : text;
  const { data, errors } = papa.parse<string[]>(rows, { delimiter: said?.[1] ?? separatorOf(rows), skipEmptyLines: false });
  const open = errors.find(({ type }) => type === 'Quotes');
  if (open) throw new UnreadableFile({ type: 'quotes', row: (open.row ?? 0) + 1 });
  if ((data[0]?.length ?? 0) < 2) throw new UnreadableFile({ type: 'separator' });
  requireValues(data);
  return data.map((cells) => cells.map(unescaped));
}

const LETTERS = 26;
const letterOf = (column: number): string =>
  column < 0 ? '' : letterOf(Math.floor(column / LETTERS) - 1) + String.fromCharCode('A'.charCodeAt(0) + (column % LETTERS));

/** A formula that nothing has computed. @throws UnreadableFile */
function requireValues(rows: Sheet): void {
  const cells = rows.flatMap((row, at) => row.flatMap((cell, column) => (/^[=＝]/.test(cell) ? [`${letterOf(column)}${at + 1}`] : [])));
  if (cells.length > 0) throw new UnreadableFile({ type: 'formulas', cells: cells.slice(0, NAMED_CELLS) });
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function tableOf([heads = [], ...rows]: Sheet): Table {
  const columns = heads.map((head) => head.trim());
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) < index);
  if (twice !== undefined) throw new UnreadableFile({ type: 'column-twice', column: twice });
  const said = rows.map((cells, index) => ({ cells, number: index + 2 })).filter(({ cells }) => !isBlank(cells));
  return limited({
    columns: columns.filter((column) => column !== ''),
    rows: said.map(({ cells, number }) => ({
      number,
      cells: Object.fromEntries(columns.flatMap((column, index) => (column && cells[index]?.trim() ? [[column, cells[index]]] : []))),
      tooMany: !isBlank(cells.slice(columns.length)),
    })),
  });
}

function limited(table: Table): Table {
  const { length } = table.rows;
  if (length === 0) throw new UnreadableFile({ type: 'empty' });
  if (length > MAX_ROWS) throw new UnreadableFile({ type: 'too-many-rows', rows: length, maximum: MAX_ROWS });
  return table;
}

type Value = string | number | boolean | null;
const isValue = (value: unknown): value is Value => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isRow = (row: unknown): row is Readonly<Record<string, Value>> =>
  typeof row === 'object' && row !== null && Object.values(row).every(isValue);

function tableOfJson(text: string): Table {
  const rows = parsed(text);
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new UnreadableFile({ type: 'json' });
  return limited({
    columns: [...new Set(rows.flatMap((row) => Object.keys(row)))],
    rows: rows.map((row, index) => ({
      number: index + 1,
      cells: Object.fromEntries(
        Object.entries(row).flatMap(([column, value]) => (value === null || value === '' ? [] : [[column, String(value)]])),
      ),
      tooMany: false,
    })),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile({ type: 'json' });
  }
}
