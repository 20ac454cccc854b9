/**
 * What it costs to keep the catalogue and to read it: events per CPU second by the size of a transaction, the cost of an event as the
 * file grows, of decoding and verifying one, what lists cost, and with a broker of its own a whole build and the time from publishing to
 * reading. In the end each target, with whether it is met.
 *
 *     npm run bench -- reading --projects 1000,100000 [--rebuild 1000000] [--published 2000]
 *
 * `--rebuild`: builds one file more, from so many events. `--published`: of so many projects the events are published and read through the
 * broker.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILD_BATCH, built, LIVE_BATCH } from './reading-build.ts';
import { type Figure, listed } from './reading-lists.ts';
import { decoded, published } from './reading-published.ts';
import { report } from './reading-targets.ts';

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: '1000,10000' },
    rebuild: { type: 'string', default: '0' },
    published: { type: 'string', default: '2000' },
  },
});
const sizes = values.projects.split(',').map(Number);
const folder = mkdtempSync(join(tmpdir(), 'junkan-bench-'));
/** Projects whose events are built in small transactions: enough to show what one costs. */
const LIVE_PROJECTS = 2_000;

try {
  const path = join(folder, 'catalogue.db');
  const inFile = <Result>(work: () => Result): Result => {
    const result = work();
    rmSync(path);
    return result;
  };
  const live = inFile(() => built(path, { projects: LIVE_PROJECTS, size: LIVE_BATCH }));
  const lists = new Map<number, readonly Figure[]>();
  let building = live;
  for (const projects of sizes)
    inFile(() => {
      building = built(path, { projects, size: BUILD_BATCH });
      lists.set(projects, listed(path, projects));
    });
  const events = Number(values.rebuild);
  if (events > 0) building = inFile(() => built(path, { projects: events, size: BUILD_BATCH, events }));
  decoded();
  report({ lists, live, building, published: await published(folder, Number(values.published)) });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
