import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { JobSummary } from '../main-job/summary.ts';

const MAIN = fileURLToPath(new URL('../main-job/main.ts', import.meta.url));

/** Runs the main job as a separate process, which knows the public HTTP API only. Its progress goes to stderr. */
export async function runMainJob({
  api,
  projects,
  demonstrations,
  signal,
}: {
  api: readonly string[];
  projects?: string | undefined;
  demonstrations?: readonly string[] | undefined;
  signal: AbortSignal;
}): Promise<JobSummary | undefined> {
  const chosen = [...(projects ? ['--projects', projects] : []), ...(demonstrations ? ['--demonstrations', ...demonstrations] : [])];
  const child = spawn(process.execPath, [MAIN, '--api', ...api, ...chosen], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  signal.removeEventListener('abort', stop);
  return code === 0 ? (JSON.parse(Buffer.concat(parts).toString()) as JobSummary) : undefined;
}
