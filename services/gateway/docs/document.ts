import { ownOf } from '@junkan/kit/pure/names.ts';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { ACTS, whoMay } from '../acts.ts';
import { liveEvent, liveWork } from '../answers/live.ts';
import { problem, problemFacts } from '../answers/problem.ts';
import type { Described } from '../http/describe.ts';
import { BEHIND, POSITION } from '../http/positions.ts';
import { ifMatch, keyShape, lastEventId, nothing, positionShape } from '../http/schemas.ts';
import { SESSION_COOKIE } from '../sign-in/cookies.ts';
import { exampleOf, type Schemas } from './example.ts';
import { TAGS } from './tags.ts';

export type ApiDocument = ReturnType<typeof createDocument>;

const REFUSALS = {
  '400': ['Malformed', 'Malformed: JSON, the shape of a field, an unknown field, a header'],
  '401': ['NoToken', 'No valid token'],
  '403': ['Forbidden', 'The role, the organisation or the separation of duties forbids it'],
  '404': ['NotFound', 'There is no such item'],
  '409': ['Conflict', 'The state does not allow it; where it will in a moment, Retry-After says when to ask again'],
  '412': ['Stale', 'The version is not the one insisted on'],
  '413': ['TooLarge', 'The body is too large'],
  '415': ['NotJson', 'The body is not JSON in UTF-8'],
  '422': ['AgainstARule', 'Well-formed but against a rule; or the key was used for another request'],
  '428': ['NoPrecondition', 'No If-Match; this change needs one'],
  '429': ['TooMany', 'More requests than one person may send; Retry-After says when to go on'],
  '503': ['Unavailable', 'A part does not answer, or too many wait for a list; repeat, a command with the same key'],
  '504': ['Late', 'A part does not answer in time; repeat, a command with the same key'],
} as const;
/** Refusals that say with Retry-After when the same request may be sent again. */
const COMES_BACK = new Set<string>(['Conflict', 'TooMany', 'Unavailable']);
const RETRY = { 'Retry-After': { description: 'In seconds.', schema: { type: 'integer' } } } as const;

type Refusal = keyof typeof REFUSALS;

/** What anything with a body may be refused for besides. */
const WITH_BODY: readonly Refusal[] = ['413', '415'];
const QUERY: readonly Refusal[] = ['400', '401', '403', '404', '422', '429', '503', '504'];
const REFUSED: Record<Described['kind'], readonly Refusal[]> = {
  open: ['400', '413'],
  public: ['400', '404', '429', '503', '504'],
  feed: ['400', '404', '429', '503', '504'],
  letter: ['400', ...WITH_BODY, '422', '429', '503', '504'],
  check: ['400', '404', '422', '429', '503', '504'],
  query: QUERY,
  question: [...QUERY, ...WITH_BODY],
  download: QUERY,
  upload: QUERY,
  stream: QUERY,
  command: [...QUERY, ...WITH_BODY, '409', '412'],
};

const WITHOUT_SIGN_IN: readonly Described['kind'][] = ['open', 'public', 'feed', 'check', 'letter'];
const isRead = (kind: Described['kind']): boolean => kind === 'query' || kind === 'question';

const LACKING =
  'How many recorded events the lists lack from which this is answered, as counted within the last seconds. Absent where they lack none.';
const POSITIONED = 'How far the lists go from which this is answered, where it is. Opaque: send it with the next request.';

const problemContent = { 'application/problem+json': { schema: problem } };
const JSON_TYPE = 'application/json';
const EVENT_STREAM = {
  'text/event-stream': {
    schema: {
      type: 'string',
      description: 'Server-sent events: `event` is the type of an event, `data` a LiveEvent as JSON, `id` the cursor to resume with.',
      contentMediaType: 'text/event-stream',
      contentSchema: { anyOf: [{ $ref: '#/components/schemas/LiveEvent' }, { $ref: '#/components/schemas/LiveWork' }] },
    },
  },
} as const;
const CALENDAR = {
  'text/calendar': { schema: { type: 'string', description: 'RFC 5545: days of the city, in the language of the address.' } },
} as const;
const ANY_BYTES = { '*/*': { schema: { type: 'string', format: 'binary' } } } as const;

/** The OpenAPI document of these routes, from the very shapes that check their requests. */
export function apiDocument(described: readonly Described[]): ApiDocument {
  const paths: Record<string, Partial<Record<Described['method'], ZodOpenApiOperationObject>>> = {};
  for (const route of described) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Junkan',
      version: '1',
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
      description:
        'Matches circular-economy projects of cities with sponsors, and follows the money. Every refusal is a problem document (RFC 9457), whose types are explained at /problems.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...new Set(described.map(({ tag }) => tag))].map((name) => ({ name, description: TAGS[name] ?? '' })),
    paths,
    components: {
      schemas: { LiveEvent: liveEvent, LiveWork: liveWork, ProblemFacts: problemFacts },
      headers: {
        [POSITION]: { description: POSITIONED, schema: { type: 'string' } },
        [BEHIND]: { description: LACKING, schema: { type: 'integer', minimum: 1 } },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description:
            'Of a browser in which somebody has signed in at /auth/login. Whatever changes anything must come from a page of this site.',
        },
      },
      responses: Object.fromEntries(
        Object.values(REFUSALS).map(([name, description]) => [
          name,
          { description, content: problemContent, ...(COMES_BACK.has(name) ? { headers: RETRY } : {}) },
        ]),
      ),
    },
  });
  addExamples(document);
  return document;
}

