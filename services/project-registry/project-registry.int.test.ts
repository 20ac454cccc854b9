import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '@junkan/kit/call.ts';
import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { readConfig } from '@junkan/kit/config.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import { internalTokens } from '@junkan/kit/grpc/internal-token.ts';
import { Refused } from '@junkan/kit/grpc/problem.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { createLog } from '@junkan/kit/log.ts';
import type { Actor, Role } from '@junkan/kit/pure/actor.ts';
import type { RunningService } from '@junkan/kit/service.ts';
import type { Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import { ProjectCommandServiceService, ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { settings } from './config.ts';
import { start } from './wire.ts';

const KEY = randomBytes(24).toString('hex');
const NAMESPACE = `t${randomBytes(6).toString('hex')}`;
const DAY = 86_400_000;
const log = createLog('project-registry', 'silent');

const env = (): Record<string, string> => ({
  JUNKAN_MONGO_URL: inject('mongoUrl'),
  JUNKAN_NATS_URL: inject('natsUrl'),
  JUNKAN_INTERNAL_KEY: KEY,
  JUNKAN_NAMESPACE: NAMESPACE,
  JUNKAN_TRIAL: 'true',
  // Nothing here is approved, so nobody answers there.
  JUNKAN_SPONSOR_REGISTRY: '127.0.0.1:9',
  JUNKAN_POLICY_EVIDENCE_BYTES: '2000000',
});

const dialled = (address: string) => {
  const channel = dialler(address, { tokens: internalTokens(KEY), clock: policyClock() });
  return {
    commands: channel.client(ProjectCommandServiceService),
    queries: channel.client(ProjectQueryServiceService),
    close: channel.close,
  };
};
let service: RunningService;
let client: ReturnType<typeof dialled>;

beforeAll(async () => {
  service = await start(readConfig(settings, env()), log);
  client = dialled(service.address);
});
afterAll(async () => {
  client?.close();
  await service?.close();
});

const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const secretary = actor('per_secretary', 'secretariat', 'secretariat.officer');
const by = (who: Actor, more: Partial<Call> = {}): Call => ({
  actor: who,
  commandId: newId('cmd'),
  correlationId: 'test',
  causationId: 'test',
  ...more,
});

const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const proposal: Proposal = {
  reference: 'YOK-1',
  title: 'Compost for every ward',
  countries: ['JP'],
  themes: ['solid-waste'],
  instruments: ['grant'],
  preferredInstrument: '',
  target: usd(300n),
  minimumCloseBasisPoints: 10_000,
  readiness: 3,
  indicators: [],
  milestones: [
    { number: 1, title: 'Site', monthsAfterEffective: 12, amount: usd(100n) },
    { number: 2, title: 'Plant', monthsAfterEffective: 24, amount: usd(200n) },
  ],
};

async function registered(name: string): Promise<{ proposer: string; officer: Actor }> {
  const { id } = await client.commands.registerProposer({ name, kind: 'city', countries: ['JP'] }, by(secretary));
  return { proposer: id, officer: actor(`per_${name}`, id, 'proposer.officer') };
}

async function refusal(asked: Promise<unknown>): Promise<{ kind: string; type: string }> {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refused)) throw new Error('it was not refused', { cause: error });
  const { kind, type } = error.problem;
  return { kind, type };
}

