import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

/** What the delegations of organisations refuse. */
export const delegations = {
  DelegationsAreUnknown: notFound({}),
  DelegationIsUnknown: notFound({ delegation: whole(2) }, { at: '/delegation' }),
  DelegationInStatus: conflict({ delegation: whole(2), status: text('ended') }),
  DelegateIsTheGiver: invalid({ person: text('hana') }, { at: '/takenBy' }),
  DelegateHasAnotherDuty: conflict({ person: text('kei'), role: text('finance.maker') }, { at: '/takenBy' }),
  DelegateActsForAnother: conflict({ person: text('kei') }, { at: '/takenBy' }),
  DelegationBeginsInThePast: invalid({ today: text('2026-11-26') }, { at: '/firstDay' }),
  DelegationEndsBeforeItBegins: invalid({}, { at: '/lastDay' }),
  DelegationIsTooLong: invalid({ maximumDays: whole(60) }, { at: '/lastDay' }),
  DelegationIsOver: conflict({ lastDay: text('2026-11-25') }),
  RoleIsDelegatedAlready: conflict({ delegation: whole(2) }),
} satisfies Record<string, Entry>;

/** What delegations forbid, whatever the item is. */
export const joinedPersons = {
  JoinedPersonHasActed: forbidden({ person: text('hana') }),
} satisfies Record<string, Entry>;
