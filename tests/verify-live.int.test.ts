import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { whoRuns } from '@junkan/scripts/operate/running.ts';
import { verify } from '@junkan/scripts/verify/verify.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { actorsOf } from './actors.ts';
import { breaking } from './breaking.ts';
import { busy } from './busy.ts';
import { startTestSystem, type TestSystem } from './test-system.ts';

// What is stored, verified while the services record more.

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.close());

const brokenNow = async () => {
  const { invariants, eventsUnrelayed } = await verify(system.stored, { isRunning: true, views: system.views });
  return { broken: invariants.flatMap(({ number, broken }) => broken.map((fault) => `${number}: ${fault}`)), eventsUnrelayed };
};

test('beside work that goes on nothing is broken, and what somebody has put in is', async () => {
  const lender = await actorsOf(system.api).sponsor({ total: '1000000.00' });
  const work = busy(system, lender);
  await work.until(2);
  const before = work.projects.length;
  expect(await brokenNow()).toEqual({ broken: [], eventsUnrelayed: 0 });
  await work.until(before + 1);

  const store = breaking(system);
  const commit = await store.commitOf({ in: 'project', type: 'ProjectDeclaredEligible' });
  const forged = {
    ...commit,
    _id: `${commit.stream.slice(0, -1)}_@0000000001`,
    stream: `${commit.stream.slice(0, -1)}_`,
    from: 1,
    to: 1,
    relayed: 1,
  };
  await system.database('project').collection<typeof commit>('commits').insertOne(forged);
  const { broken } = await brokenNow();
  await work.stop();
  expect(broken).toContain(`36: ${forged._id} in project is not signed, or is not what was signed`);
  expect(broken).toContain(`9: ${forged.stream}@1 is published 0 times`);
  await system.database('project').collection<typeof commit>('commits').deleteOne({ _id: forged._id });
});

test('whether programs run is seen at the broker, wherever the engines are', async () => {
  const nats = await connectNats({ JUNKAN_NATS_URL: inject('natsUrl') }, 'running test');
  await settled(system.api);
  expect(await whoRuns(nats, system.stored.JUNKAN_NAMESPACE)).toEqual({ some: true, worker: true });
  expect(await whoRuns(nats, 'nobody')).toEqual({ some: false, worker: false });
  await system.stop();
  expect(await whoRuns(nats, system.stored.JUNKAN_NAMESPACE)).toEqual({ some: false, worker: false });
  await nats.connection.close();
});
