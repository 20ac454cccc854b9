import { expect, expectTypeOf, test } from 'vitest';
import { type Client, connect } from './client.ts';
import type { Schemas } from './operations.ts';
import { ApiProblem } from './problem.ts';

type Answering = (request: Request, attempt: number) => Response | Promise<Response>;

const json = (body: object, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  });
const problem = (status: number, type: string, headers: Record<string, string> = {}): Response =>
  json({ type: `/problems/${type}`, title: type, status, correlationId: 'req_1' }, status, headers);

/** A client of a server that answers so, with all that it was asked. */
function client(answer: Answering): { api: Client; asked: Request[] } {
  const asked: Request[] = [];
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    asked.push((input as Request).clone());
    return answer(input as Request, asked.length);
  };
  return { api: connect({ address: 'http://api.test', token: () => `token-${asked.length}`, fetch, attempts: 3 }), asked };
}

const outcome = { id: 'prj_1', version: 1, status: 'submitted' };
const keysOf = (asked: readonly Request[]) => asked.map(({ headers }) => headers.get('idempotency-key'));

test('a command carries a token, a key of its own, the chain and the version that it insists on', async () => {
  const { api, asked } = client(() => json(outcome));
  expect(await api.operations.submitProject({ id: 'prj_1' }, {}, { version: 3, correlationId: 'chain' })).toEqual(outcome);
  await api.operations.submitProject({ id: 'prj_1' });
  const [first, second] = asked;
  expect([first?.url, first?.method, await first?.text()]).toEqual(['http://api.test/v1/projects/prj_1/submission', 'POST', '{}']);
  expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
    authorization: 'Bearer token-0',
    'content-type': 'application/json',
    'if-match': '"3"',
    'x-correlation-id': 'chain',
  });
  expect(second?.headers.get('if-match')).toBeNull();
  const keys = keysOf(asked);
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  expect(keys[0]).not.toBe(keys[1]);
});

test.each([
  ['the same command is still under way', () => problem(409, 'request-is-in-flight', { 'retry-after': '0' })],
  ['the pace is too fast', () => problem(429, 'requests-are-too-many', { 'retry-after': '0' })],
  ['a part does not answer', () => problem(503, 'unavailable', { 'retry-after': '0' })],
  ['there is no answer at all', () => Promise.reject(new TypeError('fetch failed'))],
])('where %s, it is sent again with the same key and body', async (_, refuse) => {
  const { api, asked } = client((_request, attempt) => (attempt < 3 ? refuse() : json(outcome)));
  await api.operations.refusePayment({ id: 'agr_1', payment: 'pay_1' }, { note: 'Which account?' });
  expect(new Set(keysOf(asked)).size).toBe(1);
  expect(await Promise.all(asked.map((request) => request.text()))).toEqual(new Array(3).fill('{"note":"Which account?"}'));
});

test('who is to wait for more than a minute is told so at once', async () => {
  const { api, asked } = client(() => problem(429, 'too-many-requests', { 'retry-after': '3476' }));
  await expect(api.operations.getProject({ id: 'prj_1' })).rejects.toMatchObject({ problem: { status: 429 } });
  expect(asked).toHaveLength(1);
});

test('it waits as long as the server asks for', async () => {
  const { api } = client((_request, attempt) =>
    attempt === 1 ? problem(429, 'requests-are-too-many', { 'retry-after': '1' }) : json(outcome),
  );
  const began = performance.now();
  await api.operations.submitProject({ id: 'prj_1' });
  expect(performance.now() - began).toBeGreaterThan(950);
});

test('a refusal that does not pass is thrown at once, as the problem that it is', async () => {
  const { api, asked } = client(() => problem(409, 'project-is-not-open'));
  const refused = await api.operations.openProject({ id: 'prj_1' }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiProblem);
  expect((refused as ApiProblem).problem).toMatchObject({ type: '/problems/project-is-not-open', status: 409 });
  expect(asked.length).toBe(1);
});

