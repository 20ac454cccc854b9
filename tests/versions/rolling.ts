import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import { PROGRAM_NAMES, type Program } from '@junkan/proto/programs.ts';
import { forPrograms, type ProgramSettings } from '@junkan/scripts/start/trial.ts';
import type { Replica } from './replica.fixture.ts';

// Replicas of two versions in front of the same data, and the requests that go to those that are in service.

const PLACES = 3;
const NEXT_MS = 50;
const WAIT_MS = 20_000;

type Running = { readonly child: ChildProcess; readonly address: string; readonly views: string };

export async function rolling(settings: ProgramSettings) {
  const places: Record<string, string[]> = {};
  for (const program of PROGRAM_NAMES)
    places[program] = await Promise.all(Array.from({ length: PLACES }, async () => `127.0.0.1:${await freePort(undefined)}`));
  const inService: string[] = [];
  const running = new Map<number, Running>();
  let turn = 0;

  /** Starts a replica of every program, new and empty, and puts its gateway into service once all of them are ready. */
  async function start(folder: string, at: number): Promise<string> {
    const views = mkdtempSync(join(tmpdir(), 'junkan-views-'));
    const child = fork(join(folder, 'tests/versions/replica.fixture.ts'), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, JUNKAN_LOG_LEVEL: 'fatal' },
    });
    const own = forPrograms((program) => ({ ...settings[program], JUNKAN_VIEWS: views }));
    child.send({ settings: own, places: places as Record<Program, string[]>, at } satisfies Replica);
    const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (said !== 'ready') throw new Error(`the replica ${at} of ${folder} did not start`);
    const address = `http://${places['gateway']?.[at]}`;
    running.set(at, { child, address, views });
    inService.push(address);
    return address;
  }

  /** Takes a replica out of service, and stops it. */
  async function stop(at: number): Promise<void> {
    const replica = running.get(at);
    if (!replica) return;
    running.delete(at);
    inService.splice(inService.indexOf(replica.address), 1);
    const gone = once(replica.child, 'exit');
    replica.child.send('stop');
    await gone;
    rmSync(replica.views, { recursive: true, force: true });
  }

  /** To the replicas in turn. One that is gone answers nothing: then the next is asked, as a balancer does. */
  async function balanced(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(input, init);
    for (const until = Date.now() + WAIT_MS; ; await sleep(NEXT_MS)) {
      turn += 1;
      const { pathname, search } = new URL(request.url);
      try {
        return await fetch(`${inService[turn % inService.length]}${pathname}${search}`, await sameAs(request));
      } catch (error) {
        if (Date.now() > until) throw error;
      }
    }
  }

  return {
    start,
    stop,
    balanced,
    async close(): Promise<void> {
      for (const at of [...running.keys()]) await stop(at);
    },
  };
}

async function sameAs(request: Request): Promise<RequestInit> {
  const { method, headers } = request;
  return method === 'GET' ? { method, headers } : { method, headers, body: await request.clone().arrayBuffer() };
}
