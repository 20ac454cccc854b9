import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RejectedRow } from './summary.ts';
import type { Reading } from './tables/table.ts';

const DATA = new URL('data/', import.meta.url);
export const PROJECTS = fileURLToPath(new URL('projects.csv', DATA));
export const WINDOWS = fileURLToPath(new URL('financing-windows.csv', DATA));

/**
 * All good rows of a table, and every bad one with its line and reason.
 * @throws where the file as a whole cannot be read.
 */
export async function readTable<Row>(
  file: string,
  read: (stream: AsyncIterable<Uint8Array | string>) => AsyncIterable<Reading<Row>>,
): Promise<{ rows: Row[]; rejected: RejectedRow[] }> {
  const rows: Row[] = [];
  const rejected: RejectedRow[] = [];
  for await (const reading of read(createReadStream(file))) {
    switch (reading.is) {
      case 'row':
        rows.push(reading.row);
        break;
      case 'reject':
        rejected.push({ ...reading.reject, column: reading.reject.column ?? '' });
        break;
      case 'unreadable':
        throw new Error(`${file}: ${reading.reason}`);
    }
  }
  return { rows, rejected };
}
