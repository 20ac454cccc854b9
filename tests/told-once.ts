import type { Actor } from '@junkan/proto/actor.ts';
import type { Case } from './deciders-by-chance.ts';

/** The answer of an item to a caller, in one state of it: it is expensive, so it is remembered for each caller. */
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
