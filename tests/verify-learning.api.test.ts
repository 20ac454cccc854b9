import { approver, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first } from './actors.ts';
import type { Someone } from './http.ts';
import { heldSession, sessionOf } from './learning.ts';
import { openSystem } from './open-system.ts';

const { system, api, actors, web, store } = await openSystem();
const officer = api.as(secretary);
const events = (type: string, where = {}) => ({ in: 'programme', type, where }) as const;
const said = (text: string) => expect.arrayContaining([expect.stringContaining(text)]);
let certificate: string;
let attended: string;

/** Seats that were taken, offered and taken; a certificate that is valid, and one that was revoked. */
beforeAll(async () => {
  const { id } = await sessionOf(api, actors, { seats: 1 });
  const city = await actors.city();
  const [a, b, c] = ['a', 'b', 'c'].map(
    (name): Someone => ({ person: `${city}/${name}`, organisation: city, roles: ['proposer.officer'] }),
  ) as [Someone, Someone, Someone];
  for (const each of [a, b, c]) await web.ask(each, 'enrol', { id });
  await web.ask(a, 'cancelEnrolment', { id });
  await web.ask(b, 'takeSeat', { id });
  const held = await heldSession(api, actors, web);
  attended = held.session;
  const answers = { aimsMet: 'fully', ofUse: 'partly', wellTaught: 'fully', goodMaterial: 'hardly', recommended: 'largely' };
  for (const person of held.holders) await web.ask(person, 'giveFeedback', { id: held.session }, answers);
  ({ id: certificate } = first(held.certificates));
  await officer.issueCertificate({ id: certificate });
  const { id: revoked } = first((await heldSession(api, actors, web)).certificates);
  await officer.issueCertificate({ id: revoked });
  await officer.proposeRevocation({ id: revoked }, { revocation: 'issued-to-another', note: 'It was meant for a namesake.' });
  await api.as(approver).revokeCertificate({ id: revoked });
  await settled(api);
  await system.stop();
});

describe('verify, of trainings', () => {
  test('finds nothing wrong where all of it is as it should be', async () => {
    expect(await store.verified()).toEqual({});
  });

  test('49: names a session with more people than seats, and a seat that went past who is next', async () => {
    const full = await store.changed(events('SessionScheduled'), (data) => {
      data['plan'].seats = 0;
    });
    expect(full[49]).toEqual(said('have one of 0 seats'));
    const past = await store.changed(events('SeatOffered'), (data) => {
      data['person'] = String(data['person']).replace(/b$/, 'c');
    });
    expect(past[49]).toEqual(said('is next'));
    const before = await store.changed(events('Enrolled', { 'events.data.confirmed': { $ne: true } }), (data) => {
      data['confirmed'] = true;
    });
    expect(before[49]).toEqual(said('a seat that is another’s'));
  });

  test('66: names feedback of somebody who was absent, feedback that comes twice or late, and feedback that names who gave it', async () => {
    const absent = await store.changed(events('AttendanceRecorded', { stream: attended }), (data) => {
      for (const each of data['attendance']) each.hours = 0;
    });
    expect(absent[66]).toEqual(said('in which nobody attended'));
    const twice = await store.appended(events('FeedbackGiven'));
    expect(twice[66]).toEqual(said('twice for one seat'));
    const named = await store.changed(events('FeedbackGiven'), (_, commit) => {
      commit.actor = { ...commit.actor, person: 'hana' };
    });
    expect(named[66]).toEqual(said('feedback names hana'));
    const late = await store.changed(events('FeedbackGiven'), (data) => {
      data['at'] = '2099-01-01T00:00:00.000Z';
    });
    expect(late[66]).toEqual(said('after its days'));
  });

  test('50: names a certificate that rests on too few hours, or that nobody has proposed', async () => {
    const absent = await store.changed(events('AttendanceRecorded'), (data) => {
      for (const each of data['attendance']) each.hours = 1;
    });
    expect(absent[50]).toEqual(said('rests on 1 of 6 hours'));
    const unnamed = await store.changed(events('CertificatesProposed'), (data) => {
      data['holders'] = [];
    });
    expect(unnamed[50]).toEqual(said('was not proposed by the trainer'));
  });

  test('50: names one that was issued, or revoked, by who had a part in it', async () => {
    const { events: proposed } = await store.commitOf(events('CertificateProposed', { stream: certificate }));
    const holder = String(first(proposed).data['holder']);
    const issued = await store.changed(events('CertificateIssued', { stream: certificate }), (data, commit) => {
      data['by'] = holder;
      commit.actor = { ...commit.actor, person: holder };
    });
    expect(issued[50]).toEqual(said('who had a part in it'));
    const alone = await store.changed(events('RevocationProposed'), (data) => {
      data['by'] = 'secretariat/secretariat.approver';
    });
    expect(alone[50]).toEqual(said('alone'));
  });

  test('50: names a code that is none, a place of another, a forged proof and a key that was lost before', async () => {
    const of = events('CertificateIssued', { stream: certificate });
    const code = await store.changed(of, (data) => {
      data['code'] = '7K3M-9QX2-TVBU';
    });
    expect(code[50]).toEqual(said('another’s or none'));
    const proof = await store.changed(of, (data) => {
      data['credential'] = `${String(data['credential']).slice(0, -8)}AAAAAAAA`;
    });
    expect(proof[50]).toEqual(said('not what a key of its time'));
    const taken = await store.changed(events('CertificateKeyTaken'), (data) => {
      data['at'] = '2999-01-01T00:00:00.000Z';
    });
    expect(taken[50]).toEqual(said('not what a key of its time'));
  });

  test('50: names where the status list and the record differ', async () => {
    expect((await store.removed(events('CertificateMarked')))[50]).toEqual(said('not marked in the status list'));
    expect((await store.removed(events('CertificateRevoked')))[50]).toEqual(said('and is not'));
  });
});