/** An example of each body, from what the body must be. */
function addExamples({ paths = {}, components }: ApiDocument): void {
  const schemas = (components?.schemas ?? {}) as Schemas;
  for (const { post, put } of Object.values(paths))
    for (const operation of [post, put]) {
      const body = operation?.requestBody;
      const content = body && 'content' in body ? body.content[JSON_TYPE] : undefined;
      if (content && 'schema' in content && content.schema) content.example = exampleOf(content.schema as Schemas[string], schemas);
    }
}

function operation(route: Described): ZodOpenApiOperationObject {
  const { about, tag, kind, params, query } = route;
  const body = requestBody(route);
  return {
    operationId: about.name,
    summary: about.summary,
    ...whoOf(about.name),
    tags: [tag],
    ...(WITHOUT_SIGN_IN.includes(kind) ? { security: [] } : {}),
    requestParams: {
      ...(params ? { path: asObject(params) } : {}),
      ...(query ? { query: asObject(query) } : {}),
      ...(kind === 'command' ? { header: commandHeaders(route) } : {}),
      ...(isRead(kind) ? { header: nothing.extend({ [POSITION]: positionShape.optional() }) } : {}),
      ...(kind === 'stream' ? { header: nothing.extend({ 'Last-Event-ID': lastEventId }) } : {}),
    },
    ...(body ? { requestBody: body } : {}),
    responses: responses(route),
  };
}

/** The roles of which one is needed, for people and for programs; what it does to its matter; what the number in its path counts. */
function whoOf(operation: string): Pick<ZodOpenApiOperationObject, 'description' | `x-${string}`> {
  const description = whoMay(operation);
  const { roles, tone, parts = {} } = ownOf(ACTS, operation) ?? {};
  const { number } = parts;
  return description
    ? {
        description,
        'x-roles': roles,
        ...(tone ? { 'x-tone': tone } : {}),
        ...(number && number !== 'number' ? { 'x-counts': number } : {}),
      }
    : {};
}

/** Path and query are objects of their parameters, by how routes are made. */
const asObject = (shape: z.ZodType): z.ZodObject => shape as z.ZodObject;

const commandHeaders = ({ requiresIfMatch }: Described) =>
  nothing.extend({ 'Idempotency-Key': keyShape, 'If-Match': requiresIfMatch ? ifMatch : ifMatch.optional() });

/** A body of which nothing must be said may be left out. */
function requestBody({ kind, body }: Described): ZodOpenApiOperationObject['requestBody'] {
  if (kind === 'upload') return { required: true, content: ANY_BYTES };
  return body ? { required: !body.safeParse({}).success, content: { [JSON_TYPE]: { schema: body } } } : undefined;
}

function contentOf(kind: Described['kind'], answer: z.ZodType | undefined) {
  if (kind === 'stream') return EVENT_STREAM;
  if (kind === 'feed') return CALENDAR;
  return answer ? { [JSON_TYPE]: { schema: answer } } : ANY_BYTES;
}

function responses({ kind, about, body, creates, requiresIfMatch, mayWait }: Described): ZodOpenApiResponsesObject {
  const has = (field: string): boolean => about.answers instanceof z.ZodObject && field in about.answers.shape;
  const etag = { description: 'The version of the item.', schema: { type: 'string' } } as const;
  const copyTag = {
    description: 'Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same.',
    schema: { type: 'string' },
  } as const;
  const cached = { description: 'For how long a copy may be kept and given to others.', schema: { type: 'string' } } as const;
  const location = { description: 'Where the new item is.', schema: { type: 'string' } } as const;
  const link = { description: 'RFC 8288: the next page (`rel="next"`), where one follows.', schema: { type: 'string' } } as const;
  const position = { $ref: `#/components/headers/${POSITION}` } as const;
  const behind = { $ref: `#/components/headers/${BEHIND}` } as const;
  const content = contentOf(kind, about.answers);
  const headers = {
    ...(kind === 'public' ? { ETag: copyTag, 'Cache-Control': cached } : {}),
    ...(kind === 'feed' ? { ETag: copyTag } : {}),
    ...(kind !== 'public' && (has('version') || kind === 'download') ? { ETag: etag } : {}),
    ...(has('nextCursor') ? { Link: link } : {}),
    ...(isRead(kind) ? { [POSITION]: position, [BEHIND]: behind } : {}),
    ...(creates ? { Location: location } : {}),
  };
  const refused = [...REFUSED[kind], ...(kind === 'check' && body ? WITH_BODY : []), ...(requiresIfMatch ? (['428'] as const) : [])]
    .toSorted()
    .map((status) => [status, { $ref: `#/components/responses/${REFUSALS[status][0]}` }]);
  const answered = { description: about.summary, headers, content };
  const usual = kind === 'letter' ? '202' : creates ? '201' : '200';
  return { [usual]: answered, ...(mayWait ? { '202': answered } : {}), ...Object.fromEntries(refused) };
}