describe('a project on its way to sponsors', () => {
  test('is drafted, submitted, asked about, declared eligible and opened, and its timeline tells all of it', async () => {
    const { commands, queries } = client;
    const { proposer, officer } = await registered('yokohama');
    const { id: project, version, status } = await commands.draftProject({ proposer, proposal }, by(officer));
    expect({ version, status }).toEqual({ version: 1, status: 'draft' });
    await commands.submitProject({ project }, by(officer));
    await commands.requestMoreInformation({ project, note: 'Who owns the site?' }, by(secretary));
    expect(await queries.getProject({ id: project }, by(officer))).toMatchObject({
      status: 'more-information-required',
      note: 'Who owns the site?',
    });
    await commands.provideInformation({ project, note: 'The ward does.' }, by(officer));
    await commands.declareEligible({ project }, by(secretary));
    const opened = await commands.openToSponsors({ project }, by(secretary));
    expect(opened).toEqual({ id: project, version: 6, status: 'open' });

    const seen = await queries.listProjects(
      { page: { limit: 10, cursor: '', after: `${project}@6` }, status: 'open', proposer, country: 'JP', reference: 'YOK-1' },
      by(secretary),
    );
    expect(seen.projects).toEqual([await queries.getProject({ id: project }, by(secretary))]);
    expect(seen.projects[0]).toMatchObject({
      round: 1,
      submission: 1,
      submittedBy: officer.person,
      screenedBy: secretary.person,
      proposal,
    });

    const { entries } = await queries.timeline({ project }, by(secretary));
    expect(entries.map(({ type, actor: who }) => [type, who])).toEqual([
      ['ProjectDrafted', officer.person],
      ['ProjectSubmitted', officer.person],
      ['MoreInformationRequested', secretary.person],
      ['InformationProvided', officer.person],
      ['ProjectDeclaredEligible', secretary.person],
      ['ProjectOpenedToSponsors', secretary.person],
    ]);
  });

  test('a repeat by command id is answered as before, and the same id with another request is refused', async () => {
    const { commands } = client;
    const { proposer, officer } = await registered('osaka');
    const call = by(officer);
    const first = await commands.draftProject({ proposer, proposal }, call);
    const submission = by(officer);
    const submitted = await commands.submitProject({ project: first.id }, submission);
    await commands.declareEligible({ project: first.id }, by(secretary));
    expect(await commands.draftProject({ proposer, proposal }, call)).toEqual(first);
    expect(await commands.submitProject({ project: first.id }, submission)).toEqual(submitted);
    const other = { proposer, proposal: { ...proposal, title: 'Another' } };
    expect(await refusal(commands.draftProject(other, call))).toEqual({ kind: 'key-reused', type: 'CommandIdWasUsedForAnotherRequest' });
  });

  test('a version that is not the newest, a missing plan and a wrong role are refused', async () => {
    const { commands } = client;
    const { proposer, officer } = await registered('kobe');
    const { id: project } = await commands.draftProject({ proposer, proposal: { ...proposal, milestones: [] } }, by(officer));
    expect(await refusal(commands.submitProject({ project }, by(officer)))).toEqual({ kind: 'invalid', type: 'ProjectIsIncomplete' });
    await commands.reviseProject({ project, proposal }, by(officer));
    expect(await refusal(commands.submitProject({ project }, by(officer, { expectedVersion: 1 })))).toEqual({
      kind: 'stale',
      type: 'VersionIsNotExpected',
    });
    expect(await refusal(commands.submitProject({ project }, by(secretary)))).toEqual({ kind: 'forbidden', type: 'RoleIsMissing' });
    expect((await commands.submitProject({ project }, by(officer, { expectedVersion: 2 }))).status).toBe('submitted');
  });
});

async function* inParts(bytes: Buffer, mediaType: string) {
  const size = 64 * 1024;
  for (let at = 0; at < bytes.length; at += size) yield { mediaType: at === 0 ? mediaType : '', part: bytes.subarray(at, at + size) };
}

async function downloaded(hash: string): Promise<{ mediaType: string; bytes: Buffer }> {
  const parts: Buffer[] = [];
  let as = '';
  for await (const { mediaType, part } of client.queries.downloadEvidence({ hash }, by(secretary))) {
    parts.push(part);
    as = mediaType;
  }
  return { mediaType: as, bytes: Buffer.concat(parts) };
}

describe('evidence', () => {
  const bytes = randomBytes(1024 * 1024);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const officer = actor('per_officer', 'org_x', 'proposer.officer');

  test('a megabyte comes back as it was, and the same bytes are kept once', async () => {
    const { commands } = client;
    const expected = { hash, size: BigInt(bytes.length), mediaType: 'application/pdf' };
    expect(await commands.uploadEvidence(inParts(bytes, 'application/pdf'), by(officer))).toEqual(expected);
    expect(await commands.uploadEvidence(inParts(bytes, 'image/png'), by(officer))).toEqual(expected);
    const back = await downloaded(hash);
    expect(back.mediaType).toBe('application/pdf');
    expect(back.bytes.equals(bytes)).toBe(true);
  });

  test('another media type, too many bytes, another role and an unknown hash are refused', async () => {
    const { commands } = client;
    const invalid = { kind: 'invalid', type: 'FieldIsInvalid' };
    expect(await refusal(commands.uploadEvidence(inParts(bytes, 'text/html'), by(officer)))).toEqual(invalid);
    expect(await refusal(commands.uploadEvidence(inParts(randomBytes(2_000_001), 'text/plain'), by(officer)))).toEqual(invalid);
    expect(await refusal(commands.uploadEvidence(inParts(bytes, 'text/plain'), by(secretary)))).toEqual({
      kind: 'forbidden',
      type: 'RoleIsMissing',
    });
    expect(await refusal(downloaded('0'.repeat(64)))).toEqual({ kind: 'not-found', type: 'EvidenceNotFound' });
  });

  test('a report names evidence that is kept, and its milestone appears in the timeline of the project', async () => {
    const { commands, queries } = client;
    const { proposer, officer: reporter } = await registered('nagoya');
    const { id: project } = await commands.draftProject({ proposer, proposal }, by(reporter));
    const agreement = newId('agr');
    const milestone = idFrom('mst', agreement, 1);
    await commands.beginMilestone(
      { milestone, project, agreement, proposer, number: 1, title: 'Site', dueOn: '2026-12-01', amount: usd(100n) },
      by(WORKFLOW_ACTOR),
    );
    const report = { milestone, indicators: [], note: 'Built.' };
    expect(await refusal(commands.submitMilestoneReport({ ...report, evidence: ['0'.repeat(64)] }, by(reporter)))).toEqual({
      kind: 'invalid',
      type: 'EvidenceIsUnknown',
    });
    const { version } = await commands.submitMilestoneReport({ ...report, evidence: [hash] }, by(reporter));
    const page = { limit: 10, cursor: '', after: `${milestone}@${version}` };
    const { milestones } = await queries.listMilestones({ page, project, agreement: '', status: 'submitted' }, by(secretary));
    expect(milestones).toMatchObject([
      { id: milestone, note: 'Built.', report: { number: 1, evidence: [hash], submittedBy: reporter.person } },
    ]);
    const { entries } = await queries.timeline({ project }, by(secretary));
    expect(entries.map(({ type }) => type)).toEqual(['ProjectDrafted', 'MilestoneBegun', 'MilestoneReportSubmitted']);
  });
});

