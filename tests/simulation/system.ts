import { rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { Network } from '@junkan/kit/testing/memory-network.fixture.ts';
import { PROGRAM_NAMES, type Program, programOf } from '@junkan/proto/programs.ts';
import { pino } from 'pino';
import { rngOf } from '../rng.ts';
import { envOf, isSettled, newWorld, startIn } from './programs.ts';
import { type Faults, NO_FAULTS, Process, Scheduler } from './scheduler.ts';
import { plainTokens } from './tokens.ts';
import { storedIn, verifiedIn } from './verified.ts';
import { virtualTime } from './virtual-time.ts';
import { Web } from './web.ts';

const RESTART_MS = 1_500;
/** Of what decides there are two, so that what one of them knows may be older than what the other has written. */
const replicasOf = (program: Program): readonly string[] =>
  programOf(program).context === undefined ? [program] : [program, `${program}:2`];

export type InProcessSystem = Awaited<ReturnType<typeof inProcessSystem>>;

/** Every program with its own code, in this process, on what is kept in memory: whatever happens follows from the seed. */
export async function inProcessSystem({ seed }: { readonly seed: number }) {
  const time = virtualTime(seed);
  const rng = rngOf(seed);
  const scheduler = new Scheduler(time, rng);
  const network = new Network((items) => (items.length < 2 ? items[0] : rng.of(items)));
  const web = new Web();
  const log = pino({ level: 'warn', base: null }, { write: (line: string) => scheduler.note(inFewWords(line)) });
  const edge = (process: Process) => ({
    tokens: async () => plainTokens,
    listen: (handle: RequestListener) => web.listen(process, handle),
  });
  const world = newWorld<Process>({ network, log, edge });
  const running = new Map<string, Process>();
  const outside = new Process('outside', scheduler, false);
  const environments = envOf(world.views);
  let isOver = false;

  const begin = (program: Program, name: string): void => {
    const process = new Process(name, scheduler);
    process.onDeath(() => {
      running.delete(name);
      for (const [view, { place }] of world.openViews) if (place === process) world.openViews.delete(view);
      if (!isOver) setTimeout(() => begin(program, name), rng.upTo(RESTART_MS));
    });
    const started = (): void => void running.set(name, process);
    // A start that meets an outage fails, and the supervisor of the program starts it again.
    startIn(world, process, program, environments[program]).then(started, (error: unknown) => {
      scheduler.note(`${name} does not start: ${String(error)}`);
      if (!process.isDead) process.die();
    });
  };
  const replicas = PROGRAM_NAMES.flatMap((program) => replicasOf(program).map((name) => [program, name] as const));
  const isUp = (): boolean => running.size === replicas.length;

  for (const [program, name] of replicas) begin(program, name);
  await scheduler.driving(scheduler.when(isUp, 'all programs run'));
  return {
    scheduler,
    fetch: web.fetchAs(outside),
    verified: () => verifiedIn(world, environments.gateway['JUNKAN_INTERNAL_PUBLIC_KEYS'] ?? ''),
    /** All that is recorded. */
    stored: () => storedIn(world),
    disturb(faults: Faults): void {
      scheduler.faults = faults;
    },
    /** Drives everything until the work has come to its end. */
    drive: <Result>(work: Promise<Result>): Promise<Result> => scheduler.driving(work),
    /** Lets everything that was begun come to its end. */
    settled: (): Promise<void> => scheduler.when(() => isUp() && isSettled(world), 'everything is idle'),
    async close(): Promise<void> {
      isOver = true;
      scheduler.faults = NO_FAULTS;
      for (const process of [...running.values(), outside]) process.die();
      time.restore();
      rmSync(world.views, { recursive: true, force: true });
    },
  };
}

/** What a line of the log says, without the stack of an error. */
function inFewWords(line: string): string {
  const { level: _, time: __, err, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const error = (err as { message?: string } | undefined)?.message;
  return [msg, error, JSON.stringify(facts)].filter(Boolean).join(' ');
}
