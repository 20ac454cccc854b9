import { fileURLToPath } from 'node:url';
import { keysOf, OPERATOR } from '@junkan/kit/keys.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { readBackup } from '@junkan/scripts/operate/read-backup.ts';
import { signRecord } from '@junkan/scripts/operate/record.ts';
import { repair } from '@junkan/scripts/operate/repair.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { actorsOf } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { newNamespace, newSystemKeys, startTestSystem, type TestSystem } from '../test-system.ts';

/** What an earlier version recorded, restored under the version of today. */
let system: TestSystem;
beforeAll(async () => {
  const namespace = newNamespace();
  const place = {
    JUNKAN_MONGO_URL: inject('mongoUrl'),
    JUNKAN_NATS_URL: inject('natsUrl'),
    JUNKAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
    JUNKAN_TEMPORAL_NAMESPACE: 'default',
    JUNKAN_NAMESPACE: namespace,
  };
  await readBackup(place, fileURLToPath(new URL('../recorded/2026-11', import.meta.url)), {});
  await repair(place, { isAwaited: false, afresh: true });
  const keys = newSystemKeys();
  await expect(startTestSystem({ namespace, keys })).rejects.toThrow('sign-record');
  const mongo = await connectMongo(place);
  const db = (context: string) => mongo.db(databaseName(namespace, context));
  expect(await signRecord({ contexts: CONTEXT_NAMES, db }, keysOf(OPERATOR, keys[OPERATOR]))).toBeGreaterThan(500);
  await mongo.close();
  system = await startTestSystem({ namespace, keys });
  await settled(system.api);
});
afterAll(() => system.close());

test('what an earlier version recorded keeps every invariant', async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

test('it is read in full: projects and their timelines, milestones and their money, agreements and their payments', async () => {
  const { api } = system;
  const projects = await Array.fromAsync(api.as(auditor).each('listProjects'));
  const statuses = new Set(projects.map(({ status }) => status));
  for (const status of ['closed', 'refused', 'terminated', 'unfunded', 'withdrawn']) expect([...statuses]).toContain(status);
  for (const { id } of projects) {
    const { entries } = await api.as(auditor).getTimeline({ id });
    expect(entries[0]?.type).toBe('ProjectDrafted');
    expect(entries.every(({ summary }) => summary !== '')).toBe(true);
  }
  const milestones = await Array.fromAsync(api.as(auditor).each('listMilestones'));
  expect(milestones.length).toBeGreaterThan(20);
  for (const { id } of milestones) await api.as(auditor).getMoneyOfMilestone({ id });
  const agreements = await Array.fromAsync(api.as(auditor).each('listAgreements'));
  const payments = agreements.flatMap((agreement) => agreement.payments);
  expect(payments.filter(({ status }) => status === 'settled').length).toBeGreaterThan(15);
  for (const { settledAt, bankReference, status } of payments)
    if (status === 'settled') expect([settledAt, bankReference]).toEqual([expect.any(String), expect.any(String)]);
});

test('and it goes on: a new project runs its whole way among what was recorded', async () => {
  const actors = actorsOf(system.api);
  const lender = await actors.sponsor();
  const agreement = await actors.payable(await actors.city(), [[lender, '1000.00']]);
  const { project } = agreement;
  await settled(system.api);
  await actors.paid(agreement, 1);
  await actors.closed(project);
  expect((await actors.project(project)).status).toBe('closed');
  expect(await verifiedFaults(system)).toEqual({});
});