test('a refusal that never passes is returned in the end, and so is an answer that is not the API’s', async () => {
  const { api, asked } = client(() => problem(503, 'unavailable', { 'retry-after': '0' }));
  await expect(api.operations.getClock()).rejects.toMatchObject({ problem: { status: 503 } });
  expect(asked.length).toBe(3);
  const other = client(() => new Response('<h1>Not here</h1>', { status: 404, statusText: 'Not Found' }));
  await expect(other.api.operations.getClock()).rejects.toMatchObject({
    problem: { type: 'about:blank', status: 404, title: 'Not Found' },
  });
});

test('a list is gone through page by page, only as far as its items are taken', async () => {
  const pages: Record<string, object> = {
    '': { sponsors: [{ id: 'spo_1' }, { id: 'spo_2' }], nextCursor: 'a=b', total: { count: 3, more: false }, counts: {} },
    'a=b': { sponsors: [{ id: 'spo_3' }], nextCursor: 'c' },
    c: { sponsors: [] },
  };
  const { api, asked } = client(({ url }) => json(pages[new URL(url).searchParams.get('cursor') ?? ''] ?? {}));
  expect((await Array.fromAsync(api.each('listSponsors'))).map(({ id }) => id)).toEqual(['spo_1', 'spo_2', 'spo_3']);
  expect(asked.length).toBe(3);
  for await (const { id } of api.each('listSponsors')) if (id === 'spo_1') break;
  expect(asked.length).toBe(4);
});

const frame = (id: string, event: object): string => `event:X\nid:${id}\ndata:${JSON.stringify(event)}\n\n`;

test('live updates go on where they broke, each event once', async () => {
  const bodies = [`retry:1\nid:c0\n\n${frame('c1', { id: 'a' })}${frame('c2', { id: 'b' })}id:c5\n\n`, frame('c6', { id: 'c' })];
  const { api, asked } = client((_request, attempt) => {
    const body = bodies[attempt - 1];
    return body === undefined
      ? problem(400, 'cursor-is-not-known')
      : new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  });
  const heard: string[] = [];
  const listening = (async () => {
    for await (const { cursor, event } of api.listen({ project: 'prj_1' })) heard.push(`${cursor} ${event.id}`);
  })();
  await expect(listening).rejects.toMatchObject({ problem: { type: '/problems/cursor-is-not-known' } });
  expect(heard).toEqual(['c1 a', 'c2 b', 'c6 c']);
  expect(asked.map(({ headers }) => headers.get('last-event-id'))).toEqual([null, 'c5', 'c6']);
  expect(asked[0]?.url).toBe('http://api.test/v1/events?project=prj_1');
});

test('live updates are an operation like the others, which ends with its signal', async () => {
  const leaving = new AbortController();
  const { api } = client(
    () => new Response(`retry:1\n\n${frame('c1', { id: 'a' })}`, { headers: { 'content-type': 'text/event-stream' } }),
  );
  const heard: string[] = [];
  const opened: string[] = [];
  for await (const { event } of api.operations.listen({ signal: leaving.signal, onOpen: () => opened.push('open') })) {
    expectTypeOf(event).toEqualTypeOf<Schemas['LiveEvent']>();
    if (heard.push(event.id) === 2) leaving.abort();
  }
  expect([heard, opened]).toEqual([
    ['a', 'a'],
    ['open', 'open'],
  ]);
});

test('the number of items that wait for the caller comes with the events, where it is asked for', async () => {
  const body = `retry:1\nevent:work\nid:c0\ndata:{"counts":{"screening":2}}\n\n${frame('c1', { id: 'a' })}event:work\nid:c1\ndata:{"counts":{}}\n\n`;
  const { api, asked } = client((_request, attempt) =>
    attempt > 1 ? problem(400, 'cursor-is-not-known') : new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
  );
  const [heard, counts]: [string[], unknown[]] = [[], []];
  const listening = (async () => {
    for await (const { event } of api.listen({ onWork: (each) => counts.push(each) })) heard.push(event.id);
  })();
  await expect(listening).rejects.toMatchObject({ problem: { type: '/problems/cursor-is-not-known' } });
  expect([heard, counts]).toEqual([['a'], [{ screening: 2 }, {}]]);
  expect(asked[0]?.url).toBe('http://api.test/v1/events?work=true');
});

