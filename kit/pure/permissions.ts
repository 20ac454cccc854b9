import { type Actor, KIND_OF_ROLE, kindOf, ROLES } from '@junkan/proto/actor.ts';
import type { Permission as OnTheWire } from '@junkan/proto/junkan/common/v1/common.ts';
import { decideAs } from './acting.ts';
import type { Decision } from './decision.ts';

/** The part of an item that an operation is done to, where it is not the whole. */
export type Part = Partial<Omit<OnTheWire, 'operation' | 'answer' | 'rejection' | 'facts'>>;

/**
 * Operations of the API as they go in the best of cases: each as the command that it sends, with what the state and facts of others decide.
 * What it does not name is said by the body alone.
 */
export type Attempts<Command> = Readonly<Record<string, AttemptOf<Command>>>;
type AttemptOf<Command> = Command extends { readonly type: string }
  ? Readonly<Pick<Command, 'type'> & Partial<Omit<Command, 'type' | 'by'>>>
  : never;

/** What is left to the bodies of these operations: what their commands take and the attempts do not name. Of those that name all of it there is no body. */
export type BodiesFor<Command, Tables> = {
  readonly [Operation in keyof Tables as keyof BodyOf<Command, Tables[Operation]> extends never ? never : Operation]: BodyOf<
    Command,
    Tables[Operation]
  >;
};
type BodyOf<Command, Attempt> = Omit<
  Extract<Command, { type: Attempt extends { readonly type: infer Type } ? Type : never }>,
  keyof Attempt | 'by'
>;

/** `done`: it would be accepted and change nothing. */
export type Permission<Rejection> = { readonly operation: string; readonly of: Part } & (
  | { readonly answer: 'allowed' | 'done' }
  | { readonly answer: 'refused'; readonly rejection: Rejection }
);

type Refusal = { readonly type: string };
type Asked<Command, Rejection> = {
  /** Of the item, and of each of its parts. */
  readonly attempts: readonly { readonly of?: Part; readonly as: Attempts<Command> }[];
  /** A body that no rule objects to, by operation. */
  readonly bodies: Readonly<Record<string, object>>;
  /** Operations that two sides do in turn: they are also shown to the side whose turn it is not. */
  readonly inTurn?: readonly string[];
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
  const { attempts, bodies, decide, by } = asked;
  const { person, organisation } = by;
  const inEveryRole = { person, organisation, roles: ROLES.filter((role) => KIND_OF_ROLE[role] === kindOf(organisation)) };
  return attempts.flatMap(({ of = {}, as }) =>
    Object.entries(as).flatMap(([operation, attempt]): Permission<Rejection>[] => {
      const decidedFor = (actor: Actor) => decide({ ...bodies[operation], ...attempt, by: actor } as unknown as Command);
      if (!isEverTheirs(operation, decidedFor(inEveryRole), asked)) return [];
      const { decision } = decideAs(by, decidedFor);
      // What the machinery refuses is shown as what the decider refuses.
      if (!decision.ok) return [{ operation, of, answer: 'refused', rejection: decision.rejection as Rejection }];
      return [{ operation, of, answer: decision.events.length > 0 ? 'allowed' : 'done' }];
    }),
  );
}

function isEverTheirs<Command, Rejection extends Refusal>(
  operation: string,
  decision: Decision<unknown, Rejection>,
  { inTurn = [], hiding }: Asked<Command, Rejection>,
): boolean {
  if (decision.ok) return true;
  const { type } = decision.rejection;
  if (type === 'WrongOrganisation' || (type === 'RoleIsMissing' && !inTurn.includes(operation))) return false;
  return !hiding.some((each) => each === type);
}

/** Whether any operation of this name is allowed. */
export const isAllowed = (permitted: readonly Permission<unknown>[], operation: string): boolean =>
  permitted.some((each) => each.operation === operation && each.answer === 'allowed');
