import { type Actor, KIND_OF_ROLE, kindOf, ROLES } from './actor.ts';
import type { Decision } from './decision.ts';

/** The part of an item that an operation is done to, where it is not the whole. */
export type Part = {
  readonly offer?: string;
  readonly payment?: string;
  readonly measure?: number;
  readonly tranche?: number;
  readonly sponsor?: string;
};

/** An operation of the API as it goes in the best of cases: a command with a valid body, for whoever does it. */
export type Attempt<Command> = {
  readonly operation: string;
  readonly of?: Part;
  readonly command: (by: Actor) => Command;
  /** Whether two sides do it in turn: then it is also told to the side whose turn it is not. */
  readonly inTurn?: boolean;
};

/** `done`: it would be accepted and change nothing. */
export type Permission<Rejection> = { readonly operation: string; readonly of: Part } & (
  | { readonly answer: 'allowed' | 'done' }
  | { readonly answer: 'refused'; readonly rejection: Rejection }
);

type Refusal = { readonly type: string };
type Asked<Command, Rejection> = {
  readonly attempts: readonly Attempt<Command>[];
  readonly decide: (command: Command) => Decision<unknown, Rejection>;
  /** Refusals that hide the item, or this part of it, from the organisation. */
  readonly hiding: readonly Rejection[keyof Rejection & 'type'][];
  readonly by: Actor;
};

/**
 * What an actor may do now, by the very decider that answers the commands. What would be kept from its organisation in every role is
 * left out: that it is somebody else's is nothing that this organisation can change.
 */
export function permissions<Command, Rejection extends Refusal>(asked: Asked<Command, Rejection>): Permission<Rejection>[] {
  const { attempts, decide, by } = asked;
  const inEveryRole = { ...by, roles: ROLES.filter((role) => KIND_OF_ROLE[role] === kindOf(by.organisation)) };
  return attempts.flatMap((attempt): Permission<Rejection>[] => {
    if (!isEverTheirs(attempt, decide(attempt.command(inEveryRole)), asked)) return [];
    const { operation, of = {} } = attempt;
    const decision = decide(attempt.command(by));
    if (!decision.ok) return [{ operation, of, answer: 'refused', rejection: decision.rejection }];
    return [{ operation, of, answer: decision.events.length > 0 ? 'allowed' : 'done' }];
  });
}

function isEverTheirs<Command, Rejection extends Refusal>(
  { inTurn = false }: Attempt<Command>,
  decision: Decision<unknown, Rejection>,
  { hiding }: Asked<Command, Rejection>,
): boolean {
  if (decision.ok) return true;
  const { type } = decision.rejection;
  if (type === 'WrongOrganisation' || (type === 'RoleIsMissing' && !inTurn)) return false;
  return !hiding.some((each) => each === type);
}

/** Whether any operation of this name is allowed. */
export const isAllowed = (permitted: readonly Permission<unknown>[], operation: string): boolean =>
  permitted.some((each) => each.operation === operation && each.answer === 'allowed');
