import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOf, OPERATOR } from '@junkan/kit/keys.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { readBackup, writeBackup } from '@junkan/scripts/operate/copying.ts';
import { repair } from '@junkan/scripts/operate/repair.ts';
import { fundingId, milestoneId } from '@junkan/workflows/contract.ts';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { actorsOf, first, type Sponsor } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { newNamespace, startTestSystem } from '../test-system.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'junkan-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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
  const written = await writeBackup(original.stored, folder, keys);
  expect(written.collections.map(({ collection }) => collection)).toContain('blob_bytes.chunks');

  // The copy will have a Temporal of its own; here both share one, in which the original's workflows are no more.
  const connection = await Connection.connect({ address: original.stored.JUNKAN_TEMPORAL_ADDRESS });
  const { workflow } = new Client({ connection });
  for (const id of [fundingId(project, 1), milestoneId(milestone.id)]) await workflow.getHandle(id).terminate();
  await connection.close();

  const namespace = newNamespace();
  const place = { ...original.stored, JUNKAN_NAMESPACE: namespace };
  await readBackup(place, folder, keys.publicKey);
  await expect(readBackup(place, folder, keys.publicKey)).rejects.toThrow('there is data already');
  const { restart } = await repair(place, { isRunning: false });
  expect(restart.map((each) => each.workflow).sort()).toEqual(['FundingLifecycle', 'MilestoneLifecycle']);

  const copy = await startTestSystem({ namespace, keys: original.keys });
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

test('a backup that is damaged is refused before anything is written', async () => {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { collections: { sha256: string }[] };
  first(manifest.collections).sha256 = '0'.repeat(64);
  await writeFile(path, JSON.stringify(manifest));
  await expect(readBackup({ JUNKAN_MONGO_URL: inject('mongoUrl'), JUNKAN_NAMESPACE: newNamespace() }, folder, undefined)).rejects.toThrow(
    'the backup is damaged',
  );
});
