import type { Schemas } from './operations.ts';

/** RFC 9457: `type` is stable, programs may go by it. */
export type Problem = Schemas['Problem'];

/** A refusal of the API. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(request: string, problem: Problem) {
    super(`${request}: ${problem.status} ${problem.title}: ${problem.detail}`);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

const ON_THE_WAY = 'Something between here and the API answered in its place.';

/** The problem in an error answer; one made here if something on the way answered in the API's place. */
export function problemOf(request: string, { status, statusText }: Response, body: unknown): ApiProblem {
  const isProblem = typeof body === 'object' && body !== null && 'type' in body && 'status' in body;
  return new ApiProblem(
    request,
    isProblem ? (body as Problem) : { type: 'about:blank', title: statusText, status, detail: ON_THE_WAY, correlationId: '' },
  );
}
