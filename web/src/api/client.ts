import type { components, paths } from '@junkan/client/openapi.ts';
import createClient from 'openapi-fetch';
import { ApiProblem, type Problem } from './problems.ts';

export type Schemas = components['schemas'];

type Json<Answer> = { content: { 'application/json': Answer } };
type Path = { readonly [P in keyof paths]: paths[P] extends { get: { responses: { 200: Json<unknown> } } } ? P : never }[keyof paths];
type Got<P extends Path> = paths[P] extends { get: { responses: { 200: Json<infer Answer> } } } ? Answer : never;
type Parameters<P extends Path> = paths[P] extends { get: { parameters: infer Given } } ? Given : never;
type Asked<P extends Path> = {
  readonly query?: Parameters<P> extends { query?: infer Q } ? Q : never;
  readonly signal?: AbortSignal;
} & (Parameters<P> extends {
  path: infer Of;
}
  ? { readonly path: Of }
  : { readonly path?: never });

const client = createClient<paths>({ fetch: (request) => fetch(request) });

type Outcome = { readonly data?: unknown; readonly error?: unknown; readonly response: Response };
// The library's own types lose lists that are not to be written.
const send = client.GET as unknown as (path: string, init: object) => Promise<Outcome>;

/** Asks the API of the site that this page is of; the browser sends its session along. @throws ApiProblem where it is refused. */
export async function get<P extends Path>(path: P, { query, path: of, signal }: Asked<P>): Promise<Got<P>> {
  const { data, error, response } = await send(path, { params: { query, path: of }, ...(signal ? { signal } : {}) });
  if (data !== undefined) return data as Got<P>;
  throw new ApiProblem(response.status, error as Problem | undefined, response.headers.get('x-correlation-id') ?? '');
}
