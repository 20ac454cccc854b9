import { type Actor, KIND_OF_ROLE, notAllowed, ROLES } from './actor.ts';

/** Roles that oversee everything: they may read all data of every party. */
export const OVERSEERS = ROLES.filter((role) => ['secretariat', 'system'].includes(KIND_OF_ROLE[role]) && role !== 'clock.operator');

/** The persons among them. */
export const OVERSEEING_ROLES = OVERSEERS.filter((role) => role !== 'system.workflow');

export const oversees = (actor: Actor): boolean => notAllowed(actor, OVERSEERS) === undefined;

/** As whom an actor reads a list: by its organisation, or nothing where it may see all. */
export const readerOf = (actor: Actor): string | undefined => (oversees(actor) ? undefined : actor.organisation);
