import type { Actor, Role } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { mailHashBy } from './api/mail-hash.ts';
import { type Command, decide, type Event, escalatesAt, evolve, forgetsAt, initial, type State, wordsIn } from './enquiry.ts';
import { enquiryMessage } from './messages.ts';

const now = '2027-02-01T03:00:00.000Z';
const later = '2027-02-03T03:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const anybody = actor('anybody', 'public');
const officer = actor('mika', 'secretariat', 'secretariat.officer');
const approver = actor('aki', 'secretariat', 'secretariat.approver');
const verifier = actor('vera', 'secretariat', 'secretariat.verifier');
const workflow = actor('system:workflows', 'junkan', 'system.workflow');

const writer = { name: 'txt_name', contactRole: 'txt_role', email: 'txt_email' };
const written = {
  cityName: 'Kota Baru',
  country: 'ID',
  language: 'id',
  writer,
  note: 'txt_note',
  hash: 'a'.repeat(64),
  number: 1,
} as const;
const receive = { type: 'ReceiveEnquiry', ...written, now, by: anybody } satisfies Command;
const answer = { type: 'AnswerEnquiry', how: 'phone', note: 'txt_said', now: later, by: officer } satisfies Command;
const link = { type: 'LinkEnquiry', organisation: 'org_a', now: later, by: officer } satisfies Command;
const close = { type: 'CloseEnquiry', reason: 'no-answer', note: 'txt_why', now: later, by: officer } satisfies Command;
const escalate = { type: 'EscalateEnquiry', now: '2027-02-08T23:59:59.999Z', by: workflow } satisfies Command;
const forget = { type: 'ForgetEnquiry', now: later, by: workflow } satisfies Command;

const received: Event = { type: 'EnquiryReceived', ...written, due: '2027-02-08T23:59:59.999Z', at: now };
const answered: Event = { type: 'EnquiryAnswered', how: 'phone', note: 'txt_said', at: later, by: 'mika' };
const linked: Event = { type: 'EnquiryLinked', organisation: 'org_a', at: later, by: 'mika' };
const closed: Event = { type: 'EnquiryClosed', reason: 'no-answer', note: 'txt_why', at: later, by: 'mika' };
const escalated: Event = {
  type: 'MatterEscalated',
  matter: 'enquiry',
  role: 'secretariat.approver',
  organisation: 'secretariat',
  occurrence: '2027-02-08T23:59:59.999Z',
};
const forgotten: Event = { type: 'EnquiryForgotten', at: '2028-02-03T03:00:00.000Z' };

const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const existing = (...events: readonly Event[]) => given(...events) as Exclude<State, { status: 'absent' }>;
const refused = (type: string, data: object = {}) => ({ ok: false, rejection: { type, ...data } });
const accepted = (...events: readonly Event[]) => ({ ok: true, events });
const nothing = accepted();
const inStatus = (status: string) => refused('EnquiryIsInAnotherStatus', { status });

