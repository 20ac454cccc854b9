import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { freePort, LOOPBACK } from './ports.ts';

const FIXTURE = fileURLToPath(new URL('ports.fixture.ts', import.meta.url));

/** What another process gets that asks for this port, or for any other if it is not free; it has ended by then. */
async function asked(port: number): Promise<number> {
  return Number((await promisify(execFile)(process.execPath, [FIXTURE, String(port)])).stdout);
}

test('a port that was given is nobody else’s, though nothing listens there yet', async () => {
  const port = await freePort(undefined);
  expect(await asked(port)).not.toBe(port);
  expect(await freePort(port)).toBe(port);
});

test('a port goes to others when who had it has ended, and to nobody while it is listened on', async () => {
  const port = await asked(0);
  expect(await freePort(port)).toBe(port);
  const server = createServer().listen(port, LOOPBACK);
  await new Promise((resolve) => server.once('listening', resolve));
  expect(await freePort(port)).not.toBe(port);
  await new Promise((resolve) => server.close(resolve));
});
