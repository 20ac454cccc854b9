import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Existing as Certificate } from '@junkan/programme/learning/certificate.ts';
import { certificateActs } from '@junkan/programme/learning/certificate-acts.ts';
import type { Existing as Session } from '@junkan/programme/learning/session.ts';
import { sessionActs } from '@junkan/programme/learning/session-acts.ts';
import { learning } from '@junkan/programme/learning/since.fixture.ts';
import type { Existing as Training } from '@junkan/programme/learning/training.ts';
import { trainingActs } from '@junkan/programme/learning/training-acts.ts';
import { BODIES, certificates, sessions, trainings } from '@junkan/programme/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

// Trainings, their sessions and certificates, as their golden streams begin them.

type Event = { readonly type: string };
const streamOf = (kind: keyof typeof learning, at = 0): Event[] =>
  (learning[kind][at]?.come() ?? []).map(([type, data]) => ({ type, ...data }));
const firstOf = (kind: keyof typeof learning): Event => {
  const [first] = streamOf(kind);
  if (!first) throw new Error(`no golden stream is of ${kind}`);
  return first;
};

const person = fc.constantFrom('per_a', 'per_b', 'per_c');
const text = fc.constantFrom('', 'txt_a', 'txt_b');

export const TRAININGS = {
  context: 'programme' as const,
  owned: trainings,
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'training', 'TrainingDrafted'), { given: GIVEN }),
  commands: persons(COMMANDS.programme, 'training', { facts: { now: NOW } }),
  first: firstOf('training'),
  isLegal: ({ type }: Event, { status }: { readonly status?: string }) =>
    type === 'TrainingOffered' ? status === 'draft' : status !== 'retired',
  permissionsOf: (state: Training, by: Actor, now: string) => trainingActs.permissions(state, { now }, BODIES, by),
};

const BEFORE: Readonly<Record<string, readonly string[]>> = {
  SessionChanged: ['scheduled', 'enrolling', 'full'],
  SessionCancelled: ['scheduled', 'enrolling', 'full', 'running'],
  EnrolmentOpened: ['scheduled'],
  Enrolled: ['scheduled', 'enrolling', 'full'],
  EnrolmentCancelled: ['enrolling', 'full'],
  SeatOffered: ['enrolling'],
  SeatTaken: ['full'],
  SeatOfferExpired: ['full'],
  SessionBegan: ['scheduled', 'enrolling', 'full'],
  SessionHeld: ['running'],
  AttendanceRecorded: ['running', 'held'],
  CertificatesProposed: ['held'],
  FeedbackGiven: ['held', 'closed'],
};

const { plan: LATER } = firstOf('training-session') as unknown as { plan: object };
const AHEAD = { ...LATER, enrolsFrom: '2026-11-01T00:00:00.000Z' };
const PAST = { ...AHEAD, meetings: [{ from: '2026-11-20T01:00:00.000Z', to: '2026-11-20T07:00:00.000Z' }] };
const AT = '2026-11-21T00:00:00.000Z';
const trainer = { trainer: 'per_d', trainerOf: 'ptn_a' };
/** Held, without anybody, and with its attendance. */
const HELD_BY_NOBODY: Event[] = [
  { type: 'SessionChanged', plan: PAST, ...trainer, at: AT, by: 'per_a' } as Event,
  { type: 'SessionBegan', at: AT } as Event,
  { type: 'SessionHeld', at: AT } as Event,
  { type: 'AttendanceRecorded', person: 'per_d', organisation: 'ptn_a', attendance: [], at: AT } as Event,
];

const asked = { organisation: 'org_a', role: 'proposer.officer', firstTime: false, at: AT };
/** With one seat, which is offered to the only one who waits. */
const OFFERED: Event[] = [
  { type: 'SessionChanged', plan: { ...AHEAD, seats: 1 }, ...trainer, at: AT, by: 'per_a' } as Event,
  { type: 'Enrolled', person: 'per_a', claim: 'cmd_a', confirmed: false, ...asked } as Event,
  { type: 'SeatOffered', person: 'per_a', until: '2027-12-31T00:00:00.000Z', at: AT } as Event,
];
/** With one who attended. */
const ATTENDED: Event[] = [
  { type: 'Enrolled', person: 'per_a', claim: 'cmd_a', confirmed: true, ...asked } as Event,
  ...HELD_BY_NOBODY.slice(0, 3),
  {
    type: 'AttendanceRecorded',
    person: 'per_d',
    organisation: 'ptn_a',
    attendance: [{ person: 'per_a', hours: 6, passed: true }],
    at: AT,
  } as Event,
];

export const SESSIONS = {
  context: 'programme' as const,
  owned: sessions,
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'training-session', 'SessionScheduled'), {
    given: {
      ...GIVEN,
      person,
      trainer: fc.constantFrom('per_d', 'per_e'),
      trainerOf: fc.constantFrom('ptn_a', 'org_a'),
      plan: fc.constantFrom(AHEAD, AHEAD, PAST),
    },
  }),
  commands: persons(COMMANDS.programme, 'session', {
    given: { person, plan: AHEAD, attendance: [] },
    facts: { now: NOW, trainerOf: 'ptn_a', claim: 'cmd_a', firstTime: false },
  }),
  first: { ...firstOf('training-session'), ...trainer, plan: AHEAD },
  // With a seat that is offered, held, and with its attendance.
  begun: [
    ...[8, 13, 14].map((until) => streamOf('training-session').slice(1, until)),
    HELD_BY_NOBODY.slice(0, 3),
    HELD_BY_NOBODY,
    OFFERED,
    ATTENDED,
  ],
  isLegal: ({ type }: Event, { status = '' }: { readonly status?: string }) => BEFORE[type]?.includes(status) ?? false,
  permissionsOf: (state: Session, by: Actor, now: string) => sessionActs.permissions(state, { now }, BODIES, by),
};

const [, issued] = streamOf('certificate');
const CERTIFICATE_BEFORE: Readonly<Record<string, readonly string[]>> = {
  CertificateIssued: ['proposed'],
  CertificateDeclined: ['proposed'],
  RevocationProposed: ['issued'],
  HolderNamed: ['issued', 'revoked'],
};

export const CERTIFICATES = {
  context: 'programme' as const,
  owned: certificates,
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'certificate', 'CertificateProposed'), { given: { ...GIVEN, contact: text } }),
  commands: persons(COMMANDS.programme, 'certificate', {
    given: { contact: text },
    facts: { now: NOW },
    otherwise: { issueCertificate: { issued: { code: '', list: 0, place: 0, key: '', credential: '', validUntil: '' } } },
  }),
  first: { ...firstOf('certificate'), holder: 'per_a' },
  begun: [[issued as Event]],
  isLegal: ({ type }: Event, { status = '', revocation }: { readonly status?: string; readonly revocation?: object }) => {
    const isDecided = type === 'CertificateRevoked' || type === 'RevocationRefused';
    if (isDecided) return status === 'issued' && revocation !== undefined;
    return CERTIFICATE_BEFORE[type]?.includes(status) ?? false;
  },
  permissionsOf: (state: Certificate, by: Actor, now: string) => certificateActs.permissions(state, { now }, BODIES, by),
};
