import { type Actor, notAllowed, type Role } from './actor.ts';

/** Roles that oversee everything: they may read all data of every party. */
export const OVERSEERS: readonly Role[] = [
  'secretariat.officer',
  'secretariat.verifier',
  'secretariat.approver',
  'finance.maker',
  'finance.checker',
  'auditor',
  'system.workflow',
];

/** The persons among them. */
export const OVERSEEING_ROLES: readonly Role[] = OVERSEERS.filter((role) => role !== 'system.workflow');

export const oversees = (actor: Actor): boolean => notAllowed(actor, OVERSEERS) === undefined;

/** As whom an actor reads a list: by its organisation, or nothing where it may see all. */
export const readerOf = (actor: Actor): string | undefined => (oversees(actor) ? undefined : actor.organisation);
