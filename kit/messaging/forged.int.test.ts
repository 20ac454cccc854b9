import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { installation, openContext, signatures, signer, signers, silent, thief, until } from '../installation.fixture.ts';
import { instant } from '../pure/dates.ts';
import type { Commit } from '../store/commit.ts';
import { signaturesOf } from '../store/signatures.ts';
import { readAccounts } from '../views/reading.fixture.ts';
import { give } from './accounts.fixture.ts';
import { type Publishable, signedEventOf } from './cloud-event.ts';
import { feedOf } from './feed.ts';
import { ensureEventStream, eventStreamName } from './nats.ts';
import { startRelay } from './relay.ts';

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

const parts = () => ({ db: bank.db, nats: place.nats, namespace: place.namespace, log: silent });
async function readBank() {
  const reading = await readAccounts({ natsUrl: inject('natsUrl'), namespace: place.namespace });
  opened.push(reading);
  return reading;
}
const isRelayed = () => bank.relay.backlog().then(({ unrelayed }) => unrelayed === 0);
const commits = () => bank.db.collection<Commit>('commits');

/** A commit that nobody has recorded. */
const invented = (stream: string, version: number, amount: string): Publishable => ({
  _id: `${stream}@${version}`,
  stream,
  aggregate: 'account',
  from: version,
  to: version,
  events: [{ type: 'Deposited', schema: 1, data: { amount } }],
  commandId: 'forged',
  requestHash: '',
  answer: { status: '' },
  actor: { person: 'ghost', organisation: 'nowhere', roles: [] },
  correlationId: 'forged',
  causationId: 'forged',
  at: instant(0),
  clockOffset: 0,
});

type Message = { readonly subject: string; readonly text: string };
const by = (who: typeof signer, commit: Publishable): Message =>
  signedEventOf({ namespace: place.namespace, context: 'bank' }, who, commit, 0);
const changed = ({ subject, text }: Message, change: object): Message => ({
  subject,
  text: JSON.stringify({ ...JSON.parse(text), ...change }),
});
const without = ({ subject, text }: Message, ...names: string[]): Message => ({
  subject,
  text: JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).filter(([name]) => !names.includes(name)))),
});

/** Each is the next event of acc_1 as somebody would have it who may publish anything and lacks the owner's key. */
const FORGERIES: Record<string, () => Message> = {
  'without a signature': () => without(by(signer, invented('acc_1', 2, '999')), 'signature', 'signedby'),
  'without a signature, in the owner’s name': () => without(by(signer, invented('acc_1', 2, '999')), 'signature'),
  'signed by another program under its own name': () => by(thief, invented('acc_1', 2, '999')),
  'signed by another program in the owner’s name': () => by({ ...thief, id: signer.id }, invented('acc_1', 2, '999')),
  'signed by nobody that is known': () => by({ ...thief, id: 'nobody' }, invented('acc_1', 2, '999')),
  'with another amount than was signed': () => changed(by(signer, invented('acc_1', 2, '1')), { data: { amount: '999' } }),
  'with another version than was signed': () => changed(by(signer, invented('acc_1', 5, '999')), { id: 'acc_1@2', streamversion: 2 }),
  'with another stream than was signed': () => changed(by(signer, invented('acc_9', 2, '999')), { id: 'acc_1@2', subject: 'acc_1' }),
  'with another type than was signed': () => changed(by(signer, invented('acc_1', 2, '999')), { type: 'junkan.bank.v2.Deposited' }),
  'with another actor than was signed': () => changed(by(signer, invented('acc_1', 2, '999')), { actor: 'per_a' }),
  'with another time than was signed': () => changed(by(signer, invented('acc_1', 2, '999')), { time: instant(1) }),
  'with another offset of the clock than was signed': () => changed(by(signer, invented('acc_1', 2, '999')), { clockoffset: '5' }),
  'with more than was signed': () => changed(by(signer, invented('acc_1', 2, '999')), { traceparent: '00-1-1-01' }),
  'of another installation': () => ({
    ...by(signer, invented('acc_1', 2, '999')),
    text: signedEventOf({ namespace: 'other', context: 'bank' }, signer, invented('acc_1', 2, '999'), 0).text,
  }),
  'of another context': () => ({
    ...by(signer, invented('acc_1', 2, '999')),
    text: signedEventOf({ namespace: place.namespace, context: 'shop' }, signer, invented('acc_1', 2, '999'), 0).text,
  }),
  'of another kind of item': () => ({
    ...by(signer, invented('acc_1', 2, '999')),
    text: by(signer, { ...invented('acc_1', 2, '999'), aggregate: 'loan' }).text,
  }),
  'of an unknown type, without a signature': () =>
    without(by(signer, { ...invented('acc_1', 2, '0'), events: [{ type: 'Vanished', schema: 1, data: {} }] }), 'signature'),
  'that is no event': () => ({ subject: `${place.namespace}.events.bank.account.Deposited`, text: '{"id":"acc_1@2"}' }),
  'that is no JSON': () => ({ subject: `${place.namespace}.events.bank.account.Deposited`, text: 'acc_1@2' }),
};

