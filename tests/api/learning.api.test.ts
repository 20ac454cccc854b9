import { randomUUID } from 'node:crypto';
import type { Schemas } from '@junkan/client/operations.ts';
import { approver, auditor, certifierOf, nameOf, officerOf, secretary, trainerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { describe, expect, test } from 'vitest';
import { first } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Reply, refusal, type Someone } from '../http.ts';
import { passedTo } from '../joined-city.ts';
import { heldSession, sessionOf, TRAINING } from '../learning.ts';
import { openSystem } from '../open-system.ts';

const { system, api, actors, web } = await openSystem();
const by = api.as;
const officer = by(secretary);
const someone = (organisation: string, person: string): Someone => ({ person, organisation, roles: ['proposer.officer'] });
type Session = Schemas['TrainingSession'];
const read = (id: string) => by(auditor).getTrainingSession({ id });
const statusesOf = ({ enrolments }: Pick<Session, 'enrolments'>) => enrolments.map(({ person, status }) => [person, status]);

describe('a training', () => {
  test('is found by everybody once it is offered, and scheduled while it is', async () => {
    const { id } = await officer.draftTraining({}, { content: TRAINING });
    expect((await web.send('GET', `/v1/public/trainings/${id}`, {})).status).toBe(404);
    expect(
      await refusal(web.ask({ ...someone('secretariat', 's'), roles: ['secretariat.officer'] }, 'scheduleSession', {}, await planned(id))),
    ).toEqual([409, '/problems/training-is-in-another-status']);
    await officer.offerTraining({ id });
    await settled(api);
    expect(bodyOf<Schemas['Training']>(await web.send('GET', `/v1/public/trainings/${id}`, {}))).toMatchObject({
      status: 'offered',
      title: TRAINING.title,
    });
    expect(
      (await officer.listPublicTrainings({ dimensions: 'data', theme: 'circular-economy' })).trainings.map((each) => each.id),
    ).toContain(id);
  });
});

async function planned(training: string) {
  const { now } = await settled(api);
  const from = new Date(Date.parse(now) + 40 * 86_400_000).toISOString();
  const to = new Date(Date.parse(from) + 6 * 3_600_000).toISOString();
  const plan = { meetings: [{ from, to }], mode: 'online', language: 'en', seats: 2, enrolsFrom: now, keepsSeats: false } as const;
  return { training, plan, trainer: 'nobody' };
}

/** Repeats with its key what met others at the same moment, as clients do. */
async function untilTaken(who: Someone, id: string): Promise<Reply> {
  const key = randomUUID();
  for (;;) {
    const answer = await web.ask(who, 'enrol', { id }, {}, { key });
    if (answer.headers.get('retry-after') === null) return answer;
  }
}

