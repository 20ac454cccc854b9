import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { NAMED_CELLS, type Sheet, UnreadableFile } from './unreadable.ts';

/** What is packed small may be large. */
const MAX_UNPACKED_BYTES = 100_000_000;
/** As many digits as a number of a workbook keeps; behind them is what binary numbers make of decimals. */
const DIGITS = 15;

const BOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/**
 * The first sheet of a workbook, numbers as they are displayed. @throws UnreadableFile for formulas too: their results are not reliably in
 * the file
 */
export async function sheetOf(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet> {
  const formulas = formulasIn(unpacked(bytes));
  if (formulas.length > 0) throw new UnreadableFile({ type: 'formulas', cells: formulas.slice(0, NAMED_CELLS) });
  try {
    const rows = await readSheet<string>(bytes.buffer, { trim: false, parseNumber: decimalOf });
    return rows.map((cells) => cells.map(textOf));
  } catch {
    throw new UnreadableFile({ type: 'workbook' });
  }
}

function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let size = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    size += originalSize;
    if (size > MAX_UNPACKED_BYTES) throw new UnreadableFile({ type: 'too-large', maximum: MAX_UNPACKED_BYTES });
    return name === BOOK || name === RELATIONS || name.startsWith('xl/worksheets/');
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile({ type: 'workbook' });
  }
}

/** The cells of the first sheet that are computed. */
function formulasIn(files: Readonly<Record<string, Uint8Array>>): string[] {
  const text = (name: string): string => (files[name] ? strFromU8(files[name]) : '');
  const first = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(text(BOOK))?.[1] ?? '';
  const relation = [...text(RELATIONS).matchAll(/<Relationship\b[^>]*>/g)]
    .map(([each]) => each)
    .find((each) => each.includes(`Id="${first}"`));
  const target = /Target="\/?(?:xl\/)?([^"]+)"/.exec(relation ?? '')?.[1] ?? 'worksheets/sheet1.xml';
  return [...text(`xl/${target}`).matchAll(/<c\b[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<f\b/g)].map(([, cell = '']) => cell);
}

const decimalOf = (raw: string): string => String(Number.parseFloat(Number.parseFloat(raw).toPrecision(DIGITS)));

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, '2026-01-31'.length) : String(cell);
}
