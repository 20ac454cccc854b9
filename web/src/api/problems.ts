import type { components } from '@junkan/client/openapi.ts';

export type Problem = components['schemas']['Problem'];

/** What the API refused, in its words. `reference` names the request to support. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;
  readonly reference: string;
  constructor(status: number, problem: Problem | undefined, reference: string) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
    this.reference = reference;
  }
}

const isOneOf = (error: unknown, statuses: readonly number[]): error is ApiProblem =>
  error instanceof ApiProblem && statuses.includes(error.status);

/** Whether the same question may have an answer a little later. */
export const isWorthAsking = (error: unknown): boolean => !(error instanceof ApiProblem) || isOneOf(error, [429, 503, 504]);
/** Nothing has such an id, whether it might or not. */
export const isNotThere = (error: unknown): boolean =>
  isOneOf(error, [404]) || (isOneOf(error, [400]) && (error.problem?.errors ?? []).some(({ pointer }) => pointer.startsWith('#params')));
/** The same question is refused again: another one has to be asked. */
export const isRefused = (error: unknown): boolean => isOneOf(error, [400, 403, 409, 422]);
export const isSignedOut = (error: unknown): boolean => isOneOf(error, [401]);
