import { afterAll, beforeAll, expect, test } from 'vitest';
import { service, startGateway } from '../gateway.fixture.ts';
import { BY_PATH } from './catalogue.ts';

let rest: Awaited<ReturnType<typeof service>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;

beforeAll(async () => {
  rest = await service();
  gateway = await startGateway({ rest: rest.address });
});
afterAll(async () => {
  await gateway.close();
  await rest.close();
});

const asked = (path: string, accept: string): Promise<Response> => fetch(`http://${gateway.address}${path}`, { headers: { accept } });

test('the type of a refusal is the address of a page, and of the same as JSON, that need no token', async () => {
  const { type } = (await (await asked('/v1/nowhere', '*/*')).json()) as { type: string };
  const page = await asked(type, 'text/html,*/*');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('<h1>There is no such route</h1>');
  expect(await (await asked(type, 'application/json')).json()).toMatchObject({ type, title: 'There is no such route', statuses: [404] });
});

test('a type is told with when it happens, what to do, the shape of its facts and an example of the document', async () => {
  expect(await (await asked('/problems/amount-exceeds-the-gap', 'application/json')).json()).toMatchObject({
    title: 'The amount exceeds what is still open',
    statuses: [409],
    when: 'USD 30000000.00 is more than the USD 10000000.00 of the target that are still open.',
    remedy: 'Agree on an amount within the gap.',
    facts: { type: 'object', required: ['amount'] },
    example: {
      type: '/problems/amount-exceeds-the-gap',
      status: 409,
      errors: [{ pointer: '/amount/amount' }],
      facts: { gap: { amount: '10000000.00', currency: 'USD' }, amount: { amount: '30000000.00', currency: 'USD' } },
    },
  });
});

test('the list leads to every type, and a type that there is not is a refusal', async () => {
  const list = await (await asked('/problems', 'text/html')).text();
  const { problems } = (await (await asked('/problems', 'application/json')).json()) as { problems: { type: string }[] };
  expect(problems.map(({ type }) => type).sort()).toEqual([...BY_PATH.keys()].sort());
  for (const path of BY_PATH.keys()) {
    expect(list).toContain(`<a href="${path}">`);
    expect((await asked(path, 'text/html')).status).toBe(200);
  }
  expect((await asked('/problems/moon-is-full', 'text/html')).status).toBe(404);
});
