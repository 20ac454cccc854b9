import type { Actor } from '@junkan/kit/pure/actor.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';
import type { Terms } from './agreement-state.ts';

export type Bound = { readonly proposer: string; readonly shares: readonly Pick<Terms['shares'][number], 'sponsor'>[] };

/** The proposer, and the sponsors that have a share. */
export const partiesOf = ({ proposer, shares }: Bound): string[] => [proposer, ...shares.map(({ sponsor }) => sponsor)];

/** An agreement, with its payments and the money of its milestones, is for its parties and overseers. */
export const maySee = (actor: Actor, agreement: Bound): boolean => oversees(actor) || partiesOf(agreement).includes(actor.organisation);
