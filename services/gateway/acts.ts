import { ownOf } from '@junkan/kit/pure/names.ts';
import type { Role } from '@junkan/proto/actor.ts';
import type { Command, Operation } from '@junkan/proto/command.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';

/**
 * Who may do what: for each operation that changes something, the roles of which one is needed, and for which organisation. `own`: the one
 * that owns the item, as its proposer, as the sponsor of the offer, or as a party to the agreement (the secretariat has one). `any`: every
 * registered organisation of the role's kind. `tone`: what it does to the item. `parts`: which field each part of its path is. The contracts
 * declare it; the deciders of the services enforce it.
 */
export type Act = Pick<Operation, 'of'> & Partial<Pick<Operation, 'tone' | 'parts'>> & { readonly roles: readonly Role[] };

export const ACTS: Readonly<Record<string, Act>> = Object.fromEntries(
  Object.values(COMMANDS)
    .flatMap((commands) => Object.values<Command & { readonly operation?: { readonly roles: readonly Role[] } }>(commands))
    .flatMap(({ operation }) => (operation ? [[operation.id, operation]] : [])),
);

/** Who may call an operation, as a sentence of its description; undefined for operations that change nothing. */
export function whoMay(operation: string): string | undefined {
  const act = ownOf(ACTS, operation);
  return act && `For ${act.roles.join(' or ')}${act.of === 'any' ? ' of any registered organisation' : ''}.`;
}
