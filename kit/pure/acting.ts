import { type Actor, type Given, isApproving, type Role } from '@junkan/proto/actor.ts';
import type { CalendarDate } from './dates.ts';
import type { Decision } from './decision.ts';

/** A delegation, as far as acting depends on it. Both days are included. `confirmedBy`: '' = nobody has. */
type Delegated = {
  readonly number: number;
  readonly status: string;
  readonly role: string;
  readonly givenBy: string;
  readonly takenBy: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly confirmedBy: string;
};
export type DelegationList = { readonly id: string; readonly delegations: readonly Delegated[] };

/** A duty of one's own that is not joined with deciding: any but deciding itself; nothing where there is none. */
export const otherDutyIn = (own: readonly Role[]): Role | undefined => own.find((role) => !isApproving(role));

type Dated = Pick<Delegated, 'status' | 'firstDay' | 'lastDay'>;
const isInForce = ({ status, firstDay, lastDay }: Dated, today: CalendarDate): boolean =>
  status === 'confirmed' && firstDay <= today && today <= lastDay;

/**
 * The actor with the delegations of its organisation on a day: it adds the roles that it holds for others, unless one of its own roles
 * conflicts. A person who has ever given a role and the person who has taken it count as one on every item from then on, because the item
 * does not know when it was held. Who holds a role for another counts as one with all with whom that giver does: two deputies of one giver, at the same time
 * or one after the other, are one person where they act in the giver's place.
 */
export function actingBy(actor: Actor, { id, delegations }: DelegationList, today: CalendarDate): Actor {
  const { person, roles } = actor;
  const counting = delegations.filter(({ confirmedBy }) => confirmedBy !== '');
  const taken = otherDutyIn(roles) ? [] : counting.filter((each) => each.takenBy === person && isInForce(each, today));
  const given = taken.flatMap(({ role, givenBy, number }): Given[] =>
    isApproving(role) && !roles.includes(role) ? [{ delegation: `${id}/${number}`, role, for: givenBy }] : [],
  );
  const joinedWith = (one: string): string[] =>
    counting.flatMap(({ givenBy, takenBy }) => (givenBy === one ? [takenBy] : takenBy === one ? [givenBy] : []));
  const joined = new Set([person, ...given.map((each) => each.for)].flatMap(joinedWith));
  joined.delete(person);
  if (given.length === 0 && joined.size === 0) return actor;
  return { ...actor, roles: [...new Set([...roles, ...given.map(({ role }) => role)])], acting: { given, joined: [...joined] } };
}

/** The roles that are an actor's own. */
export const ownRoles = ({ roles, acting }: Actor): Role[] => roles.filter((role) => !acting?.given.some((each) => each.role === role));

/** The persons whose acts count as an actor's own: itself first. What a decider lets depend on who did something before depends on all of them. */
export const personsOf = ({ person, acting }: Actor): string[] => [person, ...(acting?.joined ?? [])];

/** Another person has done it already, or more of it than is left to this one, with whom a delegation joins this one. */
export type JoinedPersonHasActed = { type: 'JoinedPersonHasActed'; person: string };

/** As whom it is decided: with own roles, or with one that is held for another. */
export type As = { readonly actor: Actor; readonly given?: Given };
export type DecidedAs<Event, Rejection> = { readonly as: As; readonly decision: Decision<Event, Rejection | JoinedPersonHasActed> };

const MISSES = ['RoleIsMissing', 'WrongOrganisation'];

/**
 * Decides with the actor's own roles if they are enough, else with a role that it holds for another. The command must also be allowed to
 * everybody who counts as one person with the actor, and come to the same: what the giver may not decide, nobody decides in the giver's place, and neither
 * the two nor two who act in one's place are ever two approvers of one thing. The same decider is asked, with the other's name.
 */
export function decideAs<Event, Rejection extends { readonly type: string }>(
  actor: Actor,
  decide: (by: Actor) => Decision<Event, Rejection>,
): DecidedAs<Event, Rejection> {
  const { person, organisation, acting } = actor;
  if (!acting) return { as: { actor }, decision: decide(actor) };
  const own = { person, organisation, roles: ownRoles(actor), acting };
  const ways: As[] = [
    { actor: own },
    ...acting.given.map((given) => ({ actor: { ...own, roles: [...own.roles, given.role], for: given.for }, given })),
  ];
  const decided = ways.map((as) => ({ as, decision: decide(as.actor) }));
  const [first] = decided;
  if (!first) throw new Error('an actor acts at least as itself');
  const best =
    decided.find(({ decision }) => decision.ok) ??
    decided.find(({ decision }) => !decision.ok && !MISSES.includes(decision.rejection.type)) ??
    first;
  if (!best.decision.ok || best.decision.events.length === 0) return best;
  const { as } = best;
  const persons = personsOf(actor);
  for (const other of acting.joined) {
    const joined = persons.filter((each) => each !== other);
    const theirs = decide({ ...as.actor, person: other, countsAs: person, acting: { ...acting, joined } });
    if (!theirs.ok) return { as, decision: theirs };
    if (saidBy(persons, theirs.events) !== saidBy(persons, best.decision.events))
      return { as, decision: { ok: false, rejection: { type: 'JoinedPersonHasActed', person: other } } };
  }
  return best;
}

/** What events say, whichever of the persons they name. */
const saidBy = (persons: readonly string[], events: readonly unknown[]): string =>
  JSON.stringify(events, (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}`;
    return typeof value === 'string' && persons.includes(value) ? persons[0] : value;
  });
