import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installation, openContext, silent, until } from '../installation.fixture.ts';
import { accounts } from '../store/account.fixture.ts';
import { give } from './accounts.fixture.ts';
import type { RunningConsumer } from './consumer.ts';
import { listPage } from './list.ts';
import { ownList, startOwnList } from './list-projection.ts';
import { readModelsOf, rebuildReadModel } from './read-models.ts';

const place = installation();
let bank: Awaited<ReturnType<typeof openContext>>;
let lists: RunningConsumer[];

const list = ownList({
  name: 'account_list',
  aggregate: accounts,
  message: (id, { state }) => ({ id, balance: state.balance.toString() }),
  keys: ({ balance }) => ({ balance }),
});
const byBalance = ownList({ ...list, name: 'accounts_by_balance', place: ({ balance }) => balance.padStart(5, '0') });

const parts = () => ({ db: bank.db, nats: place.nats, namespace: place.namespace, log: silent });

async function untilQuiet(): Promise<void> {
  const behind = async () => (await Promise.all(lists.map((each) => each.behind()))).reduce((sum, count) => sum + count, 0);
  const isQuiet = async () => (await bank.relay.backlog()).unrelayed === 0 && (await behind()) === 0;
  await until(async () => (await isQuiet()) && (await isQuiet()));
}

/** All of a list, in pages of one. */
async function paged(name: string): Promise<string[]> {
  const seen: string[] = [];
  let cursor = '';
  do {
    const { messages, nextCursor } = await listPage<{ id: string }>(bank.db, name, {}, { limit: 1, cursor, after: '' });
    seen.push(...messages.map(({ id }) => id));
    cursor = nextCursor;
  } while (cursor !== '');
  return seen;
}

beforeAll(async () => {
  bank = await openContext(place, 'bank');
  lists = await Promise.all([list, byBalance].map((each) => startOwnList(each, { ...parts(), store: bank.store, context: 'bank' })));
  for (const [stream, amount] of [
    ['acc_3', 20n],
    ['acc_1', 100n],
    ['acc_2', 3n],
    ['acc_3', 1n],
  ] as const) {
    await give(bank.store, stream, amount);
    await sleep(2);
  }
  await untilQuiet();
});
afterAll(async () => {
  for (const each of lists) await each.close();
  await bank.relay.close();
});

test('a list is in the order in which its streams began, whatever happened to them since, and after a rebuild too', async () => {
  expect(await paged(list.name)).toEqual(['acc_3', 'acc_1', 'acc_2']);
  for (const model of await readModelsOf(bank.db)) await rebuildReadModel(parts(), model);
  await untilQuiet();
  expect(await paged(list.name)).toEqual(['acc_3', 'acc_1', 'acc_2']);
});

test('a list that says where its rows are is in that order', async () => {
  expect(await paged(byBalance.name)).toEqual(['acc_2', 'acc_3', 'acc_1']);
});

test('a cursor of an earlier version is refused, and leads nowhere', async () => {
  const cursor = Buffer.from('acc_1').toString('base64url');
  const asked = listPage(bank.db, list.name, {}, { limit: 1, cursor, after: '' });
  await expect(asked).rejects.toMatchObject({ problem: { kind: 'malformed', type: 'CursorIsMalformed' } });
});
