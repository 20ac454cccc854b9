import type { Actor } from '@junkan/proto/actor.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Relation } from '@junkan/proto/readers.ts';
import type { Existing as Declaration } from './declaration/declaration.ts';
import type { Existing as Signatory } from './declaration/signatory.ts';

// Published: views of what this service decides filter it by the same rules.

/** A declaration is there for everybody once one of its versions is published; drafts are the secretariat’s. */
export const isDeclarationThere = ({ versions }: Pick<Declaration, 'versions'>, actor: Actor): boolean =>
  oversees(actor) || versions.some(({ status }) => status === 'published' || status === 'superseded');

/** Whether it is in the public register: from its admission on. */
export const isInRegister = ({ admittedOn }: Pick<Signatory, 'admittedOn'>): boolean => admittedOn !== '';

export function relationToSignatory(actor: Actor, { city }: { readonly city: string }): Relation {
  if (oversees(actor)) return 'overseer';
  return actor.organisation === city ? 'proposer' : 'stranger';
}
