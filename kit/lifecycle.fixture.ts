import { createServer } from 'node:net';
import { run } from './lifecycle.ts';
import { createLog } from './log.ts';

// A program that serves until it is asked to stop: node lifecycle.fixture.ts
await run(createLog('fixture', 'silent'), async () => {
  const server = createServer().listen(0, '127.0.0.1');
  process.stdout.write('ready\n');
  return { close: async () => void server.close() };
});
