import {
  approver,
  approverOf,
  auditor,
  clockOperator,
  deputyOf,
  nameOf,
  officerOf,
  secretary,
  sponsorOfficerOf,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, proposal, refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { daysFrom } from '../delegations.ts';
import { bodyOf, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();

const by = (as: Parameters<typeof system.api.as>[0]) => system.api.as(as);
const someone = (person: string, ...roles: Someone['roles']): Someone => ({ person, organisation: 'secretariat', roles });
const note = 'The register of companies says so.';
const noticesOf = async (as: Parameters<typeof by>[0], item: string) =>
  (await by(as).listNotices()).notices.filter((notice) => notice.item === item).map(({ event, kind }) => `${event} ${kind}`);

test('the name of a sponsor is changed by two persons of the secretariat, and every list follows', async () => {
  const { sponsor: id } = await actors.sponsor();
  const stranger = sponsorOfficerOf((await actors.sponsor()).sponsor);
  const { name: before } = await by(auditor).getSponsor({ id });
  const name = `Verdant ${id.slice(-8)}`;
  await by(secretary).proposeSponsorChange({ id }, { name, note });
  await settled(system.api);
  // A proposal changes nothing, and is visible to the sponsor itself and to overseers.
  expect(await by(stranger).getSponsor({ id })).toMatchObject({ name: before, formerNames: [], changes: [] });
  expect(await by(sponsorOfficerOf(id)).getSponsor({ id })).toMatchObject({ name: before, changes: [{ status: 'proposed', name, note }] });
  const work = async () => (await by(approver).listWork({ kind: 'change-to-confirm' })).work.filter(({ item }) => item === id);
  expect(await work()).toEqual([
    expect.objectContaining({ operations: ['confirmSponsorChange', 'refuseSponsorChange'], mine: true, href: `/v1/sponsors/${id}` }),
  ]);
  const both = someone(nameOf(secretary), 'secretariat.officer', 'secretariat.approver');
  expect(await refusal(web.ask(both, 'confirmSponsorChange', { id }, { proposal: 1 }))).toEqual([
    403,
    '/problems/prepared-by-the-same-person',
  ]);
  await by(approver).confirmSponsorChange({ id }, { proposal: 1 });
  await settled(system.api);
  expect(await work()).toEqual([]);
  expect(await by(stranger).getSponsor({ id })).toMatchObject({ name, formerNames: [before], changes: [] });
  expect(await by(auditor).getPublicSponsor({ id })).toMatchObject({ name, formerNames: [before] });
  // It is found by what it is called, and by what it was called.
  for (const q of [name, before]) expect((await by(stranger).listSponsors({ q })).sponsors.map((each) => each.id)).toEqual([id]);
  expect((await by(auditor).listEnvelopes({ id, with: 'names' })).names).toMatchObject({ [id]: { text: name } });
  const happened = async (as: Parameters<typeof by>[0]) =>
    (await by(as).getSponsorTimeline({ id })).entries.map(({ type, actor = '' }) => `${type} ${actor}`.trim());
  expect(await happened(stranger)).toEqual(['SponsorRegistered', 'SponsorChanged']);
  const whole = [nameOf(secretary), nameOf(secretary), nameOf(approver)];
  const types = ['SponsorRegistered', 'SponsorChangeProposed', 'SponsorChanged'];
  for (const reader of [auditor, sponsorOfficerOf(id)])
    expect(await happened(reader)).toEqual(types.map((type, at) => `${type} ${whole[at]}`));
  expect(await noticesOf(sponsorOfficerOf(id), id)).toEqual(['SponsorChanged organisation', 'SponsorChangeProposed organisation']);
  expect(await noticesOf(approver, id)).toEqual(['SponsorChangeProposed organisation']);
  expect(await noticesOf(secretary, id)).toEqual(['SponsorChanged organisation']);
  expect(await verifiedFaults(system)).toEqual({});
});

test('nobody confirms a name in the place of the person who proposed it', async () => {
  const { sponsor: id } = await actors.sponsor();
  const giver = someone('ren', 'secretariat.officer', 'secretariat.approver');
  expect((await web.ask(giver, 'proposeSponsorChange', { id }, { name: 'Verdant', note })).status).toBe(200);
  const terms = {
    role: 'secretariat.approver',
    takenBy: nameOf(deputyOf('secretariat')),
    ...(await daysFrom(system.api)),
    note: 'On leave.',
  };
  const given = bodyOf<{ id: string }>(await web.ask(giver, 'delegateRole', {}, terms));
  await by(approver).confirmDelegation({ id: given.id }, { delegation: 1 });
  const deputy = { person: nameOf(deputyOf('secretariat')), organisation: 'secretariat', roles: [] };
  expect(await refusal(web.ask(deputy, 'confirmSponsorChange', { id }, { proposal: 1 }))).toEqual([
    403,
    '/problems/prepared-by-the-same-person',
  ]);
  await by(approver).refuseSponsorChange({ id }, { proposal: 1, note: 'No such fund.' });
  expect(await by(auditor).getSponsor({ id })).toMatchObject({ changes: [{ status: 'refused', endNote: 'No such fund.' }] });
});

test('what was signed keeps its text, accounts keep their holder, and an approval waits for a clearance under the new name', async () => {
  const lender = await actors.sponsor();
  const city = await actors.city();
  const signed = await actors.payable(city, [[lender, '1000.00']]);
  const editions = () => by(auditor).editionsOfAgreement({ id: signed.id });
  const accounts = () => by(auditor).listBankAccounts({ organisation: city });
  const { id: passport } = await by(secretary).requestDueDiligence({}, { subject: city });
  await settled(system.api);
  const { now } = await by(clockOperator).getClock();
  const validUntil = `${Number(now.slice(0, 4)) + 1}-06-30`;
  await by(verifier).clearSubject({ id: passport }, { validUntil });
  const project = await actors.submitted(city);
  const { id: funding, offers } = await actors.funded(project, [[lender, '1000.00']]);
  const earlier = { editions: await editions(), accounts: await accounts() };
  expect(earlier.editions.editions).not.toEqual([]);
  expect(earlier.accounts.accounts).not.toEqual([]);

  const { countries } = await by(auditor).getProposer({ id: city });
  await by(secretary).proposeProposerChange({ id: city }, { name: 'Minato Works', countries, note });
  await by(approver).confirmProposerChange({ id: city }, { proposal: 1 });
  await settled(system.api);
  expect({ editions: await editions(), accounts: await accounts() }).toEqual(earlier);
  expect((await by(auditor).listProjects({ q: 'Minato Works' })).projects.map(({ id }) => id)).toContain(project);

  const approveOffer = () => by(approverOf(lender.sponsor)).approveOffer({ id: funding, offer: first(offers).id });
  const approveProject = () => by(approver).approveProject({ id: project });
  const rely = () => by(approver).relyOnClearance({ id: passport }, { project });
  for (const act of [approveOffer, approveProject, rely])
    expect(await refused(act())).toMatchObject({
      status: 409,
      type: '/problems/subject-is-not-clear',
      facts: { subject: city, passport: 'renamed' },
    });
  await by(secretary).requestDueDiligence({}, { subject: city });
  await by(verifier).clearSubject({ id: passport }, { validUntil, note: 'The same board under another name.' });
  expect(await by(auditor).getPassport({ id: passport })).toMatchObject({ status: 'cleared', clearedAs: 'Minato Works' });
  await rely();
  await approveOffer();
  await approveProject();
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a city proposes projects in its new countries, and its projects keep theirs', async () => {
  const city = await actors.city();
  const draft = (...countries: readonly string[]) =>
    by(officerOf(city)).draftProject({}, { proposer: city, proposal: { ...proposal(), countries: [...countries] } });
  const { id: project } = await draft('JP');
  expect(await refused(draft('VN'))).toMatchObject({ status: 422, type: '/problems/countries-are-of-others' });
  const { name } = await by(auditor).getProposer({ id: city });
  expect(await refused(by(secretary).proposeProposerChange({ id: city }, { name, countries: ['JP'], note }))).toMatchObject({
    status: 409,
    type: '/problems/details-stand',
  });
  await by(secretary).proposeProposerChange({ id: city }, { name, countries: ['VN'], note });
  await settled(system.api);
  const work = async () => (await by(approver).listWork({ kind: 'change-to-confirm', waits: 'all' })).work.map(({ item }) => item);
  expect(await work()).toContain(city);
  await by(approver).confirmProposerChange({ id: city }, { proposal: 1 });
  await draft('VN');
  await by(officerOf(city)).submitProject({ id: project });
  await settled(system.api);
  expect(await work()).not.toContain(city);
  expect(await by(auditor).getProposer({ id: city })).toMatchObject({ countries: ['VN'], formerNames: [] });
  expect((await by(auditor).getProject({ id: project })).proposal.countries).toEqual(['JP']);
  expect((await by(auditor).listProposers({ country: 'VN' })).proposers.map(({ id }) => id)).toContain(city);
});
