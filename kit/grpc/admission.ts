import type { Caller as Admitted } from '@junkan/proto/caller.ts';
import { GATEWAY_ACTOR, isSame, WORKFLOW_ACTOR } from '../call.ts';
import type { Caller } from './internal-token.ts';

/**
 * Whether this caller may call a method. The gateway calls for persons, never for the system; the workflows call for themselves; a service
 * calls in the name of its own caller, which cannot be verified here, so it may call only what it needs.
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