describe('seats', () => {
  test('are confirmed until none is free, then asked for in order: 202 with the place on the waiting list', async () => {
    const { id } = await sessionOf(api, actors, { seats: 2 });
    const city = await actors.city();
    const asked = [];
    for (const person of ['a', 'b', 'c', 'd']) asked.push(await web.ask(someone(city, `${id}/${person}`), 'enrol', { id }));
    expect(asked.map((answer) => [answer.status, bodyOf<{ place: number }>(answer).place])).toEqual([
      [200, 0],
      [200, 0],
      [202, 1],
      [202, 2],
    ]);
    expect(await read(id)).toMatchObject({ status: 'full', confirmed: 2, seatsFree: 0, waiting: 2 });
    expect(await refusal(web.ask(someone(city, `${id}/a`), 'enrol', { id }))).toEqual([409, '/problems/is-enrolled']);
  });

  test('fifty who ask at once never have more than there are, and the waiting list is served in order', async () => {
    const { id } = await sessionOf(api, actors, { seats: 10 });
    const city = await actors.city();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => untilTaken(someone(city, `${id}/${at}`), id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(40);
    const { enrolments } = await read(id);
    const [confirmed, waiting] = [enrolments.slice(0, 10), enrolments.slice(10)];
    expect(confirmed.every(({ status }) => status === 'confirmed')).toBe(true);
    expect(waiting.map(({ status, place }) => [status, place])).toEqual(waiting.map((_, at) => ['waiting', at + 1]));
    for (const { person } of confirmed.slice(0, 3)) await web.ask(someone(city, person), 'cancelEnrolment', { id });
    const offered = (await read(id)).enrolments.filter(({ status }) => status === 'offered');
    expect(offered.map(({ person }) => person)).toEqual(waiting.slice(0, 3).map(({ person }) => person));
  });

  test('one that becomes free is offered to the next for 48 hours, and then to the one after', async () => {
    const { id } = await sessionOf(api, actors, { seats: 1 });
    const city = await actors.city();
    const [one, two, three] = ['one', 'two', 'three'].map((name) => someone(city, `${id}/${name}`)) as [Someone, Someone, Someone];
    for (const each of [one, two, three]) await web.ask(each, 'enrol', { id });
    expect(await refusal(web.ask(three, 'takeSeat', { id }))).toEqual([409, '/problems/seat-is-not-offered']);
    await web.ask(one, 'cancelEnrolment', { id });
    await settled(api);
    const { work } = bodyOf<{ work: { kind: string; item: string }[] }>(await web.ask(two, 'listWork', { waits: 'me' }));
    expect(work.filter(({ item }) => item === id).map(({ kind }) => kind)).toEqual(['seat-to-take']);
    const others = bodyOf<{ work: { item: string }[] }>(await web.ask(three, 'listWork', { waits: 'me' }));
    expect(others.work.filter(({ item }) => item === id)).toEqual([]);
    await passedTo(api, new Date(Date.parse((await settled(api)).now) + 49 * 3_600_000).toISOString());
    await settled(api);
    expect(statusesOf(await read(id))).toEqual([
      [one.person, 'cancelled'],
      [two.person, 'declined'],
      [three.person, 'offered'],
    ]);
    expect(await refusal(web.ask(two, 'takeSeat', { id }))).toEqual([409, '/problems/seat-offer-has-expired']);
    expect((await web.ask(three, 'takeSeat', { id })).status).toBe(200);
    expect(await read(id)).toMatchObject({ status: 'full', confirmed: 1 });
  });

  test('who has one has no other at the same time, however many are asked for at once, until it is given up', async () => {
    const at = (await settled(api)).now;
    const sessions = await Promise.all([1, 2, 3].map(() => sessionOf(api, actors, { seats: 5, from: at })));
    const hana = someone(await actors.city(), `hana/${first(sessions).id}`);
    const answers = await Promise.all(sessions.map(({ id }) => web.ask(hana, 'enrol', { id })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const [kept] = sessions.filter((_, index) => answers[index]?.status === 200);
    const [other] = sessions.filter((_, index) => answers[index]?.status === 409);
    expect(await refusal(web.ask(hana, 'enrol', { id: other?.id ?? '' }))).toEqual([409, '/problems/overlaps-another-session']);
    await web.ask(hana, 'cancelEnrolment', { id: kept?.id ?? '' });
    expect((await web.ask(hana, 'enrol', { id: other?.id ?? '' })).status).toBe(200);
  });

  test('are not fewer than those who have one, and nobody is there twice or for a session that is over', async () => {
    const { id, plan, trainer } = await sessionOf(api, actors, { seats: 2 });
    const city = await actors.city();
    for (const person of ['x', 'y']) await web.ask(someone(city, `${id}/${person}`), 'enrol', { id });
    const secretariat: Someone = { person: 'secretariat.officer', organisation: 'secretariat', roles: ['secretariat.officer'] };
    expect(await refusal(web.ask(secretariat, 'changeSession', { id }, { plan: { ...plan, seats: 1 }, trainer }))).toEqual([
      409,
      '/problems/seats-below-confirmed',
    ]);
    await officer.changeSession({ id }, { plan: { ...plan, seats: 3 }, trainer });
    expect(await read(id)).toMatchObject({ sequence: 1, seatsFree: 1 });
    const file = await web.send('GET', `/v1/public/training-sessions/${id}/calendar`, {});
    expect(file.bytes.toString()).toMatch(/SEQUENCE:1\r\n[\s\S]*STATUS:CONFIRMED/);
    await officer.cancelSession({ id }, { note: 'The trainer is ill.' });
    const cancelled = (await web.send('GET', `/v1/public/training-sessions/${id}/calendar`, {})).bytes.toString();
    expect(cancelled).toMatch(/SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/);
    expect(cancelled.match(/^UID.*$/gm)).toEqual(file.bytes.toString().match(/^UID.*$/gm));
    expect(await refusal(web.ask(someone(city, `${id}/z`), 'enrol', { id }))).toEqual([
      409,
      '/problems/training-session-is-in-another-status',
    ]);
  });

  test('who takes part is for the trainer and overseers, oneself, and of its own people for a certifier', async () => {
    const { id } = await sessionOf(api, actors, { seats: 5 });
    const [city, other] = [await actors.city(), await actors.city()];
    const [own, strange] = [someone(city, `${id}/own`), someone(other, `${id}/other`)];
    for (const each of [own, strange]) await web.ask(each, 'enrol', { id });
    const seen = async (who: Someone) =>
      bodyOf<Session>(await web.ask(who, 'getTrainingSession', { id })).enrolments.map(({ person }) => person);
    expect(await seen(own)).toEqual([own.person]);
    expect(await seen({ person: 'certifier', organisation: city, roles: ['proposer.certifier'] })).toEqual([own.person]);
    expect((await by(certifierOf(await actors.city())).getTrainingSession({ id })).enrolments).toEqual([]);
    expect((await read(id)).enrolments).toHaveLength(2);
    expect(bodyOf<Session>(await web.send('GET', `/v1/public/training-sessions/${id}`, {}))).toMatchObject({
      enrolments: [],
      confirmed: 2,
    });
  });
});

type Works = { readonly work: readonly { readonly kind: string; readonly item: string }[] };
type Listed = Works & { readonly counts: Readonly<Record<string, number>>; readonly total: number };
const listedTo = async (reader: Someone, waits: 'me' | 'others' | 'all') =>
  bodyOf<Listed>(await web.ask(reader, 'listWork', { waits, limit: 500 }));
const worksOf = async (reader: Someone, waits: 'me' | 'others' | 'all', id: string) =>
  (await listedTo(reader, waits)).work.filter(({ item }) => item === id);
const lastDayOf = (ends: string): string => new Date(Date.parse(ends) + 30 * 86_400_000).toISOString();

test('feedback comes once from each who attended, is shown in steps of five, and nobody learns who gave it', async () => {
  const { id, plan, partner, trainer: name } = await sessionOf(api, actors, { seats: 8 });
  const city = await actors.city();
  const persons = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((each) => someone(city, `${id}/${each}`));
  for (const person of persons) await web.ask(person, 'enrol', { id });
  const [absent, ...present] = persons as [Someone, ...Someone[]];
  const answers = { aimsMet: 'fully', ofUse: 'partly', wellTaught: 'fully', goodMaterial: 'hardly', recommended: 'largely' } as const;
  const give = (person: Someone, body: object = answers) => web.ask(person, 'giveFeedback', { id }, body);
  expect(await refusal(give(absent))).toEqual([409, '/problems/training-session-is-in-another-status']);
  await passedTo(api, first(plan.meetings).to);
  await settled(api);
  const attendance = persons.map(({ person }) => ({ person, hours: person === absent.person ? 0 : 6, passed: true }));
  await by(trainerOf(partner)).recordAttendance({ id }, { attendance });
  expect(await refusal(give(absent))).toEqual([403, '/problems/did-not-attend']);
  expect((await give(present[0] as Someone, { ...answers, ofUse: 'perhaps' })).status).toBe(400);
  await settled(api);
  const [due] = await worksOf(present[0] as Someone, 'me', id);
  expect(due).toMatchObject({
    kind: 'feedback-to-give',
    operations: ['giveFeedback'],
    mine: true,
    due: lastDayOf(first(plan.meetings).to),
  });
  expect(await worksOf(absent, 'me', id)).toEqual([]);
  // Neither who gives it nor that anybody does is anything that others find: no row, no count.
  const readers = [
    present[1] as Someone,
    absent,
    { person: 'certifier', organisation: city, roles: ['proposer.certifier'] },
    { person: name, organisation: partner, roles: ['programme.trainer'] },
    ...(['secretariat.officer', 'secretariat.approver', 'auditor'] as const).map(
      (role): Someone => ({ person: `secretariat/${role}`, organisation: 'secretariat', roles: [role] }),
    ),
  ] satisfies Someone[];
  const found = async () => {
    const all = [];
    for (const reader of readers) for (const waits of ['me', 'others', 'all'] as const) all.push(await listedTo(reader, waits));
    return all;
  };
  const before = await found();
  expect((await give(present[0] as Someone)).status).toBe(200);
  await settled(api);
  expect(await found()).toEqual(before);
  expect(before.map(({ counts }) => counts['feedback-to-give'] ?? 0)).toEqual(
    // Who attended as well has the own row alone.
    readers.flatMap((_, index) => (index === 0 ? [1, 0, 1] : [0, 0, 0])),
  );
  for (const waits of ['me', 'others', 'all'] as const) expect(await worksOf(present[0] as Someone, waits, id)).toEqual([]);
  for (const person of present.slice(1, 4)) expect((await give(person)).status).toBe(200);
  expect(await refusal(give(present[0] as Someone))).toEqual([409, '/problems/feedback-is-given']);
  const seen = async (reader: Someone) =>
    bodyOf<Schemas['TrainingSession']>(await web.ask(reader, 'getTrainingSession', { id })).feedback ?? [];
  const trainer: Someone = { person: name, organisation: partner, roles: ['programme.trainer'] };
  expect(await seen(trainer)).toEqual([]);
  expect((await give(present[4] as Someone)).status).toBe(200);
  const five = await seen(trainer);
  expect(five).toMatchObject([
    { question: 'aims-met' },
    { question: 'of-use', counts: [{}, {}, { answer: 'partly', count: 5 }, {}, {}] },
    {},
    {},
    {},
  ]);
  // A sixth changes no figure, so that no difference shows it.
  expect((await give(present[5] as Someone, { ...answers, ofUse: 'fully' })).status).toBe(200);
  for (const reader of [trainer, present[0] as Someone]) expect(await seen(reader)).toEqual(five);
  for (const reader of [absent, someone(await actors.city(), 'other')]) expect(await seen(reader)).toEqual([]);
  const { entries } = await officer.getTrainingSessionTimeline({ id });
  expect(entries.map(({ type }) => type)).not.toContain('FeedbackGiven');
  await passedTo(api, lastDayOf(first(plan.meetings).to));
  await settled(api);
  expect(await refusal(give(someone(city, `${id}/a`)))).toEqual([403, '/problems/did-not-attend']);
});

describe('a certificate', () => {
  test('is proposed by the trainer by the rule, issued by another person, read by its code, revoked by two, and named as its holder says', async () => {
    const { session, holders, trainer, certificates } = await heldSession(api, actors, web);
    const [hana, ken] = holders as [Someone, Someone];
    expect(certificates).toHaveLength(1);
    const { id, holder } = first(certificates);
    expect(holder).toBe(hana.person);
    await officer.issueCertificate({ id });
    const { certificates: own } = bodyOf<{ certificates: Schemas['Certificate'][] }>(await web.ask(hana, 'getOwnLearning'));
    const { code = '' } = first(own);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const check = async (typed: string) => web.send('GET', `/v1/public/certificates/${typed}`, {});
    expect(bodyOf(await check(code.toLowerCase()))).toMatchObject({
      standing: 'good',
      naming: 'not-named',
      text: { title: TRAINING.title, attended: 6 },
    });
    const mistyped = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    expect(await refusal(check(mistyped))).toEqual([422, '/problems/code-is-mistyped']);
    expect(await refusal(check('7K3M-9QX2-TVBS'))).toEqual([404, '/problems/certificate-not-found']);
    expect(JSON.stringify(bodyOf(await check(code)))).not.toContain(hana.person);

    await web.ask(hana, 'nameHolder', { id }, { contact: 'Hana Ito' });
    expect(bodyOf(await check(code))).toMatchObject({ naming: 'named', holderName: 'Hana Ito' });
    expect(await refusal(web.ask(ken, 'nameHolder', { id }, { contact: 'Ken' }))).toEqual([403, '/problems/not-the-holder']);
    expect((await web.ask(hana, 'downloadCredential', { id })).status).toBe(200);
    for (const strange of [ken, trainer]) expect((await web.ask(strange, 'downloadCredential', { id })).status).toBe(404);
    expect((await web.ask(ken, 'getCertificate', { id })).status).toBe(404);
    expect(session).toMatch(/^ses_/);

    await officer.proposeRevocation({ id }, { revocation: 'attendance-was-wrong', note: 'The list was of another day.' });
    expect(bodyOf(await check(code))).toMatchObject({ standing: 'good' });
    await by(approver).revokeCertificate({ id });
    expect(bodyOf(await check(code))).toMatchObject({
      standing: 'revoked',
      revocation: 'attendance-was-wrong',
      revokedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  test('is refused for who trains, and where the rule is not met', async () => {
    const { session, trainer, holders } = await heldSession(api, actors, web, { proposes: false });
    const [, ken] = holders as [Someone, Someone];
    expect(await refusal(web.ask(trainer, 'proposeCertificates', { id: session }, { holders: [ken.person] }))).toEqual([
      422,
      '/problems/rule-is-not-met',
    ]);
    expect(await refusal(web.ask(trainer, 'proposeCertificates', { id: session }, { holders: [trainer.person] }))).toEqual([
      403,
      '/problems/trainer-is-the-holder',
    ]);
    const another = { ...trainer, person: 'another' };
    expect(await refusal(web.ask(another, 'recordAttendance', { id: session }, { attendance: [] }))).toEqual([
      403,
      '/problems/not-the-trainer',
    ]);
  });
});

test('who has passed does not issue the own certificate: another person does, until its last day', async () => {
  const { id, plan, partner } = await sessionOf(api, actors, { seats: 1, aheadDays: 0.05 });
  const trainer = by(trainerOf(partner));
  await officer.enrol({ id });
  await passedTo(api, first(plan.meetings).to);
  await settled(api);
  const own = nameOf(secretary);
  await trainer.recordAttendance({ id }, { attendance: [{ person: own, hours: 6, passed: true }] });
  await trainer.proposeCertificates({ id }, { holders: [own] });
  await settled(api);
  const { id: certificate } = first((await by(auditor).listCertificates({ session: id })).certificates);
  const same: Someone = { person: own, organisation: 'secretariat', roles: ['secretariat.officer'] };
  const refused = await web.ask(same, 'issueCertificate', { id: certificate });
  expect([refused.status, bodyOf<{ type: string }>(refused).type]).toEqual([403, '/problems/prepared-by-the-same-person']);
  await web.ask({ ...same, person: 'secretariat/another' }, 'issueCertificate', { id: certificate });
  const { code = '', validUntil = '' } = await by(auditor).getCertificate({ id: certificate });
  const check = async () => bodyOf(await web.send('GET', `/v1/public/certificates/${code}`, {}));
  expect(await check()).toMatchObject({ standing: 'good', validUntil });
  await passedTo(api, new Date(Date.parse(validUntil) + 1_000).toISOString());
  expect(await check()).toMatchObject({ standing: 'expired', validUntil });
});

test('thirty codes a minute may be tried from an address', async () => {
  const answers = [];
  for (let tried = 0; tried < 31; tried += 1) answers.push(await web.send('GET', '/v1/public/certificates/mistyped', {}));
  expect(answers.at(-1)?.status).toBe(429);
});

test('what is recorded of all this verifies', async () => {
  await settled(api);
  expect(
    await by(trainerOf(await actors.partner()))
      .listCertificates({})
      .catch(({ status }) => status ?? 'refused'),
  ).not.toBe(200);
  expect((await by(officerOf(await actors.city())).listTrainingSessions({})).trainingSessions.length).toBeGreaterThan(0);
  expect(await verifiedFaults(system)).toEqual({});
});
