import { KINDS, type Problem, Refused } from '@junkan/kit/grpc/problem.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { NextFunction, Request, Response } from 'express';
import type { z } from 'zod';

/** One wrong field: where it is in the request, and the rule it breaks. */
type FieldError = { readonly pointer: string; readonly detail: string };

/** RFC 9457. `type` is stable: programs may go by it. */
type ProblemJson = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly facts?: Record<string, unknown>;
  readonly correlationId: string;
};

/** A refusal that the gateway itself makes, with the HTTP status that it means. */
export class BadRequest extends Error {
  readonly status: number;
  readonly type: string;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, type: string, errors: readonly FieldError[] = [], headers: Readonly<Record<string, string>> = {}) {
    super(type);
    this.status = status;
    this.type = type;
    this.errors = errors;
    this.headers = headers;
  }
}

export function badFields(part: string, { issues }: z.ZodError): BadRequest {
  const errors = issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [''];
    return keys.map((key) => ({
      pointer: pointerOf(part, [...issue.path, ...(key === '' ? [] : [key])]),
      detail: key === '' ? issue.message : 'is not a known field',
    }));
  });
  return new BadRequest(400, 'RequestIsMalformed', errors);
}

const pointerOf = (part: string, path: readonly PropertyKey[]): string =>
  part + path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** `BudgetIsNotEnough` as a stable path and as a sentence. */
const kebab = (type: string): string => type.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
const sentence = (type: string): string =>
  kebab(type)
    .replaceAll('-', ' ')
    .replace(/^./, (first) => first.toUpperCase());

/** `part` is where the fields are that services name: in a question's query, in a command's body. */
function jsonOf(error: unknown, correlationId: string, part: string): ProblemJson {
  const base = (status: number, type: string) => ({ type: `/problems/${kebab(type)}`, title: sentence(type), status, correlationId });
  if (error instanceof BadRequest)
    return { ...base(error.status, error.type), ...(error.errors.length > 0 ? { errors: error.errors } : {}) };
  if (error instanceof Refused) return ofRefusal(error.problem, base, part);
  const parsing = error as { type?: string; status?: number; limit?: number };
  if (parsing.type === 'entity.parse.failed')
    return { ...base(400, 'BodyIsNotJson'), errors: [{ pointer: '', detail: 'must be valid JSON' }] };
  if (parsing.type === 'entity.too.large')
    return { ...base(413, 'BodyIsTooLarge'), errors: [{ pointer: '', detail: `must not exceed ${parsing.limit} bytes` }] };
  if (parsing.status && parsing.status >= 400 && parsing.status < 500) return base(parsing.status, 'RequestIsMalformed');
  return base(500, 'SomethingFailed');
}

function ofRefusal(
  { kind, type, data }: Problem,
  base: (status: number, type: string) => Omit<ProblemJson, 'facts'>,
  part: string,
): ProblemJson {
  const shown = base(KINDS[kind].http, type);
  if (type === 'FieldIsInvalid')
    return { ...shown, errors: [{ pointer: part + pointerTo(String(data['field'])), detail: String(data['rule']) }] };
  return Object.keys(data).length > 0 ? { ...shown, facts: data } : shown;
}

/** `milestones[0].months_after_effective`, as services name a field, as a pointer into the request. */
const pointerTo = (field: string): string =>
  `/${field
    .replaceAll(/\[(\d+)\]/g, '/$1')
    .replaceAll('.', '/')
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/** The last handler: whatever went wrong becomes one problem document; what is our fault is logged, never shown. */
export const problems =
  (log: Log) =>
  (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const problem = jsonOf(error, String(response.locals['correlationId'] ?? ''), request.method === 'GET' ? '#query' : '');
    if (problem.status >= 500) log.error({ err: error, correlationId: problem.correlationId }, 'request failed');
    if (error instanceof BadRequest) response.set(error.headers);
    if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
    if (response.headersSent) response.destroy();
    else response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
