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

/** Sends this many requests in parallel. */
async function ask({ address }: Started, token: string, times: number): Promise<Response[]> {
  const one = () => fetch(`http://${address}/v1/clock`, { headers: { authorization: `Bearer ${token}` } });
  return Promise.all(Array.from({ length: times }, one));
}

const refusedOf = (responses: readonly Response[]): Response[] => responses.filter(({ status }) => status === 429);

test('who asks faster than the settings let them is refused with a problem, and others are not held up', async () => {
  await withGateway({ JUNKAN_RATE_PER_SECOND: '1', JUNKAN_RATE_BURST: '0' }, async (gateway) => {
    const hasty = await tokenOf(gateway, 'hasty');
    // Many at once, again if a busy machine had a second begin between each two of them.
    let refused: Response[] = [];
    while (refused.length === 0) refused = refusedOf(await ask(gateway, hasty, 20));
    for (const response of refused) {
      expect(Number(response.headers.get('retry-after'))).toBe(1);
      expect(response.headers.get('ratelimit-policy')).toBe('"steady";q=1;w=1');
      expect(await response.json()).toMatchObject({ type: '/problems/requests-are-too-many', status: 429 });
    }
    expect(refusedOf(await ask(gateway, await tokenOf(gateway, 'patient'), 1))).toEqual([]);
  });
});

test('a trial installation has no limit unless it is given one', async () => {
  await withGateway({}, async (gateway) => {
    const responses = await ask(gateway, await tokenOf(gateway, 'hasty'), 300);
    expect(refusedOf(responses)).toEqual([]);
    expect(responses[0]?.headers.has('ratelimit')).toBe(false);
  });
});
