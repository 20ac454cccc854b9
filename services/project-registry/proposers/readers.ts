import type { Actor } from '@junkan/proto/actor.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Change } from './proposer-change.ts';

/** Who proposed what, and why, is its own and overseers' to know; what it was called before, everybody's. */
export const changesFor = (actor: Actor, proposer: string, changes: readonly Change[]): Change[] =>
  oversees(actor) || actor.organisation === proposer ? [...changes] : [];
