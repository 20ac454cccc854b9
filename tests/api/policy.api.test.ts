import { dayIn, plusMonths } from '@junkan/kit/pure/dates.ts';
import { auditor, certifierOf, expertOf, nameOf, officerOf, secretary, sponsorOfficerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, refused } from '../actors.ts';
import { bodyOf, type Someone } from '../http.ts';
import { fileOf, passedTo } from '../joined-city.ts';
import { openSystem } from '../open-system.ts';
import { adopted, advised, FEE, PARAGRAPHS, published } from '../policy.ts';
import { TOKYO } from '../signatory.ts';

const { api, actors, web } = await openSystem();
const by = api.as;
const WHY = { note: 'because' };
const SECRET = 'Covers 38 % of running cost at 4 rupees.';

test('an entry of the library is entered once, published for all, and found by what it is', async () => {
  const { id } = await by(secretary).draftInstrument({}, FEE);
  await settled(api);
  const reader = by(officerOf(await actors.city()));
  expect(await refused(reader.getPolicyInstrument({ id }))).toMatchObject({ status: 404 });
  expect((await by(secretary).draftInstrument({}, FEE)).id).toBe(id);
  await by(secretary).publishInstrument({ id });
  await by(secretary).reviseInstrument({ id }, { ...FEE.content, costs: 'Little.' });
  await settled(api);
  const read = await reader.getPolicyInstrument({ id });
  expect(read).toMatchObject({
    status: 'published',
    owner: 'secretariat',
    type: 'payt',
    language: ['en', 'ja'],
    versions: [{ number: 1 }],
  });
  expect(read).not.toHaveProperty('draft');
  expect(first(read.versions).hash).toMatch(/^[0-9a-f]{64}$/);
  for (const list of ['listPolicies', 'listPublicPolicies'] as const)
    expect(
      await reader[list]({ type: 'payt', theme: 'solid-waste', stage: 'in-force', language: 'ja', year: '2000', counts: 'country' }),
    ).toMatchObject({
      policies: [{ id }],
      counts: { country: { TW: 1 } },
    });
  const found = async (q: string, as = reader) => (await as.listPolicies({ q })).policies.map((each) => each.id);
  for (const q of ['fee bag', 'recyclables', '料金', 'Taipei', 'Taiwan']) expect([q, await found(q)]).toEqual([q, [id]]);
  expect((await reader.listPublicPolicies({ q: '収集' })).policies).toMatchObject([{ id }]);
  const { matched } = await reader.listPolicies({ q: 'fee' });
  expect(matched?.[id]).toMatchObject({ '/versions/0/content/texts/0/title': [[0, 3]] });
  // What is drafted of the next version is found by nobody, nor what is nowhere.
  await by(secretary).reviseInstrument({ id }, { ...FEE.content, texts: [{ ...first(FEE.content.texts ?? []), title: 'Zymurgy' }] });
  await settled(api);
  expect([await found('zymurgy'), await found('zymurgy', by(secretary)), await found('incinerator')]).toEqual([[], [], []]);
  const anybody = await web.send('GET', `/v1/public/policies/${id}`, {});
  expect([anybody.status, bodyOf<{ id: string }>(anybody).id]).toEqual([200, id]);
});

test('an entry has its source and its type, and a city enters what is its own', async () => {
  const city = await actors.city();
  const officer = by(officerOf(city));
  const draft = (content: object) => refused(officer.draftInstrument({}, { ...FEE, content: { ...FEE.content, ...content } }));
  expect(await draft({ sources: [] })).toMatchObject({ status: 422, type: '/problems/source-is-missing' });
  expect(await draft({ type: 'magic' })).toMatchObject({ status: 422, type: '/problems/type-is-unknown' });
  expect(await draft({ level: 'national' })).toMatchObject({ status: 422, type: '/problems/instrument-is-of-no-city' });
  const hidden = { ...FEE.content, texts: [{ language: 'en', title: 'Quokka fee', does: 'Invented.' }] };
  const { id } = await officer.draftInstrument({}, { ...FEE, content: hidden });
  await settled(api);
  const finders = [officer, by(auditor), by(officerOf(await actors.city()))];
  const found = await Promise.all(finders.map((each) => each.listPolicies({ q: 'quokka' })));
  expect(found.map(({ policies, total }) => [policies.map((each) => each.id), total.count])).toEqual([
    [[id], 1],
    [[id], 1],
    [[], 0],
  ]);
  expect(bodyOf(await web.send('GET', '/v1/public/policies?q=quokka', {}))).toMatchObject({ policies: [], total: { count: 0 } });
  expect(await refused(by(secretary).publishInstrument({ id }))).toMatchObject({ status: 403 });
  await officer.publishInstrument({ id });
});

