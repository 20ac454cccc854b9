import type { components } from './openapi.ts';

/** RFC 9457: `type` is stable, programs may go by it. */
export type Problem = components['schemas']['Problem'];

/** A refusal of the API. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(request: string, problem: Problem) {
    super(`${request}: ${problem.status} ${problem.title} ${JSON.stringify(problem.facts ?? problem.errors ?? {})}`);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** The problem that an answer tells; one of its own making where something on the way answered in the API's place. */
export async function problemIn(request: string, response: Response): Promise<ApiProblem> {
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const made = { type: 'about:blank', title: text.slice(0, 200) || response.statusText, status: response.status, correlationId: '' };
  return new ApiProblem(request, isProblem ? (JSON.parse(text) as Problem) : made);
}
