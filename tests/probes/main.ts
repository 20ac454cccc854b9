import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { NatsSettings } from '@junkan/kit/engine-settings.ts';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { reaching } from '@junkan/scripts/operate/installation.ts';
import { startOwnEngines } from '@junkan/scripts/start/own-engines.ts';
import { trialSettings } from '@junkan/scripts/start/trial.ts';
import { fillWithDrafts, readBack } from './large.ts';
import { LOADS, type Tally } from './loads.ts';
import { AUDITOR, pathOf, type Target, target } from './target.ts';

/**
 * How each load affects a light read, on a separate system with the rate limits of production: node tests/probes/main.ts It prints the
 * read's median alone and under each load, and the slowest; some two minutes, on loopback only.
 */
const LOAD_MS = 6_000;
const STOP_MS = 30_000;
const SEATS = 8;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The light read, again and again while something runs: its times in milliseconds. */
async function timesWhile(read: () => Promise<unknown>, running: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const over = running.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  while (!isOver) {
    const began = performance.now();
    await read();
    times.push(performance.now() - began);
    await sleep(40);
  }
  await over;
  return times;
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const shown = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;

async function loaded(address: string, name: string): Promise<Tally> {
  const child = spawn(process.execPath, [file('load.ts'), address, String(LOAD_MS), name], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(child.stdout)) as Tally;
}

/** How many live streams the person who left can still have. */
async function seatsOf({ address, tokenOf }: Target): Promise<number> {
  const headers = { authorization: `Bearer ${await tokenOf('leaver', AUDITOR)}` };
  const leaving = new AbortController();
  const open = () => fetch(`${address}${pathOf('listen')}`, { headers, signal: leaving.signal }).then(({ status }) => status);
  const statuses = await Promise.all(Array.from({ length: SEATS }, open));
  leaving.abort();
  return statuses.filter((status) => status === 200).length;
}

async function readersOf(settings: NatsSettings): Promise<number> {
  const { manager, connection } = await connectNats(settings, OPERATOR);
  let readers = 0;
  for await (const { config } of manager.streams.list())
    for await (const { config: consumer } of manager.consumers.list(config.name)) readers += consumer.durable_name === undefined ? 1 : 0;
  await connection.close();
  return readers;
}

async function main(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'junkan-probes-'));
  const engines = await startOwnEngines({ dataDir: data, log: { info: () => undefined, warn: (_details, message) => say(message) } });
  const environments = trialSettings(data, engines, { JUNKAN_RATE_PER_SECOND: '50' });
  const env = { ...process.env, JUNKAN_PROBES_SETTINGS: JSON.stringify(environments), JUNKAN_PROBES_LOG: join(data, 'log') };
  const system = spawn(process.execPath, [file('system.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(system.stdout, 'data')) as [Buffer];
    const on = target(line.toString().trim());
    const drafts = await fillWithDrafts(on, { drafts: 170, revisions: 60 });
    const headers = { authorization: `Bearer ${await on.tokenOf('reader', AUDITOR)}` };
    const read = () => on.ask(pathOf('getProject', { id: drafts.small }), { headers });
    await timesWhile(read, sleep(2_000));
    say('| load | answers | light read alone | under load | slowest |\n| --- | --- | ---: | ---: | ---: |');
    for (const name of Object.keys(LOADS)) {
      const alone = median(await timesWhile(read, sleep(2_000)));
      const running = loaded(on.address, name);
      const underLoad = await timesWhile(read, running);
      say(
        `| ${name} | ${JSON.stringify(await running)} | ${shown(alone)} | ${shown(median(underLoad))} | ${shown(Math.max(...underLoad))} |`,
      );
      await sleep(1_000);
    }
    say(
      `Drafts of ${drafts.kilobytes} kB were taken, and ${drafts.revisions} of 60 revisions: ${JSON.stringify(await readBack(on, drafts.revised))}`,
    );
    await sleep(2_000);
    say(`Who left at once has ${await seatsOf(on)} of ${SEATS} live streams`);
    await sleep(2_000);
    say(`${await readersOf(reaching(engines, data))} readers are left in the broker`);
    const began = performance.now();
    const ended = once(system, 'exit').then(() => `${shown(performance.now() - began)} after the signal`);
    system.kill('SIGINT');
    say(`The system ended ${await Promise.race([ended, sleep(STOP_MS, `not within ${STOP_MS} ms`)])}`);
  } finally {
    system.kill('SIGKILL');
    await engines.stop();
    await rm(data, { recursive: true, force: true });
  }
}

await main();
