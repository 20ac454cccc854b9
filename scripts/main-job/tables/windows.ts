import type { Place } from './bank-places.ts';
import type { CellReader } from './cells.ts';
import { dollars, instruments, place, present, readCells, statedDollars } from './cells.ts';
import type { Arm } from './projects.ts';
import type { BadCell, Reading } from './table.ts';
import { readTable } from './table.ts';

/** What one lending arm has financed in one country. Amounts are whole US dollars. */
export type WindowRow = {
  /** Its own name, unique in the table. */
  readonly window: string;
  readonly arm: Arm;
  readonly country: string;
  readonly place: Place;
  readonly ticketMinimum: bigint;
  readonly ticketMaximum: bigint;
  /** 10th and 90th percentile of its tickets. */
  readonly usualTicket: { readonly low: bigint; readonly high: bigint } | undefined;
  readonly total: bigint;
  /** Lending instruments that it has used. */
  readonly instruments: readonly string[];
};

export const ARM_NAMES: Readonly<Record<Arm, string>> = { ibrd: 'IBRD loan', ida: 'IDA credit or grant', grant: 'Trust-fund grant' };

const arm: CellReader<Arm> = (text) => {
  const known = (Object.keys(ARM_NAMES) as Arm[]).find((one) => ARM_NAMES[one] === text);
  return known ? { value: known } : { reason: `it is none of ${Object.values(ARM_NAMES).join(', ')}` };
};

const readers = {
  window: present,
  arm,
  country: place,
  ticket_min_usd: statedDollars,
  ticket_p10_usd: dollars,
  ticket_p90_usd: dollars,
  ticket_max_usd: statedDollars,
  total_usd: statedDollars,
  instruments,
};

type Column = keyof typeof readers;

/** Reads a table of financing windows. A bad row is given as a reject and does not stop the next. */
export const readWindows = (stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Reading<WindowRow>> =>
  readTable(stream, {
    columns: Object.keys(readers) as Column[],
    key: 'window',
    read: (cells) => {
      const read = readCells(cells, readers);
      if (!read.ok) return read;
      const { values } = read;
      const { ticket_p10_usd: low, ticket_p90_usd: high } = values;
      const row: WindowRow = {
        window: values.window,
        arm: values.arm,
        country: cells.country,
        place: values.country,
        ticketMinimum: values.ticket_min_usd,
        ticketMaximum: values.ticket_max_usd,
        usualTicket: low === undefined || high === undefined ? undefined : { low, high },
        total: values.total_usd,
        instruments: values.instruments,
      };
      const bad = contradiction(row);
      return bad ? { ok: false, bad } : { ok: true, row };
    },
  });

function contradiction({ ticketMinimum, ticketMaximum, usualTicket, total }: WindowRow): BadCell<Column> | undefined {
  if (ticketMaximum < ticketMinimum) return { column: 'ticket_max_usd', reason: 'it is less than the smallest ticket' };
  if (usualTicket && usualTicket.high < usualTicket.low) return { column: 'ticket_p90_usd', reason: 'it is less than the 10th percentile' };
  return total === 0n ? { column: 'total_usd', reason: 'it is not positive' } : undefined;
}