test('a request goes to an expert without an interest, and nobody assigns oneself', async () => {
  const city = await actors.city();
  const officer = by(officerOf(city));
  const asked = { title: 'A fee', type: 'payt', place: TOKYO, question: 'How?', templates: [] };
  const { id } = await officer.requestSupport({}, asked);
  await by(secretary).acceptRequest({ id });
  const self = { person: nameOf(secretary) };
  expect(await refused(by(secretary).assignExpert({ id }, self))).toMatchObject({ status: 403, type: '/problems/by-the-same-person' });
  expect(await refused(by(secretary).assignExpert({ id }, { person: nameOf(officerOf(city)) }))).toMatchObject({
    status: 403,
    type: '/problems/expert-has-an-interest',
    facts: { interests: ['same-city'] },
  });
  const partner = await actors.partner();
  const person = nameOf(expertOf(partner));
  expect(await refused(by(secretary).assignExpert({ id }, { person }))).toMatchObject({ status: 422, type: '/problems/expert-is-unknown' });
  await by(expertOf(partner)).muteNotices({}, { kinds: ['match'], projects: [] });
  await by(secretary).assignExpert({ id }, { person });
  const offered = () => refused(by(expertOf(partner)).offerDraft({ id }, { base: 0, paragraphs: PARAGRAPHS }));
  expect(await offered()).toMatchObject({ status: 409, type: '/problems/expert-interests-are-missing' });
  await by(expertOf(partner)).declareExpertInterests({ id }, { interests: ['paid-by-the-city'], ...WHY });
  expect(await offered()).toMatchObject({ status: 403, type: '/problems/not-the-expert' });
  expect(await refused(by(secretary).assignExpert({ id }, { person }))).toMatchObject({ type: '/problems/expert-has-an-interest' });
});

test('what a city says among itself leaves it nowhere', async () => {
  const of = await advised(api, actors);
  const { id, officer, certifier, expert, city, partner } = of;
  const comment = { draft: 1, paragraph: 1 };
  await officer.commentInternally({ id }, { ...comment, note: SECRET });
  await by(secretary).commentOnDraft({ id }, { ...comment, circle: 'partner', note: 'Others began low, too.' });
  await settled(api);
  expect((await certifier.getSupportRequest({ id })).internalComments).toMatchObject([{ note: SECRET }]);
  const someone = (organisation: string, role: Someone['roles'][number]): Someone => ({
    person: `${organisation}/${role}`,
    organisation,
    roles: [role],
  });
  const { sponsor } = await actors.sponsor();
  const readers = [
    someone('secretariat', 'secretariat.officer'),
    someone('secretariat', 'secretariat.approver'),
    someone('secretariat', 'auditor'),
    someone(partner, 'programme.expert'),
    someone(sponsor, 'sponsor.officer'),
    someone(await actors.city(), 'proposer.officer'),
  ];
  const paths = [`/v1/support-requests/${id}`, `/v1/support-requests/${id}/timeline`, '/v1/support-requests', '/v1/notices', '/v1/work'];
  for (const as of [...readers, undefined])
    for (const path of [...(as ? paths : []), `/v1/public/support-requests/${id}`, '/v1/public/support-requests']) {
      const { status, bytes } = await web.send('GET', path, as ? { as } : {});
      expect([path, status]).toEqual([path, 200]);
      const said = bytes.toString();
      for (const word of [SECRET, 'InternalComment', '"circle":"internal"'])
        expect([as?.person, path, said.includes(word)]).toEqual([as?.person, path, false]);
    }
  const own = await web.send('GET', `/v1/support-requests/${id}/timeline`, { as: someone(city, 'proposer.officer') });
  expect(own.bytes.toString()).toContain('InternalCommentMade');
  expect(await refused(expert.answerInternalComment({ id, comment: '1' }, { commentOutcome: 'not-taken-up', ...WHY }))).toMatchObject({
    status: 403,
  });
  // The other circle: a stranger does not read it, and the draft only in a window.
  const stranger = by(sponsorOfficerOf(sponsor));
  expect(await stranger.getSupportRequest({ id })).toMatchObject({ status: 'in-work', comments: [], drafts: [] });
});

