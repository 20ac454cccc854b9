import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { installation, silent as log } from '@junkan/kit/installation.fixture.ts';
import { type Leases, leases } from '@junkan/kit/store/leases.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { view } from '../inbox/view.ts';
import { initial, type State } from '../settings/settings.ts';
import { sendDue } from './sender.ts';
import { transportTo } from './transport.ts';

const { db: databaseOf } = installation();
const DAY_MS = 86_400_000;
const settings: State = { ...initial, digest: 'daily', mail: 'txt_a', roles: ['proposer.officer'], language: 'ja' };

/** A server of mail, which keeps what it takes; it refuses whom it does not know. */
const taken: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _, answer) => answer(address.startsWith('nobody') ? new Error('no such mailbox') : undefined),
  onData: (stream, _, answer) => void text(stream).then((mail) => answer(null, String(taken.push(mail)))),
});
let transport: ReturnType<typeof transportTo>;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  transport = transportTo(`smtp://127.0.0.1:${port}`, 'junkan@city.example', { isOpen: true });
});
afterAll(async () => {
  await transport.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

let inbox: DatabaseSync;
let realNow: number;
let outbox: Leases;
let counted: ('sent' | 'failed')[];
beforeEach(() => {
  taken.length = 0;
  counted = [];
  realNow = 1_000_000;
  outbox = leases(databaseOf(randomUUID().slice(0, 8)), 'mails', () => realNow);
  inbox = new DatabaseSync(':memory:');
  inbox.exec(view.ddl);
  happen(['settings', 'set_a', 'SettingsChanged', { person: 'per_a', organisation: 'org_a', digest: 'daily' }]);
  happen(['project', 'prj_a', 'ProjectDrafted', { proposer: 'org_a' }]);
  happen(['project', 'prj_a', 'ProjectDeclaredEligible', { submission: 1 }]);
});

let version = 0;
function happen([aggregate, stream, type, data]: readonly [string, string, string, Record<string, unknown>]): void {
  const rows = view.rows(inbox);
  version += 1;
  const place = { version, sequence: version, place: 0, at: `2026-11-24T00:00:00.${String(version).padStart(3, '0')}Z` };
  const cause = { actor: 'per_b', correlationId: 'r', causationId: 'r', clockOffset: 0, schema: 1 };
  const event: ViewEvent = { context: aggregate === 'settings' ? 'notice' : 'project', aggregate, stream, type, data, ...place, ...cause };
  rows.fold(event);
  rows.write();
}

type Change = {
  readonly day?: number;
  readonly address?: string;
  readonly state?: State;
  readonly box?: Leases;
  readonly hand?: typeof transport.send;
};
const send = ({
  day = 0,
  address = 'clerk@city.example',
  state = settings,
  box = outbox,
  hand = transport.send,
}: Change = {}): Promise<void> =>
  sendDue({
    log,
    home: 'https://junkan.city.example',
    outbox: box,
    send: hand,
    count: (outcome) => void counted.push(outcome),
    store: { load: async () => ({ state, version: 1 }) } as unknown as Parameters<typeof sendDue>[0]['store'],
    texts: { read: async () => new Map(address === '' ? [] : [['txt_a', address]]) },
    inbox: { prepare: (sql: string) => inbox.prepare(sql) },
    clock: { now: () => new Date(Date.parse('2026-11-24T12:00:00.000Z') + day * DAY_MS).toISOString() as never },
  });
const idOf = (mail = ''): string | undefined => /^Message-ID: (.+)$/im.exec(mail)?.[1]?.trim();

test('a mail says once a day how much was not read, and where; of nothing new there is none', async () => {
  await send();
  await send();
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatch(/^To: clerk@city\.example/m);
  expect(taken[0]).toContain('https://junkan.city.example/notifications');
  await send({ day: 1 });
  expect(taken).toHaveLength(1);
  happen(['project', 'prj_a', 'ProjectApproved', { round: 1 }]);
  await send({ day: 2 });
  expect(taken).toHaveLength(2);
  expect(idOf(taken[1])).not.toBe(idOf(taken[0]));
});

test('of two senders one sends', async () => {
  await Promise.all([send(), send(), send()]);
  expect(taken).toHaveLength(1);
});

test('who dies between handing over and saying so is followed by a mail that says it is the same', async () => {
  const dying: Leases = { ...outbox, done: () => Promise.reject(new Error('killed')) };
  await send({ box: dying });
  await send();
  expect(taken).toHaveLength(1);
  // Until its lease is over it may still be alive.
  realNow += DAY_MS;
  await send();
  expect(taken).toHaveLength(2);
  expect(idOf(taken[0])).toMatch(/^<[0-9a-f]{40}@notices\.junkan>$/);
  expect(idOf(taken[1])).toBe(idOf(taken[0]));
  realNow += DAY_MS;
  await send();
  expect(taken).toHaveLength(2);
});

test('what a server refuses is tried again once the lease is over; erased words leave no address', async () => {
  await send({ address: 'nobody@city.example' });
  expect(taken).toEqual([]);
  realNow += DAY_MS;
  await send();
  expect(taken).toHaveLength(1);
  happen(['project', 'prj_a', 'ProjectApproved', { round: 1 }]);
  await send({ day: 1, address: '' });
  expect(taken).toHaveLength(1);
});

test('what is muted or was read is not mailed', async () => {
  await send({ state: { ...settings, mutedKinds: ['project'] } });
  await send({ day: 1, state: { ...settings, readTo: '2027-01-01T00:00:00.000Z/prj_a@00000001' } });
  expect(taken).toEqual([]);
});

test('what could not be handed over is counted, and is undelivered until it is', async () => {
  const hand = (): Promise<void> => Promise.reject(new Error('the server is away'));
  await send({ hand });
  expect([counted, await outbox.unfinished()]).toEqual([['failed'], 1]);
  realNow += DAY_MS;
  await send();
  expect([counted, await outbox.unfinished()]).toEqual([['failed', 'sent'], 0]);
});
