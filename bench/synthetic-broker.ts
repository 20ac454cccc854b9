import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines } from '@junkan/infra/embedded/engines.ts';
import { keysOf, newKeys } from '@junkan/kit/keys.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { ensureEventStream, type Nats } from '@junkan/kit/messaging/nats.ts';
import { publishedForm as published } from '@junkan/kit/views/accounts-feed.fixture.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';

const NAMESPACE = 'bench';
const AT_ONCE = 2_000;

const keys = newKeys(['bench']);
const { own: signer } = keysOf('bench', keys.bench);

/** The view's settings for whose events count. */
export const signers = {
  publicKeys: keys.bench.JUNKAN_INTERNAL_PUBLIC_KEYS,
  owners: Object.fromEntries(CONTEXT_NAMES.map((context) => [context, 'bench'])),
};

/** A synthetic event as its owner's relay publishes it. */
export const publishedForm = (event: ViewEvent) => published(NAMESPACE, signer, event);

export type Broker = {
  readonly nats: Nats;
  readonly url: string;
  readonly namespace: string;
  publish(events: Iterable<ViewEvent>): Promise<number>;
  close(): Promise<void>;
};

/** A NATS server of its own with the event streams of all contexts, and its data in a temporary folder. */
export async function startBroker(): Promise<Broker> {
  const dataDir = mkdtempSync(join(tmpdir(), 'junkan-bench-'));
  const silent = { info: () => undefined, warn: (details: object, message: string) => console.error(message, details) };
  const engines = await startEngines({ dataDir, log: silent, only: ['nats'] });
  const nats = await connectNats({ JUNKAN_NATS_URL: engines.natsUrl }, 'bench');
  for (const context of CONTEXT_NAMES) await ensureEventStream(nats, NAMESPACE, context);
  return {
    nats,
    url: engines.natsUrl,
    namespace: NAMESPACE,
    async publish(events) {
      let count = 0;
      let sending: Promise<unknown>[] = [];
      for (const event of events) {
        const { subject, text } = publishedForm(event);
        sending.push(nats.js.publish(subject, text));
        count += 1;
        if (sending.length < AT_ONCE) continue;
        await Promise.all(sending);
        sending = [];
      }
      await Promise.all(sending);
      return count;
    },
    async close() {
      await nats.connection.close();
      await engines.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
