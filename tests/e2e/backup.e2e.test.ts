import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keysOf, OPERATOR } from '@junkan/kit/keys.ts';
import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { LOOK_MS } from '@junkan/scripts/operate/point.ts';
import { readBackup } from '@junkan/scripts/operate/read-backup.ts';
import { repair } from '@junkan/scripts/operate/repair.ts';
import { makeBackupKey, privateKeysIn } from '@junkan/scripts/operate/sealing.ts';
import { writeBackup } from '@junkan/scripts/operate/write-backup.ts';
import { taskQueueOf } from '@junkan/workflows/contract.ts';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { actorsOf, first, type Sponsor } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { busy } from '../busy.ts';
import { newNamespace, startTestSystem, type TestSystem } from '../test-system.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'junkan-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The copy will have a Temporal of its own; here all share one, in which the original's workflows are no more. */
async function endWorkflows({ stored }: TestSystem): Promise<void> {
  const connection = await Connection.connect({ address: stored.JUNKAN_TEMPORAL_ADDRESS });
  const { workflow } = new Client({ connection });
  const query = `TaskQueue = "${taskQueueOf(stored.JUNKAN_NAMESPACE)}" AND ExecutionStatus = "Running"`;
  for await (const { workflowId } of workflow.list({ query })) await workflow.getHandle(workflowId).terminate();
  await connection.close();
}

/** A system that goes on from what is in the folder. */
async function restored(original: TestSystem, from: string, reading: Parameters<typeof readBackup>[2]) {
  const namespace = newNamespace();
  const place = { ...original.stored, JUNKAN_NAMESPACE: namespace };
  const { publicKey } = keysOf(OPERATOR, original.keys[OPERATOR]);
  await readBackup(place, from, { publicKey, ...reading });
  await expect(readBackup(place, from, { publicKey, ...reading })).rejects.toThrow('there is data already');
  const { restart } = await repair(place, { isAwaited: false, afresh: true });
  const copy = await startTestSystem({ namespace, keys: original.keys });
  return { copy, restart };
}

test('a restored copy passes verification and goes on where the original was', async () => {
  const original = await startTestSystem();
  const actors = actorsOf(original.api);
  const lender: Sponsor = await actors.sponsor();
  const agreement = await actors.agreed(await actors.city(), [[lender, '1000.00']]);
  const { project } = agreement;
  const milestone = first(await actors.signed(agreement));
  await actors.verified(milestone);
  await settled(original.api);
  const events = await original.events();
  await original.stop();
  const keys = keysOf(OPERATOR, original.keys[OPERATOR]);
  const written = await writeBackup(original.stored, join(folder, 'open'), keys, { recipients: [] });
  expect(written.collections.map(({ collection }) => collection)).toContain('blob_bytes.chunks');
  await endWorkflows(original);

  const { copy, restart } = await restored(original, join(folder, 'open'), {});
  expect(restart.map((each) => each.workflow).sort()).toEqual(['FundingLifecycle', 'MilestoneLifecycle']);
  expect(await copy.events()).toBe(events);
  const onward = actorsOf(copy.api);
  await onward.paid(agreement, 1);
  await settled(copy.api);
  expect((await actorsOf(copy.api).project(project)).status).toBe('completed');
  await onward.closed(project);
  expect(await verifiedFaults(copy)).toEqual({});
  await copy.close();
  await original.close();
});

test('a backup of a running system has all that was acknowledged before, goes on, and is restored to an earlier time as well', async () => {
  const original = await startTestSystem();
  const actors = actorsOf(original.api);
  const lender: Sponsor = await actors.sponsor({ total: '1000000.00' });
  const first = await actors.submitted(await actors.city());
  // Nothing is recorded in the time in which a restore looks for its point.
  await settled(original.api);
  await sleep(LOOK_MS);
  const between = Date.now();
  await sleep(50);

  const { projects, until, stop } = busy(original, lender);
  await until(3);
  const acknowledged = [first, ...projects];
  const privateKey = join(folder, 'private-key');
  const recipients = [await makeBackupKey(privateKey, '')];
  const from = join(folder, 'running');
  await writeBackup(original.stored, from, keysOf(OPERATOR, original.keys[OPERATOR]), { recipients });
  const done = projects.length;
  await until(done + 4);
  await stop();
  await settled(original.api);
  await original.stop();
  await endWorkflows(original);

  const privateKeys = await privateKeysIn(privateKey);
  const { copy } = await restored(original, from, { privateKeys });
  await settled(copy.api);
  const kept = (await Array.fromAsync(copy.api.as(auditor).each('listProjects'))).map(({ id }) => id);
  expect(acknowledged.filter((project) => !kept.includes(project))).toEqual([]);
  expect(projects.slice(done).filter((project) => kept.includes(project))).not.toContain(projects.at(-1));
  await actorsOf(copy.api).agreed(await actorsOf(copy.api).city(), [[lender, '1000.00']]);
  await settled(copy.api);
  expect(await verifiedFaults(copy)).toEqual({});
  await copy.stop();
  await endWorkflows(copy);

  const { copy: earlier } = await restored(original, from, { privateKeys, until: between });
  await settled(earlier.api);
  expect((await Array.fromAsync(earlier.api.as(auditor).each('listProjects'))).map(({ id }) => id)).toEqual([first]);
  expect(await verifiedFaults(earlier)).toEqual({});
  await earlier.close();
  await copy.close();
  await original.close();
});

test('a backup that is damaged is refused before anything is written', async () => {
  const path = join(folder, 'open', 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { collections: { sha256: string }[] };
  first(manifest.collections).sha256 = '0'.repeat(64);
  await writeFile(path, JSON.stringify(manifest));
  await expect(
    readBackup({ JUNKAN_MONGO_URL: inject('mongoUrl'), JUNKAN_NAMESPACE: newNamespace() }, join(folder, 'open'), {}),
  ).rejects.toThrow('the backup is damaged');
});
