import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopLeftEngines } from '@junkan/infra/embedded/engines.ts';
import type { Summary } from '@junkan/scripts/start/report.ts';

const MAIN = fileURLToPath(new URL('../../scripts/start/main.ts', import.meta.url));

type Options = {
  readonly args?: readonly string[];
  readonly projects?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** Called when the job is done, before its results are checked. */
  readonly onVerifying: () => void;
  /** Runs in parallel with the job, by the folder of its data; it is awaited before the folder is removed. */
  readonly meanwhile: (data: string) => Promise<void>;
};

/** The main job with every part as a process of its own, on data that is removed afterwards; answers how it ended. */
export async function mainJob({ args = [], projects, env = {}, onVerifying, meanwhile }: Options) {
  const data = mkdtempSync(join(tmpdir(), 'junkan-main-job-'));
  const child = spawn(
    process.execPath,
    [MAIN, '--once', '--json', '--processes', '--data', data, ...args, ...(projects ? ['--projects', projects] : [])],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part;
  });
  child.stderr.on('data', (part: Buffer) => {
    process.stderr.write(part);
    if (part.includes('Verifying')) onVerifying();
  });
  const going = meanwhile(data);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  onVerifying();
  await going;
  await stopLeftEngines(data);
  rmSync(data, { recursive: true, force: true });
  const summary = output === '' ? undefined : (JSON.parse(output) as Summary);
  const broken = summary?.invariants.flatMap((invariant) => invariant.broken) ?? ['no summary'];
  const { cohort, closed, unfunded, milestonesPaid, paidByCurrency, demonstrations = [] } = summary ?? {};
  return { code, cohort, closed, unfunded, milestonesPaid, paidByCurrency, demonstrations: demonstrations.length, broken };
}

/** Prints the outcome as JSON; the process ends with 1 unless the job is done, nothing is broken, and what else was asked is so. */
export function conclude(outcome: Awaited<ReturnType<typeof mainJob>>, more: object, isSo = true): void {
  process.stdout.write(`${JSON.stringify({ ...more, ...outcome }, undefined, 2)}\n`);
  process.exitCode = outcome.code === 0 && outcome.broken.length === 0 && isSo ? 0 : 1;
}
