import type { Log } from '@junkan/kit/log.ts';
import { KINDS, type Problem, ProblemError } from '@junkan/kit/problem.ts';
import type { Language } from '@junkan/words/languages.ts';
import type { NextFunction, Request, Response } from 'express';
import type { z } from 'zod';
import { CATALOGUE, pathOf } from '../problems/catalogue.ts';
import type { GatewayProblem } from '../problems/gateway.ts';
import { type FieldError, pointerOf, pointerTo } from '../problems/pointer.ts';
import { readersLanguage, saysLanguage } from '../words/language.ts';
import { saidOf } from '../words/problems.ts';
import { plain } from './plain.ts';

/** RFC 9457. `type` is stable, and a page of the catalogue: programs may go by it. */
type ProblemJson = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly facts?: Record<string, unknown>;
  readonly correlationId: string;
};

/** A refusal that the gateway itself makes, with the HTTP status that it means. Its type is in problems/gateway.ts. */
export class BadRequest extends Error {
  readonly status: number;
  readonly type: GatewayProblem;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, type: GatewayProblem, errors: readonly FieldError[] = [], headers: Readonly<Record<string, string>> = {}) {
    super(type);
    this.status = status;
    this.type = type;
    this.errors = errors;
    this.headers = headers;
  }
}

/** Reads a part of the request. @throws BadRequest that names every field at fault, with its rule in plain words. */
export function readPart<Shape extends z.ZodType>(part: string, shape: Shape, value: unknown): z.output<Shape> {
  const read = shape.safeParse(value, { error: plain });
  if (!read.success) throw badFields(part, read.error);
  return read.data;
}

function badFields(part: string, { issues }: z.ZodError): BadRequest {
  return new BadRequest(
    400,
    'RequestIsMalformed',
    issues.flatMap((issue) => faultsOf(part, [], issue)),
  );
}

/** Where a value breaks its shape. */
export function faultsOf(part: string, above: readonly PropertyKey[], issue: z.core.$ZodIssue): FieldError[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointerOf(part, [...path, key]), detail: 'is not a known field' }));
  // Of a field that may also be left empty, the first form is the one that was meant.
  const [meant] = issue.code === 'invalid_union' ? issue.errors : [];
  if (meant && meant.length > 0) return meant.flatMap((inner) => faultsOf(part, path, inner));
  return [{ pointer: pointerOf(part, path), detail: issue.message }];
}

/** The request that a problem is about: in which part are the fields that services name, what its body is, and the language of the caller. */
type About = { readonly correlationId: string; readonly part: string; readonly body: unknown; readonly language: Language };
type Documented = { readonly problem: ProblemJson; readonly language: Language; readonly headers: Readonly<Record<string, string>> };

function documentOf(error: unknown, about: About): Promise<Documented> {
  if (error instanceof BadRequest) return written(error.type, error.status, { ...about, errors: error.errors, headers: error.headers });
  if (error instanceof ProblemError) return ofRefusal(error.problem, about);
  const unread = unreadable(error);
  if (unread) return written(unread.type, unread.status, { ...about, errors: [unread.error] });
  return written('SomethingFailed', 500, about);
}

type Unread = { readonly status: number; readonly type: GatewayProblem; readonly error: FieldError };

/** What the reading of a body or a path has met, in words of the request; nothing for what is our own fault. */
function unreadable(error: unknown): Unread | undefined {
  const { type, status = 500, limit } = error as { type?: string; status?: number; limit?: number };
  const unread = (as: GatewayProblem, pointer: string, detail: string): Unread => ({ status, type: as, error: { pointer, detail } });
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

function ofRefusal({ kind, type, data }: Problem, about: About): Promise<Documented> {
  const status = KINDS[kind].http;
  const { field, rule, ...facts } = data;
  if (typeof field !== 'string' || typeof rule !== 'string') return written(type, status, { ...about, facts: data });
  return written(type, status, { ...about, facts, errors: [{ pointer: about.part + pointerTo(field), detail: rule }] });
}

type Known = About & {
  readonly facts?: Record<string, unknown>;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
};

/** The document in the words of the catalogue. */
async function written(type: string, status: number, known: Known): Promise<Documented> {
  const { correlationId, body, language: wanted, facts = {}, errors = [], headers = {} } = known;
  const { language, title, detail, isSo } = await saidOf(type, facts, wanted);
  const answer = CATALOGUE[type]?.answerOf(facts, body, isSo) ?? { errors: [], facts, retryAfter: undefined };
  const all = errors.length > 0 ? errors : answer.errors;
  const [first, ...others] = errors;
  const isOfField = (type === 'RequestIsMalformed' || type === 'FieldIsInvalid') && first && others.length === 0;
  const problem = {
    type: pathOf(type),
    title,
    status,
    detail: isOfField ? sentenceOf(first) : detail,
    ...(all.length > 0 ? { errors: all } : {}),
    ...(Object.keys(answer.facts).length > 0 ? { facts: answer.facts } : {}),
    correlationId,
  };
  const after = answer.retryAfter === undefined ? {} : { 'Retry-After': String(answer.retryAfter) };
  return { problem, language, headers: { ...after, ...headers } };
}

/** "The field /amount must be text." */
const sentenceOf = ({ pointer, detail }: FieldError): string => `${nameOf(pointer)} ${detail}.`;

function nameOf(pointer: string): string {
  const [, part = '', path = ''] = /^(#\w+)?(.*)$/.exec(pointer) ?? [];
  if (pointer === '') return 'The body';
  if (part === '#query') return `The parameter ${path.slice(1)}`;
  if (part === '#header') return `The header ${path.slice(1)}`;
  if (part === '#params') return `The part ${path.slice(1)} of the path`;
  return `The field ${path}`;
}

const RETRY_AFTER_S = '1';

const hasGone = (request: Request, response: Response): boolean => response.closed || (request.destroyed && !request.complete);

/** The last handler: every error becomes one problem document; internal errors are logged, never shown. */
export const problems =
  (log: Log) =>
  async (error: unknown, request: Request, response: Response, _next: NextFunction): Promise<void> => {
    const { problem, language, headers } = await documentOf(error, {
      correlationId: String(response.locals['correlationId'] ?? ''),
      part: request.method === 'GET' ? '#query' : '',
      body: request.body,
      language: readersLanguage(request),
    });
    const { correlationId } = problem;
    // An error after the caller has left needs no answer.
    if (hasGone(request, response)) log.warn({ correlationId, because: problem.title }, 'the client broke off');
    else if (problem.status >= 500) log.error({ err: error, correlationId }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    saysLanguage(response, language);
    response.set({ ...(problem.status === 503 ? { 'Retry-After': RETRY_AFTER_S } : {}), ...headers });
    if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
