import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { policyClock } from '@junkan/kit/clock.ts';
import { connectMongo, type MongoClient } from '@junkan/kit/mongo.ts';
import { plusDays } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { stuckWorkflows } from './repair.ts';
import { type WakeRecords, wakeRecords } from './wake-records.ts';

const now = '2026-11-24T12:00:00.000Z';
const soon = plusDays(now, 1);
const later = plusDays(now, 30);
const name = `looks_${randomBytes(4).toString('hex')}`;

let mongo: MongoClient;
const clock = policyClock(true);
let index: WakeRecords;

beforeAll(async () => {
  mongo = await connectMongo({ JUNKAN_MONGO_URL: inject('mongoUrl') });
  index = await wakeRecords(mongo.db(name), clock);
});
beforeEach(async () => {
  await mongo.db(name).collection('looks').deleteMany({});
});
afterAll(async () => {
  await mongo.db(name).dropDatabase();
  await mongo.close();
});

/** Observes, and goes idle as a workflow does that was not woken meanwhile. */
const rest = async (workflowId: string, wakeAt = ''): Promise<boolean> =>
  index.resting({ workflowId, seen: await index.seen(workflowId), wakeAt, ended: false });
const end = async (workflowId: string, seen?: number): Promise<boolean> =>
  index.resting({ workflowId, seen: seen ?? (await index.seen(workflowId)), wakeAt: '', ended: true });
const awake = async (at = now): Promise<number> => (await index.backlog(at)).awake;

describe('a workflow is awake', () => {
  test('from its start until it rests', async () => {
    expect(await index.starting('wf', ['prj_a'])).toBe(true);
    expect(await awake()).toBe(1);
    await rest('wf');
    expect(await awake()).toBe(0);
  });

  test('from each wake-up that concerns it, and no other, until it has observed again', async () => {
    await index.starting('wf', ['fnd_a', 'agr_a']);
    await index.starting('other', ['fnd_b']);
    await rest('wf');
    await rest('other');
    expect(await index.wakingByStreams(['agr_a', 'agr_unknown'])).toEqual(['wf']);
    expect(await awake()).toBe(1);
    await rest('wf');
    expect(await awake()).toBe(0);
  });

  test('when it becomes idle by an observation that began before the wake-up', async () => {
    await index.starting('wf', ['prj_a']);
    const seen = await index.seen('wf');
    await index.wakingByStreams(['prj_a']);
    await index.resting({ workflowId: 'wf', seen, wakeAt: later, ended: false });
    expect(await index.backlog(now)).toEqual({ awake: 1, earliestDeadline: '' });
    await rest('wf', later);
    expect(await index.backlog(now)).toEqual({ awake: 0, earliestDeadline: later });
  });

  test('when its moment has come, whether or not anybody has woken it, until it rests until another', async () => {
    await index.starting('wf', ['prj_a']);
    await rest('wf', soon);
    expect(await awake()).toBe(0);
    expect(await index.backlog(soon)).toEqual({ awake: 1, earliestDeadline: '' });
    await index.wakingByStreams(['prj_a']);
    expect(await awake(soon)).toBe(1);
    await rest('wf', later);
    expect(await index.backlog(soon)).toEqual({ awake: 0, earliestDeadline: later });
  });
});

test('a look is at the time that its wake-up was at, though another replica let it pass', async () => {
  const ahead = policyClock(true);
  ahead.adopt(86_400_000);
  await (await wakeRecords(mongo.db(name), ahead)).timePassed();
  const behind = policyClock(true);
  await (await wakeRecords(mongo.db(name), behind)).seen('wf');
  expect(behind.offset()).toBe(86_400_000);
  await index.timePassed();
  const third = policyClock(true);
  await (await wakeRecords(mongo.db(name), third)).seen('wf');
  expect(third.offset()).toBe(86_400_000);
});

describe('a moment', () => {
  test('calls for those whose moment has come, as often as it is asked, and for nobody else', async () => {
    const waits = { none: '', soon, later };
    for (const [id, wakeAt] of Object.entries(waits)) {
      await index.starting(id, [id]);
      await rest(id, wakeAt);
    }
    expect(await index.due(now)).toEqual([]);
    expect(await index.due(soon)).toEqual(['soon']);
    expect(await index.due(soon)).toEqual(['soon']);
    expect((await index.due(later)).sort()).toEqual(['later', 'soon']);
  });

  test('that is the earliest of all is sent only when all are idle', async () => {
    await index.starting('a', ['a']);
    await index.starting('b', ['b']);
    await rest('a', later);
    expect((await index.backlog(now)).earliestDeadline).toBe('');
    await rest('b', soon);
    expect((await index.backlog(now)).earliestDeadline).toBe(soon);
  });
});

