import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, text, texts, whole } from './facts.ts';

/** Of exchanges between cities. */
export const peers = {
  OwnCity: invalid({}, { at: '/provider' }),
  GoalIsMissing: invalid({}, { at: '/goals' }),
  GoalIsPast: invalid({ today: text('2027-01-08') }, { at: '/goals' }),
  ExchangeIsUnknown: notFound({}),
  ExchangeIsInAnotherStatus: conflict({ status: text('concluded') }),
  ExchangeIsOpen: conflict({ exchange: text(ID('exc')) }),
  ExchangeIsNotConcluded: conflict({}, { at: ['/exchange', '/content/learntFrom'] }),
  CapacityIsUsed: conflict({ capacity: whole(2) }),
  DoesNotFit: conflict({ conditions: texts('has-done-it') }),
  DeclinedLately: conflict({ until: text('2028-05-05') }),
  FollowUpIsTold: conflict({ followUp: text('after-6-months') }, { at: '/followUp' }),
  NotAskedFor: conflict({}),
} satisfies Record<string, Entry>;
