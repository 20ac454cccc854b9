import { isUtf8 } from 'node:buffer';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Line } from './lines.ts';
import { MAX_BYTES, physicalLines } from './lines.ts';

/** One record of a table: its cells, or what is wrong with it. The line is the physical one, counted from 1, on which it starts. */
export type Found = { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly fault: Fault };

export type Fault = { readonly reason: string; readonly value: string; readonly cell?: number | undefined };

/**
 * The records of a comma-separated table, read as a stream, with the header as the first. A record may span lines inside quotes. A broken
 * one is reported and reading continues after it: if quotes do not close, or enclose what looks like rows, only the first line is the fault
 * and the following lines are read again. Memory is bounded by the longest record.
 */
export async function* records(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Found> {
  const reader = recordReader();
  for await (const line of physicalLines(stream)) yield* reader.take(line);
  yield* reader.end();
}

/** Gathers lines until their quotes pair up, or never will. The first record that can be read is the header, always of one line. */
function recordReader() {
  let columns = 0;
  let open: Line[] = [];
  let size = 0;
  let quotes = 0;
  const close = (): Line[] => {
    const lines = open;
    [open, size, quotes] = [[], 0, 0];
    return lines;
  };
  function* take(next: Line): Generator<Found> {
    // A stack of the lines still to be read, the next one last.
    const waiting = [next];
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      open.push(line);
      size += line.bytes.length + 1;
      quotes += line.quotes;
      const unpaired = quotes % 2 === 1;
      if (columns > 0 && unpaired && size <= MAX_BYTES && !line.tooLong) continue;
      const [found, afresh] = settle(close(), unpaired || line.tooLong, columns);
      if (found) yield found;
      if (columns === 0 && found && 'cells' in found) columns = found.cells.length;
      for (let at = afresh.length - 1; at >= 0; at--) waiting.push(afresh[at] as Line);
    }
  }
  function* end(): Generator<Found> {
    while (open.length > 0) {
      const [found, afresh] = settle(close(), true, columns);
      if (found) yield found;
      for (const line of afresh) yield* take(line);
    }
  }
  return { take, end };
}

/** The record that the lines make, and those of the lines that are to be read afresh. */
function settle(lines: readonly Line[], unclosed: boolean, columns: number): [Found | undefined, readonly Line[]] {
  const [first, ...rest] = lines as [Line, ...Line[]];
  const last = rest.at(-1);
  if (!last) return [single(first), []];
  const whole = unclosed ? undefined : parsed(lines);
  if (!whole) return [{ line: first.number, fault: alone(first) }, rest];
  const couldBeRow = ({ commas }: Line): boolean => commas >= columns - 1;
  const isRow = (line: Line): boolean => couldBeRow(line) && fits(parsed([line]), columns);
  // Text may have many commas. A sound record encloses rows only where a line is one, or where its first and last both have enough for one.
  const enclosesRows = fits(whole, columns)
    ? rest.slice(0, -1).some(isRow) || (couldBeRow(first) && couldBeRow(last))
    : rest.some(couldBeRow);
  return enclosesRows ? [{ line: first.number, fault: alone(first) }, rest] : [whole, []];
}

const fits = (found: Found, columns: number): boolean => 'cells' in found && found.cells.length === columns;

function single(line: Line): Found | undefined {
  if (line.tooLong)
    return { line: line.number, fault: { reason: `the line is longer than ${MAX_BYTES} bytes`, value: startOf(line.bytes) } };
  const found = parsed([line]);
  const isBlank = 'cells' in found && found.cells.length < 2 && (found.cells[0] ?? '').trim() === '';
  return isBlank ? undefined : found;
}

/** What is wrong with a line whose quotes did not turn out well. */
function alone(line: Line): Fault {
  const found = parsed([line]);
  return 'fault' in found ? found.fault : { reason: 'a quote is opened and not closed where the record ends', value: startOf(line.bytes) };
}

function parsed(lines: readonly Line[]): Found {
  const line = lines[0]?.number ?? 0;
  const bytes = Buffer.concat(lines.flatMap(({ bytes: part }, at) => (at === 0 ? [part] : [NEW_LINE, part])));
  try {
    const [cells = []] = parse(bytes.toString('utf8'), { record_delimiter: ['\r\n', '\n'], max_record_size: 0, relax_column_count: true });
    const unreadable = unreadableCell(bytes, cells);
    return unreadable ? { line, fault: unreadable } : { line, cells };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      line,
      fault: { reason: QUOTE_FAULTS[error.code] ?? 'the line cannot be read as comma-separated cells', value: startOf(bytes) },
    };
  }
}

/** Bytes that are not text are decoded as U+FFFD, which shows the cell they are in. */
function unreadableCell(bytes: Buffer, cells: readonly string[]): Fault | undefined {
  const broken = !isUtf8(bytes);
  const mark = broken ? '\uFFFD' : '\0';
  const cell = cells.findIndex((text) => text.includes(mark));
  if (!broken && cell === -1) return undefined;
  return { reason: broken ? 'the text is not valid UTF-8' : 'the text holds a NUL character', value: cells[cell] ?? '', cell };
}

const NEW_LINE = Buffer.from('\n');

const QUOTE_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and not closed where the record ends',
  CSV_INVALID_CLOSING_QUOTE: 'a quote inside a quoted cell is neither doubled nor the end of the cell',
  INVALID_OPENING_QUOTE: 'an unquoted cell contains a quote',
};

const startOf = (bytes: Buffer): string => bytes.subarray(0, 400).toString('utf8');
