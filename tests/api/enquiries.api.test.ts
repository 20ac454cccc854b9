import type { Schemas } from '@junkan/client/operations.ts';
import { ROLES } from '@junkan/proto/actor.ts';
import type { Context } from '@junkan/proto/programs.ts';
import { approver, auditor, officerOf, secretary, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { ENQUIRY, enquired } from '../enquiries.ts';
import { problemOf, type Reply, refusal, type Someone } from '../http.ts';
import { passedTo } from '../joined-city.ts';
import { openSystem } from '../open-system.ts';

const { system, api, actors, web, store } = await openSystem();

const officer = api.as(secretary);
type Enquiry = Schemas['Enquiry'];
const PATH = '/v1/public/enquiries';
const city = await actors.city();

/** As anybody sends it: without a token and without a key. */
const sent = (change: object = {}, body: object = { ...ENQUIRY, ...change }): Promise<Reply> => web.send('POST', PATH, { body, key: null });
const listed = async (query: object): Promise<Enquiry[]> => [...(await officer.listEnquiries(query)).enquiries];
const answerOf = ({ status, headers, bytes }: Reply) => [status, headers.get('location'), headers.get('etag'), bytes.toString()];

test('everybody is answered alike, and of one address three of a day are recorded, each of them once', async () => {
  const messages = ['One', 'Two', 'Two', 'Three', 'Four'];
  const replies: Reply[] = [];
  for (const note of messages) replies.push(await sent({ note, cityName: 'Kota Tiga' }));
  // However it writes the address.
  replies.push(await sent({ note: 'Six', cityName: 'Kota Tiga', email: ENQUIRY.email.toUpperCase() }));
  expect(new Set(replies.map((reply) => JSON.stringify(answerOf(reply))))).toEqual(new Set([JSON.stringify([202, null, null, '{}'])]));
  await settled(api);
  expect((await listed({ q: 'Kota Tiga' })).map(({ note }) => note).toSorted()).toEqual(['One', 'Three', 'Two']);
  await sent({ note: 'Of somebody else', cityName: 'Kota Tiga', email: 'budi@kota-tiga.example' });
  await settled(api);
  expect(await listed({ q: 'Kota Tiga' })).toHaveLength(4);
});

test('who writes at once from one address is recorded three times, too', async () => {
  const change = { cityName: 'Kota Serempak', email: 'ani@kota.example' };
  const replies = await Promise.all(['A', 'B', 'C', 'D'].map((note) => sent({ ...change, note })));
  expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  await settled(api);
  expect(await listed({ q: 'Kota Serempak' })).toHaveLength(3);
});

test('what is malformed is refused at its field, and changes nothing', async () => {
  const refused = async (change: object) => problemOf(await sent({ cityName: 'Kota Salah', ...change }));
  const malformed = (...pointers: string[]) => ({ status: 400, type: '/problems/request-is-malformed', pointers });
  expect(await refused({ country: 'Indonesia' })).toEqual(malformed('/country'));
  expect(await refused({ name: '', note: 'x'.repeat(2_001), number: 1 })).toEqual(malformed('/name', '/note', '/number'));
  expect(await refused({ email: 'dewi at kota' })).toEqual(malformed('/email'));
  await settled(api);
  expect(await listed({ q: 'Kota Salah' })).toEqual([]);
});

test('officers answer it in seven days, say which city has come of it, and it is found by its city, country and language', async () => {
  const id = await enquired(api, 'Kota Baru');
  const read = await officer.getEnquiry({ id });
  const { cityName, email: _, country, language, note, ...writer } = { ...ENQUIRY };
  expect(read).toMatchObject({
    cityName,
    country,
    language,
    note,
    status: 'received',
    writer: { ...writer, email: 'kota-baru@kota.example' },
  });
  const work = async () =>
    (await officer.listWork({})).work.filter(({ item }) => item === id).map(({ kind, due, name }) => [kind, due, name]);
  expect(await work()).toEqual([['enquiry-to-answer', read.due, 'Kota Baru']]);
  await officer.answerEnquiry({ id }, { how: 'phone', note: 'They call again.' });
  await officer.linkEnquiry({ id }, { organisation: city });
  expect(await refusal(web.ask(bySecretary, 'linkEnquiry', { id }, { organisation: `org_${'0'.repeat(26)}` }))).toEqual([
    404,
    '/problems/proposer-not-found',
  ]);
  await settled(api);
  expect(await work()).toEqual([]);
  expect(await officer.getEnquiry({ id })).toMatchObject({
    status: 'answered',
    answer: { how: 'phone', note: 'They call again.' },
    organisation: city,
  });
  for (const query of [{ q: 'baru' }, { country: 'ID', status: 'answered' }, { language: 'id', status: 'answered' }] as const)
    expect((await listed(query)).map((each) => each.id)).toEqual([id]);
  const { entries } = await officer.getEnquiryTimeline({ id });
  expect(entries.map(({ summary }) => summary)).toEqual([
    'Somebody wrote for Kota Baru.',
    'The enquiry was answered: By phone.',
    expect.stringMatching(/^The enquiry led to a registered city: .+\.$/),
  ]);
});

test('what nobody answers in its time waits for the approver as well, who may answer it', async () => {
  const id = await enquired(api, 'Kota Sepi');
  const [of, { due }] = [api.as(approver), await officer.getEnquiry({ id })];
  const work = async () => (await of.listWork({})).work.filter(({ item }) => item === id).map(({ kind, overdue }) => [kind, overdue]);
  await settled(api);
  expect(await work()).toEqual([]);
  await passedTo(api, new Date(Date.parse(due ?? '') + 60_000).toISOString());
  expect(await work()).toEqual([['enquiry-to-answer', true]]);
  // And has a notice of it, once.
  await settled(api);
  const noticed = (await of.listNotices({})).notices.filter(({ item, event }) => item === id && event === 'MatterEscalated');
  expect(noticed).toHaveLength(1);
  const { entries } = await officer.getEnquiryTimeline({ id });
  expect(entries.map(({ summary }) => summary)).toContain('Escalated to Secretariat approver: The answer to an enquiry.');
  await of.closeEnquiry({ id }, { reason: 'no-answer' });
  await settled(api);
  expect(await work()).toEqual([]);
});

const bySecretary: Someone = { person: 'secretariat/secretariat.officer', organisation: 'secretariat', roles: ['secretariat.officer'] };

test('nobody but the secretariat and auditors reads it', async () => {
  const id = await enquired(api, 'Kota Rahasia');
  for (const by of [approver, auditor]) expect(await api.as(by).getEnquiry({ id })).toMatchObject({ cityName: 'Kota Rahasia' });
  const { sponsor } = await actors.sponsor();
  const others: Someone[] = [
    ...[officerOf(city), sponsorOfficerOf(sponsor)].map(({ organisation, role }) => ({
      ...{ person: `${organisation}/${role}`, organisation },
      roles: ROLES.filter((each) => each === role),
    })),
    { person: 'secretariat/finance.maker', organisation: 'secretariat', roles: ['finance.maker'] },
  ];
  for (const as of others)
    for (const operation of ['getEnquiry', 'getEnquiryTimeline', 'listEnquiries'] as const) {
      const reply = await web.ask(as, operation, operation === 'listEnquiries' ? {} : { id });
      expect([as.person, operation, reply.status, reply.bytes.toString()]).toEqual([
        as.person,
        operation,
        403,
        expect.not.stringContaining('Rahasia'),
      ]);
    }
  for (const path of [`/v1/enquiries/${id}`, '/v1/enquiries']) expect((await web.send('GET', path)).status).toBe(401);
  for (const path of [`/v1/public/enquiries/${id}`, '/v1/public/enquiries'])
    expect([404, 405]).toContain((await web.send('GET', path)).status);
});

test('what was written is in no event, and is gone a year after the last of it', async () => {
  const id = await enquired(api, 'Kota Lupa');
  await officer.closeEnquiry({ id }, { reason: 'no-answer', note: 'Called twice.' });
  const { forgetsAt = '' } = await officer.getEnquiry({ id });
  const said = [ENQUIRY.name, ENQUIRY.contactRole, 'kota-lupa@kota.example', ENQUIRY.note, 'Called twice.'];
  const db = system.database('programme' as Context);
  const recorded = JSON.stringify(await db.collection('commits').find({ stream: id }).toArray());
  for (const words of said) expect(recorded).not.toContain(words);
  const kept = async () => (await db.collection<{ _id: string; stream?: string }>('texts').find({ stream: id }).toArray()).length;
  expect(await kept()).toBe(said.length);
  await passedTo(api, new Date(Date.parse(forgetsAt) - 60_000).toISOString());
  expect([await kept(), (await officer.getEnquiry({ id })).status]).toEqual([said.length, 'closed']);
  await passedTo(api, forgetsAt);
  expect(await kept()).toBe(0);
  const { writer, note, status, reason, forgottenAt } = await officer.getEnquiry({ id });
  expect({ writer, note, status, reason }).toEqual({ writer: {}, note: undefined, status: 'forgotten', reason: 'no-answer' });
  expect(forgottenAt).toBeDefined();
  expect(first(await listed({ q: 'Kota Lupa' }))).toMatchObject({ status: 'forgotten', writer: {} });
  expect(await verifiedFaults(system)).toEqual({});
});

test('one network writes twenty times in an hour, and then waits; what is malformed is not counted among these, and has a bound of its own', async () => {
  let last: Reply;
  let tries = 0;
  for (let mistakes = 0; mistakes < 30; mistakes += 1) expect((await sent({ email: 'often at kota' })).status).toBe(400);
  do {
    last = await sent({ note: `Again, ${tries}`, email: 'often@kota.example' });
    tries += 1;
  } while (last.status === 202 && tries <= 20);
  expect(problemOf(last)).toMatchObject({ status: 429, type: '/problems/requests-are-too-many' });
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(tries).toBeGreaterThan(1);
  let mistaken: Reply;
  tries = 0;
  do {
    mistaken = await sent({ email: 'often at kota' });
    tries += 1;
  } while (mistaken.status === 400 && tries <= 400);
  expect(mistaken.status).toBe(429);
});

test('verify names what is recorded beyond the limit of an address', async () => {
  await system.stop();
  const another = { in: 'programme', type: 'EnquiryReceived', where: { 'events.data.number': 2 } } as const;
  const faults = await store.changed(another, (data) => {
    data['number'] = 4;
  });
  expect(faults[65]).toContainEqual(expect.stringContaining('are recorded'));
});