test('lists are in the order in which their items were made, and milestones in that of their numbers', async () => {
  const { commands, queries } = client;
  const { proposer, officer } = await registered('fukuoka');
  const drafted: string[] = [];
  for (let made = 0; made < 5; made += 1) {
    const { id } = await commands.draftProject({ proposer, proposal: { ...proposal, reference: `FUK-${made}` } }, by(officer));
    drafted.push(id);
    await sleep(2);
  }
  const [project = '', second = ''] = drafted;
  const { version } = await commands.submitProject({ project }, by(officer));
  const all = { limit: 10, cursor: '', after: `${drafted.at(-1)}@1` };
  await queries.listProjects(
    { page: { ...all, after: `${project}@${version}` }, status: '', proposer, country: '', reference: '' },
    by(secretary),
  );
  const listed = await queries.listProjects({ page: all, status: '', proposer, country: '', reference: '' }, by(secretary));
  expect(listed.projects.map(({ id }) => id)).toEqual(drafted);

  const agreement = newId('agr');
  const begun = [3, 1, 2, 10].map((number) => ({
    milestone: idFrom('mst', agreement, number),
    project: second,
    agreement,
    proposer,
    number,
  }));
  for (const each of begun)
    await commands.beginMilestone({ ...each, title: 'Step', dueOn: '2026-12-01', amount: usd(1n) }, by(WORKFLOW_ACTOR));
  for (const { milestone } of begun) {
    const page = { limit: 10, cursor: '', after: `${milestone}@1` };
    await queries.listMilestones({ page, project: second, agreement: '', status: '' }, by(secretary));
  }
  const page = { limit: 2, cursor: '', after: '' };
  const first = await queries.listMilestones({ page, project: second, agreement: '', status: '' }, by(secretary));
  const next = await queries.listMilestones(
    { page: { ...page, cursor: first.nextCursor }, project: second, agreement: '', status: '' },
    by(secretary),
  );
  expect([...first.milestones, ...next.milestones].map(({ number }) => number)).toEqual([1, 2, 3, 10]);
});

test('the clock that a trial has advanced goes on from there after a restart', async () => {
  const operator = actor('per_operator', 'secretariat', 'clock.operator');
  const to = new Date(Date.now() + 40 * DAY).toISOString();
  const call = by(operator);
  const advanced = await client.commands.advanceClock({ to }, call);
  expect(advanced).toMatchObject({ version: 1, status: 'advanced' });
  expect(await client.commands.advanceClock({ to }, call)).toEqual(advanced);
  expect(await refusal(client.commands.advanceClock({ to: new Date().toISOString() }, by(operator)))).toEqual({
    kind: 'conflict',
    type: 'ClockOnlyMovesForward',
  });

  client.close();
  await service.close();
  service = await start(readConfig(settings, env()), log);
  client = dialled(service.address);
  const { offset } = await client.queries.getClock({}, by(operator));
  expect(Number(offset)).toBeGreaterThan(40 * DAY - 60_000);
  const { proposer, officer } = await registered('sendai');
  const { id: project } = await client.commands.draftProject({ proposer, proposal }, by(officer));
  await client.commands.submitProject({ project }, by(officer));
  const { screeningDue } = await client.queries.getProject({ id: project }, by(officer));
  expect(Date.parse(screeningDue)).toBeGreaterThanOrEqual(Date.parse(to) + 30 * DAY);
});
