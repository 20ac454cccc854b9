import { deepStrictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CreditTransfers, writePain001 } from '@junkan/disbursement/banking/iso20022/pain001.ts';
import { readBadgesByOthers } from './badges.ts';

/**
 * A file for banks, and certificates, are read by programs of others, and say there what was written: node tests/standards/main.ts
 * It takes Python packages from their index when it is first run; where these cannot be had, it says so and proves nothing.
 */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ENVIRONMENT = here('../../.tools/standards');
const REQUIREMENTS = here('../../infra/setup/standards/requirements.txt');
const TRANSFERS = 1_000;

const python = join(ENVIRONMENT, 'bin/python');
const missing = missingPackage();
if (missing) console.log(`skipped: ${missing}`);
else {
  readByOthers();
  await readBadgesByOthers(python);
}

function missingPackage(): string | undefined {
  const made = spawnSync('python3', ['-m', 'venv', ENVIRONMENT], { encoding: 'utf8' });
  if (made.status !== 0) return `Python 3.10 or later with venv is not here: ${made.error?.message ?? made.stderr.trim()}`;
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--require-hashes', '-r', REQUIREMENTS];
  const installed = spawnSync(python, install, { encoding: 'utf8' });
  return installed.status === 0 ? undefined : `the Python packages cannot be had: ${installed.stderr.trim()}`;
}

function readByOthers(): void {
  const order = orderOf(TRANSFERS);
  const written = writePain001(order);
  if (!written.ok) throw new Error(JSON.stringify(written.faults));
  const folder = mkdtempSync(join(tmpdir(), 'junkan-'));
  try {
    const file = join(folder, 'pain001.xml');
    writeFileSync(file, written.text);
    const read = spawnSync(python, [here('read_pain001.py'), file], { encoding: 'utf8' });
    if (read.status !== 0) throw new Error(read.stderr);
    const { controlSum } = written;
    deepStrictEqual(JSON.parse(read.stdout), {
      messageId: order.messageId,
      count: `${TRANSFERS}`,
      controlSum,
      found: TRANSFERS,
      sum: controlSum,
      currencies: [order.currency],
      days: [order.executionDay],
      references: order.transfers.map(({ endToEndId }) => endToEndId),
      payees: order.transfers.map((_, at) => `Thanh pho Da Nang ${at}`),
    });
    console.log(
      `pyiso20022 reads ${TRANSFERS} transfers of ${order.currency} ${controlSum} in ${written.text.length} bytes, as they were written`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function orderOf(count: number): CreditTransfers {
  const payer = {
    name: 'Monsoon Development Bank',
    account: { local: '0001234567' },
    bic: 'EXMPSGS0XXX',
    town: 'Singapore',
    country: 'SG',
  };
  const transfers = Array.from({ length: count }, (_, at) => ({
    endToEndId: `JUNKAN-${`${at}`.padStart(26, '0')}`,
    amount: { amount: BigInt(at) * 1_000_003n + 1n, currency: 'PHP' },
    payee: { name: `Thành phố Đà Nẵng ${at}`, account: { local: `${at}` }, bic: 'EXMPVNV0XXX', town: 'Đà Nẵng', country: 'VN' },
    remittance: `KAL-2026-${at} tranche 1`,
  }));
  const [createdAt, executionDay] = ['2026-08-04T10:00:00.000Z', '2026-08-07'];
  return { messageId: 'JUNKAN-20260804-0001', createdAt, executionDay, currency: 'PHP', payer, transfers };
}
