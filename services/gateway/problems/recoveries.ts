import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { money, text, whole } from './facts.ts';

/** What the recoveries of an agreement refuse. */
export const recoveries = {
  RecoveryIsUnknown: notFound({ recovery: whole(7) }),
  RecoveryInStatus: conflict({ recovery: whole(1), status: text('resolved') }),
  AnswerIsAwaited: conflict({ recovery: whole(1), answerDue: text('2027-01-31T09:00:00.000Z') }),
  NothingIsOpen: conflict({}),
  AmountExceedsWhatIsOpen: invalid({ asked: money('250000.00'), open: money('200000.00') }, { at: '/amount' }),
  ValueDateIsBeforeTheClaim: invalid({ valueDate: text('2026-11-30'), claimedOn: text('2026-12-01') }, { at: '/valueDate' }),
  RefundIsNotReported: conflict({ recovery: whole(1) }),
  ResolutionIsUnknown: notFound({ resolution: whole(7) }),
  ResolutionInStatus: conflict({ resolution: whole(1), status: text('confirmed') }),
} satisfies Record<string, Entry>;
