import { createServer } from 'node:net';
import { run } from './lifecycle.ts';
import { createLog } from './log.ts';

const [held = 'nothing'] = process.argv.slice(2);
/** Something that never ends is cut off soon; an orderly drain has as long as a busy machine needs. */
const LIMIT_MS = held === 'nothing' || held === 'fault' ? 300_000 : 200;
const never = new Promise<void>(() => undefined);

// A program that serves until it is asked to stop: node lifecycle.fixture.ts [start | drain | afterwards: what never ends | fault: it warns, and then a fault is caught by nobody]
await run(
  createLog('fixture', held === 'fault' ? 'info' : 'silent'),
  async () => {
    const server = createServer().listen(0, '127.0.0.1');
    process.stdout.write('ready\n');
    if (held === 'start') await never;
    if (held === 'fault') {
      process.emitWarning('something is old');
      setImmediate(() => {
        throw new Error('spoilt');
      });
    }
    return {
      close: async () => {
        if (held === 'drain') await never;
        if (held !== 'afterwards') server.close();
      },
    };
  },
  LIMIT_MS,
);
