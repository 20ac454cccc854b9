import { expect, test } from 'vitest';
import { trialTokens } from './api.ts';

const someone = { person: 'ann', organisation: 'secretariat', roles: ['auditor'] as const };

test('a token is asked for once, and again where it could not be had', async () => {
  let asked = 0;
  const tokenOf = trialTokens('http://api.test', async () => {
    asked += 1;
    const [body, status] = asked === 1 ? [{ type: 'about:blank', status: 400, title: 'no' }, 400] : [{ token: 'T' }, 200];
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
  await expect(tokenOf(someone)).rejects.toThrow('400');
  expect([await tokenOf(someone), await tokenOf(someone), asked]).toEqual(['T', 'T', 2]);
});
