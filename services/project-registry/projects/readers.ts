import type { Actor } from '@junkan/proto/actor.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Relation } from '@junkan/proto/readers.ts';

type OfProposer = { readonly proposer: string };

/** A draft belongs to its proposer: what was never submitted is visible to nobody else. */
export const mayKnowOf = (actor: Actor, { submission, proposer }: OfProposer & { readonly submission: number }): boolean =>
  submission > 0 || oversees(actor) || actor.organisation === proposer;

/** The delegations of an organisation name its persons: for itself and overseers. */
export function relationToDelegations(actor: Actor, { organisation }: { readonly organisation: string }): Relation {
  if (actor.organisation === organisation) return 'proposer';
  return oversees(actor) ? 'overseer' : 'stranger';
}