test('a draft is commented on, answered, delivered, adopted by two persons, and shown with its distance', async () => {
  const of = await advised(api, actors);
  const { id, template, officer, certifier, expert, city } = of;
  const { sponsor } = await actors.sponsor();
  const stranger = by(sponsorOfficerOf(sponsor));
  const publicly = { draft: 1, paragraph: 1, circle: 'public', note: 'What of those who cannot pay?' } as const;
  expect(await refused(stranger.commentOnDraft({ id }, publicly))).toMatchObject({ status: 409, type: '/problems/window-is-closed' });
  await certifier.openCommentWindow({ id }, { draft: 1, days: 7 });
  expect((await stranger.getSupportRequest({ id })).drafts).toHaveLength(1);
  await stranger.commentOnDraft({ id }, publicly);
  await stranger.commentOnDraft({ id }, { ...publicly, note: 'Buy my bags.' });
  await by(secretary).hideComment({ id, comment: '2' }, { hiddenBecause: 'advertises' });
  expect((await stranger.getSupportRequest({ id })).comments).toMatchObject([{ note: publicly.note }, { hidden: 'advertises' }]);
  expect(JSON.stringify(await stranger.getSupportRequest({ id }))).not.toContain('Buy my bags.');
  expect(JSON.stringify(await by(auditor).getSupportRequest({ id }))).toContain('Buy my bags.');
  const { windows } = await officer.getSupportRequest({ id });
  await passedTo(api, first(windows).until);
  await settled(api);
  expect(await refused(expert.deliverDraft({ id }, { draft: 1 }))).toMatchObject({
    status: 409,
    type: '/problems/comment-is-open',
    facts: { comments: [1] },
  });
  const keyed = PARAGRAPHS.map(({ text }, at) => ({ key: at + 1, text }));
  const free = { key: 0, text: 'Who cannot pay gets ten bags more.' };
  await expert.offerDraft({ id }, { base: 1, paragraphs: [...keyed, free] });
  expect(await refused(officer.offerDraft({ id }, { base: 1, paragraphs: keyed }))).toMatchObject({
    status: 412,
    type: '/problems/version-is-another',
  });
  await expert.answerComment({ id, comment: '1' }, { commentOutcome: 'taken-up', takenUpIn: 2 });
  const document = await adopted(api, of, 2);
  expect(await refused(by(verifier).returnAdoption({ id }, WHY))).toMatchObject({ status: 409, type: '/problems/adoption-is-checked' });
  await settled(api);
  const read = await stranger.getSupportRequest({ id });
  expect(read).toMatchObject({ status: 'adopted', adoption: { documents: [document], draft: 2, distances: [{ instrument: template }] } });
  const { adoptions } = await stranger.getPolicyInstrument({ id: template });
  expect(adoptions).toMatchObject([
    { request: id, city, fromVersion: expect.any(Number), distance: { kept: 1, changed: 1, added: 2, removed: 0 } },
  ]);
  expect(await refused(officer.tellOutcomeOfAdoption({ id }, { afterAdoption: 'works', ...WHY }))).toMatchObject({
    status: 409,
    type: '/problems/too-early',
  });
});

