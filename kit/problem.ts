import { status } from '@grpc/grpc-js';
import { isCurrency, moneyText } from './money-text.ts';

/**
 * Kinds of refusal, in one total table: a context maps each of its rejections to a kind, and the kind gives the gRPC
 * status here and the HTTP status at the gateway.
 */
export const KINDS = {
  /** The request itself is wrong, whatever the state: names the field and its rule. */
  invalid: { code: status.INVALID_ARGUMENT, http: 422 },
  /** What no client sends that goes by the description. */
  malformed: { code: status.INVALID_ARGUMENT, http: 400 },
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
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Whether another program answered with it. */
  isReceived = false;
  /** Whether another replica of that program may answer otherwise. */
  isForAnother = false;
  constructor(problem: Problem) {
    super(problem.type);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem of a rejection, by its context's table, with its amounts as money. */
export function problemOf<Rejection extends { type: string }>(rejection: Rejection, kinds: Record<Rejection['type'], Kind>): Problem {
  const { type, ...data } = rejection;
  return { type, kind: kinds[type as Rejection['type']], data: factsOnWire(data) as Record<string, unknown> };
}

/**
 * Facts as they are sent: amounts of minor units become money, `{"amount":"1250000.00","currency":"IDR"}`, in the currency given in the
 * same object, which is then omitted. Other whole numbers of any length become strings.
 */
function factsOnWire(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { currency } = facts;
  const hasAmounts = typeof currency === 'string' && Object.values(facts).some((fact) => typeof fact === 'bigint');
  const others = Object.entries(facts).filter(([name]) => !(hasAmounts && name === 'currency'));
  return Object.fromEntries(
    others.map(([name, fact]) => [name, hasAmounts && typeof fact === 'bigint' ? asMoney(fact, currency) : factOnWire(fact)]),
  );
}

function factOnWire(fact: unknown): unknown {
  if (typeof fact === 'bigint') return fact.toString();
  if (Array.isArray(fact)) return fact.map(factOnWire);
  if (typeof fact !== 'object' || fact === null) return fact;
  const { amount, currency, ...rest } = fact as { amount?: unknown; currency?: unknown };
  const isMoney = typeof amount === 'bigint' && typeof currency === 'string' && Object.keys(rest).length === 0;
  return isMoney ? asMoney(amount, currency) : factsOnWire(fact as Record<string, unknown>);
}

/** Without a known currency the number of decimal places is unknown. */
const asMoney = (amount: bigint, currency: string) =>
  isCurrency(currency) ? moneyText({ amount, currency }) : { amount: amount.toString(), currency };

export const notFound = (what: string, id: string): ProblemError =>
  new ProblemError({ kind: 'not-found', type: `${what}NotFound`, data: { id } });
/** The item, or a refusal where there is none under this id. */
export function found<Item>(what: string, id: string, item: Item | undefined): Item {
  if (item === undefined) throw notFound(what, id);
  return item;
}

export const invalid = (field: string, rule: string): ProblemError =>
  new ProblemError({ kind: 'invalid', type: 'FieldIsInvalid', data: { field, rule } });

export const kindOfCode = (code: number): Kind =>
  (Object.entries(KINDS).find(([, kind]) => kind.code === code)?.[0] as Kind | undefined) ?? 'bug';
