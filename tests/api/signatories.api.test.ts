import { connect } from '@junkan/client/client.ts';
import { type Acting, approver, certifierOf, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorsOf, first, refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';

let system: MemorySystem;
beforeAll(async () => {
  system = await startMemorySystem();
});
afterAll(() => system.close());

const words = (text: string) => [{ language: 'en', text }];
const text = {
  title: words('A declaration'),
  preamble: words('We mean to use again.'),
  commitments: [{ code: 'C1', fiveR: 'reuse', text: words('Reuse') }],
  rule: {
    planMonths: 24,
    firstReportMonths: 36,
    reportEveryMonths: 24,
    align: ['03-31', '09-30'],
    openedDays: 180,
    reminders: [90, 30, 7],
    helpDays: 14,
    secondDays: 30,
    noticeDays: 60,
    lastDays: 90,
    suspensionDays: 120,
    afterNoticeDays: 60,
    afterReturnDays: 30,
    extensionDays: 90,
    reviewDays: 45,
    settleDays: 180,
    lapseMonths: 24,
    firstAssessmentMonths: 6,
    assessmentEveryMonths: 12,
  },
  marked: 'Placeholder',
} as const;

const PLACE = '1857553';

/** A declaration in force, and a city that is invited to sign it. */
async function invited() {
  const { api } = system;
  const by = api.as;
  const { id: declaration } = await by(secretary).draftDeclaration({}, { text });
  await by(approver).publishDeclaration({ id: declaration }, { number: 1 });
  const city = await actorsOf(api).city();
  const { id } = await by(secretary).inviteCity({}, { declaration, city, place: PLACE });
  return { declaration, city, id, officer: by(officerOf(city)), certifier: by(certifierOf(city)), mandated: nameOf(certifierOf(city)) };
}

const fileOf = (by: Acting) => by.upload(new TextEncoder().encode('Decided.'), 'text/plain', { name: 'Decision.txt' });

test('a city joins: invited, decided by its council, mandated, signed, checked, admitted', async () => {
  const by = system.api.as;
  const { id, declaration, officer, certifier, mandated } = await invited();
  const { hash: document } = await fileOf(officer);
  const today = (await settled(system.api)).now.slice(0, 10);
  const decision = { decidedOn: today, decisionNumber: '3/2026', document };
  expect(await refused(officer.recordCouncilDecision({ id }, { ...decision, decidedOn: '2099-01-01' }))).toMatchObject({
    type: '/problems/date-is-ahead',
    pointers: ['/decidedOn'],
  });
  await officer.recordCouncilDecision({ id }, decision);
  expect(await refused(officer.recordMandate({ id }, { person: mandated, from: '2020-01-01', document }))).toMatchObject({
    type: '/problems/mandate-precedes-decision',
  });
  await officer.recordMandate({ id }, { person: 'somebody-else', from: today, document });
  const { versions } = await certifier.getDeclaration({ id: declaration });
  const { language, hash } = first(first(versions).texts);
  const signing = { version: 1, language, hash };
  expect(await refused(certifier.signDeclaration({ id }, signing))).toMatchObject({ type: '/problems/signer-is-not-mandated' });
  await officer.recordMandate({ id }, { person: mandated, from: today, document });
  expect(await refused(certifier.signDeclaration({ id }, { ...signing, hash: 'a'.repeat(64) }))).toMatchObject({
    type: '/problems/text-is-another',
    status: 412,
  });
  await certifier.signDeclaration({ id }, signing);
  expect(await refused(certifier.signDeclaration({ id }, signing, { key: 'again' }))).toMatchObject({ type: '/problems/already-signed' });

  const checks = ['decision-is-legible', 'days-are-in-order', 'signer-is-mandated', 'city-has-a-place'] as const;
  expect(await refused(by(secretary).checkSignature({ id }, { checks: checks.slice(1) }))).toMatchObject({
    type: '/problems/check-is-incomplete',
  });
  await by(secretary).checkSignature({ id }, { checks });
  await by(approver).admitSignatory({ id });
  expect(await by(secretary).getSignatory({ id })).toMatchObject({ status: 'active', standing: 'good', open: true, country: 'JP' });
  const { clocks = [], obligations } = await officer.getSignatory({ id });
  expect(clocks.map(({ obligation }) => obligation)).toEqual(obligations.map(({ name }) => name));
  expect(first(clocks)).toMatchObject({ obligation: 'plan', daysUsed: 0, daysAllowed: 120, daysInReview: 0, reviewDays: 45 });
  expect(first(first(clocks).ahead).name).toBe('opened');
  await settled(system.api);
  expect((await by(secretary).listSignatories({ standing: 'good' })).signatories.map((each) => each.id)).toContain(id);
  const { operations: anybody } = connect({ address: system.address });
  expect(await anybody.getPublicSignatory({ id })).toMatchObject({ status: 'active', place: { name: 'Matsudo' } });
  const seen = await anybody.listPublicSignatories({ declaration });
  expect(seen.signatories.map((each) => each.id)).toEqual([id]);
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${mandated}|${hash}|secretariat/`));
  expect(await verifiedFaults(system)).toEqual({});
});

test('cities form a group: who leads invites, each joins for itself, and is in one at a time', async () => {
  const by = system.api.as;
  const lead = await invited();
  const other = await invited();
  const { id: joining } = await by(secretary).inviteCity({}, { declaration: lead.declaration, city: other.city, place: PLACE });
  const shared = { declaration: lead.declaration, title: 'Around the bay', groupKind: 'shared' } as const;
  expect(await refused(lead.officer.formGroup({}, { ...shared, sharedCommitments: ['C9'] }))).toMatchObject({
    type: '/problems/commitment-is-unknown',
  });
  const { id: group } = await lead.officer.formGroup({}, { ...shared, sharedCommitments: ['C1'] });
  await lead.officer.joinGroup({ id: lead.id }, { group });
  expect(await refused(other.officer.joinGroup({ id: joining }, { group }))).toMatchObject({ type: '/problems/city-is-not-invited' });
  await lead.officer.inviteToGroup({ id: group }, { city: other.city });
  await other.officer.joinGroup({ id: joining }, { group });
  expect((await other.officer.getSignatoryGroup({ id: group })).members?.map(({ city }) => city)).toEqual([lead.city, other.city]);
  const { id: second } = await lead.officer.formGroup({}, { ...shared, sharedCommitments: ['C1'] });
  await lead.officer.inviteToGroup({ id: second }, { city: other.city });
  expect(await refused(other.officer.joinGroup({ id: joining }, { group: second }))).toMatchObject({
    type: '/problems/city-is-in-another-group',
    facts: { group },
  });
  await other.certifier.leaveGroup({ id: joining });
  expect((await other.officer.getSignatoryGroup({ id: group })).members?.[1]?.leavesOn).toMatch(/^\d{4}-/);
});