test('an adoption without a file, or of another day than could be, is refused', async () => {
  const of = await advised(api, actors);
  const { id, officer, certifier, expert, city } = of;
  await expert.deliverDraft({ id }, { draft: 1 });
  const decidedOn = dayIn('Asia/Tokyo', (await settled(api)).now);
  const record = { draft: 1, decidedOn, decisionNumber: '7', documents: [] as string[] };
  expect(await refused(certifier.recordAdoption({ id }, record))).toMatchObject({ status: 422, type: '/problems/document-is-missing' });
  const documents = [await fileOf(officer, 'Decided.')];
  expect(await refused(certifier.recordAdoption({ id }, { ...record, documents, decidedOn: '2020-01-01' }))).toMatchObject({
    status: 422,
    type: '/problems/decision-precedes-delivery',
  });
  expect(await refused(by(certifierOf(await actors.city())).recordAdoption({ id }, { ...record, documents }))).toMatchObject({
    status: 403,
  });
  await certifier.recordAdoption({ id }, { ...record, documents });
  await by(verifier).returnAdoption({ id }, { note: 'The file is of another decision.' });
  expect(await by(officerOf(city)).getSupportRequest({ id })).toMatchObject({
    status: 'delivered',
    endNote: 'The file is of another decision.',
  });
});

test('entries entered again make nothing twice', async () => {
  const body = { ...FEE, reference: 'KR-SE-payt' };
  const ids = [await published(api, body), await published(api, body)];
  expect(new Set(ids).size).toBe(1);
  expect((await by(secretary).getPolicyInstrument({ id: first(ids) })).versions).toHaveLength(1);
});

test('a city is asked after twelve and twenty-four months what came of an adoption, and everybody reads what it tells', async () => {
  const of = await advised(api, actors);
  const { id, officer, city } = of;
  await adopted(api, of);
  const decidedOn = dayIn('Asia/Tokyo', (await settled(api)).now);
  const rows = async () => (await officer.listWork({ kind: 'outcome-to-tell' })).work.filter(({ href }) => href.endsWith(id));
  const tell = (note: string) => officer.tellOutcomeOfAdoption({ id }, { afterAdoption: 'works-in-part', note });
  expect(await rows()).toEqual([]);
  for (const months of [12, 24]) {
    expect(await refused(tell('Too early.'))).toMatchObject({ status: 409, type: '/problems/too-early' });
    await passedTo(api, `${plusMonths(decidedOn, months)}T03:00:00.000Z`);
    await settled(api);
    expect(await rows()).toMatchObject([{ kind: 'outcome-to-tell' }]);
    await tell(`After ${months} months.`);
    await settled(api);
    expect(await rows()).toEqual([]);
  }
  expect(await refused(tell('Once more.'))).toMatchObject({ status: 409 });
  const anybody = await web.send('GET', `/v1/public/support-requests/${id}`, {});
  const { outcomes } = bodyOf<{ outcomes: readonly object[] }>(anybody);
  expect(outcomes).toMatchObject([12, 24].map((months) => ({ months, outcome: 'works-in-part', note: `After ${months} months.` })));
  expect(anybody.bytes.toString()).not.toContain(nameOf(officerOf(city)));
  const { entries } = await officer.getSupportRequestTimeline({ id });
  expect(entries.filter(({ type }) => type === 'OutcomeOfAdoptionTold')).toMatchObject([
    { facts: { months: 12 } },
    { facts: { months: 24 } },
  ]);
});

test('an entry shows every city that has adopted what began with it', async () => {
  const both = [await advised(api, actors), await advised(api, actors)];
  for (const of of both) await adopted(api, of);
  await settled(api);
  const { adoptions } = await by(auditor).getPolicyInstrument({ id: first(both).template });
  expect(adoptions.map(({ request, city }) => ({ id: request, city }))).toEqual(
    expect.arrayContaining(both.map(({ id, city }) => ({ id, city }))),
  );
});