describe('an enquiry', () => {
  test('is received of anybody, and to be answered in seven days', () => {
    expect(decide(receive, initial)).toEqual(accepted(received));
  });

  test('is recorded once, however often the same is sent; another one takes another number', () => {
    expect(decide(receive, given(received))).toEqual(nothing);
    expect(decide({ ...receive, now: later }, given(received, answered))).toEqual(nothing);
    expect(decide({ ...receive, note: 'txt_other' }, given(received))).toEqual(inStatus('received'));
    expect(decide({ ...receive, cityName: 'Kota Lama' }, given(received, closed))).toEqual(inStatus('closed'));
  });

  test('is answered once, by an officer or an approver of the secretariat', () => {
    expect(decide(answer, given(received))).toEqual(accepted(answered));
    expect(decide(answer, given(received, answered))).toEqual(nothing);
    expect(decide({ ...answer, how: 'mail' }, given(received, answered))).toEqual(inStatus('answered'));
    expect(decide({ ...answer, by: approver }, given(received))).toMatchObject({ ok: true });
    for (const by of [verifier, anybody]) expect(decide({ ...answer, by }, given(received))).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...answer, by: { ...officer, organisation: 'org_a' } }, given(received))).toMatchObject(refused('WrongOrganisation'));
    expect(decide(answer, initial)).toEqual(refused('EnquiryIsUnknown'));
  });

  test('leads to one registered city, answered before or not', () => {
    expect(decide(link, given(received))).toEqual(accepted(linked));
    expect(decide(link, given(received, answered))).toEqual(accepted(linked));
    expect(decide(link, given(received, linked))).toEqual(nothing);
    expect(decide({ ...link, organisation: 'org_b' }, given(received, linked))).toEqual(inStatus('answered'));
    expect(decide(close, given(received, linked))).toEqual(inStatus('answered'));
    expect(given(received, linked)).toMatchObject({ status: 'answered', organisation: 'org_a' });
  });

  test('is closed with a reason, for good', () => {
    expect(decide(close, given(received))).toEqual(accepted(closed));
    expect(decide(close, given(received, answered))).toEqual(accepted(closed));
    expect(decide(close, given(received, closed))).toEqual(nothing);
    expect(decide({ ...close, by: { ...officer, person: 'noa' } }, given(received, closed))).toEqual(inStatus('closed'));
    for (const command of [answer, link]) expect(decide(command, given(received, closed))).toEqual(inStatus('closed'));
  });

  test('that nobody has answered by its day is told to an approver once, by the workflow alone, and is kept no longer for it', () => {
    expect(decide(escalate, given(received))).toEqual(accepted(escalated));
    expect(decide({ ...escalate, now: '2027-02-08T23:59:59.998Z' }, given(received))).toEqual(nothing);
    for (const events of [[escalated], [answered], [linked], [closed], [answered, forgotten]])
      expect(decide(escalate, given(received, ...events))).toEqual(nothing);
    expect(decide({ ...escalate, by: officer }, given(received))).toMatchObject(refused('RoleIsMissing'));
    expect(escalatesAt(existing(received))).toBe(escalate.now);
    expect(escalatesAt(existing(received, escalated))).toBe('');
    expect(escalatesAt(existing(received, answered))).toBe('');
    expect(forgetsAt(existing(received, escalated))).toBe('2028-02-01T03:00:00.000Z');
    expect(decide(answer, given(received, escalated))).toEqual(accepted(answered));
  });

  test('is forgotten by the workflow, a year after its last event and not before', () => {
    expect(forgetsAt(existing(received))).toBe('2028-02-01T03:00:00.000Z');
    expect(forgetsAt(existing(received, answered))).toBe('2028-02-03T03:00:00.000Z');
    for (const events of [
      [received, answered],
      [received, linked],
      [received, closed],
    ] as const) {
      expect(decide({ ...forget, now: '2028-02-03T02:59:59.999Z' }, given(...events))).toEqual(nothing);
      expect(decide({ ...forget, now: forgotten.at }, given(...events))).toEqual(accepted(forgotten));
      expect(decide({ ...forget, now: forgotten.at }, given(...events, forgotten))).toEqual(nothing);
    }
    expect(decide({ ...forget, by: officer }, given(received))).toMatchObject(refused('RoleIsMissing'));
  });

  test('leaves no words once it is forgotten, and nothing can be done with it', () => {
    const all = ['txt_name', 'txt_role', 'txt_email', 'txt_note', 'txt_said', 'txt_why'];
    expect(wordsIn(existing(received, answered, closed, forgotten))).toEqual(all);
    for (const command of [answer, link, close])
      expect(decide({ ...command, by: { ...officer, person: 'noa' } }, given(received, forgotten))).toEqual(inStatus('forgotten'));
    expect(() => evolve(initial, answered)).toThrow('never received');
  });
});

test('what is published says what is due, how it ended, and until when its words are there', () => {
  const shown = (...events: readonly Event[]) => enquiryMessage('enq_a', { state: given(...events), version: events.length });
  expect(shown(received)).toMatchObject({ status: 'received', due: received.due, forgetsAt: '2028-02-01T03:00:00.000Z', reason: '' });
  expect(shown(received, answered)).toMatchObject({ due: '', answer: { how: 'phone' }, forgottenAt: '' });
  expect(shown(received, closed, forgotten)).toMatchObject({
    status: 'forgotten',
    reason: 'no-answer',
    forgetsAt: '',
    forgottenAt: forgotten.at,
  });
  expect(shown()).toBeUndefined();
});

test('an address is named alike within a day, otherwise the next day, and otherwise for another key', () => {
  const hash = mailHashBy('secret');
  expect(hash('Hana@Kota.example', '2027-02-01')).toBe(hash('hana@kota.example', '2027-02-01'));
  const others = [
    hash('hana@kota.example', '2027-02-02'),
    hash('ken@kota.example', '2027-02-01'),
    mailHashBy('other')('hana@kota.example', '2027-02-01'),
  ];
  expect(new Set([hash('hana@kota.example', '2027-02-01'), ...others]).size).toBe(4);
});
