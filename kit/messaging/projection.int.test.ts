import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installation, openContext, signer, signers, silent, until } from '../installation.fixture.ts';
import type { Commit } from '../store/commit.ts';
import { balances, give, mendedBalances } from './accounts.fixture.ts';
import { signedEventOf } from './cloud-event.ts';
import { type RunningConsumer, startConsumer } from './consumer.ts';
import { deleteConsumer, ensureEventStream, eventStreamName } from './nats.ts';
import { askRetry, type ParkedEvent } from './parking.ts';
import { type Projection, type Row, startProjection } from './projection.ts';
import { readModelsOf, rebuildReadModel, untilRead } from './read-models.ts';
import { waits } from './waits.ts';

const shared = installation();
let place: Pick<typeof shared, 'namespace' | 'nats' | 'db'>;
let bank: Awaited<ReturnType<typeof openContext>>;
let opened: { close(): Promise<void> }[];

beforeEach(async () => {
  const part = randomUUID().slice(0, 8);
  place = { namespace: `${shared.namespace}_${part}`, nats: shared.nats, db: (name) => shared.db(`${part}_${name}`) };
  bank = await openContext(place, 'bank');
  opened = [bank.relay];
});
afterEach(async () => {
  for (const each of opened.reverse()) await each.close();
  await shared.nats.manager.streams.delete(eventStreamName(place.namespace, 'bank'));
});

async function kept<Running extends RunningConsumer>(starting: Promise<Running>): Promise<Running> {
  const running = await starting;
  opened.push(running);
  return running;
}
const parts = () => ({ db: bank.db, waits: waits(bank.db), nats: place.nats, namespace: place.namespace, signers, log: silent });
const project = <View extends object>(projection: Projection<View>) => kept(startProjection(projection, { ...parts(), service: 'bank' }));

/** Everything is published, and nothing is left to read: asked twice, because the broker counts a moment after it acknowledges. */
async function untilQuiet(running: RunningConsumer): Promise<void> {
  const isQuiet = async () => (await bank.relay.backlog()).unrelayed === 0 && (await running.behind()) === 0;
  await until(async () => (await isQuiet()) && (await isQuiet()));
}
const rowsOf = async (name = 'balances') => {
  const rows = await bank.db.collection<Row & { amounts: string[] }>(name).find().sort({ _id: 1 }).toArray();
  return rows.map(({ _id, version, amounts }) => ({ _id, version, amounts }));
};
const parked = () => bank.db.collection<ParkedEvent>('parked').find().sort({ _id: 1 }).toArray();

/** Sends an event of a recorded commit past the relay, as often and in whatever order a test wants. */
async function send(stream: string, version: number): Promise<void> {
  const [commit] = await bank.store.history(stream, version);
  if (!commit) throw new Error('there is no such commit');
  const { subject, text } = signedEventOf({ namespace: place.namespace, context: 'bank' }, signer, commit, 0);
  await place.nats.js.publish(subject, text);
}

test('an event that is delivered again changes nothing', async () => {
  const running = await project(balances());
  await give(bank.store, 'acc_1', 1n, 2n, 3n);
  await untilQuiet(running);
  for (const version of [1, 3, 2, 1]) await send('acc_1', version);
  await untilQuiet(running);
  expect(await rowsOf()).toEqual([{ _id: 'acc_1', version: 3, amounts: ['1', '2', '3'] }]);
});

test('an event that comes too early waits until the gap before it is filled', async () => {
  await bank.relay.close();
  await give(bank.store, 'acc_1', 1n, 2n, 3n);
  await bank.db.collection<Commit>('commits').updateMany({}, { $set: { relayed: 1 } });
  const running = await project(balances());
  await send('acc_1', 3);
  await send('acc_1', 1);
  await until(async () => (await rowsOf())[0]?.version === 1);
  await until(async () => (await running.behind()) === 1);
  await send('acc_1', 2);
  await untilQuiet(running);
  expect(await rowsOf()).toEqual([{ _id: 'acc_1', version: 3, amounts: ['1', '2', '3'] }]);
  expect(await parked()).toEqual([]);
});

