import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { policyClock } from '@junkan/kit/clock.ts';
import { internalTokens } from '@junkan/kit/grpc/internal-token.ts';
import { serve } from '@junkan/kit/grpc/serve.ts';
import { keysOf, newKeys } from '@junkan/kit/keys.ts';
import { createLog } from '@junkan/kit/log.ts';
import { expect, test } from 'vitest';

const HEALTHY = fileURLToPath(new URL('../infra/images/healthy.ts', import.meta.url));

/** The exit code of the image's health check while a program listens at this port of every interface. */
const checked = (port: string): Promise<number> =>
  new Promise((resolve) => {
    execFile(process.execPath, [HEALTHY], { env: { JUNKAN_LISTEN: `0.0.0.0:${port}` } }, (error) => resolve(Number(error?.code ?? 0)));
  });

test('a service is healthy while it serves, and not once it has closed', async () => {
  const tokens = internalTokens(keysOf('matching', newKeys(['matching']).matching));
  const served = await serve([], { listen: '127.0.0.1:0', tokens, clock: policyClock(true), log: createLog('test', 'silent') });
  const port = served.address.split(':')[1] ?? '';
  expect(await checked(port)).toBe(0);
  await served.close();
  expect(await checked(port)).toBe(1);
});

test.each([
  { when: 'every part answers', status: 200, exit: 0 },
  { when: 'one does not', status: 503, exit: 1 },
])('the gateway ends the check with $exit where $when', async ({ status, exit }) => {
  const gateway = createServer((request, response) => response.writeHead(request.url === '/readyz' ? status : 404).end());
  await once(gateway.listen(0, '127.0.0.1'), 'listening');
  expect(await checked(String((gateway.address() as AddressInfo).port))).toBe(exit);
  gateway.close();
});
