import { GATEWAY_ACTOR, WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import type { Role } from '@junkan/proto/actor.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import { describe, expect, test } from 'vitest';
import { actor, by, met, proposal, refusal, registry, secretary } from './registry.fixture.ts';

const DAY = 86_400_000;
const client = registry();

describe('a project on its way to sponsors', () => {
  test('is drafted, submitted, asked about, declared eligible and opened, and its timeline shows all of it', async () => {
    const { commands, queries } = client;
    const { proposer, officer } = await client.registered('yokohama');
    const { id: project, version, status } = await commands.draftProject({ proposer, proposal }, by(officer));
    expect({ version, status }).toEqual({ version: 1, status: 'draft' });
    await commands.submitProject({ project }, by(officer));
    await commands.requestMoreInformation({ project, note: 'Who owns the site?', checks: [] }, by(secretary));
    expect(await queries.getProject({ id: project }, by(officer))).toMatchObject({
      status: 'more-information-required',
      note: 'Who owns the site?',
    });
    await commands.provideInformation({ project, note: 'The ward does.' }, by(officer));
    await commands.declareEligible({ project, checks: met }, by(secretary));
    const opened = await commands.openToSponsors({ project }, by(secretary));
    expect(opened).toEqual({ id: project, version: 6, status: 'open' });

    expect(await queries.getProject({ id: project }, by(secretary))).toMatchObject({
      round: 1,
      submission: 1,
      submittedBy: officer.person,
      screenedBy: secretary.person,
      proposal,
    });

    const { entries } = await queries.timeline({ project, page: undefined }, by(secretary));
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
    const { proposer, officer } = await client.registered('osaka');
    const call = by(officer);
    const first = await commands.draftProject({ proposer, proposal }, call);
    const submission = by(officer);
    const submitted = await commands.submitProject({ project: first.id }, submission);
    await commands.declareEligible({ project: first.id, checks: met }, by(secretary));
    expect(await commands.draftProject({ proposer, proposal }, call)).toEqual(first);
    expect(await commands.submitProject({ project: first.id }, submission)).toEqual(submitted);
    const other = { proposer, proposal: { ...proposal, title: 'Another' } };
    expect(await refusal(commands.draftProject(other, call))).toEqual({ kind: 'key-reused', type: 'CommandIdWasUsedForAnotherRequest' });
  });

  test('a version that is not the newest, a missing plan and a wrong role are refused', async () => {
    const { commands } = client;
    const { proposer, officer } = await client.registered('kobe');
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

  await client.restart();
  const { offset } = await client.queries.getClock({}, by(GATEWAY_ACTOR));
  expect(Number(offset)).toBeGreaterThan(40 * DAY - 60_000);
  const { proposer, officer } = await client.registered('sendai');
  const { id: project } = await client.commands.draftProject({ proposer, proposal }, by(officer));
  await client.commands.submitProject({ project }, by(officer));
  const { screeningDue } = await client.queries.getProject({ id: project }, by(officer));
  expect(Date.parse(screeningDue)).toBeGreaterThanOrEqual(Date.parse(to) + 30 * DAY);
});

test('while due diligence does not answer, a project is read all the same, and its approval is not allowed for now', async () => {
  const { commands, queries } = client;
  const { proposer, officer } = await client.registered('nagoya');
  const { id: project } = await commands.draftProject({ proposer, proposal }, by(officer));
  await commands.submitProject({ project }, by(officer));
  await commands.declareEligible({ project, checks: met }, by(secretary));
  await commands.openToSponsors({ project }, by(secretary));
  const funding = idFrom(...fundingIdParts(project, 1));
  await commands.recordFunded({ project, round: 1, funding }, by(WORKFLOW_ACTOR));
  const read = (person: string, ...roles: Role[]) =>
    queries.readProject({ id: project, permissions: true }, by(actor(person, 'secretariat', ...roles)));
  const { project: found, may } = await read('per_approver', 'secretariat.approver');
  expect(found?.status).toBe('funded');
  const approving = may?.operations.find(({ operation }) => operation === 'approveProject');
  expect(approving).toMatchObject({ answer: 'refused', rejection: 'FactIsOutOfReach', facts: '{"fact":"due-diligence"}' });
  expect(may?.operations.find(({ operation }) => operation === 'refuseProject')).toMatchObject({ answer: 'allowed' });
});

test('a draft does not exist for others; of what was submitted they see what is public, and which fields are left out', async () => {
  const { commands, queries } = client;
  const { proposer, officer } = await client.registered('otsu');
  const stranger = by(actor('per_fund', newId('spo'), 'sponsor.officer'));
  const { id: project } = await commands.draftProject({ proposer, proposal }, by(officer));
  const asked = [
    () => queries.getProject({ id: project }, stranger),
    () => queries.readProject({ id: project, permissions: true }, stranger),
    () => queries.timeline({ project, page: undefined }, stranger),
  ];
  for (const ask of asked) expect(await refusal(ask())).toEqual({ kind: 'not-found', type: 'ProjectNotFound' });
  await commands.submitProject({ project }, by(officer));
  const { project: seen, information } = await queries.readProject({ id: project, permissions: false }, stranger);
  expect(seen).toMatchObject({ status: 'submitted', proposer, submittedBy: '', preparedBy: [] });
  expect(seen?.omitted).toEqual(expect.arrayContaining(['submittedBy', 'preparedBy', 'note', 'information', 'declarations']));
  expect(information).toEqual([]);
  const { entries } = await queries.timeline({ project, page: undefined }, stranger);
  expect(entries.map(({ type, actor: by, data }) => [type, by, Object.keys(JSON.parse(data)).includes('by')])).toEqual([
    ['ProjectSubmitted', '', false],
  ]);
});
