import { type Actor, SECRETARIAT, SYSTEM } from './pure/actor.ts';

/** What travels with every call: who asks, in which chain of causes, and at which policy time. */
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
  /** How far the views go from which the caller was answered before: what answers of theirs told, with commas between. */
  readonly seen?: string | undefined;
  /** Is told how far the view goes from which this call is answered, where it is. */
  readonly onPosition?: ((position: string) => void) | undefined;
};

/** A call as its server sees it: the request's hash tells a repeat from another request under the same id. */
export type Received = Call & { readonly requestHash: string };

/** The actor of the workflows: it may do what a deadline or the order of things demands, never money or verdicts. */
export const WORKFLOW_ACTOR: Actor = { person: 'system:workflows', organisation: SYSTEM, roles: ['system.workflow'] };

/** The gateway, where it asks for itself: for the time, for what waits, and for whom an event is. It looks on, and changes nothing. */
export const GATEWAY_ACTOR: Actor = { person: 'system:gateway', organisation: SECRETARIAT, roles: ['auditor'] };

/** Whether a program acts for itself: by the very actor that it is, not by one that is called the same. */
export const isProgram = (actor: Actor): boolean => actor === WORKFLOW_ACTOR || actor === GATEWAY_ACTOR;

export const isSame = (one: Actor, other: Actor): boolean =>
  one.person === other.person && one.organisation === other.organisation && one.roles.join() === other.roles.join();
