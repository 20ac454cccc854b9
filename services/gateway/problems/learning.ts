import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { ID, maybe, text, texts, whole } from './facts.ts';

const UNTIL = '2027-03-29T01:00:00.000Z';

/** Of trainings, their sessions and certificates. */
export const learning = {
  TrainingIsUnknown: notFound({}, { at: '/training' }),
  TrainingSessionIsUnknown: notFound({}),
  CertificateIsUnknown: notFound({}),
  EnrolmentIsUnknown: notFound({}),
  CertificateKeyIsUnknown: notFound({ key: text('k1') }),
  TrainingIsInAnotherStatus: conflict({ status: text('retired') }),
  TrainingSessionIsInAnotherStatus: conflict({ status: text('cancelled') }),
  CertificateIsInAnotherStatus: conflict({ status: text('revoked') }),
  LevelsAreBackwards: invalid({}, { at: '/content/toLevel' }),
  MeetingsAreBackwards: invalid({}, { at: '/plan/meetings' }),
  DatesArePast: invalid({}, { at: '/plan/meetings' }),
  TrainerIsUnknown: invalid({ trainer: text('tara') }, { at: '/trainer' }),
  TrainerIsTheHolder: forbidden({ person: text('tara') }),
  NotTheTrainer: forbidden({}),
  DidNotAttend: forbidden({}),
  NotTheHolder: forbidden({}),
  SeatsBelowConfirmed: conflict({ confirmed: whole(12) }),
  IsEnrolled: conflict({}),
  OverlapsAnotherSession: conflict({ session: text(ID('ses')) }),
  SeatOfferHasExpired: conflict({ until: maybe(text(UNTIL)) }),
  SeatIsNotOffered: conflict({}),
  FeedbackIsGiven: conflict({}),
  FeedbackIsOver: conflict({ until: text('2027-04-28') }),
  AttendanceIsIncomplete: invalid({ persons: texts('hana') }, { at: '/attendance' }),
  AttendanceIsMissing: conflict({}),
  HoursExceedTheTraining: invalid({ hours: whole(18) }, { at: '/attendance' }),
  RuleIsNotMet: invalid({ persons: texts('hana') }, { at: '/holders' }),
  CodeIsMistyped: invalid({}),
  CertificateKeyIsMissing: conflict({}),
  CertificateKeyIsLost: conflict({ key: text('k1') }),
} satisfies Record<string, Entry>;
