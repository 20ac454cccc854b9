import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACTS } from '../acts.ts';
import { gatewayForAll } from '../gateway.fixture.ts';

const gateway = gatewayForAll();

type Shape = { $ref?: string; properties?: Record<string, unknown> };
type Answer = { content?: Record<string, { schema: Shape }> };
type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  responses: Record<string, Answer>;
  requestBody?: Answer;
  security?: unknown[];
} & {
  parameters?: { name: string }[];
};
type Document = { paths: Record<string, Record<string, Operation>> };

const served = async (path: string): Promise<Response> => fetch(`http://${gateway().address}${path}`);

test.each(['openapi', 'asyncapi'])('every reader is served the document that set-up has made: %s', async (name) => {
  const response = await served(`/v1/${name}.json`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  const made = readFileSync(new URL(`../../../docs/${name}.json`, import.meta.url), 'utf8');
  expect(`${JSON.stringify(await response.json(), undefined, 2)}\n`).toBe(made);
});

test('every operation has a name of its own, a summary, a tag, an answer and its refusals, and every reference leads somewhere', async () => {
  const document = (await (await served('/v1/openapi.json')).json()) as Document;
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { operationId, summary, tags, responses, security } of operations) {
    expect([operationId, summary, tags.length]).toEqual([expect.stringMatching(/^[a-z]\w+$/i), expect.stringMatching(/./), 1]);
    const needed = security === undefined ? ['400', '401', '403'] : ['400'];
    expect(Object.keys(responses)).toEqual(expect.arrayContaining([expect.stringMatching(/^20[012]$/), ...needed]));
  }
  for (const [, path = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path.split('/').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], document);
    expect([path, found]).toEqual([path, expect.any(Object)]);
  }
});

test('whatever shows items has their names where they are asked for: the clock, the session, the figures of the desk, the searches that a person keeps, the accounts of payments, what an offer would take, a schedule, codes of prints and the fields of open data alone have none', async () => {
  const document = (await (await served('/v1/openapi.json')).json()) as Document & { components: { schemas: Record<string, Shape> } };
  const shapeOf = ({ $ref, ...shape }: Shape): Shape =>
    ($ref ? document.components.schemas[$ref.split('/').at(-1) ?? ''] : undefined) ?? shape;
  const without = Object.values(document.paths).flatMap(({ get }) => {
    const schema = get?.responses['200']?.content?.['application/json']?.schema;
    if (!get || !schema) return [];
    const takes = get.parameters?.some(({ name }) => name === 'with') ?? false;
    expect([get.operationId, takes]).toEqual([get.operationId, 'names' in (shapeOf(schema).properties ?? {})]);
    return takes ? [] : [get.operationId];
  });
  expect(without.toSorted()).toEqual([
    'accountsOfPayments',
    'getClock',
    'getDataFields',
    'getOverview',
    'getSession',
    'listSearches',
    'printAgreement',
    'printLedger',
    'printMilestone',
    'printProgressReport',
    'scheduleOfOffer',
    'takenOfEnvelope',
  ]);
});

/** What is posted and changes nothing that there is, or by anybody. */
const OTHERS = ['sendEnquiry', 'issueToken', 'whatIf', 'attend', 'checkProposals', 'checkPrint'];

test('whatever changes something says who may do it, and nothing else does', async () => {
  const document = (await (await served('/v1/openapi.json')).json()) as Document;
  const changing = Object.values(document.paths).flatMap((item) =>
    Object.entries(item).flatMap(([method, { operationId }]) => (method === 'get' || OTHERS.includes(operationId) ? [] : [operationId])),
  );
  expect(changing.toSorted()).toEqual(Object.keys(ACTS).toSorted());
});

test('the page shows every operation and loads nothing from elsewhere', async () => {
  const document = (await (await served('/v1/openapi.json')).json()) as Document;
  const response = await served('/docs');
  const page = await response.text();
  expect([response.status, response.headers.get('content-security-policy')]).toEqual([
    200,
    "default-src 'none'; style-src 'unsafe-inline'",
  ]);
  for (const item of Object.values(document.paths))
    for (const { operationId } of Object.values(item)) expect(page).toContain(`<details id="${operationId}">`);
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
});
