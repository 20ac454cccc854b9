import type { Actor } from '@junkan/proto/actor.ts';
import type { Case } from './deciders-by-chance.ts';

/** The answer of an item to a caller, in one state of it: it is expensive, so it is remembered for each caller. */
export function memoisedPermissions(
  { permissionsOf }: Pick<Case, 'permissionsOf'>,
  state: unknown,
  now: string,
): (by: Actor) => ReturnType<Case['permissionsOf']> {
  const known = new Map<string, ReturnType<Case['permissionsOf']>>();
  return (by) => {
    const name = JSON.stringify(by);
    const all = known.get(name) ?? permissionsOf(state, by, now);
    known.set(name, all);
    return all;
  };
}
