import { randomBytes } from 'node:crypto';
import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { type PolicyClock, policyClock } from '@junkan/kit/clock.ts';
import { keysOf, newKeys } from '@junkan/kit/keys.ts';
import { createLog } from '@junkan/kit/log.ts';
import { signedEventOf } from '@junkan/kit/messaging/cloud-event.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import type { RunningConsumer } from '@junkan/kit/messaging/consumer.ts';
import { ensureEventStream, eventStreamName, type Nats } from '@junkan/kit/messaging/nats.ts';
import { signersOf } from '@junkan/kit/messaging/signing.ts';
import { connectMongo, type MongoClient } from '@junkan/kit/mongo.ts';
import { instant, milliseconds, plusDays } from '@junkan/kit/pure/dates.ts';
import { OWNERS, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { Client, Connection } from '@temporalio/client';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { milestoneId, WAKE_UP } from '../contract.ts';
import { type WakeRecords, wakeRecords } from '../wake-records.ts';
import { startBridge } from './bridge.ts';

const namespace = `b${randomBytes(5).toString('hex')}`;
const log = createLog('bridge', 'silent');

const keys = keysOf('project-registry', newKeys(PROGRAM_NAMES)['project-registry']);
let mongo: MongoClient;
let nats: Nats;
let connection: Connection;
let client: Client;
let index: WakeRecords;
let clock: PolicyClock;
let bridge: RunningConsumer;

beforeAll(async () => {
  mongo = await connectMongo({ JUNKAN_MONGO_URL: inject('mongoUrl') });
  nats = await connectNats({ JUNKAN_NATS_URL: inject('natsUrl') }, 'bridge-test');
  connection = await Connection.connect({ address: inject('temporalAddress'), connectTimeout: '30 seconds' });
  client = new Client({ connection });
  clock = policyClock(true);
  index = await wakeRecords(mongo.db(namespace), clock);
  await ensureEventStream(nats, namespace, 'project');
  bridge = await startBridge({ client, wakeRecords: index, clock, nats, namespace, signers: signersOf(keys.publicKey, OWNERS), log });
});
afterAll(async () => {
  await bridge?.close();
  await connection?.close();
  await nats?.connection.close();
  await mongo?.db(namespace).dropDatabase();
  await mongo?.close();
});

let deliveries = 0;

/** Up to which event all are taken. What is left to take would not do: the broker counts a new event a little after it has acknowledged it. */
async function takenUpTo(): Promise<number> {
  const { ack_floor } = await nats.manager.consumers.info(eventStreamName(namespace, 'project'), 'workflow_bridge');
  return ack_floor.stream_seq;
}

/** Publishes an event of the project context, and resolves when the bridge has taken it. */
async function happens(type: string, stream: string, data: Record<string, unknown> | null = {}): Promise<void> {
  deliveries += 1;
  const commit = {
    _id: `${stream}@1`,
    stream,
    aggregate: 'test',
    from: 1,
    to: 1,
    events: [{ type, schema: 1, data: data as Record<string, unknown> }],
    commandId: 'command',
    requestHash: '',
    answer: { status: '' },
    actor: WORKFLOW_ACTOR,
    correlationId: 'chain',
    causationId: 'cause',
    at: instant(0),
    clockOffset: 0,
  };
  const { subject, text } = signedEventOf({ namespace, context: 'project' }, keys.own, commit, 0);
  // Another message id each time: what comes again long after comes past the broker's own window.
  const { seq } = await nats.js.publish(subject, text, { msgID: String(deliveries) });
  await expect.poll(takenUpTo).toBeGreaterThanOrEqual(seq);
}

const begun = new Set<string>();
const begins = (milestone: string): Promise<void> => {
  begun.add(milestone);
  return happens('MilestoneBegun', milestone, { agreement: 'agr_a', number: 1 });
};
const handleOf = (milestone: string) => client.workflow.getHandle(milestoneId(milestone));
const runOf = async (milestone: string): Promise<string> => (await handleOf(milestone).describe()).runId;

async function wakeUpsOf(milestone: string): Promise<number> {
  const { events } = await handleOf(milestone).fetchHistory();
  return (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes?.signalName === WAKE_UP).length;
}

/** Which of these were woken by what happened: a slow machine may see an event come twice, so it is not counted how often. */
async function wokenWhile(milestones: readonly string[], happening: () => Promise<void>): Promise<string[]> {
  const before = await Promise.all(milestones.map(wakeUpsOf));
  await happening();
  const after = await Promise.all(milestones.map(wakeUpsOf));
  return milestones.filter((_, index) => after[index] !== before[index]);
}

const rests = async (milestone: string, wakeAt = ''): Promise<void> => {
  const workflowId = milestoneId(milestone);
  await index.resting({ workflowId, seen: await index.seen(workflowId), wakeAt, ended: false });
};
const ends = async (milestone: string): Promise<void> => {
  begun.delete(milestone);
  const workflowId = milestoneId(milestone);
  await index.resting({ workflowId, seen: await index.seen(workflowId), wakeAt: '', ended: true });
  await handleOf(milestone).terminate('the test ends it');
};
afterEach(async () => {
  await Promise.allSettled([...begun].map(ends));
});

describe('the bridge', () => {
  test('starts a workflow once, however often its event comes; a repeat only wakes it', async () => {
    await begins('mst_once');
    const run = await runOf('mst_once');
    expect(await wokenWhile(['mst_once'], () => begins('mst_once'))).toEqual(['mst_once']);
    expect(await wokenWhile(['mst_once'], () => begins('mst_once'))).toEqual(['mst_once']);
    expect(await runOf('mst_once')).toBe(run);
  });

  test('wakes whom an event concerns, and nobody else', async () => {
    const both = ['mst_a', 'mst_b'];
    for (const milestone of both) await begins(milestone);
    expect(await wokenWhile(both, () => happens('MilestoneVerified', 'mst_a'))).toEqual(['mst_a']);
    expect(await wokenWhile(both, () => happens('ReminderSent', 'mst_b'))).toEqual([]);
  });

  test('leaves out what is no event, and goes on with the rest', async () => {
    await begins('mst_behind');
    await happens('ClockAdvanced', 'clk_1', { offset: 'soon' });
    await happens('ClockAdvanced', 'clk_1', null);
    expect(await wokenWhile(['mst_behind'], () => happens('MilestoneVerified', 'mst_behind'))).toEqual(['mst_behind']);
  });

  test('starts nothing again that has ended, and takes an event for it as taken', async () => {
    await begins('mst_ended');
    const run = await runOf('mst_ended');
    await ends('mst_ended');
    const woken = await wokenWhile(['mst_ended'], async () => {
      await begins('mst_ended');
      await happens('MilestoneVerified', 'mst_ended');
    });
    expect(woken).toEqual([]);
    expect(await runOf('mst_ended')).toBe(run);
  });

  test('goes on where a workflow has gone without saying so', async () => {
    await begins('mst_gone');
    await handleOf('mst_gone').terminate('killed by hand');
    await happens('MilestoneVerified', 'mst_gone');
    await begins('mst_after');
    expect(await runOf('mst_after')).not.toBe('');
  });

  test('wakes again whose wake-up was lost, though nothing happens any more', async () => {
    const clients = { client, wakeRecords: index, clock, nats, namespace, signers: signersOf(keys.publicKey, OWNERS), log };
    await begins('mst_lost');
    await rests('mst_lost');
    // Noted, and the signal was lost: nothing else is to come.
    await index.wakingByStreams(['mst_lost']);
    const before = await wakeUpsOf('mst_lost');
    const sweeping = await startBridge({ ...clients, sweepMs: 20 });
    try {
      await expect.poll(() => wakeUpsOf('mst_lost')).toBeGreaterThan(before);
    } finally {
      await sweeping.close();
    }
  });

  test('wakes at an advance of the clock those whose moment has come, and only those', async () => {
    const today = clock.now();
    const moments = { mst_now: plusDays(today, 10), mst_later: plusDays(today, 40), mst_never: '' };
    for (const [milestone, wakeAt] of Object.entries(moments)) {
      await begins(milestone);
      await rests(milestone, wakeAt);
    }
    const offset = milliseconds(plusDays(today, 20)) - milliseconds(today);
    const advance = () => happens('ClockAdvanced', 'clk_policy', { offset: String(offset) });
    expect(await wokenWhile(Object.keys(moments), advance)).toEqual(['mst_now']);
    expect(clock.offset()).toBe(offset);
    // Until it is idle again its deadline has passed, so time must not be considered free to pass.
    expect((await index.backlog(clock.now())).awake).toBeGreaterThan(0);
    await rests('mst_now');
    expect(await index.due(clock.now())).toEqual([]);
  });

  test.each(['Infinity', '', 'tomorrow', '-1', undefined])('takes no time from an advance by %s, and goes on', async (offset) => {
    const before = clock.offset();
    await happens('ClockAdvanced', 'clk_policy', offset === undefined ? {} : { offset });
    expect(clock.offset()).toBe(before);
  });
});
