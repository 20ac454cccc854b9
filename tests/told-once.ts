import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Case } from './deciders-by-chance.ts';

/** What an item tells whoever asks, in one state of it: that is much to work out, so whoever asks again is told the same. */
export function toldOnce(
  { permissionsOf }: Pick<Case, 'permissionsOf'>,
  state: unknown,
  now: string,
): (by: Actor) => ReturnType<Case['permissionsOf']> {
  const told = new Map<string, ReturnType<Case['permissionsOf']>>();
  return (by) => {
    const name = JSON.stringify(by);
    const all = told.get(name) ?? permissionsOf(state, by, now);
    told.set(name, all);
    return all;
  };
}
