import { identityOf } from '@junkan/kit/identity.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { commitKey } from '@junkan/kit/store/commit.ts';
import { type Context, OWNERS } from '@junkan/proto/programs.ts';
import { auditor, secretary, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

// What a newer version has recorded, which this one does not know.

const { system, actors, web } = await openSystem();

/** Appends an event to a stream as its owner does, of a type that this version does not know. */
async function recordedNewer(context: Context, stream: string): Promise<void> {
  const owner = OWNERS[context];
  const { signaturesIn } = identityOf(owner, system.settings[owner]);
  const commits = system.database(context).collection<Commit>('commits');
  const last = first(await commits.find({ stream }).sort({ from: -1 }).limit(1).toArray());
  const from = last.to + 1;
  const { signature: before, signedBy: _, relayed: __, ...said } = last;
  const next = { ...said, _id: commitKey(stream, from), from, to: from, events: [{ type: 'PausedForRain', schema: 1, data: {} }] };
  const signed = signaturesIn(context).sign('commit', { ...next, commandId: `newer ${stream}`, before });
  await commits.insertOne({ ...signed, relayed: 0 });
}

test('items are read as they were before, lists go on, and acts are answered with 503 until all run the newer version', async () => {
  const [city, lender, other] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  const agreement = await actors.payable(city, [[lender, '1000.00']]);
  await settled(system.api);
  const { api } = system;
  const { milestones } = await api.as(auditor).listMilestones({ project: agreement.project });
  const milestone = first(milestones);
  await recordedNewer('project', agreement.project);
  await recordedNewer('project', milestone.id);
  await recordedNewer('disbursement', agreement.id);
  await recordedNewer('sponsor', lender.envelope);

  expect((await api.as(auditor).getProject({ id: agreement.project })).id).toBe(agreement.project);
  expect((await fetch(`${system.address}/v1/public/projects/${agreement.project}`)).status).toBe(200);
  expect((await api.as(auditor).getMilestone({ id: milestone.id })).id).toBe(milestone.id);
  expect((await api.as(auditor).getAgreement({ id: agreement.id })).status).toBe('effective');
  const { entries } = await api.as(auditor).getTimeline({ id: agreement.project });
  const newer = entries.filter(({ type }) => type === 'PausedForRain');
  expect(new Set(newer.map(({ stream }) => stream))).toEqual(new Set([agreement.project, milestone.id, agreement.id]));
  for (const { summary, data } of newer) expect([summary, data]).toEqual(['Recorded by a newer version of the system.', '{}']);
  expect((await api.as(auditor).getEnvelopeTimeline({ id: lender.envelope })).entries.at(-1)).toMatchObject({ type: 'PausedForRain' });
  for (const list of ['listProjects', 'listMilestones', 'listAgreements'] as const)
    expect((await Array.fromAsync(api.as(auditor).each(list))).length).toBeGreaterThan(0);
  const isNewer = [503, '/problems/event-is-not-recognised'];
  const by = (role: Someone['roles'][number]): Someone => ({ person: role, organisation: 'secretariat', roles: [role] });
  const rejection = { report: 1, rest: 'carried', note: 'No.' };
  expect(await refusal(web.ask(by('secretariat.verifier'), 'rejectMilestone', { id: milestone.id }, rejection))).toEqual(isNewer);
  const part = { tranche: 1, sponsor: lender.sponsor };
  expect(await refusal(web.ask(by('finance.maker'), 'requestPayment', { id: agreement.id }, part))).toEqual(isNewer);

  // Nothing else is touched.
  expect((await api.as(sponsorOfficerOf(other.sponsor)).getEnvelope({ id: other.envelope })).id).toBe(other.envelope);
  const project = await actors.submitted(city);
  expect((await api.as(secretary).getProject({ id: project })).status).toBe('submitted');
});
