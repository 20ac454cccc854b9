import type { Actor } from '@junkan/kit/pure/actor.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';

type OfProposer = { readonly proposer: string };

/** A draft is its proposer's own: of what was never submitted nobody else knows. */
export const mayKnowOf = (actor: Actor, { submission, proposer }: OfProposer & { readonly submission: number }): boolean =>
  submission > 0 || oversees(actor) || actor.organisation === proposer;
