import { connect } from '@junkan/client/client.ts';
import { approver, secretary } from '@junkan/scripts/main-job/api.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import type { WakeRecord } from '@junkan/workflows/wake-records.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorsOf, first, refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { admitted, CHECKS, DECLARATION, fileOf, invited, signed, TOKYO, textOf, until } from '../signatory.ts';

const YOKOHAMA = '1848354';
let system: MemorySystem;
beforeAll(async () => {
  system = await startMemorySystem();
});
afterAll(() => system.close());

const begun = async () => invited(system.api, await actorsOf(system.api).city());

test('a city joins: invited, decided by its council, mandated, signed, checked, admitted', async () => {
  const by = system.api.as;
  const joining = await begun();
  const { id, declaration, officer, certifier, mandated, today } = joining;
  const { hash: document } = await fileOf(officer);
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
  const signing = await textOf(joining);
  expect(await refused(certifier.signDeclaration({ id }, signing))).toMatchObject({ type: '/problems/signer-is-not-mandated' });
  await officer.recordMandate({ id }, { person: mandated, from: today, document });
  expect(await refused(certifier.signDeclaration({ id }, { ...signing, hash: 'a'.repeat(64) }))).toMatchObject({
    type: '/problems/text-is-another',
    status: 412,
  });
  await certifier.signDeclaration({ id }, signing);
  expect(await refused(certifier.signDeclaration({ id }, signing, { key: 'again' }))).toMatchObject({ type: '/problems/already-signed' });

  expect(await refused(by(secretary).checkSignature({ id }, { checks: CHECKS.slice(1) }))).toMatchObject({
    type: '/problems/check-is-incomplete',
  });
  await by(secretary).checkSignature({ id }, { checks: CHECKS });
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
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${mandated}|${signing.hash}|secretariat/`));
  expect(await verifiedFaults(system)).toEqual({});
});

const UNREAD = 'b'.repeat(64);

test('a newer version of the declaration: who has signed is asked to affirm it, and stands by the earlier one until it does', async () => {
  const { api } = system;
  const joining = await invited(api, await actorsOf(api).city());
  await admitted(api, joining);
  const { id, declaration, officer, certifier } = joining;
  await api.as(secretary).draftVersion({ id: declaration }, { text: DECLARATION });
  await api.as(approver).publishDeclaration({ id: declaration }, { number: 2 });
  await settled(api);
  const asked = await officer.getPublicSignatory({ id });
  expect(asked).toMatchObject({ standsBy: 1, asked: { version: 2 } });
  const { work } = await certifier.listWork({ kind: 'declaration-to-affirm' });
  expect(work.map(({ dueOn }) => dueOn)).toEqual([asked.asked?.until]);
  const { versions } = await certifier.getDeclaration({ id: declaration });
  const { language, hash } = first(versions.find(({ number }) => number === 2)?.texts ?? []);
  expect(await refused(certifier.affirmDeclaration({ id }, { version: 2, language, hash: UNREAD }))).toMatchObject({
    type: '/problems/text-is-another',
  });
  await certifier.affirmDeclaration({ id }, { version: 2, language, hash });
  const affirmed = await officer.getSignatory({ id });
  expect(affirmed).toMatchObject({ standsBy: 2, status: 'active' });
  expect(affirmed.asked).toBeUndefined();
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('cities form a group: who leads invites, each joins for itself, and is in one at a time', async () => {
  const by = system.api.as;
  const lead = await begun();
  const other = await begun();
  const { id: joining } = await by(secretary).inviteCity({}, { declaration: lead.declaration, city: other.city, place: TOKYO });
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

test('a city that was declined or has left sets out again, and each time its ladder is climbed', async () => {
  const by = system.api.as;
  const joining = await begun();
  const { id, declaration, city, officer, certifier, today } = joining;
  const again = () => by(secretary).inviteCity({}, { declaration, city, place: TOKYO });
  const plan = async () => first((await by(secretary).getSignatory({ id })).obligations.filter(({ name }) => name === 'plan'));
  const untilPlanIsDue = async () => {
    const { due } = await plan();
    await until(system.api, due);
    return (await plan()).rungs.map(({ name, days }) => (days ? `${name} ${days}` : name));
  };
  await signed(joining);
  await by(secretary).returnSignature({ id }, { reasons: ['document-cannot-be-read'] });
  await by(secretary).declineCity({ id }, { note: 'It is no local government any more.' });
  await again();
  await admitted(system.api, joining);
  const before = ['opened', 'reminded 90', 'reminded 30', 'reminded 7'];
  expect(await untilPlanIsDue()).toEqual(before);
  const { hash: document } = await fileOf(officer);
  await certifier.withdrawSignatory({ id }, { decidedOn: today, decisionNumber: '9/2027', document });
  await again();
  await admitted(system.api, joining);
  expect(await untilPlanIsDue()).toEqual(before);
  expect(await verifiedFaults(system)).toEqual({});
});

test('when the day of one signatory has come, the clock wakes nobody else', async () => {
  const { api, signals, database } = system;
  const places = [TOKYO, YOKOHAMA];
  for (const place of places) await admitted(api, await invited(api, await actorsOf(api).city(), place));
  const looks = database('workflows').collection<WakeRecord>('looks');
  const woken = new Set<string>();
  for (let step = 0; step < 6; step += 1) {
    const { earliestDeadline } = await settled(api);
    const [before, pending] = [signals(), await looks.find({ wakeAt: { $gt: '' } }).toArray()];
    await advance(api, earliestDeadline ?? '');
    await settled(api);
    const concerned = pending.flatMap(({ _id, wakeAt }) => (wakeAt <= (earliestDeadline ?? '') ? [_id] : []));
    const heard = [...signals()].flatMap(([id, count]) => (count === before.get(id) ? [] : [id]));
    expect(heard.toSorted()).toEqual(concerned.toSorted());
    expect(concerned.length).toBeLessThan(pending.length);
    for (const id of heard) woken.add(id);
  }
  expect(woken.size).toBeGreaterThan(1);
});

test('a declaration that is withdrawn is not published again by what was drafted before', async () => {
  const by = system.api.as;
  const { declaration } = await begun();
  await by(secretary).draftVersion({ id: declaration }, { text: DECLARATION });
  await by(approver).withdrawDeclaration({ id: declaration }, { note: 'It is replaced.' });
  expect(await refused(by(approver).publishDeclaration({ id: declaration }, { number: 2 }))).toMatchObject({
    type: '/problems/declaration-is-in-another-status',
  });
});
