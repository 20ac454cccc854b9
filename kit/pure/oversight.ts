import type { Actor, Role } from './actor.ts';

/** Who watches over everything: they may read all of it, of every party. */
export const OVERSEERS: readonly Role[] = [
  'secretariat.officer',
  'secretariat.verifier',
  'secretariat.approver',
  'finance.maker',
  'finance.checker',
  'auditor',
  'system.workflow',
];

export const oversees = ({ roles }: Actor): boolean => OVERSEERS.some((role) => roles.includes(role));

/** Stands among the readers of a row that everybody may see. */
export const EVERYBODY = '*';

/** As whom an actor reads a list: by its organisation, or nothing where it may see all. */
export const readerOf = (actor: Actor): string | undefined => (oversees(actor) ? undefined : actor.organisation);
