import { actsOf } from '@junkan/kit/pure/acts.ts';
import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { ROLES } from '@junkan/proto/actor.ts';
import {
  type Command,
  type Existing,
  type Feedback,
  feedbackUntil,
  hasSeat,
  meetsRule,
  type Rejection,
  startOf,
  toGiveFeedback,
} from './session.ts';
import { decide } from './session-decide.ts';

export type SessionFacts = { readonly now: Instant };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: SessionFacts }>();

const TO_RECORD_DAYS = 7;
const NOBODY = { hours: 0, passed: false };
const CONTENT: Feedback = { aimsMet: 'fully', ofUse: 'fully', wellTaught: 'fully', goodMaterial: 'fully', recommended: 'fully' };

/** A plan that is another, with times that are still to come. */
const otherPlan = ({ plan }: Existing, now: Instant): Existing['plan'] => ({
  ...plan,
  seats: plan.seats + 1,
  ...(startOf({ plan }) > now ? {} : { enrolsFrom: now, meetings: [{ from: plusDays(now, 1), to: plusDays(now, 2) }] }),
});

/** What is done to a session by the secretariat and by those who take part; what its trainer does; the seats that are offered. */
export const sessionActs = acts({
  decide,
  hiding: ['TrainingSessionIsUnknown'],
  acts: [
    whole((session, { now }) => ({
      changeSession: { type: 'ChangeSession', plan: otherPlan(session, now), trainer: session.trainer, trainerOf: session.trainerOf, now },
      cancelSession: { type: 'CancelSession', now },
      enrol: { type: 'Enrol', claim: '-', firstTime: false, now },
      cancelEnrolment: { type: 'CancelEnrolment', now },
    })),
    whole((_, { now }) => ({ giveFeedback: { type: 'GiveFeedback', feedback: CONTENT, now } })).waiting((session) =>
      toGiveFeedback(session).map(({ person, organisation, role }) => ({
        kind: 'feedback-to-give',
        ends: ['giveFeedback'],
        due: feedbackUntil(session),
        until: feedbackUntil(session),
        only: person,
        within: [organisation],
        to: ROLES.filter((each) => each === role),
        silence: 'expires',
      })),
    ),
    whole((session, { now }) => ({
      recordAttendance: {
        type: 'RecordAttendance',
        attendance: session.enrolments.filter(hasSeat).map(({ person }) => ({ person, ...NOBODY })),
        now,
      },
      proposeCertificates: {
        type: 'ProposeCertificates',
        holders: session.enrolments.filter((each) => each.status === 'attended' && meetsRule(session, each)).map(({ person }) => person),
        now,
      },
    })).waiting(({ status, attended, trainer, trainerOf, heldAt }) => {
      if (status !== 'held') return [];
      const of = {
        from: heldAt,
        due: plusDays(heldAt, TO_RECORD_DAYS),
        despite: ['TooEarly'],
        only: trainer,
        within: [trainerOf],
        silence: 'nothing',
      } as const;
      return attended
        ? [{ kind: 'certificates-to-propose', ends: ['proposeCertificates'], ...of }]
        : [{ kind: 'attendance-to-record', ends: ['recordAttendance'], ...of }];
    }),
    on(
      ({ enrolments }) => enrolments.filter(({ status }) => status === 'offered'),
      () => ({}),
      (_, { now }) => ({ takeSeat: { type: 'TakeSeat', now } }),
    ).waiting(({ person, organisation, role, offeredUntil: due }) => [
      {
        kind: 'seat-to-take',
        ends: ['takeSeat'],
        due,
        until: due,
        only: person,
        within: [organisation],
        to: ROLES.filter((each) => each === role),
        silence: 'expires',
      },
    ]),
  ],
  organisations: ({ trainerOf }) => [trainerOf],
  readers: () => [],
  alone: (_, now) => ({ now }),
});
