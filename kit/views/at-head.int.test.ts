import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { installation, openContext, silent, until } from '../installation.fixture.ts';
import type { Log } from '../log.ts';
import { give } from '../messaging/accounts.fixture.ts';
import { eventStreamEnd } from '../messaging/nats.ts';
import type { Commit } from '../store/commit.ts';
import { atHead } from './at-head.ts';
import { readAccounts } from './reading.fixture.ts';

const engines = installation();
let bank: Awaited<ReturnType<typeof openContext>>;
let accounts: Awaited<ReturnType<typeof readAccounts>>;
beforeAll(async () => {
  bank = await openContext(engines, 'bank');
  accounts = await readAccounts({ natsUrl: inject('natsUrl'), nats: engines.nats, namespace: engines.namespace });
  await until(() => !accounts.view.isStale);
});
afterAll(async () => {
  await accounts.close();
  await bank.relay.close();
});

test('what is recorded of the aggregates that a decision rests on is read before it', async () => {
  const { nats, namespace } = engines;
  const end = () => eventStreamEnd(nats, namespace, 'bank');
  const reached = atHead({ db: bank.db, context: 'bank', log: silent, end }, [accounts.view], ['account']);
  for (const sum of [1n, 2n, 3n]) {
    await give(bank.store, 'acc_0', sum);
    await reached();
    expect(accounts.rows()).toContainEqual(['acc_0', Number(sum), expect.anything()]);
    await until(accounts.isQuiet);
    // Nothing is left to be read.
    await reached();
  }
});

test('what no view comes to stops decisions, and the log names it with its context', async () => {
  const said: unknown[] = [];
  const log = { ...silent, warn: (details: unknown) => said.push(details) } as unknown as Log;
  const { nats, namespace } = engines;
  const reached = atHead({ db: bank.db, context: 'bank', log, end: () => eventStreamEnd(nats, namespace, 'bank') }, [accounts.view]);
  await give(bank.store, 'acc_1', 1n, 2n);
  await reached();
  expect(said).toEqual([]);

  const written = await bank.db.collection<Commit>('commits').findOne({ stream: 'acc_1', from: 1 });
  await bank.db.collection<Commit>('commits').insertOne({ ...(written as Commit), _id: 'acc_2@1', stream: 'acc_2', relayed: 0 });
  await expect(reached()).rejects.toThrow('PartIsNotReady');
  expect(said).toEqual([{ lacking: [{ view: accounts.view.path, lacks: 'acc_2@1 of bank' }] }]);
});
