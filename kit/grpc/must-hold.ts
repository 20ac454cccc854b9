import { type Actor, notAllowed, type Role } from '@junkan/proto/actor.ts';
import { ProblemError } from '../problem.ts';

/** @throws ProblemError unless the actor holds one of these roles, for an organisation of its kind. */
export function mustHold(actor: Actor, needed: readonly Role[]): void {
  const refusal = notAllowed(actor, needed);
  if (refusal) throw new ProblemError({ kind: 'forbidden', type: refusal.type, data: { needed } });
}
