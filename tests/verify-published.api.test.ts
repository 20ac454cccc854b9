import { keysOf } from '@junkan/kit/keys.ts';
import { signedEventOf } from '@junkan/kit/messaging/cloud-event.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import type { breaking } from './breaking.ts';
import { openSystem } from './open-system.ts';
import { NAMESPACE } from './simulation/programs.ts';

// The record, held against what was published of it and signed.

const { system, actors, store } = await openSystem();

beforeAll(async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const agreement = await actors.payable(city, [[lender, '1000.00']]);
  await actors.paid(agreement, 1);
  await settled(system.api);
  await system.stop();
});

const settlement = { in: 'disbursement', type: 'PaymentSettled' } as const;
test.each<[string, Parameters<ReturnType<typeof breaking>['rewritten']>[0], Parameters<ReturnType<typeof breaking>['rewritten']>[1]]>([
  ['a bank reference', settlement, (data) => Object.assign(data, { bankReference: 'ANOTHER' })],
  ['a note that was not there', settlement, (data) => Object.assign(data, { note: 'hash of a note' })],
  ['a field that is left out', settlement, (data) => void delete data['bankReference']],
  [
    'the verifier, in the name of a ghost',
    { in: 'project', type: 'MilestoneVerified' },
    (_, commit) => {
      commit.actor = { ...commit.actor, person: 'ghost-verifier' };
    },
  ],
  [
    'the time',
    settlement,
    (_, commit) => {
      commit.at = '2000-01-01T00:00:00.000Z' as typeof commit.at;
    },
  ],
  [
    'the offset of the clock',
    settlement,
    (_, commit) => {
      commit.clockOffset += 1;
    },
  ],
  [
    'the chain of causes',
    settlement,
    (_, commit) => {
      commit.causationId = 'another';
    },
  ],
  [
    'the correlation',
    settlement,
    (_, commit) => {
      commit.correlationId = 'another';
    },
  ],
  [
    'the kind of event',
    settlement,
    (_, commit) => {
      commit.events = commit.events.map((event) => ({ ...event, schema: event.schema + 1 }));
    },
  ],
])('14: names an event that was rewritten where it is recorded: %s', async (_, which, change) => {
  const { stream } = await store.commitOf(which);
  const faults = await store.rewritten(which, change);
  expect(faults[14]).toContainEqual(expect.stringMatching(`^${stream}@\\d+ says otherwise in ${which.in} than what was published$`));
});

test('9: names a commit that was put in by hand and marked as published', async () => {
  const { stream } = await store.commitOf({ in: 'project', type: 'MilestoneVerified' });
  const faults = await store.appended({ in: 'project', type: 'MilestoneVerified' });
  expect(faults[9]).toContainEqual(expect.stringMatching(`^${stream}@\\d+ is published 0 times$`));
});

test('14: names a message that another program has signed', async () => {
  const commit = await store.commitOf({ in: 'project', type: 'ProjectDeclaredEligible' });
  const { own } = keysOf('matching', system.settings.matching);
  const { subject, text } = signedEventOf({ namespace: NAMESPACE, context: 'project' }, own, commit, 0);
  const { seq } = await system.nats.js.publish(subject, text);
  expect(await store.verified()).toEqual({ 14: [`message ${seq} in project, on ${subject}, is not signed by the owner of project`] });
});
