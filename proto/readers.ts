import type { Actor } from './actor.ts';
import { oversees } from './oversight.ts';

/**
 * Who may read a field, as the contracts declare it:
 *
 *     public     everybody who is signed in
 *     partner    the parties: the proposer, and the sponsors that have a part in the item
 *     internal   of the parties the proposer alone
 *     overseers  overseers alone
 */
export type Readers = 'public' | 'partner' | 'internal' | 'overseers';

/** What an actor is to an item. */
export type Relation = 'overseer' | 'proposer' | 'partner' | 'stranger';

const READS: Readonly<Record<Relation, readonly Readers[]>> = {
  overseer: ['public', 'partner', 'internal', 'overseers'],
  proposer: ['public', 'partner', 'internal'],
  partner: ['public', 'partner'],
  stranger: ['public'],
};

export const mayRead = (relation: Relation, readers: Readers): boolean => READS[relation].includes(readers);

/** `partners`: the organisations that have a part in the item, apart from its proposer. */
export function relationOf(actor: Actor, { proposer }: { readonly proposer: string }, partners: readonly string[] = []): Relation {
  if (oversees(actor)) return 'overseer';
  if (actor.organisation === proposer) return 'proposer';
  return partners.includes(actor.organisation) ? 'partner' : 'stranger';
}

/** The fields of a message that somebody may read, and the names of the others. A field that the table does not name is for overseers. */
export function readable<Message extends object>(
  message: Message,
  table: Readonly<Record<string, Readers>>,
  relation: Relation,
): { readonly shown: Partial<Message>; readonly omitted: string[] } {
  const isShown = (field: string): boolean => mayRead(relation, (Object.hasOwn(table, field) && table[field]) || 'overseers');
  const fields = Object.entries(message);
  return {
    shown: Object.fromEntries(fields.filter(([field]) => isShown(field))) as Partial<Message>,
    omitted: fields.flatMap(([field]) => (isShown(field) ? [] : [field])),
  };
}
