import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { publicKeysIn } from '@junkan/kit/keys.ts';
import { createLog } from '@junkan/kit/log.ts';
import { readSignedEvent } from '@junkan/kit/messaging/cloud-event.ts';
import { signersOf } from '@junkan/kit/messaging/signing.ts';
import { type OpenView, openView } from '@junkan/kit/views/open-view.ts';
import { cpuSeconds, percentile, print } from './measure.ts';
import { type Broker, publishedForm, signers, startBroker } from './synthetic-broker.ts';
import { SEED, syntheticFeed } from './synthetic-feed.ts';

const LIVE_PROJECTS = 500;
const LIVE_EVENTS = 400;
const LIVE_PAUSE_MS = 20;
/** 99th percentiles in ms. */
export type Published = { readonly loop: number; readonly visible: number };

/** What it costs to decode an event and to verify its signature. */
export function decoded(): void {
  const forms = [...syntheticFeed({ projects: 200, seed: SEED })].map(publishedForm);
  const owners = signersOf(publicKeysIn(signers.publicKeys), signers.owners);
  const { seconds } = cpuSeconds(() => {
    for (const { subject, text } of forms) readSignedEvent(subject, text, owners);
  });
  const bytes = forms.reduce((all, { text }) => all + Buffer.byteLength(text), 0);
  console.log();
  print(
    `decoding and verifying an event of ${Math.round(bytes / forms.length)} bytes`,
    `${((seconds / forms.length) * 1e6).toFixed(0)} us CPU`,
  );
}

/** The catalogue built through a broker, once with all signatures and once more without, and then kept up with what is published. */
export async function published(folder: string, projects: number): Promise<Published> {
  const broker = await startBroker();
  try {
    const count = await broker.publish(syntheticFeed({ projects, seed: SEED }));
    console.log(`\n${count} events through a broker`);
    const first = await built(broker, folder, 'built, each signature verified', count);
    await first.view.close();
    rmSync(first.view.path);
    const { view, loop } = await built(broker, folder, 'built again, none verified that was before', count);
    const visible = await keptUp(broker, view);
    await view.close();
    return { loop, visible };
  } finally {
    await broker.close();
  }
}

async function built({ url, namespace }: Broker, folder: string, as: string, count: number): Promise<{ view: OpenView; loop: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  delay.enable();
  const view = await openView({
    module: new URL(import.meta.resolve('@junkan/catalogue/view/view.ts')),
    directory: join(folder, 'published'),
    nats: { JUNKAN_NATS_URL: url },
    client: 'bench',
    namespace,
    signers,
    log: createLog('bench', 'warn'),
  });
  while (view.isStale) await sleep(5);
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  const [seconds, cpuTaken] = [(performance.now() - began) / 1_000, (user + system) / 1e6];
  print(as, `${seconds.toFixed(1)} s, ${cpuTaken.toFixed(1)} CPU s, ${(count / cpuTaken / 1_000).toFixed(1)} k events per CPU second`);
  const [p50, p99, most] = [delay.percentile(50), delay.percentile(99), delay.max].map((each) => each / 1e6) as [number, number, number];
  print('event loop of the main thread meanwhile', `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${most.toFixed(1)} ms`);
  return { view, loop: p99 };
}

/** The 99th percentile of the time from publishing to reading. */
async function keptUp(broker: Broker, view: OpenView): Promise<number> {
  const waits: number[] = [];
  for (const event of [...syntheticFeed({ projects: LIVE_PROJECTS, seed: SEED + 1 })].slice(0, LIVE_EVENTS)) {
    const sent = performance.now();
    await broker.publish([event]);
    const outcome = await view.waitFor(event, 'bench');
    if (outcome !== 'reached') throw new Error(`an event that was published is ${outcome}`);
    waits.push(performance.now() - sent);
    await sleep(LIVE_PAUSE_MS);
  }
  const p99 = percentile(waits, 0.99);
  print(
    `from publishing to reading, ${1_000 / LIVE_PAUSE_MS} events a second`,
    `p50 ${percentile(waits, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  );
  return p99;
}