describe.each(Object.entries(FORGERIES))('a message %s', (_, forge) => {
  test('reaches no view, also none that is made again, and holds nothing up', async () => {
    const { rows, isQuiet, view } = await readBank();
    await give(bank.store, 'acc_1', 1n);
    await until(() => rows().length === 1);
    const { subject, text } = forge();
    await place.nats.js.publish(subject, text);
    await give(bank.store, 'acc_1', 2n);
    const right = [['acc_1', 2, ['1', '2']]];
    await until(async () => (await isRelayed()) && (await isQuiet()) && isDeepStrictEqual(rows(), right));
    const again = await readBank();
    await until(again.isQuiet);
    expect([again.rows(), view.parked().count, again.view.parked().count]).toEqual([right, 0, 0]);
  });

  test('is skipped by listeners, and all else is delivered', async () => {
    await give(bank.store, 'acc_1', 1n);
    await until(isRelayed);
    const { subject, text } = forge();
    await place.nats.js.publish(subject, text);
    await give(bank.store, 'acc_1', 2n);
    await until(isRelayed);
    const received: unknown[] = [];
    const heard = new AbortController();
    for await (const { version, event } of feedOf(place.nats, place.namespace, signers, silent).read('bank', 0, heard.signal)) {
      received.push([version, event.data['amount']]);
      if (version === 2) heard.abort();
    }
    expect(received).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
  });
});

test('an event whose id somebody was first to publish under is published all the same, by every relay that tries once', async () => {
  const { rows, isQuiet } = await readBank();
  await ensureEventStream(place.nats, place.namespace, 'bank');
  const { subject, text } = by(thief, invented('acc_1', 1, '999'));
  await place.nats.js.publish(subject, text, { msgID: 'acc_1@1' });
  await give(bank.store, 'acc_1', 1n, 2n);
  await until(async () => (await isRelayed()) && (await isQuiet()) && rows().length === 1);
  await bank.relay.close();
  await commits().updateMany({}, { $set: { relayed: 0 } });
  const again = await startRelay({ ...parts(), context: 'bank', signer, signatures });
  opened.push(again);
  await until(async () => (await again.backlog()).unrelayed === 0);
  await until(() => isDeepStrictEqual(rows(), [['acc_1', 2, ['1', '2']]]));
  // The forgery, the true one under an id of its own, and the second.
  expect((await place.nats.manager.streams.info(eventStreamName(place.namespace, 'bank'))).state.messages).toBe(3);
});

test('a commit that somebody has written into the database is not published, and holds nothing else up', async () => {
  const { rows, isQuiet } = await readBank();
  await give(bank.store, 'acc_1', 1n);
  await until(isRelayed);
  const forged = { ...invented('acc_1', 2, '999'), before: '', relayed: 0, signedBy: thief.id };
  const by = { publicKey: () => undefined, context: 'bank', owner: 'teller' };
  await commits().insertMany([
    { ...forged, _id: 'acc_1@0000000002', signature: 'none' },
    signaturesOf({ ...by, own: thief }).sign('commit', { ...forged, _id: 'acc_2@0000000001', stream: 'acc_2', from: 1, to: 1 }),
    signaturesOf({ ...by, own: { ...thief, id: signer.id } }).sign('commit', {
      ...forged,
      _id: 'acc_3@0000000001',
      stream: 'acc_3',
      from: 1,
      to: 1,
    }),
  ]);
  await give(bank.store, 'acc_4', 1n);
  await until(async () => rows().length === 2 && (await isQuiet()) && (await bank.relay.backlog()).unrelayed === 3);
  expect(rows()).toEqual([
    ['acc_1', 1, ['1']],
    ['acc_4', 1, ['1']],
  ]);
  const { state } = await place.nats.manager.streams.info(eventStreamName(place.namespace, 'bank'));
  expect(state.messages).toBe(2);
});

test('events that an earlier version published without signatures are published again with them, and then read', async () => {
  await bank.relay.close();
  await give(bank.store, 'acc_1', 1n, 2n, 3n);
  const stream = eventStreamName(place.namespace, 'bank');
  for (const commit of await commits().find().sort({ _id: 1 }).toArray()) {
    const { subject, text } = without(by(signer, commit), 'signature', 'signedby');
    const { seq } = await place.nats.js.publish(subject, text, { msgID: `acc_1@${commit.from}` });
    await commits().updateOne({ _id: commit._id }, { $set: { relayed: seq } });
  }
  await bank.db.collection<{ _id: string }>('relay_marks').insertOne({ _id: stream, sequence: 3, messageId: 'acc_1@3' } as never);
  const { rows, isQuiet } = await readBank();
  await until(isQuiet);
  expect(rows()).toEqual([]);

  const relay = await startRelay({ ...parts(), context: 'bank', signer, signatures });
  opened.push(relay);
  await until(async () => rows().length === 1 && (await relay.backlog()).unrelayed === 0);
  await until(() => isDeepStrictEqual(rows(), [['acc_1', 3, ['1', '2', '3']]]));
  const { state } = await place.nats.manager.streams.info(stream);
  expect([state.messages, state.first_seq, state.last_seq]).toEqual([3, 4, 6]);
});
