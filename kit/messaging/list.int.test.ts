import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installation, openContext, signers, silent, until } from '../installation.fixture.ts';
import { accounts } from '../store/account.fixture.ts';
import { give } from './accounts.fixture.ts';
import { type Lists, listPage } from './list.ts';
import { ownList, startOwnList } from './list-projection.ts';
import { readModelsOf, rebuildReadModel } from './read-models.ts';
import { waits } from './waits.ts';

type Account = { readonly id: string; readonly balance: string; readonly filling: string };

const installed = installation();
let bank: Awaited<ReturnType<typeof openContext>>;
let lists: Lists;
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  bank = await openContext(installed, 'bank');
  opened.push(bank.relay);
  lists = { db: bank.db, store: bank.store, waits: waits(bank.db) };
});
afterAll(async () => {
  for (const each of opened.reverse()) await each.close();
});

const KILO = 1_024;
const list = ownList<Parameters<typeof accounts.evolve>[0], Account>({
  name: 'account_list',
  aggregate: accounts,
  message: (id, { state }) => ({ id, balance: String(state.balance), filling: 'x'.repeat(Number(state.balance) * KILO) }),
  keys: ({ balance }) => ({ balance }),
});
const call = { actor: { person: 'rin', organisation: 'secretariat', roles: [] } };
const ask = (page: Partial<{ limit: number; cursor: string; after: string }>) =>
  listPage<Account>(lists, list.name, { keys: {}, page: { limit: 500, cursor: '', after: '', ...page }, call });

test('a list answers as of a version once it has seen it, and refuses at once a version that the stream does not have', async () => {
  await give(bank.store, 'acc_1', 1n, 2n);
  const waiting = ask({ after: 'acc_1@2' });
  opened.push(
    await startOwnList(list, {
      ...lists,
      store: bank.store,
      context: 'bank',
      nats: installed.nats,
      namespace: installed.namespace,
      signers,
      log: silent,
    }),
  );
  expect((await waiting).messages.map(({ id, balance }) => [id, balance])).toEqual([['acc_1', '3']]);
  for (const after of ['acc_1@3', 'acc_9@1'])
    await expect(ask({ after })).rejects.toMatchObject({ problem: { kind: 'invalid', type: 'FieldIsInvalid', data: { field: 'after' } } });
});

test('a page of large items ends early and leads on, so that no answer is larger than may travel; none is left out', async () => {
  const streams = Array.from({ length: 9 }, (_, index) => `acc_2${index}`);
  for (const stream of streams) await give(bank.store, stream, 500n);
  await ask({ after: 'acc_28@1' });
  const pages: string[][] = [];
  let cursor = '';
  do {
    const page = await ask({ cursor });
    pages.push(page.messages.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== '');
  expect(pages.flat()).toEqual(['acc_1', ...streams]);
  expect(pages.map((page) => page.length)).toEqual([5, 4, 1]);
});

test('words in the place of their references count as they are told', async () => {
  const worded = async (account: Account): Promise<Account> => ({ ...account, filling: 'y'.repeat(1_500 * KILO) });
  const page = await listPage<Account>(lists, list.name, { keys: {}, page: undefined, call, worded });
  expect([page.messages.length, page.nextCursor !== '']).toEqual([1, true]);
});

test('a rebuild keeps the order in which the streams of a list began, which is that of its pages', async () => {
  const named = ownList({ ...list, name: 'begun_list', message: (id, { state }) => ({ id, balance: String(state.balance), filling: '' }) });
  const place = { nats: installed.nats, namespace: installed.namespace };
  const running = await startOwnList(named, { ...lists, ...place, store: bank.store, context: 'bank', signers, log: silent });
  opened.push(running);
  for (const stream of ['acc_33', 'acc_31', 'acc_32']) {
    await give(bank.store, stream, 1n);
    await sleep(2);
  }
  await give(bank.store, 'acc_33', 1n);
  const page = (cursor: string, after = '') => listPage<Account>(lists, named.name, { keys: {}, page: { limit: 1, cursor, after }, call });
  const paged = async (): Promise<string[]> => {
    const seen: string[] = [];
    for (let [cursor, isFirst] = ['', true]; isFirst || cursor !== ''; isFirst = false) {
      const { messages, nextCursor } = await page(cursor, 'acc_33@2');
      seen.push(...messages.map(({ id }) => id));
      cursor = nextCursor;
    }
    return seen.filter((id) => id.startsWith('acc_3'));
  };
  expect(await paged()).toEqual(['acc_33', 'acc_31', 'acc_32']);
  for (const model of await readModelsOf(bank.db)) await rebuildReadModel({ ...place, db: bank.db }, model);
  await until(async () => (await paged()).length === 3);
  expect(await paged()).toEqual(['acc_33', 'acc_31', 'acc_32']);
  const ofAnEarlierVersion = Buffer.from('acc_1').toString('base64url');
  await expect(page(ofAnEarlierVersion)).rejects.toMatchObject({ problem: { kind: 'malformed', type: 'CursorIsMalformed' } });
});
