import { approver, certifierOf, nameOf, officerOf, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { daysOn } from '@junkan/scripts/verify/ladder.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorsOf, first, refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { admitted, invited, type Joining, TOKYO, until } from '../signatory.ts';

let system: MemorySystem;
beforeAll(async () => {
  system = await startMemorySystem();
});
afterAll(() => system.close());

const SECTIONS = ['actions', 'results', 'learning', 'governance', 'evidence', 'commitments', 'next'] as const;

/** Another city, on its way to the same declaration. */
async function alongside({ declaration, today }: Joining): Promise<Joining> {
  const by = system.api.as;
  const city = await actorsOf(system.api).city();
  const { id } = await by(secretary).inviteCity({}, { declaration, city, place: TOKYO });
  const people = { officer: by(officerOf(city)), certifier: by(certifierOf(city)), mandated: nameOf(certifierOf(city)) };
  return { declaration, city, id, today, ...people };
}

const reportOf = async ({ id }: Joining) =>
  (await system.api.as(secretary).getSignatory({ id })).obligations.find(({ name }) => name === 'report-1');

test('the lead of a group that shares what it has promised reports once for all of it', async () => {
  const { api } = system;
  const by = api.as;
  const lead = await invited(api, await actorsOf(api).city());
  const member = await alongside(lead);
  const alone = await alongside(lead);
  const shared = { declaration: lead.declaration, title: 'Around the bay', groupKind: 'shared', sharedCommitments: ['C1'] } as const;
  const { id: group } = await lead.officer.formGroup({}, shared);
  await lead.officer.inviteToGroup({ id: group }, { city: member.city });
  for (const each of [lead, member]) await each.officer.joinGroup({ id: each.id }, { group });
  for (const each of [lead, member, alone]) await admitted(api, each);
  await settled(api);
  const { id: action } = await member.officer.planAction({}, { place: TOKYO, content: { title: 'A market for used goods' } });
  await member.officer.startAction({ id: action });
  const { due = '' } = (await reportOf(lead)) ?? {};
  await until(api, daysOn(due, -100));
  await settled(api);

  const listed = async ({ id, officer }: Joining) => (await officer.listProgressReports({ signatory: id })).reports;
  expect((await Promise.all([lead, member, alone].map(listed))).map(({ length }) => length)).toEqual([1, 0, 1]);
  const [report] = await listed(lead);
  expect(await refused(member.officer.openReport({ id: member.id }, { number: 1 }))).toMatchObject({
    type: '/problems/lead-reports',
    status: 409,
    facts: { lead: lead.city },
  });
  expect((await member.officer.getSignatory({ id: member.id })).reportedBy).toBe(lead.city);
  expect((await lead.officer.getSignatory({ id: lead.id })).reportedBy ?? '').toBe('');

  const id = report?.id ?? '';
  const { current } = await lead.officer.getProgressReport({ id });
  expect(current?.cells.find(({ key }) => key === `actions/${action}/state`)).toMatchObject({ value: 'under-way', state: 'filled' });
  for (const section of SECTIONS) await lead.officer.writeSection({ id }, { edition: 1, section, note: 'For both of us.' });
  await lead.certifier.signOffProgressReport({ id }, { edition: 1 });
  // While what the lead has handed in is in review, no notice goes to the member either.
  await until(api, daysOn(due, 70));
  const notice = { obligation: 'report-1', note: 'Late.' };
  expect((await reportOf(member))?.standing).toBe('in-review');
  expect(await refused(by(secretary).prepareNotice({ id: member.id }, notice))).toMatchObject({ type: '/problems/report-is-in-review' });
  await by(secretary).prepareNotice({ id: alone.id }, notice);
  await by(verifier).acceptProgressReport({ id }, { edition: 1 });
  await until(api, daysOn(due, 80));
  expect((await Promise.all([lead, member, alone].map(reportOf))).map((each) => each?.standing)).toEqual([
    'accepted',
    'accepted',
    'overdue',
  ]);
  const turns = (await reportOf(member))?.turns ?? [];
  expect([first(turns).fact, turns.length]).toEqual(['submitted', 2]);
  await by(approver).issueNotice({ id: alone.id }, { obligation: 'report-1' });
  expect(await verifiedFaults(system)).toEqual({});
});
