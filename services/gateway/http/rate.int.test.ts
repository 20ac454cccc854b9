import { afterAll, beforeAll, expect, test } from 'vitest';
import { service, startGateway } from '../gateway.fixture.ts';

let rest: Awaited<ReturnType<typeof service>>;
beforeAll(async () => {
  rest = await service();
});
afterAll(() => rest.close());

type Started = Awaited<ReturnType<typeof startGateway>>;

async function withGateway(env: Record<string, string>, use: (gateway: Started) => Promise<void>): Promise<void> {
  const gateway = await startGateway({ rest: rest.address }, env);
  try {
    await use(gateway);
  } finally {
    await gateway.close();
  }
}

async function tokenOf({ address }: Started, person: string): Promise<string> {
  const response = await fetch(`http://${address}/v1/trial/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person, organisation: 'secretariat', roles: ['auditor'] }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** Asks so many times at once. */
async function ask({ address }: Started, token: string, times: number): Promise<Response[]> {
  const one = () => fetch(`http://${address}/v1/clock`, { headers: { authorization: `Bearer ${token}` } });
  return Promise.all(Array.from({ length: times }, one));
}

const refusedOf = (responses: readonly Response[]): Response[] => responses.filter(({ status }) => status === 429);

test('who asks faster than the pace and its burst is told when to go on, and others are not held up', async () => {
  await withGateway({ JUNKAN_RATE_PER_SECOND: '2', JUNKAN_RATE_BURST: '4' }, async (gateway) => {
    const hasty = await tokenOf(gateway, 'hasty');
    const responses = await ask(gateway, hasty, 20);
    const refused = refusedOf(responses);
    // A second may begin again while they are sent, which lets two more through.
    expect(responses.length - refused.length).toBeGreaterThanOrEqual(6);
    expect(responses.length - refused.length).toBeLessThanOrEqual(8);
    for (const response of refused) {
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(response.headers.get('ratelimit-policy')).toBe('"steady";q=2;w=1, "burst";q=4;w=2');
      expect(response.headers.get('ratelimit')).toMatch(/^"steady";r=0;t=[1-9]$/);
      expect(await response.json()).toMatchObject({ type: '/problems/requests-are-too-many', status: 429 });
    }
    expect(refusedOf(await ask(gateway, await tokenOf(gateway, 'patient'), 2))).toEqual([]);
    await expect.poll(async () => (await ask(gateway, hasty, 1))[0]?.status, { timeout: 5_000, interval: 300 }).toBe(200);
  });
});

test('a trial installation has no limit unless it is given one', async () => {
  await withGateway({}, async (gateway) => {
    const responses = await ask(gateway, await tokenOf(gateway, 'hasty'), 300);
    expect(refusedOf(responses)).toEqual([]);
    expect(responses[0]?.headers.has('ratelimit')).toBe(false);
  });
});
