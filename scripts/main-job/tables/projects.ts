import type { Place } from './bank-places.ts';
import { date, dollars, instruments, list, place, present, readCells } from './cells.ts';
import type { Reading } from './table.ts';
import { readTable } from './table.ts';

/** One project as the table states it. Amounts are whole US dollars; a missing one is not zero. */
export type ProjectRow = {
  readonly id: string;
  readonly region: string;
  /** As written. */
  readonly country: string;
  readonly place: Place;
  readonly name: string;
  readonly topics: readonly string[];
  readonly agency: string;
  readonly status: string;
  readonly approvalDate: string | undefined;
  readonly effectiveDate: string | undefined;
  readonly closingDate: string | undefined;
  readonly projectCost: bigint | undefined;
  readonly arms: Readonly<Record<Arm, bigint | undefined>>;
  readonly totalCommitment: bigint | undefined;
  readonly lendingInstrument: string | undefined;
};

/** The Bank's lending arms, in the order in which they offer. */
export const ARMS = ['ibrd', 'ida', 'grant'] as const;
export type Arm = (typeof ARMS)[number];

const readers = {
  id: present,
  country: place,
  name: present,
  topics: list,
  approval_date: date,
  effective_date: date,
  closing_date: date,
  project_cost_usd: dollars,
  ibrd_usd: dollars,
  ida_usd: dollars,
  grant_usd: dollars,
  total_commitment_usd: dollars,
  lending_instrument: instruments,
};

const COLUMNS = [...(Object.keys(readers) as (keyof typeof readers)[]), 'region', 'implementing_agency', 'status'] as const;

/** Reads a table of projects. Rows are independent: a bad one is given as a reject and does not stop the next. */
export const readProjects = (stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Reading<ProjectRow>> =>
  readTable(stream, {
    columns: COLUMNS,
    key: 'id',
    read: (cells) => {
      const read = readCells(cells, readers);
      if (!read.ok) return read;
      const { values } = read;
      return {
        ok: true,
        row: {
          id: values.id,
          region: cells.region,
          country: cells.country,
          place: values.country,
          name: values.name,
          topics: values.topics,
          agency: cells.implementing_agency,
          status: cells.status,
          approvalDate: values.approval_date,
          effectiveDate: values.effective_date,
          closingDate: values.closing_date,
          projectCost: values.project_cost_usd,
          arms: { ibrd: values.ibrd_usd, ida: values.ida_usd, grant: values.grant_usd },
          totalCommitment: values.total_commitment_usd,
          lendingInstrument: values.lending_instrument[0],
        },
      };
    },
  });
