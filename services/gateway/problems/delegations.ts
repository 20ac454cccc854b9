import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

/** What the delegations of organisations refuse. */
export const delegations = {
  DelegationsAreUnknown: notFound(
    'There are no such delegations',
    {},
    'No delegations have this identifier.',
    'See the delegations of the organisation.',
  ),
  DelegationIsUnknown: notFound(
    'There is no such delegation',
    { delegation: whole(2) },
    ({ delegation }) => `The organisation has no delegation ${delegation}.`,
    'Read the delegations of the organisation for those that there are.',
    { at: '/delegation' },
  ),
  DelegationInStatus: conflict(
    'The delegation does not wait for this',
    { delegation: whole(2), status: text('ended') },
    ({ delegation, status }) => `Delegation ${delegation} is ${status}.`,
    'Read the delegations for what stands, and give the role again where it should be held by another.',
  ),
  DelegateIsTheGiver: invalid(
    'The role is given to the person who gives it',
    { person: text('hana') },
    ({ person }) => `${person} has the role already.`,
    'Name another person of the organisation.',
    { at: '/takenBy' },
  ),
  DelegateHasAnotherDuty: conflict(
    'The person has another duty',
    { person: text('kei'), role: text('finance.maker') },
    ({ person, role }) => `${person} acts as ${role}, which one person does not join with deciding.`,
    'Name a person who neither prepares nor audits for the organisation.',
    { at: '/takenBy' },
  ),
  DelegateActsForAnother: conflict(
    'The person acts for another organisation',
    { person: text('kei') },
    ({ person }) => `${person} has acted for another organisation.`,
    'Name a person of this organisation.',
    { at: '/takenBy' },
  ),
  DelegationBeginsInThePast: invalid(
    'The first day is past',
    { today: text('2026-11-26') },
    ({ today }) => `Today is ${today}, and nobody acts for another after the fact.`,
    'Give today as the first day, or a later one.',
    { at: '/firstDay' },
  ),
  DelegationEndsBeforeItBegins: invalid(
    'The last day is before the first',
    {},
    'The last day is before the first.',
    'Give a last day that is the first day, or later.',
    { at: '/lastDay' },
  ),
  DelegationIsTooLong: invalid(
    'The days are too many',
    { maximumDays: whole(60) },
    ({ maximumDays }) => `A role is given for ${maximumDays} days at most.`,
    'Give an earlier last day; for longer, have the identity provider of the organisation give the person the role.',
    { at: '/lastDay' },
  ),
  DelegationIsOver: conflict(
    'The last day is past',
    { lastDay: text('2026-11-25') },
    ({ lastDay }) => `The last day of the delegation was ${lastDay}.`,
    'End it, and give the role again for other days.',
  ),
  RoleIsDelegatedAlready: conflict(
    'The role is given to somebody on these days already',
    { delegation: whole(2) },
    ({ delegation }) => `Delegation ${delegation} gives this role for some of these days.`,
    'End that delegation, or give other days.',
  ),
} satisfies Record<string, Entry>;

/** What delegations let nobody do, whatever the item is. */
export const joinedPersons = {
  JoinedPersonHasActed: forbidden(
    'A person who counts as the same has done this',
    { person: text('hana') },
    ({ person }) => `${person} has done this already, and one of the two has given the other a role: they count as one person.`,
    'A person with whom neither has given or taken a role has to do it.',
  ),
} satisfies Record<string, Entry>;
