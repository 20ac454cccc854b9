import { status } from '@grpc/grpc-js';

/**
 * Kinds of refusal, in one total table: a context maps each of its rejections to a kind, and the kind gives the gRPC
 * status here and the HTTP status at the gateway.
 */
export const KINDS = {
  /** The request itself is wrong, whatever the state: a field and its rule. */
  invalid: { code: status.INVALID_ARGUMENT, http: 422 },
  unauthenticated: { code: status.UNAUTHENTICATED, http: 401 },
  forbidden: { code: status.PERMISSION_DENIED, http: 403 },
  'not-found': { code: status.NOT_FOUND, http: 404 },
  /** The state does not allow it. */
  conflict: { code: status.FAILED_PRECONDITION, http: 409 },
  /** The version that the caller insists on is not the newest. */
  stale: { code: status.ABORTED, http: 412 },
  /** The idempotency key was used for another request. */
  'key-reused': { code: status.ALREADY_EXISTS, http: 422 },
  busy: { code: status.RESOURCE_EXHAUSTED, http: 503 },
  unavailable: { code: status.UNAVAILABLE, http: 503 },
  late: { code: status.DEADLINE_EXCEEDED, http: 504 },
  bug: { code: status.INTERNAL, http: 500 },
} as const;
export type Kind = keyof typeof KINDS;

/** A refusal on its way between services: the fact by its name, and its figures as texts. */
export type Problem = { readonly kind: Kind; readonly type: string; readonly data: Record<string, unknown> };

/** Carries a problem through `await`; thrown at the edges only, never by deciders. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.type);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** The problem of a rejection, by its context's table. Money and other bigints become decimal texts. */
export function problemOf<Rejection extends { type: string }>(rejection: Rejection, kinds: Record<Rejection['type'], Kind>): Problem {
  const { type, ...data } = rejection;
  return { type, kind: kinds[type as Rejection['type']], data: JSON.parse(JSON.stringify(data, bigintAsText)) as Record<string, unknown> };
}

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

export const notFound = (what: string, id: string): Refused => new Refused({ kind: 'not-found', type: `${what}NotFound`, data: { id } });
/** The item, or a refusal where there is none under this id. */
export function found<Item>(what: string, id: string, item: Item | undefined): Item {
  if (item === undefined) throw notFound(what, id);
  return item;
}

export const invalid = (field: string, rule: string): Refused =>
  new Refused({ kind: 'invalid', type: 'FieldIsInvalid', data: { field, rule } });

export const kindOfCode = (code: number): Kind =>
  (Object.entries(KINDS).find(([, kind]) => kind.code === code)?.[0] as Kind | undefined) ?? 'bug';
