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
  const unread = unreadable(error);
  if (unread) return { ...base(unread.status, unread.type), errors: [unread.error] };
  return base(500, 'SomethingFailed');
}

type Unread = { readonly status: number; readonly type: string; readonly error: FieldError };

/** What the reading of a body or a path has met, in words of the request; nothing for what is our own fault. */
function unreadable(error: unknown): Unread | undefined {
  const { type, status = 500, limit } = error as { type?: string; status?: number; limit?: number };
  const unread = (as: string, pointer: string, detail: string): Unread => ({ status, type: as, error: { pointer, detail } });
  if (error instanceof URIError) return { ...unread('RequestIsMalformed', '#params', 'must be percent-encoded UTF-8'), status: 400 };
  switch (type) {
    case 'entity.too.large':
      return unread('BodyIsTooLarge', '', `must not exceed ${limit} bytes`);
    case 'charset.unsupported':
      return unread('MediaTypeIsNotJson', '#header/Content-Type', 'must be application/json in UTF-8');
    case 'encoding.unsupported':
      return unread('ContentEncodingIsNotKnown', '#header/Content-Encoding', 'must be gzip, deflate, br or none');
    default:
      return status >= 400 && status < 500 ? unread('BodyIsNotJson', '', 'must be valid JSON') : undefined;
  }
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

const RETRY_AFTER_S = '1';

const hasGone = (request: Request, response: Response): boolean => response.closed || (request.destroyed && !request.complete);

/** The last handler: whatever went wrong becomes one problem document; what is our fault is logged, never shown. */
export const problems =
  (log: Log) =>
  (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const problem = jsonOf(error, String(response.locals['correlationId'] ?? ''), request.method === 'GET' ? '#query' : '');
    const { correlationId } = problem;
    // Whatever failed then failed because nobody takes it any more.
    if (hasGone(request, response)) log.warn({ correlationId, because: problem.title }, 'the client broke off');
    else if (problem.status >= 500) log.error({ err: error, correlationId }, 'request failed');
    if (problem.status === 503) response.set('Retry-After', RETRY_AFTER_S);
    if (error instanceof BadRequest) response.set(error.headers);
    if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
    if (response.headersSent) response.destroy();
    else response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
