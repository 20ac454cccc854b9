import { expect, test } from 'vitest';
import { gatewayForAll } from '../gateway.fixture.ts';
import { BY_PATH } from '../problems/catalogue.ts';

const gateway = gatewayForAll();

const asked = (path: string, accept: string): Promise<Response> => fetch(`http://${gateway().address}${path}`, { headers: { accept } });

test('the type of a refusal is the address of a page, and of the same as JSON, that need no token', async () => {
  const { type } = (await (await asked('/v1/nowhere', '*/*')).json()) as { type: string };
  const page = await asked(type, 'text/html,*/*');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('<h1 lang="en">There is no such route</h1>');
  expect(await (await asked(type, 'application/json')).json()).toMatchObject({ type, title: 'There is no such route', statuses: [404] });
});

test('a type has its sentence in the language of each reader, the shape of its facts and an example of the document', async () => {
  expect(await (await asked('/problems/amount-exceeds-the-gap', 'application/json')).json()).toMatchObject({
    title: 'The amount exceeds what is still open',
    statuses: [409],
    detail: 'USD 30,000,000.00 is more than the USD 10,000,000.00 that the target still needs. Agree on a smaller amount.',
    facts: { type: 'object', required: ['amount'] },
    example: {
      type: '/problems/amount-exceeds-the-gap',
      status: 409,
      errors: [{ pointer: '/amount/amount' }],
      facts: { gap: { amount: '10000000.00', currency: 'USD' }, amount: { amount: '30000000.00', currency: 'USD' } },
    },
  });
});

test('a type speaks the language of the reader, and what only programs meet is in English', async () => {
  const asks = (type: string) =>
    fetch(`http://${gateway().address}/problems/${type}`, { headers: { accept: 'application/json', 'accept-language': 'ja' } });
  const refusal = await asks('amount-exceeds-the-gap');
  expect([refusal.headers.get('content-language'), refusal.headers.get('vary')]).toEqual(['ja', 'Accept, Accept-Language, Cookie']);
  expect(await refusal.json()).toMatchObject({ detail: expect.stringContaining('USD 30,000,000.00') });
  const ofPrograms = await asks('idempotency-key-is-missing');
  expect(ofPrograms.headers.get('content-language')).toBe('en');
  expect(await ofPrograms.json()).toMatchObject({ detail: expect.stringContaining('A command needs the header Idempotency-Key.') });
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