test('operations, parameters, bodies and answers are those of the API, or do not compile', () => {
  const { api } = client(() => json(outcome));
  const { operations } = api;
  const id: string = 'prj_1';
  const neverRun = [
    // @ts-expect-error there is no such operation
    () => operations.getProjects(),
    // @ts-expect-error an upload takes no JSON
    () => operations.uploadEvidence({}),
    // @ts-expect-error a single item is no list
    () => api.each('getProject', { id }),
    // @ts-expect-error which project?
    () => operations.getProject(),
    // @ts-expect-error the note is missing
    () => operations.provideInformation({ id }),
    // @ts-expect-error an unknown field
    () => operations.provideInformation({ id }, { note: 'Twelve.', colour: 'red' }),
    // @ts-expect-error an optional field misspelt
    () => operations.proposeClosure({ id }, { notes: 'Done.' }),
    // @ts-expect-error money is a decimal text with its currency
    () => operations.openEnvelope({ id }, { total: 5 }),
    // @ts-expect-error it takes no body
    () => operations.submitProject({ id }, { note: 'Here.' }),
    // @ts-expect-error an unknown filter
    () => operations.listProjects({ colour: 'red' }),
    // @ts-expect-error An offer needs its amount.
    () => operations.proposeOffer({ id }, { mandate: 'man_1', envelope: 'env_1' }),
  ];
  expect(neverRun.length).toBe(11);
  expectTypeOf(operations.getProject).returns.resolves.toEqualTypeOf<Schemas['Project']>();
  expectTypeOf(api.each<'listProjects'>).returns.toEqualTypeOf<AsyncGenerator<Schemas['Project'], void>>();
});

test('an operation by its name puts its parameters where they belong, and sends its body with a key', async () => {
  const { api, asked } = client(() => json(outcome));
  await api.operations.getTimeline({ id: 'prj_1/..', limit: 5 });
  await api.operations.acceptOffer({ id: 'fnd_1', offer: 'off_1' }, { terms: 2 }, { version: 7, key: 'mine' });
  const [read, sent] = asked;
  expect(read?.url).toBe('http://api.test/v1/projects/prj_1%2F../timeline?limit=5');
  expect([sent?.method, sent?.url]).toEqual(['POST', 'http://api.test/v1/fundings/fnd_1/offers/off_1/acceptance']);
  expect([await sent?.text(), sent?.headers.get('if-match'), keysOf(asked)[1]]).toEqual(['{"terms":2}', '"7"', 'mine']);
  await expect(async () => api.operations.getProject({} as { id: string })).rejects.toThrow('getProject needs id');
});

test('what is asked for next is never older than what was seen, also of answers that came at once', async () => {
  const answers = new Map([
    ['/v1/projects', 'a1'],
    ['/v1/sponsors', 'b2'],
    ['/v1/mandates', 'c3,d4'],
    ['/v1/clock', null],
  ]);
  const { api, asked } = client(({ url }) => {
    const position = answers.get(new URL(url).pathname) ?? null;
    return json({}, 200, position === null ? {} : { 'junkan-position': position });
  });
  await Promise.all([api.operations.listProjects(), api.operations.listSponsors()]);
  await api.operations.getClock();
  await api.operations.submitProject({ id: 'prj_1' });
  await api.operations.listMandates();
  await api.operations.getClock();
  const positions = asked.map(({ headers }) => headers.get('junkan-position'));
  expect(positions).toEqual([null, null, 'a1,b2', null, 'a1,b2', 'c3,d4']);
});
