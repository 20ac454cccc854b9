import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
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

test('what Node says of a program is a line of its log as all else is, and ends it drained where nobody has caught it', async () => {
  const child = spawn(process.execPath, [FIXTURE, 'fault'], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const [said, [code]] = await Promise.all([text(child.stderr as NonNullable<typeof child.stderr>), once(child, 'exit')]);
  const lines = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: number; msg: string; err?: { message: string } });
  const found = lines.map(({ level, err, msg }) => `${level} ${err?.message ?? msg}`);
  expect(found.toSorted()).toEqual(['30 stopping', '40 something is old', '60 spoilt']);
  expect(code).toBe(1);
});
