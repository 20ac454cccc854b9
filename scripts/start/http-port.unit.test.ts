import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { httpPort } from './http-port.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'junkan-port-'));
});
afterEach(() => rmSync(data, { recursive: true }));

test('the port of one start is that of the next', async () => {
  const first = await httpPort(data, 0);
  expect(await httpPort(data, 0)).toBe(first);
});

test('where another program has it, a free one is taken and kept', async () => {
  const server = createServer();
  const taken = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  writeFileSync(join(data, 'http-port'), String(taken));
  const other = await httpPort(data, 0);
  expect(other).not.toBe(taken);
  server.close();
  expect(await httpPort(data, 0)).toBe(other);
});

test.each(['', 'eighty', '0', '70000'])('a file that says %j is as good as none', async (kept) => {
  writeFileSync(join(data, 'http-port'), kept);
  expect(await httpPort(data, 0)).toBeGreaterThan(0);
});

test('a port that is asked for is taken, and is not kept', async () => {
  const kept = await httpPort(data, 0);
  expect(await httpPort(data, 4_000)).toBe(4_000);
  expect(await httpPort(data, 0)).toBe(kept);
});
