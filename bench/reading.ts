/**
 * What it costs to keep a view: events per CPU second by the size of a transaction, the cost of an event as the file grows, of decoding and
 * verifying one, what lists of the catalogue cost to read, and with a broker of its own a whole build and the time from publishing to reading.
 *
 *     npm run bench -- reading --projects 1000,10000 [--published 2000]
 *
 * `--published`: of so many projects the events are published and read through the broker.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { publicKeysIn } from '@junkan/kit/keys.ts';
import { createLog } from '@junkan/kit/log.ts';
import { readSignedEvent } from '@junkan/kit/messaging/cloud-event.ts';
import { signersOf } from '@junkan/kit/messaging/signing.ts';
import { checkpointSeldom, finishBuild, openForWriting } from '@junkan/kit/views/file.ts';
import { taker } from '@junkan/kit/views/loop.ts';
import { openView } from '@junkan/kit/views/open-view.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { cpuSeconds, percentile, print } from './measure.ts';
import { view } from './plain-view.ts';
import { listed } from './reading-lists.ts';
import { publishedForm, signers, startBroker } from './synthetic-broker.ts';
import { syntheticFeed } from './synthetic-feed.ts';

const SEED = 7;
const LIVE_BATCH = 256;
const BUILD_BATCH = 4_096;
/** The events of so many projects more, when the cost of one is taken from a file that has grown. */
const MORE_PROJECTS = 500;
const LIVE_EVENTS = 400;
const LIVE_PAUSE_MS = 20;

const { values } = parseArgs({
  options: { projects: { type: 'string', default: '1000,10000' }, published: { type: 'string', default: '2000' } },
});
const sizes = values.projects.split(',').map(Number);
const folder = mkdtempSync(join(tmpdir(), 'junkan-bench-'));

try {
  for (const projects of sizes) written(projects);
  for (const projects of sizes) listed(folder, projects);
  decoded();
  await published(Number(values.published));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function written(projects: number): void {
  console.log(`\n${projects} projects`);
  for (const size of [LIVE_BATCH, BUILD_BATCH]) {
    const path = join(folder, `${projects}-${size}.db`);
    const db = openForWriting(path, view);
    const take = taker(db, view.rows(db));
    checkpointSeldom(db, size === BUILD_BATCH);
    const all = taken(take, syntheticFeed({ projects, seed: SEED }), size);
    const times = `p50 ${percentile(all.times, 0.5).toFixed(1)} ms, p99 ${percentile(all.times, 0.99).toFixed(1)} ms`;
    const pace = (all.events / all.seconds / 1_000).toFixed(1);
    print(`${all.events} events in transactions of ${size}`, `${pace} k events per CPU second; ${times}`);
    finishBuild(db);
    const more = taken(take, behind(all.events, syntheticFeed({ projects: MORE_PROJECTS, seed: SEED + 1 })), LIVE_BATCH);
    print(`then one event more, in transactions of ${LIVE_BATCH}`, `${((more.seconds / more.events) * 1e6).toFixed(1)} us CPU`);
    db.close();
    print('size of the file', `${(statSync(path).size / 1e6).toFixed(1)} MB`);
    rmSync(path);
  }
}

/** A feed that goes on behind another. */
function* behind(events: number, feed: Iterable<ViewEvent>): Generator<ViewEvent> {
  for (const event of feed) yield { ...event, sequence: event.sequence + events };
}

/** Takes a feed in batches; what it costs to make the events is left out. */
function taken(take: ReturnType<typeof taker>, feed: Iterable<ViewEvent>, size: number) {
  const all = { events: 0, seconds: 0, times: [] as number[] };
  const takeOne = (events: readonly ViewEvent[]): void => {
    const began = performance.now();
    const batch = { context: 'project', origin: 'bench', sequence: events.at(-1)?.sequence ?? 0, events };
    all.seconds += cpuSeconds(() => take(batch)).seconds;
    all.times.push(performance.now() - began);
    all.events += events.length;
  };
  let batch: ViewEvent[] = [];
  for (const event of feed) {
    batch.push(event);
    if (batch.length < size) continue;
    takeOne(batch);
    batch = [];
  }
  if (batch.length > 0) takeOne(batch);
  return all;
}

function decoded(): void {
  const forms = [...syntheticFeed({ projects: 200, seed: SEED })].map(publishedForm);
  const owners = signersOf(publicKeysIn(signers.publicKeys), signers.owners);
  const { seconds } = cpuSeconds(() => {
    for (const { subject, text } of forms) readSignedEvent(subject, text, owners);
  });
  const bytes = forms.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  console.log();
  print(
    `decoding and verifying an event of ${Math.round(bytes / forms.length)} bytes`,
    `${((seconds / forms.length) * 1e6).toFixed(0)} us CPU`,
  );
}

async function published(projects: number): Promise<void> {
  const broker = await startBroker();
  try {
    const count = await broker.publish(syntheticFeed({ projects, seed: SEED }));
    console.log(`\n${count} events through a broker`);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const cpu = process.cpuUsage();
    const began = performance.now();
    const nats = { JUNKAN_NATS_URL: broker.url };
    const module = new URL('./plain-view.ts', import.meta.url);
    const log = createLog('bench', 'warn');
    delay.enable();
    const kept = await openView({
      module,
      directory: join(folder, 'published'),
      nats,
      client: 'bench',
      namespace: broker.namespace,
      signers,
      log,
    });
    while (kept.isStale) await sleep(5);
    delay.disable();
    const { user, system } = process.cpuUsage(cpu);
    const [seconds, cpuTaken] = [(performance.now() - began) / 1_000, (user + system) / 1e6];
    print(
      'built',
      `${seconds.toFixed(1)} s, ${cpuTaken.toFixed(1)} CPU s, ${(count / cpuTaken / 1_000).toFixed(1)} k events per CPU second`,
    );
    print(
      'event loop of the main thread meanwhile',
      `p50 ${(delay.percentile(50) / 1e6).toFixed(1)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, max ${(delay.max / 1e6).toFixed(1)} ms`,
    );
    const waits: number[] = [];
    for (const event of [...syntheticFeed({ projects: MORE_PROJECTS, seed: SEED + 1 })].slice(0, LIVE_EVENTS)) {
      const sent = performance.now();
      await broker.publish([event]);
      const outcome = await kept.waitFor(event, 'bench');
      if (outcome !== 'reached') throw new Error(`an event that was published is ${outcome}`);
      waits.push(performance.now() - sent);
      await sleep(LIVE_PAUSE_MS);
    }
    print(
      `from publishing to reading, ${1_000 / LIVE_PAUSE_MS} events a second`,
      `p50 ${percentile(waits, 0.5).toFixed(1)} ms, p99 ${percentile(waits, 0.99).toFixed(1)} ms`,
    );
    await kept.close();
  } finally {
    await broker.close();
  }
}
