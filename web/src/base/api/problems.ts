import { ApiProblem, problemOf } from '@junkan/client/problem.ts';

export { ApiProblem, problemOf };

const isOneOf = (error: unknown, statuses: readonly number[]): error is ApiProblem =>
  error instanceof ApiProblem && statuses.includes(error.problem.status);

/** Nothing has such an id, whether it might or not; or it is for others. */
export const isNotThere = (error: unknown): boolean =>
  isOneOf(error, [403, 404]) ||
  (isOneOf(error, [400]) && (error.problem.errors ?? []).some(({ pointer }) => pointer.startsWith('#params')));
/** The same question is refused again: another one has to be asked. */
export const isRefused = (error: unknown): boolean => isOneOf(error, [400, 403, 409, 422]);
export const isSignedOut = (error: unknown): boolean => isOneOf(error, [401]);
/** What was decided on has changed since it was read. */
export const isStale = (error: unknown): boolean => isOneOf(error, [412]);
/** Somebody else has saved meanwhile what was to be saved. */
export const isSavedByOthers = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.type === '/problems/section-has-changed';

/** Nothing was sent, because there is no connection. */
export class NoConnection extends Error {
  constructor() {
    super('there is no connection');
  }
}
