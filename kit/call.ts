import { type Actor, SECRETARIAT, SYSTEM } from '@junkan/proto/actor.ts';

/** Travels with every call: the actor, the chain of causes and the policy time. */
export type Call = {
  readonly actor: Actor;
  /** Names this command: the same id with the same request is answered as before. Empty for queries. */
  readonly commandId: string;
  /** The version that the caller has seen, where it insists on it. */
  readonly expectedVersion?: number | undefined;
  /** One id from the first request of a chain to its last effect. */
  readonly correlationId: string;
  /** The request, event or workflow that caused this call. */
  readonly causationId: string;
  /** The view positions that the caller has already seen, as earlier answers reported them, comma-separated. */
  readonly seen?: string | undefined;
  /** Called with the position of the view that answers this call, if a view does, and with how many recorded events it lacks. */
  readonly onPosition?: ((position: string, behind: number) => void) | undefined;
};

/** A call as its server sees it: the request's hash distinguishes a repeat from another request under the same id. */
export type Received = Call & { readonly requestHash: string };

/** A command that another sends on, to another stream: named by itself, and insisting on no version. */
export const asPart = (call: Received, commandId: string): Received => ({ ...call, commandId, expectedVersion: undefined });

/** The actor of the workflows: it may do what a deadline or the order of things demands, never money or verdicts. */
export const WORKFLOW_ACTOR: Actor = { person: 'system:workflows', organisation: SYSTEM, roles: ['system.workflow'] };

/** The gateway asking for itself: for the time, for counts of waiting work, or for the audience of an event. It reads only. */
export const GATEWAY_ACTOR: Actor = { person: 'system:gateway', organisation: SECRETARIAT, roles: ['auditor'] };

/** Whether a program acts for itself: by the very actor that it is, not by one that is called the same. */
export const isProgram = (actor: Actor): boolean => actor === WORKFLOW_ACTOR || actor === GATEWAY_ACTOR;

export const isSame = (one: Actor, other: Actor): boolean =>
  one.person === other.person && one.organisation === other.organisation && one.roles.join() === other.roles.join();
