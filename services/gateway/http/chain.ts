import { sha256 } from '@junkan/kit/ids.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { oversees } from '@junkan/proto/oversight.ts';

const MARK = '~';
const signOf = ({ person, organisation }: Actor): string => `${MARK}${sha256(JSON.stringify([person, organisation])).slice(0, 8)}`;

/** The chain that a caller names, combined with the caller: nobody can write to the chain of another, whose id is in the trail. */
export const ownChain = (name: string, actor: Actor): string => `${name}${signOf(actor)}`;

/** The chain as a reader may see it: that of a person is for that person and for overseers, since it reveals whose it is. */
export const chainFor = (actor: Actor, chain: string): string =>
  !chain.includes(MARK) || chain.endsWith(signOf(actor)) || oversees(actor) ? chain : '';
