import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, Folding, PublishedFold } from '@junkan/kit/store/fold.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import { EVENTS, FEEDBACK_ANSWERS, type FeedbackQuestion } from '@junkan/proto/junkan/programme/v1/language.ts';
import * as model from '@junkan/proto/junkan/programme/v1/learning_model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as certificate from './certificate.ts';
import { certificateActs } from './certificate-acts.ts';
import * as learner from './learner.ts';
import * as register from './register.ts';
import * as session from './session.ts';
import { sessionActs } from './session-acts.ts';
import * as training from './training.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

export const trainingFold: PublishedFold<training.State, training.Event, model.Training> = {
  aggregate: 'training',
  foldVersion: FOLD_VERSIONS.training,
  initial: training.initial,
  evolve: training.evolve,
  codec: eventCodec<training.Event>(EVENTS.training),
  messageOf: trainingMessage,
  toJson: model.Training.toJSON,
};

export const sessionFold: PublishedFold<session.State, session.Event, model.TrainingSession> = {
  aggregate: 'training-session',
  foldVersion: FOLD_VERSIONS['training-session'],
  initial: session.initial,
  evolve: session.evolve,
  codec: eventCodec<session.Event>(EVENTS['training-session']),
  messageOf: sessionMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : sessionActs.waits(state, now, CONTRACT)),
  toJson: model.TrainingSession.toJSON,
};

export const certificateFold: PublishedFold<certificate.State, certificate.Event, model.Certificate> = {
  aggregate: 'certificate',
  foldVersion: FOLD_VERSIONS.certificate,
  initial: certificate.initial,
  evolve: certificate.evolve,
  codec: eventCodec<certificate.Event>(EVENTS.certificate),
  messageOf: certificateMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : certificateActs.waits(state, now, CONTRACT)),
  toJson: model.Certificate.toJSON,
};

// What is nobody’s to read by itself: the times of persons, and the register of certificates.

export const learnerFold: Folding<learner.State, learner.Event> = {
  aggregate: 'learner',
  foldVersion: FOLD_VERSIONS.learner,
  initial: learner.initial,
  evolve: learner.evolve,
  codec: eventCodec<learner.Event>(EVENTS.learner),
};

export const registerFold: Folding<register.State, register.Event> = {
  aggregate: 'certificate-register',
  foldVersion: FOLD_VERSIONS['certificate-register'],
  initial: register.initial,
  evolve: register.evolve,
  codec: eventCodec<register.Event>(EVENTS['certificate-register']),
};

function trainingMessage(id: string, { state, version }: Folded<training.State>): model.Training | undefined {
  if (state.status === 'absent') return undefined;
  const { status, wasOffered: open, content } = state;
  const { title, theme, dimensions, fromLevel, toLevel } = content;
  return { id, version, status, open, title, theme, dimensions: [...dimensions], fromLevel, toLevel, content: contentMessage(content) };
}

const contentMessage = (content: training.Existing['content']): model.TrainingContent => ({
  ...content,
  dimensions: [...content.dimensions],
  languages: [...content.languages],
  materials: [...content.materials],
});

function sessionMessage(id: string, { state, version }: Folded<session.State>): model.TrainingSession | undefined {
  if (state.status === 'absent') return undefined;
  const { status, training: of, title, hours, plan, sequence, changedAt, trainer, trainerOf, enrolments, proposed, note } = state;
  const waits = session.waiting(state);
  return {
    id,
    version,
    status,
    training: of,
    title,
    starts: dateOf(session.startOf(state)),
    language: plan.language,
    mode: plan.mode,
    plan: { ...plan, meetings: [...plan.meetings] },
    hours,
    sequence,
    changedAt,
    confirmed: enrolments.filter(session.hasSeat).length,
    seatsFree: Math.max(0, plan.seats - enrolments.filter((each) => session.hasSeat(each) || each.status === 'offered').length),
    waiting: waits.length,
    trainer,
    trainerOf,
    enrolments: enrolments.map((each) => ({
      person: each.person,
      organisation: each.organisation,
      status: each.status,
      place: waits.indexOf(each) + 1,
      askedAt: each.askedAt,
      offeredUntil: each.offeredUntil,
      hours: each.hours,
      passed: each.passed,
    })),
    proposed: [...proposed],
    feedback: feedbackOf(state),
    note,
  };
}

/** Figures change by five answers at a time, so that no difference between two readings is the answer of one. */
const FEEDBACK_STEP = 5;
const QUESTIONS = [
  ['aims-met', 'aimsMet'],
  ['of-use', 'ofUse'],
  ['well-taught', 'wellTaught'],
  ['good-material', 'goodMaterial'],
  ['recommended', 'recommended'],
] as const satisfies readonly (readonly [FeedbackQuestion, keyof session.Feedback])[];

function feedbackOf({ feedback }: session.Existing): model.FeedbackOfQuestion[] {
  const told = feedback.slice(0, feedback.length - (feedback.length % FEEDBACK_STEP));
  if (told.length === 0) return [];
  return QUESTIONS.map(([question, field]) => ({
    question,
    counts: FEEDBACK_ANSWERS.map((answer) => ({ answer, count: told.filter((each) => each[field] === answer).length })),
  }));
}

export function certificateMessage(id: string, { state, version }: Folded<certificate.State>): model.Certificate | undefined {
  if (state.status === 'absent') return undefined;
  const { status, holder, organisation, text, issued, contact, revocation, revokedAt, note } = state;
  return {
    id,
    version,
    status,
    training: text.training,
    session: text.session,
    holder,
    organisation,
    text: { ...text, dimensions: [...text.dimensions] },
    code: issued?.code ?? '',
    issuedAt: issued?.at ?? '',
    validUntil: issued?.validUntil ?? '',
    contact,
    revocation: revocation?.reason ?? '',
    revokedAt,
    note,
  };
}
