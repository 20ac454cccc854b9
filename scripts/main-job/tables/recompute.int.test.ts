import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { outcomeOf, reasonFor } from './offers.ts';
import { readProjects } from './projects.ts';
import { cohortOf, matches, screeningOf } from './rules.ts';
import type { Reading } from './table.ts';
import { readWindows } from './windows.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PROJECTS = here('../data/projects.csv');
const WINDOWS = here('../data/financing-windows.csv');

const recomputed = async (projects: string, windows: string): Promise<unknown> =>
  JSON.parse((await promisify(execFile)('python3', [here('../../recompute.py'), projects, windows])).stdout);

async function byRules(projectsFile: string, windowsFile: string) {
  const projects = await Array.fromAsync(readProjects(createReadStream(projectsFile)));
  const windows = await Array.fromAsync(readWindows(createReadStream(windowsFile)));
  const [rows, windowRows] = [rowsOf(projects), rowsOf(windows)];
  const eligible = rows.filter((row) => screeningOf(row).eligible);
  const cohort = cohortOf(rows);
  const { funded, unfunded, paid, milestonesPaid } = outcomeOf(cohort, windowRows);
  return {
    projects: rows.length,
    rejectedRows: projects.length + windows.length - rows.length - windowRows.length,
    sponsors: windowRows.length,
    matches: eligible.reduce((sum, row) => sum + windowRows.filter((window) => matches(row, window)).length, 0),
    cohort: cohort.length,
    closed: funded.length,
    unfunded: unfunded.length,
    milestonesPaid,
    paidBySponsor: Object.fromEntries([...paid].map(([window, dollars]) => [window, `${dollars}.00`])),
    unfundedReasons: Object.fromEntries(unfunded.map((result) => [result.row.id, reasonFor(result)])),
  };
}

const rowsOf = <Row>(readings: readonly Reading<Row>[]): Row[] =>
  readings.flatMap((reading) => (reading.is === 'row' ? [reading.row] : []));

describe('the independent re-computation comes to the figures of the rules', () => {
  test('over the trial tables, which have no bad row', async () => {
    const figures = await byRules(PROJECTS, WINDOWS);
    expect(await recomputed(PROJECTS, WINDOWS)).toEqual(figures);
    expect(figures).toMatchObject({
      projects: 279,
      rejectedRows: 0,
      sponsors: 37,
      matches: 624,
      cohort: 52,
      closed: 45,
      unfunded: 7,
      milestonesPaid: 222,
    });
  });

  test('over tables with broken rows, regions and tight envelopes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tables-'));
    try {
      const [projects, windows] = [join(folder, 'projects.csv'), join(folder, 'windows.csv')];
      await writeFile(projects, broken(await readFile(PROJECTS, 'utf8')));
      await writeFile(windows, `${await readFile(WINDOWS, 'utf8')}${FURTHER_WINDOWS}`);
      const figures = await byRules(projects, windows);
      expect(await recomputed(projects, windows)).toEqual(figures);
      expect(figures.rejectedRows).toBeGreaterThan(20);
      expect(figures.sponsors).toBe(39);
      expect(figures.unfundedReasons).toMatchObject({ PX1: expect.stringContaining('above the rest of the envelope') as string });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

const FURTHER_WINDOWS = `IDA credit or grant: South Asia,IDA credit or grant,South Asia,3,1000000,2000000,3000000,5000000,40000000,90000000,2000,2020,
IDA credit or grant: Papua New Guinea,IDA credit or grant,Papua New Guinea,2,1000000,,,,90000000,70000000,2000,2020,Investment Project Financing
bad arm,MIGA,India,1,1,1,1,1,1,1,2000,2020,
bad range,IBRD loan,Mongolia,1,5,,,,4,9,2000,2020,
`;

/** Every sixth row is spoilt in another way; others come after the end of the table. */
function broken(table: string): string {
  const faults: ((line: string) => string)[] = [
    (line) => line.replace(/,(\d{4})-/, ',$1/'),
    (line) => line.replace(/,(\d+),/, ',-$1,'),
    (line) => line.replace(/^(P\d+),/, '"$1,'),
    (line) => `${line}\n${line}`,
    (line) => `${line},`,
    (line) => line.replace(/^(P\d+,[^,]*),[^,]*/, '$1,Atlantis'),
    (line) => line.replace(/^(P\d+,[^,]*,[^,]*),[^,"]*/, '$1,"two\r\nlines"'),
    (line) => line.replace(/,(\d+)(?=,)/g, ','),
    (line) => `\n${line}\r`,
    (line) => line.replace(/^(P\d+,[^,]*,[^,]*),/, '$1, 5" pipe '),
  ];
  const lines = table
    .trimEnd()
    .split('\n')
    .map((line, at) => (at > 0 && at % 6 === 0 ? (faults[(at / 6) % faults.length] ?? String)(line) : line));
  const further = (id: string, country: string) =>
    `${id},East Asia and Pacific,${country},Water,,,,Active,2020-01-01,2020-02-29,2024-02-28,,,50000000,,,,,`;
  return `\uFEFF${[...lines, 'x'.repeat(1_100_000), further('PX0', 'Papua New Guinea'), further('PX1', 'Papua New Guinea'), further('PX2', 'South Asia')].join('\n')}\nP999,"never closed\n`;
}
