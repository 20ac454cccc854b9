/**
 * What money costs: durable commands of payments through gRPC compared with the bare driver that writes the same documents, how soon an
 * entry is in the accounts, and what a thousand postings cost as the journal grows. Engines and service are of this run alone, on loopback.
 *
 * npm run bench -- ledger [--agreements 200] [--at-once 32] [--entries 10000,100000,1000000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commanded } from './ledger-commands.ts';
import { grown } from './ledger-growth.ts';
import { openLedger } from './ledger-service.ts';

const { values } = parseArgs({
  options: {
    agreements: { type: 'string', default: '200' },
    'at-once': { type: 'string', default: '32' },
    entries: { type: 'string', default: '10000,100000,1000000' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'junkan-bench-'));
try {
  const opened = await openLedger(folder);
  try {
    await commanded(opened, { agreements: Number(values.agreements), atOnce: Number(values['at-once']) });
  } finally {
    await opened.close();
  }
  grown(join(folder, 'journal.db'), values.entries.split(',').map(Number));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
