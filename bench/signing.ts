/**
 * What it costs that each commit is signed: durable commands of one store as it is, and of one that signs and checks nothing, in turns, so
 * that whatever else the machine does slows both. The engine is of this run alone, on loopback.
 *
 * npm run bench -- signing [--rounds 40] [--commands 500] [--at-once 32]
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngines } from '@junkan/infra/embedded/engines.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { keysOf, newKeys } from '@junkan/kit/keys.ts';
import { connectMongo, type Database } from '@junkan/kit/mongo.ts';
import { accounts, deposit, received } from '@junkan/kit/store/account.fixture.ts';
import { type EventStore, openEventStore } from '@junkan/kit/store/event-store.ts';
import { type Signatures, signaturesOf } from '@junkan/kit/store/signatures.ts';
import { percentile, print } from './measure.ts';

/** Commands a second with signing, compared with as many without. */
const TARGET = 0.95;
/** Commands that each stream takes in a round. */
const EACH = 5;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    commands: { type: 'string', default: '500' },
    'at-once': { type: 'string', default: '32' },
  },
});
const [rounds, commands, atOnce] = [values.rounds, values.commands, values['at-once']].map(Number) as [number, number, number];

const { own, publicKey } = keysOf('teller', newKeys(['teller']).teller);
const signing = signaturesOf({ context: 'bank', owner: 'teller', publicKey, own });
const unsigned: Signatures = {
  context: 'bank',
  sign: (_, said) => ({ ...said, signedBy: '', signature: '' }),
  hold: () => true,
};

const opened = (db: Database, signatures: Signatures): Promise<EventStore> =>
  openEventStore({ db, signatures, clock: policyClock(true), appended: () => undefined });

/** The seconds for which new streams take these commands, one stream's one after the other. */
async function secondsOf(store: EventStore): Promise<number> {
  const streams = Array.from({ length: commands / EACH }, () => `acc_${randomUUID()}`).values();
  const began = performance.now();
  const turns = Array.from({ length: atOnce }, async () => {
    for (const stream of streams)
      for (let left = EACH; left > 0; left -= 1) {
        const executed = await store.execute(accounts, { stream, command: deposit(1n), call: received(randomUUID()) });
        if (!executed.ok) throw new Error(executed.rejection.type);
      }
  });
  await Promise.all(turns);
  return (performance.now() - began) / 1_000;
}

const folder = mkdtempSync(join(tmpdir(), 'junkan-bench-'));
const log = { info: () => undefined, warn: (details: object, message: string) => console.error(message, details) };
const engines = await startEngines({ dataDir: join(folder, 'engines'), log, only: ['mongo'] });
try {
  const mongo = await connectMongo({ JUNKAN_MONGO_URL: engines.mongoUrl });
  const withSigning = await opened(mongo.db('bench_signed'), signing);
  const without = await opened(mongo.db('bench_unsigned'), unsigned);
  await secondsOf(withSigning);
  await secondsOf(without);
  const took = { withSigning: 0, without: 0 };
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const isFirst = round % 2 === 0;
    const early = await secondsOf(isFirst ? withSigning : without);
    const late = await secondsOf(isFirst ? without : withSigning);
    const [signed, plain] = isFirst ? [early, late] : [late, early];
    took.withSigning += signed;
    took.without += plain;
    ratios.push(plain / signed);
  }
  await mongo.close();
  const each = (seconds: number): string => `${((rounds * commands) / seconds).toFixed(0)} a second`;
  const ratio = took.without / took.withSigning;
  print(`${rounds * commands} commands that are signed, ${atOnce} at once`, each(took.withSigning));
  print('as many that are not', each(took.without));
  print('with signing, compared with without', `${ratio.toFixed(3)}, in the middle of all rounds ${percentile(ratios, 0.5).toFixed(3)}`);
  print(`  at least ${TARGET}`, ratio >= TARGET ? 'met' : 'not met');
  if (ratio < TARGET) process.exitCode = 1;
} finally {
  await engines.stop();
  rmSync(folder, { recursive: true, force: true });
}
