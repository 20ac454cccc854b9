import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { wheelPython } from './binaries.ts';
import { identify, isRunning, statFields, stopProcess } from './processes.ts';

/** Its first thread ends at once; another holds a port until the process is killed. */
const OUTLIVED = `
import ctypes, socket, threading, time
held = socket.create_server(('127.0.0.1', 0))
threading.Thread(target=time.sleep, args=(60,)).start()
print(held.getsockname()[1], flush=True)
ctypes.CDLL(None).pthread_exit(None)
`;

test.runIf(process.platform === 'linux')('a process whose first thread has ended runs as long as another does', async () => {
  const child = spawn(wheelPython, ['-c', OUTLIVED], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    await once(child.stdout, 'data');
    await expect.poll(() => statFields(child.pid ?? 0)?.[0]).toBe('Z');
    const identity = identify(child.pid ?? 0);
    expect(identity && isRunning(identity)).toBe(true);
    if (identity) await stopProcess(identity, 5_000);
    expect(identity && isRunning(identity)).toBe(false);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
});
