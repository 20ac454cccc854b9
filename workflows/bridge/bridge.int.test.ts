import { randomBytes } from 'node:crypto';
import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { type PolicyClock, policyClock } from '@junkan/kit/clock.ts';
import { createLog } from '@junkan/kit/log.ts';
import { cloudEventOf } from '@junkan/kit/messaging/cloud-event.ts';
import type { RunningConsumer } from '@junkan/kit/messaging/consumer.ts';
import { connectNats, type Nats, subjectOf } from '@junkan/kit/messaging/nats.ts';
import { connectMongo, type MongoClient } from '@junkan/kit/mongo.ts';
import { instant, milliseconds, plusDays } from '@junkan/kit/pure/dates.ts';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { LOOK_AGAIN, milestoneId } from '../contract.ts';
import { type Looks, looks } from '../looks.ts';
import { startBridge } from './bridge.ts';

const namespace = `b${randomBytes(5).toString('hex')}`;
const log = createLog('bridge', 'silent');

let mongo: MongoClient;
let nats: Nats;
let connection: Connection;
let client: Client;
let index: Looks;
let clock: PolicyClock;
let bridge: RunningConsumer;

beforeAll(async () => {
  mongo = await connectMongo(inject('mongoUrl'));
  nats = await connectNats(inject('natsUrl'), 'bridge-test');
  connection = await Connection.connect({ address: inject('temporalAddress'), connectTimeout: '30 seconds' });
  client = new Client({ connection });
  index = await looks(mongo.db(namespace));
  clock = policyClock();
  bridge = await startBridge({ client, looks: index, clock, nats, namespace, log });
});
afterAll(async () => {
  await bridge?.close();
  await connection?.close();
  await nats?.connection.close();
  await mongo?.db(namespace).dropDatabase();
  await mongo?.close();
});

let deliveries = 0;

/** Publishes an event of the project context, and resolves when the bridge has taken it. */
async function happens(type: string, stream: string, data: Record<string, unknown> = {}): Promise<void> {
  deliveries += 1;
  const commit = {
    _id: `${stream}@1`,
    stream,
    aggregate: 'test',
    from: 1,
    to: 1,
    events: [{ type, schema: 1, data }],
    commandId: 'command',
    requestHash: '',
    answer: { status: '' },
    actor: WORKFLOW_ACTOR,
    correlationId: 'chain',
    causationId: 'cause',
    at: instant(0),
    clockOffset: 0,
    relayed: 0,
  };
  // Another message id each time: what comes again long after comes past the broker's own window.
  await nats.js.publish(subjectOf(namespace, 'project', 'test', type), cloudEventOf('project', commit, 0), { msgID: String(deliveries) });
  await expect.poll(() => bridge.behind(), { timeout: 20_000 }).toBe(0);
}

const begins = (milestone: string): Promise<void> => happens('MilestoneBegun', milestone, { agreement: 'agr_a', number: 1 });
const handleOf = (milestone: string) => client.workflow.getHandle(milestoneId(milestone));
const runOf = async (milestone: string): Promise<string> => (await handleOf(milestone).describe()).runId;

async function wakeUpsOf(milestone: string): Promise<number> {
  const { events } = await handleOf(milestone).fetchHistory();
  return (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes?.signalName === LOOK_AGAIN).length;
}

const rests = async (milestone: string, wakeAt = ''): Promise<void> => {
  const workflowId = milestoneId(milestone);
  await index.resting({ workflowId, seen: await index.seen(workflowId), wakeAt, ended: false });
};
const ends = async (milestone: string): Promise<void> => {
  await index.resting({ workflowId: milestoneId(milestone), seen: 0, wakeAt: '', ended: true });
  await handleOf(milestone).terminate('the test ends it');
};

describe('the bridge', () => {
  test('starts a workflow once, however often its event comes; a repeat only wakes it', async () => {
    await begins('mst_once');
    const run = await runOf('mst_once');
    await begins('mst_once');
    await begins('mst_once');
    expect(await runOf('mst_once')).toBe(run);
    expect(await wakeUpsOf('mst_once')).toBe(2);
    await ends('mst_once');
  });

  test('wakes whom an event concerns, and nobody else', async () => {
    await begins('mst_a');
    await begins('mst_b');
    await happens('MilestoneVerified', 'mst_a');
    await happens('ReminderSent', 'mst_b');
    expect(await wakeUpsOf('mst_a')).toBe(1);
    expect(await wakeUpsOf('mst_b')).toBe(0);
    await ends('mst_a');
    await ends('mst_b');
  });

  test('starts nothing again that has ended, and takes an event for it as taken', async () => {
    await begins('mst_ended');
    const run = await runOf('mst_ended');
    await ends('mst_ended');
    await begins('mst_ended');
    await happens('MilestoneVerified', 'mst_ended');
    expect(await runOf('mst_ended')).toBe(run);
    expect(await wakeUpsOf('mst_ended')).toBe(0);
  });

  test('goes on where a workflow has gone without saying so', async () => {
    await begins('mst_gone');
    await handleOf('mst_gone').terminate('killed by hand');
    await happens('MilestoneVerified', 'mst_gone');
    await begins('mst_after');
    expect(await runOf('mst_after')).not.toBe('');
    await ends('mst_after');
    await ends('mst_gone').catch(() => undefined);
  });

  test('wakes at an advance of the clock those whose moment has come, and only those', async () => {
    const today = clock.now();
    const moments = { mst_now: plusDays(today, 10), mst_later: plusDays(today, 40), mst_never: '' };
    for (const [milestone, wakeAt] of Object.entries(moments)) {
      await begins(milestone);
      await rests(milestone, wakeAt);
    }
    const offset = milliseconds(plusDays(today, 20)) - milliseconds(today);
    await happens('ClockAdvanced', 'clk_policy', { offset: String(offset) });
    expect(clock.offset()).toBe(offset);
    expect(await Promise.all(Object.keys(moments).map(wakeUpsOf))).toEqual([1, 0, 0]);
    // Until it rests again its moment has come, so time must not be thought free to pass.
    expect((await index.backlog(clock.now())).awake).toBe(1);
    await Promise.all(Object.keys(moments).map(ends));
  });
});
