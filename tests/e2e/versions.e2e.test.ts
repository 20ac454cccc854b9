import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineSettings, readConfig, settingsOf } from '@junkan/kit/config.ts';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { auditor, connect, officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { forPrograms } from '@junkan/scripts/start/trial.ts';
import { verify } from '@junkan/scripts/verify/verify.ts';
import { bundleWorkflows } from '@junkan/workflows/bundle.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { actorsOf, proposal } from '../actors.ts';
import { bodyOf, http, problemOf } from '../http.ts';
import { newIssuerKey, newNamespace, newSystemKeys } from '../test-system.ts';
import { newerVersion } from '../versions/newer.ts';
import { rolling } from '../versions/rolling.ts';

// This version and the next, which has an event, a field and a column of a view more, live on the same data: forth and back.

const THIS = fileURLToPath(new URL('../..', import.meta.url));
let next: string;
let bundle: string;
beforeAll(async () => {
  next = await newerVersion();
  // The workflows are the same in both.
  bundle = join(next, 'workflows.js');
  writeFileSync(bundle, (await bundleWorkflows()).code);
});
afterAll(() => rmSync(next, { recursive: true, force: true }));

const namespace = newNamespace();
const keys = newSystemKeys();
const common = {
  JUNKAN_MONGO_URL: inject('mongoUrl'),
  JUNKAN_NATS_URL: inject('natsUrl'),
  JUNKAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
  JUNKAN_NAMESPACE: namespace,
  JUNKAN_TRIAL: 'true',
};
const stored = readConfig(settingsOf(engineSettings), { ...common, ...keys[OPERATOR] });

/** Whether what only the next version knows is recorded anywhere. */
async function isNewRecorded(): Promise<boolean> {
  const mongo = await connectMongo(stored);
  try {
    const commits = mongo.db(databaseName(namespace, 'project')).collection<Commit>('commits');
    return (await commits.countDocuments({ 'events.type': 'ProjectSeasonNoted' })) > 0;
  } finally {
    await mongo.close();
  }
}

test('go on without a failed request or a short answer, and nothing is recorded that one of them does not know', async () => {
  const issuer = JSON.stringify(newIssuerKey());
  const replicas = await rolling(
    forPrograms((program) => ({ ...common, JUNKAN_ISSUER_KEY: issuer, JUNKAN_WORKFLOW_BUNDLE: bundle, ...keys[program] })),
  );
  const failed: string[] = [];
  let answers = 0;
  let newItem = '';
  const counted: typeof fetch = async (input, init) => {
    const response = await replicas.balanced(input, init);
    answers += 1;
    if (response.status >= 400) failed.push(`${response.status} ${response.url} ${await response.clone().text()}`);
    return response;
  };
  const api = connect('http://balanced', counted);
  const actors = actorsOf(api);
  try {
    await replicas.start(THIS, 0);
    await replicas.start(THIS, 1);
    const city = await actors.city();
    const projects: string[] = [];
    let isOver = false;

    /** A city proposes, and each list and item that it then asks for, at whichever replica, has what it has done. */
    const load = async (): Promise<void> => {
      const mine: string[] = [];
      while (!isOver) {
        const project = await actors.submitted(city);
        mine.push(project);
        projects.push(project);
        const { status, version } = await api.as(officerOf(city)).getProject({ id: project });
        if (status !== 'submitted') failed.push(`${project} is ${status}`);
        const found = await Array.fromAsync(api.as(officerOf(city)).each('listProjects', { after: `${project}@${version}` }));
        const ids = new Set(found.map(({ id }) => id));
        for (const each of mine) if (!ids.has(each)) failed.push(`the list lacks ${each}`);
        const { entries } = await api.as(officerOf(city)).getTimeline({ id: project });
        if (entries.length < 2) failed.push(`the timeline of ${project} is short`);
      }
    };
    const loads = [load(), load()];

    /** A city submits with what only the next version takes. */
    const submitsNew = async (address: string) => {
      const by = { person: `${city}/new`, organisation: city, roles: ['proposer.officer' as const] };
      const { id } = await api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() });
      const reply = await http(address).ask(by, 'submitProject', { id }, { season: 'dry' });
      return { id, reply };
    };

    // One that is tried, and taken away again, has recorded nothing that the others do not know.
    const canary = await replicas.start(next, 2);
    expect(problemOf((await submitsNew(canary)).reply)).toMatchObject({ status: 503, type: '/problems/not-yet-everywhere' });
    await replicas.stop(2);
    expect(await isNewRecorded()).toBe(false);

    // Forth, one after the other.
    const whole = await replicas.start(next, 2);
    await replicas.stop(0);
    expect(problemOf((await submitsNew(whole)).reply)).toMatchObject({ status: 503, type: '/problems/not-yet-everywhere' });
    await replicas.stop(1);
    const season = await submitsNew(whole);
    newItem = season.id;
    expect([season.reply.status, bodyOf<{ status: string }>(season.reply).status]).toEqual([200, 'submitted']);
    expect(await isNewRecorded()).toBe(true);

    // And back: what it has recorded is read as far as this version knows it, and is not acted on; all else goes on.
    const old = await replicas.start(THIS, 0);
    await replicas.stop(2);
    const asked = http(old);
    const by = { person: 'auditor', organisation: 'secretariat', roles: ['auditor' as const] };
    expect((await asked.ask(by, 'getProject', { id: season.id })).status).toBe(200);
    expect((await asked.ask(by, 'getTimeline', { id: season.id })).bytes.toString()).toContain(
      'Recorded by a newer version of the system.',
    );
    const officer = { person: 'officer', organisation: 'secretariat', roles: ['secretariat.officer' as const] };
    const refused = problemOf(await asked.ask(officer, 'declareEligible', { id: season.id }));
    expect(refused).toMatchObject({ status: 503, type: '/problems/event-is-not-recognised' });

    // And forth again: nothing is lost.
    await replicas.start(next, 1);
    await replicas.stop(0);
    isOver = true;
    await Promise.all(loads);
    await settled(api);
    const listed = await Array.fromAsync(api.as(auditor).each('listProjects'));
    const there = new Set(listed.map(({ id }) => id));
    expect([season.id, ...projects].filter((id) => !there.has(id))).toEqual([]);
    expect(failed).toEqual([]);
    expect(projects.length).toBeGreaterThan(10);
    expect(answers).toBeGreaterThan(50);
  } finally {
    await replicas.close();
  }
  // This version names what it does not know, of the one item that has it, and all else is as it should be.
  const broken = (await verify(stored, {})).invariants.flatMap((invariant) => invariant.broken);
  expect(broken).toContainEqual(expect.stringContaining('is of a type that this version does not know'));
  expect(broken.filter((each) => !each.includes(`${newItem}@`))).toEqual([]);
});
