import type { Schemas } from '@junkan/client/operations.ts';
import { CONTEXT_NAMES, type Context } from '@junkan/proto/programs.ts';
import { approver, auditor, nameOf, officerOf, secretary, trainerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { erase } from '@junkan/scripts/operate/erase.ts';
import { expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, api, actors, web, store } = await openSystem();

const by = api.as;
const officer = by(secretary);
const CONTACT = 'Hana Ito, hana@repair.example.org';
const details = {
  name: 'Repair Network',
  otherNames: [{ language: 'ja', name: '修理ネットワーク' }],
  kind: 'network',
  country: 'JP',
  website: 'https://repair.example.org',
  themes: ['repair', 'composting'],
} as const;
const someone = (organisation: string, role: Someone['roles'][number], name = role as string): Someone => ({
  person: `${organisation}/${name}`,
  organisation,
  roles: [role],
});
const MUTING = { kinds: ['match'], projects: [] };
const NOBODY = `ptn_${'0'.repeat(26)}`;

type Partner = Schemas['Partner'];
const idsOf = ({ partners }: { readonly partners: readonly Partner[] }): string[] => partners.map(({ id }) => id);

test('a partner is registered by the secretariat, and everybody finds it by what it is and offers', async () => {
  const { id } = await officer.registerPartner({}, details, { key: 'one' });
  expect((await officer.registerPartner({}, details, { key: 'one' })).id).toBe(id);
  const city = { name: 'A university', kind: 'university', country: 'ID', themes: ['solid-waste'] } as const;
  const { id: university } = await officer.registerPartner({}, city);
  await settled(api);
  const reader = by(officerOf(await actors.city()));
  expect(await reader.getPartner({ id })).toMatchObject({ ...details, status: 'registered', version: 1 });
  for (const list of ['listPartners', 'listPublicPartners'] as const) {
    expect(idsOf(await reader[list]({ kind: 'network', with: 'names' }))).toEqual([id]);
    expect(idsOf(await reader[list]({ themes: 'composting,solid-waste', sort: 'country' }))).toEqual([university, id]);
    expect(idsOf(await reader[list]({ country: 'ID', status: 'registered' }))).toEqual([university]);
    expect((await reader[list]({ counts: 'kind,country,themes' })).counts).toEqual({
      kind: { network: 1, university: 1 },
      country: { JP: 1, ID: 1 },
      themes: { repair: 1, composting: 1, 'solid-waste': 1 },
    });
  }
  const anybody = await web.send('GET', `/v1/public/partners/${id}`, {});
  expect([anybody.status, bodyOf<Partner>(anybody).name]).toEqual([200, 'Repair Network']);
  expect(
    await refusal(
      web.ask(someone('secretariat', 'secretariat.officer'), 'registerPartner', {}, { ...details, website: 'javascript:alert(1)' }),
    ),
  ).toEqual([422, '/problems/website-is-malformed']);
  expect(
    await refusal(web.ask(someone('secretariat', 'secretariat.officer'), 'registerPartner', {}, { ...details, themes: ['repaire'] })),
  ).toEqual([422, '/problems/codes-are-unknown']);
});

test('whom to ask is for the partner itself and the secretariat, and erased once somebody else is named', async () => {
  const id = await actors.partner();
  await officer.namePartnerContact({ id }, { contact: CONTACT });
  await settled(api);
  const trainer = by(trainerOf(id));
  for (const reader of [trainer, by(auditor)]) expect(await reader.getPartner({ id })).toMatchObject({ contact: CONTACT });
  const strangers = [by(trainerOf(await actors.partner())), by(officerOf(await actors.city()))];
  for (const reader of strangers) expect((await reader.getPartner({ id })).contact ?? '').toBe('');
  const everywhere = await Promise.all(
    ['/v1/public/partners', `/v1/public/partners/${id}`].map(async (path) => (await web.send('GET', path, {})).bytes.toString()),
  );
  expect(everywhere.filter((text) => text.includes('Hana'))).toEqual([]);
  const listed = async (as: typeof trainer) => (await as.listPartners({})).partners.find((each) => each.id === id)?.contact ?? '';
  expect([await listed(trainer), await listed(strangers[0] ?? trainer)]).toEqual([CONTACT, '']);
  const happened = async (as: typeof trainer) => (await as.getPartnerTimeline({ id })).entries.map(({ type }) => type);
  expect(await happened(trainer)).toEqual(['PartnerRegistered', 'PartnerContactNamed']);
  expect(await happened(strangers[0] ?? trainer)).toEqual(['PartnerRegistered']);

  await officer.namePartnerContact({ id }, { contact: 'Ken' });
  expect(await trainer.getPartner({ id })).toMatchObject({ contact: 'Ken' });
  expect(await textsWith('Hana Ito')).toEqual([]);
});

test('who comes from a partner reads what is public and its own partner, and nothing waits', async () => {
  const id = await actors.partner();
  for (const role of ['programme.trainer', 'programme.expert', 'programme.juror'] as const) {
    const who = someone(id, role);
    const session = bodyOf<Schemas['Session']>(await web.ask(who, 'getSession'));
    expect(session).toMatchObject({ organisation: id, roles: [role], unread: { count: 0 } });
    const work = bodyOf<{ work: readonly unknown[] }>(await web.ask(who, 'listWork', { waits: 'all' }));
    expect(work.work).toEqual([]);
    expect((await web.ask(who, 'getPartner', { id })).status).toBe(200);
    expect(bodyOf<{ payments: unknown[] }>(await web.ask(who, 'findPayments')).payments).toEqual([]);
  }
});

test('a role of a partner counts in a registered partner alone', async () => {
  const [city, id] = [await actors.city(), await actors.partner()];
  const { sponsor } = await actors.sponsor();
  for (const organisation of [city, sponsor, 'secretariat'])
    expect(await refusal(web.ask(someone(organisation, 'programme.juror'), 'listPartners'))).toEqual([403, '/problems/wrong-organisation']);
  for (const role of ['proposer.officer', 'sponsor.officer', 'secretariat.officer'] as const)
    expect(await refusal(web.ask(someone(id, role), 'listPartners'))).toEqual([403, '/problems/wrong-organisation']);
  expect(await refusal(web.ask(someone(NOBODY, 'programme.juror'), 'listPartners'))).toEqual([
    403,
    '/problems/organisation-is-not-registered',
  ]);
  expect(await refusal(web.ask(someone(NOBODY, 'programme.juror'), 'muteNotices', {}, MUTING))).toEqual([
    403,
    '/problems/organisation-is-not-registered',
  ]);
});

test('a person of a partner acts for it alone', async () => {
  const [one, other] = [await actors.partner(), await actors.partner()];
  const tara = (organisation: string): Someone => ({ person: 'tara', organisation, roles: ['programme.trainer'] });
  expect((await web.ask(tara(one), 'muteNotices', {}, MUTING)).status).toBe(200);
  expect(await refusal(web.ask(tara(other), 'muteNotices', {}, MUTING))).toEqual([403, '/problems/person-acts-for-another']);
});

test('who belongs to a partner that is closed reads it, and acts no more', async () => {
  const id = await actors.partner();
  await officer.namePartnerContact({ id }, { contact: 'Uma Rao' });
  const expert = someone(id, 'programme.expert');
  expect((await web.ask(expert, 'muteNotices', {}, MUTING)).status).toBe(200);
  await by(approver).closePartner({ id }, { note: 'The network has dissolved.' });
  await settled(api);
  expect(await refusal(web.ask(expert, 'muteNotices', {}, MUTING))).toEqual([403, '/problems/organisation-is-closed']);
  expect(await refusal(web.ask(someone(id, 'programme.juror', 'newcomer'), 'muteNotices', {}, MUTING))).toEqual([
    403,
    '/problems/organisation-is-closed',
  ]);
  expect(bodyOf<Partner>(await web.ask(expert, 'getPartner', { id }))).toMatchObject({
    status: 'closed',
    note: 'The network has dissolved.',
  });
  const { notices } = bodyOf<{ notices: readonly Schemas['Notice'][] }>(await web.ask(expert, 'listNotices'));
  expect(notices.map(({ event, kind }) => `${event} ${kind}`)).toEqual(['PartnerClosed organisation']);
  expect(bodyOf<Partner>(await web.send('GET', `/v1/public/partners/${id}`, {}))).toMatchObject({ status: 'closed' });
  expect((await web.send('GET', `/v1/public/partners/${id}`, {})).bytes.toString()).not.toContain('dissolved');
  expect(await textsWith('Uma Rao')).toEqual([]);
  expect(await refusal(web.ask(someone('secretariat', 'secretariat.officer'), 'namePartnerContact', { id }, { contact: 'Uma' }))).toEqual([
    409,
    '/problems/partner-is-closed',
  ]);
});

test('what the secretariat has typed of partners is erased with all it typed, and verification stays whole', async () => {
  const id = await actors.partner();
  await officer.namePartnerContact({ id }, { contact: 'Mei Lin' });
  const db = (context: string) => system.database(context as Context);
  expect(await erase({ contexts: CONTEXT_NAMES, db }, nameOf(secretary))).toBeGreaterThan(0);
  expect((await by(trainerOf(id)).getPartner({ id })).contact ?? '').toBe('');
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('verify names who acted for a partner that nobody has registered', async () => {
  const id = await actors.partner();
  expect((await web.ask(someone(id, 'programme.trainer'), 'muteNotices', {}, MUTING)).status).toBe(200);
  await settled(api);
  await system.stop();
  const muted = { in: 'notice', type: 'NoticesMuted', where: { 'actor.organisation': id } } as const;
  const faults = await store.changed(muted, (_, commit) => {
    commit.actor = { ...commit.actor, organisation: NOBODY };
  });
  expect(faults[13]).toContainEqual(expect.stringContaining(`is by ${NOBODY}, which is not registered`));
});

/** The kept texts that say it. */
async function textsWith(words: string): Promise<readonly unknown[]> {
  const kept = await system.database('programme').collection<{ _id: string; text: string }>('texts').find({}).toArray();
  return kept.filter(({ text }) => text.includes(words));
}
