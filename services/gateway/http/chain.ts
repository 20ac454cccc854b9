import { sha256 } from '@junkan/kit/ids.ts';
import type { Actor } from '@junkan/kit/pure/actor.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';

const MARK = '~';
const signOf = ({ person, organisation }: Actor): string => `${MARK}${sha256(JSON.stringify([person, organisation])).slice(0, 8)}`;

/** A chain as its caller names it, with who that is behind it: nobody can enter the chain of another, whose names stand in the trail. */
export const ownChain = (name: string, actor: Actor): string => `${name}${signOf(actor)}`;

/** As somebody may be told of a chain: that of a person is for that person and for overseers, since it tells whose it is. */
export const chainFor = (actor: Actor, chain: string): string =>
  !chain.includes(MARK) || chain.endsWith(signOf(actor)) || oversees(actor) ? chain : '';
