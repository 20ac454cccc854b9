import { identityOf } from '@junkan/kit/identity.ts';
import { keysOf } from '@junkan/kit/keys.ts';
import { signedEventOf } from '@junkan/kit/messaging/cloud-event.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { dailyHeads } from '@junkan/kit/store/heads.ts';
import type { Upload } from '@junkan/kit/store/uploads.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { headsOf } from '@junkan/scripts/operate/record.ts';
import { readStored } from '@junkan/scripts/verify/facts.ts';
import { type Anchor, recordIsSigned } from '@junkan/scripts/verify/signed-record.ts';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { first } from './actors.ts';
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
const NOT_SIGNED = 'is not signed, or is not what was signed';

test.each<[string, Parameters<ReturnType<typeof breaking>['rewritten']>[1]]>([
  ['command', (_, commit) => Object.assign(commit, { commandId: 'another' })],
  ['request', (_, commit) => Object.assign(commit, { requestHash: 'another' })],
  ['answer', (_, commit) => Object.assign(commit, { answer: { status: 'another' } })],
  ['trace', (_, commit) => Object.assign(commit, { traceparent: '00-1-1-01' })],
])('36: names a commit of which the %s was rewritten, though nothing of it is published', async (_, change) => {
  const { _id } = await store.commitOf(settlement);
  expect(await store.rewritten(settlement, change)).toEqual({ 36: [`${_id} in disbursement ${NOT_SIGNED}`] });
});

describe('36: what is kept besides commits', () => {
  const verified = async (anchors: readonly Anchor[] = []) => {
    const { JUNKAN_INTERNAL_PUBLIC_KEYS: publicKeys } = system.settings.gateway;
    const db = (name: string) => system.database(CONTEXT_NAMES.find((context) => databaseName(NAMESPACE, context) === name) ?? 'workflows');
    return (await recordIsSigned(await readStored({ db: db as never }, NAMESPACE), publicKeys, anchors)).broken;
  };

  test('who uploaded a file', async () => {
    const uploads = system.database('project').collection<Upload>('uploads');
    const noted = (await uploads.findOne({})) ?? expect.fail('nothing was uploaded');
    await uploads.updateOne({ _id: noted._id }, { $set: { person: 'per_other' } });
    expect(await verified()).toEqual([`the note of the upload ${noted._id} in project is not signed`]);
    await uploads.updateOne({ _id: noted._id }, { $set: { person: noted.person } });
    expect(await verified()).toEqual([]);
  });

  test('the head of a day: an end that is cut off is missed, and so is a head that somebody kept', async () => {
    const db = system.database('disbursement');
    const { signaturesIn } = identityOf('disbursement', system.settings.disbursement);
    const daily = dailyHeads({
      db,
      signatures: signaturesIn('disbursement'),
      streamMade: async () => 'once',
      log: pino({ level: 'silent' }),
    });
    daily.wake();
    await daily.close();
    const anchors = await headsOf({ contexts: ['disbursement'], db: () => db });
    expect(anchors).toHaveLength(1);
    expect(await verified(anchors)).toEqual([]);

    const commits = db.collection<Commit>('commits');
    const { stream } = await store.commitOf(settlement);
    const last = first(await commits.find({ stream }).sort({ from: -1 }).toArray());
    await commits.deleteOne({ _id: last._id });
    const day = anchors[0]?.day;
    expect(await verified()).toEqual([`${stream}@${last.to} in disbursement was there on ${day}, and is gone`]);
    await commits.insertOne(last);

    await db.collection('heads').deleteMany({});
    expect(await verified()).toEqual([]);
    expect(await verified(anchors)).toEqual([`head 1 of disbursement, of ${day}, is not the one that was kept elsewhere`]);
  });
});

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
])('14, 36: names an event that was rewritten where it is recorded: %s', async (_, which, change) => {
  const { _id, stream } = await store.commitOf(which);
  const faults = await store.rewritten(which, change);
  expect(faults[36]).toContain(`${_id} in ${which.in} ${NOT_SIGNED}`);
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
