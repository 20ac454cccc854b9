import { type Actor, notAllowed, type Role } from '@junkan/proto/actor.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Relation } from '@junkan/proto/readers.ts';
import type { Terms } from './contract/terms.ts';

export type Bound = { readonly proposer: string; readonly shares: readonly Pick<Terms['shares'][number], 'sponsor'>[] };

/** The proposer, and the sponsors that have a share. */
export const partiesOf = ({ proposer, shares }: Bound): string[] => [proposer, ...shares.map(({ sponsor }) => sponsor)];

/** An agreement, with its payments and the money of its milestones, is for its parties and overseers. */
export const maySee = (actor: Actor, agreement: Bound): boolean => oversees(actor) || partiesOf(agreement).includes(actor.organisation);

/** The approval rules of an organisation name its persons: for itself and overseers. */
export function relationToRules(actor: Actor, { organisation }: { readonly organisation: string }): Relation {
  if (actor.organisation === organisation) return 'proposer';
  return oversees(actor) ? 'overseer' : 'stranger';
}

/** Who pays, and who supervises that: they need the complete number. */
const SEE_NUMBERS: readonly Role[] = ['finance.maker', 'finance.checker', 'auditor'];

/**
 * The relation of an actor to a bank account: `isPartner`, whether its organisation is bound to that of the account by an agreement. Other
 * roles of the secretariat see no more than a partner does. A stranger does not learn that there is one.
 */
export function relationToAccount(actor: Actor, { organisation }: { readonly organisation: string }, isPartner: boolean): Relation {
  if (notAllowed(actor, SEE_NUMBERS) === undefined) return 'overseer';
  if (actor.organisation === organisation) return 'proposer';
  return oversees(actor) || isPartner ? 'partner' : 'stranger';
}
