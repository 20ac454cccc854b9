import type { Caller as Admitted } from '@junkan/proto/caller.ts';
import { GATEWAY_ACTOR, isSame, WORKFLOW_ACTOR } from '../call.ts';
import type { Caller } from './internal-token.ts';

/**
 * Whether a method is for this caller. The gateway speaks for persons, and no person is the system; the workflows speak for nobody; a
 * service asks in the name of whoever called it, which nobody can check here, and so only what it needs to know.
 */
export function admits(admitted: readonly Admitted[], { program, actor, forItself }: Caller): boolean {
  switch (program) {
    case 'gateway':
      if (forItself) return admitted.includes('gateway') && isSame(actor, GATEWAY_ACTOR);
      return admitted.includes('person') && !actor.roles.includes('system.workflow');
    case 'workflows':
      return forItself && admitted.includes('workflows') && isSame(actor, WORKFLOW_ACTOR);
    default:
      return !forItself && admitted.some((each) => each === program);
  }
}