describe('the trace that a workflow acts in', () => {
  beforeEach(async () => {
    await index.starting('wf', ['fnd_a', 'agr_a'], 'opening');
    await index.starting('other', ['fnd_b']);
  });

  test('is that of what started it, and then of the last that woke it, by the streams that concern it', async () => {
    expect([await index.traceOf('wf'), await index.traceOf('other')]).toEqual(['opening', '']);
    const traces = new Map([
      ['agr_a', 'signing'],
      ['fnd_b', 'offer'],
    ]);
    expect((await index.wakingByStreams(['agr_a', 'fnd_b'], traces)).sort()).toEqual(['other', 'wf']);
    expect([await index.traceOf('wf'), await index.traceOf('other')]).toEqual(['signing', 'offer']);
    expect(await index.wakingByStreams(['fnd_a'])).toEqual(['wf']);
    expect(await index.traceOf('wf')).toBe('');
  });

  test('is over when it rests, unless it was woken since it looked', async () => {
    const seen = await index.seen('wf');
    await index.wakingByStreams(['agr_a'], new Map([['agr_a', 'signing']]));
    await index.resting({ workflowId: 'wf', seen, wakeAt: later, ended: false });
    expect(await index.traceOf('wf')).toBe('signing');
    await rest('wf', later);
    expect(await index.traceOf('wf')).toBe('');
  });

  test('that began where a moment woke it holds until it rests, and takes no place of another', async () => {
    await index.tracing('wf', 'moment');
    expect(await index.traceOf('wf')).toBe('opening');
    await rest('wf', soon);
    await index.tracing('wf', 'moment');
    expect(await index.traceOf('wf')).toBe('moment');
  });
});

describe('after its end', () => {
  test('a workflow is neither started, nor woken, nor called by a moment, and holds nothing up', async () => {
    await index.starting('wf', ['prj_a']);
    await rest('wf', soon);
    await end('wf');
    expect(await index.starting('wf', ['prj_a'])).toBe(false);
    expect(await index.wakingByStreams(['prj_a'])).toEqual([]);
    expect(await index.due(later)).toEqual([]);
    expect(await index.backlog(later)).toEqual({ awake: 0, earliestDeadline: '' });
  });

  test('it stays ended, however often it says so', async () => {
    await index.starting('wf', ['prj_a']);
    const seen = await index.seen('wf');
    expect([await end('wf', seen), await end('wf', seen)]).toEqual([true, true]);
    expect(await index.wakingByStreams(['prj_a'])).toEqual([]);
  });

  test('it goes on where it was woken while it ended, and ends once it has looked again', async () => {
    await index.starting('wf', ['prj_a']);
    const seen = await index.seen('wf');
    await index.wakingByStreams(['prj_a']);
    expect(await end('wf', seen)).toBe(false);
    expect(await awake()).toBe(1);
    expect(await end('wf')).toBe(true);
    expect(await awake()).toBe(0);
  });

  test('that could not be completed, it looks again before it rests, and is woken from then on', async () => {
    await index.starting('wf', ['prj_a']);
    await end('wf');
    // Nobody was notified of this.
    expect(await index.wakingByStreams(['prj_a'])).toEqual([]);
    expect(await rest('wf')).toBe(false);
    expect(await awake()).toBe(1);
    expect(await index.wakingByStreams(['prj_a'])).toEqual(['wf']);
    expect(await rest('wf')).toBe(true);
    expect(await awake()).toBe(0);
  });

  test('of one of many that are idle at once, only that one goes on', async () => {
    for (const id of ['wf', 'other', 'third']) await index.starting(id, [id]);
    await end('wf');
    const seen = await index.seen('other');
    await index.wakingByStreams(['other']);
    const third = index.resting({ workflowId: 'third', seen: 1, wakeAt: '', ended: true });
    const other = index.resting({ workflowId: 'other', seen, wakeAt: later, ended: false });
    expect(await Promise.all([rest('wf'), other, third])).toEqual([false, true, true]);
  });
});

describe('at the same moment', () => {
  test('noted by several, a start is seen through by each of them, and counts each as a wake-up', async () => {
    const started = await Promise.all(Array.from({ length: 12 }, () => index.starting('wf', ['prj_a'])));
    expect(started).toEqual(started.map(() => true));
    expect(await index.seen('wf')).toBe(12);
  });

  test('no wake-up is lost to another, or to a workflow that becomes idle', async () => {
    await index.starting('wf', ['prj_a', 'prj_b']);
    const seen = await index.seen('wf');
    await Promise.all([
      ...Array.from({ length: 10 }, () => index.wakingByStreams(['prj_a'])),
      index.resting({ workflowId: 'wf', seen, wakeAt: '', ended: false }),
      ...Array.from({ length: 10 }, () => index.wakingByStreams(['prj_b'])),
    ]);
    expect(await index.seen('wf')).toBe(seen + 20);
    expect(await awake()).toBe(1);
  });
});

test('a workflow is stuck that was woken and does not become idle while nobody wakes it', async () => {
  for (const id of ['stuck', 'at-rest', 'busy']) await index.starting(id, [id]);
  await rest('at-rest');
  const asked = stuckWorkflows(mongo.db(name), 1_500);
  let asking = true;
  const waking = (async () => {
    for (; asking; await setTimeout(20)) await index.wakingByStreams(['busy']);
  })();
  expect(await asked).toEqual(['stuck']);
  asking = false;
  await waking;
});
