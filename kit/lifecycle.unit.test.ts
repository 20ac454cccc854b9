import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const FIXTURE = fileURLToPath(new URL('lifecycle.fixture.ts', import.meta.url));

test.each<[string, (child: ChildProcess) => void]>([
  ['it is asked to', (child) => void child.kill('SIGTERM')],
  ['the process that keeps it is gone', (child) => child.disconnect()],
])('a kept program that has drained ends by itself when %s', async (_, stop) => {
  const child = spawn(process.execPath, [FIXTURE], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  if (child.stdout) await once(child.stdout, 'data');
  stop(child);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test.each(['start', 'drain', 'afterwards'])(
  'a program that is asked to stop ends after a limit, though something holds it up: %s',
  async (held) => {
    const child = spawn(process.execPath, [FIXTURE, held], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    if (child.stdout) await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  },
);