describe('a poison event', () => {
  let running: RunningConsumer;
  beforeEach(async () => {
    running = await project(balances());
    await give(bank.store, 'acc_1', 1n, 13n, 2n);
    await give(bank.store, 'acc_2', 5n, 6n);
    await untilQuiet(running);
  });
  const reasons = async () => (await parked()).map(({ stream, version, reason }) => [stream, version, reason]);
  const parkedSoFar = [
    ['acc_1', 2, 'thirteen is not understood'],
    ['acc_1', 3, 'an earlier event of this stream is parked'],
  ];

  test('is parked with its reason and with the rest of its stream, while other streams go on', async () => {
    expect(await reasons()).toEqual(parkedSoFar);
    await give(bank.store, 'acc_2', 7n);
    await untilQuiet(running);
    expect(await rowsOf()).toEqual([
      { _id: 'acc_1', version: 1, amounts: ['1'] },
      { _id: 'acc_2', version: 3, amounts: ['5', '6', '7'] },
    ]);
  });

  test('keeps its reason when it is delivered again', async () => {
    await send('acc_1', 2);
    await untilQuiet(running);
    expect(await reasons()).toEqual(parkedSoFar);
  });

  test('is parked again when it is taken again before the fold is mended', async () => {
    expect(await askRetry(bank.db)).toBe(2);
    await until(async () => (await parked()).every(({ retry }) => !retry));
    expect(await reasons()).toEqual(parkedSoFar);
  });

  test('is taken again on demand once the fold is mended, and its stream goes on', async () => {
    await running.close();
    const mended = await project(mendedBalances());
    await give(bank.store, 'acc_1', 4n);
    await untilQuiet(mended);
    expect(await reasons()).toHaveLength(3);
    await askRetry(bank.db, 'bank_balances', 'acc_1');
    await until(async () => (await parked()).length === 0);
    await give(bank.store, 'acc_1', 8n);
    await untilQuiet(mended);
    expect((await rowsOf())[0]).toEqual({ _id: 'acc_1', version: 5, amounts: ['1', '13', '2', '4', '8'] });
  });

  test('is folded by a rebuild with the mended fold, and parked no more', async () => {
    await running.close();
    const mended = await project(mendedBalances());
    for (const model of await readModelsOf(bank.db)) await rebuildReadModel(parts(), model);
    await untilQuiet(mended);
    expect(await parked()).toEqual([]);
    expect((await rowsOf())[0]).toEqual({ _id: 'acc_1', version: 3, amounts: ['1', '13', '2'] });
  });
});

test('replicas of one read model share the work, and its rows are right', async () => {
  const replicas = [await project(balances()), await project(balances())];
  const streams = Array.from({ length: 8 }, (_, index) => `acc_${index}`);
  await Promise.all(streams.map((stream) => give(bank.store, stream, ...Array.from({ length: 30 }, (_, amount) => BigInt(100 + amount)))));
  for (const replica of replicas) await untilQuiet(replica);
  const amounts = Array.from({ length: 30 }, (_, amount) => String(100 + amount));
  expect(await rowsOf()).toEqual(streams.map((_id) => ({ _id, version: 30, amounts })));
  expect(await parked()).toEqual([]);
});

test('a consumer that was deleted makes itself anew and goes on', async () => {
  const running = await project(balances());
  await give(bank.store, 'acc_1', 1n);
  await untilQuiet(running);
  await deleteConsumer(place.nats, eventStreamName(place.namespace, 'bank'), 'bank_balances');
  await give(bank.store, 'acc_1', 2n);
  await untilQuiet(running);
  expect(await rowsOf()).toEqual([{ _id: 'acc_1', version: 2, amounts: ['1', '2'] }]);
});

test('a consumer goes on after the event stream was deleted and made anew without it', async () => {
  await bank.relay.close();
  await give(bank.store, 'acc_1', 1n, 2n);
  await project(balances());
  await send('acc_1', 1);
  await until(async () => (await rowsOf())[0]?.version === 1);
  await place.nats.manager.streams.delete(eventStreamName(place.namespace, 'bank'));
  await ensureEventStream(place.nats, place.namespace, 'bank');
  await send('acc_1', 2);
  await until(async () => (await rowsOf())[0]?.version === 2);
});

test('events that an outage kept from being handled come again', async () => {
  const outages = ['first', 'second'];
  const handled: number[] = [];
  const running = await kept(
    startConsumer({
      ...parts(),
      context: 'bank',
      durable: 'fragile',
      handle: async (deliveries) => {
        const outage = outages.shift();
        if (outage) throw new Error(`${outage} outage`);
        handled.push(...deliveries.map(({ version }) => version));
        return [];
      },
    }),
  );
  await give(bank.store, 'acc_1', 1n, 2n);
  await untilQuiet(running);
  expect(outages).toEqual([]);
  expect(handled.sort()).toEqual([1, 2]);
});

describe('a rebuild', () => {
  test('while everything runs ends with the same rows', async () => {
    const replicas = [await project(balances()), await project(balances())];
    const streams = ['acc_1', 'acc_2', 'acc_3'];
    for (const stream of streams) await give(bank.store, stream, 1n, 2n, 3n);
    for (const replica of replicas) await untilQuiet(replica);
    const [model] = await readModelsOf(bank.db);
    if (!model) throw new Error('the read model is not noted');
    const giving = Promise.all(streams.map((stream) => give(bank.store, stream, ...Array<bigint>(20).fill(4n))));
    await rebuildReadModel(parts(), model);
    await giving;
    expect(await untilRead(parts(), model, AbortSignal.timeout(20_000))).toBe(true);
    for (const replica of replicas) await untilQuiet(replica);
    const amounts = ['1', '2', '3', ...Array<string>(20).fill('4')];
    expect(await rowsOf()).toEqual(streams.map((_id) => ({ _id, version: 23, amounts })));
  });

  test('of a read model whose service does not run is done when it starts', async () => {
    const running = await project(balances());
    await give(bank.store, 'acc_1', 1n, 2n);
    await untilQuiet(running);
    await running.close();
    for (const model of await readModelsOf(bank.db)) await rebuildReadModel(parts(), model);
    expect(await rowsOf()).toEqual([]);
    await untilQuiet(await project(balances()));
    expect(await rowsOf()).toEqual([{ _id: 'acc_1', version: 2, amounts: ['1', '2'] }]);
  });
});
