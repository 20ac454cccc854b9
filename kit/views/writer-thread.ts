import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { publicKeysIn } from '../keys.ts';
import { connectNats } from '../messaging/connect-nats.ts';
import type { Nats } from '../messaging/nats.ts';
import { signersOf } from '../messaging/signing.ts';
import type { FromWriter, ToWriter, WriterData } from './messages.ts';
import { type Source, sourceOf } from './source.ts';
import { verifiedIn } from './verified.ts';
import type { View } from './view.ts';
import { startWriter } from './writer.ts';

// The thread that writes a view. It has its own connection to the broker; reads of the file happen in the main thread.

const RETRY_MS = 1_000;
const { module, folder, path, nats: settings, client, namespace, signers: keys } = workerData as WriterData;
const port = parentPort;
if (!port) throw new Error('this is the writing thread of a view');
const say = (message: FromWriter): void => port.postMessage(message);
const note: Parameters<typeof startWriter>[0]['host']['note'] = (level, details, message) => say({ kind: 'note', level, details, message });

const { view } = (await import(module)) as { view: View };
const signers = signersOf(publicKeysIn(keys.publicKeys), keys.owners);
const stopping = new AbortController();

/** The file can be read while the broker cannot be reached. */
async function connected(): Promise<Nats | undefined> {
  while (!stopping.signal.aborted) {
    try {
      return await connectNats(settings, client);
    } catch (error) {
      note('warn', { view: view.name, reason: String(error) }, 'the broker cannot be reached, and is tried again');
      await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  return undefined;
}

let nats: Nats | undefined;
const connecting = connected().then((connection) => {
  nats = connection;
});
const refused = (subject: string, reason: string): void => {
  note('error', { view: view.name, subject, reason }, 'what is no event of the context’s owner is left out');
  say({ kind: 'refused' });
};
const feeds = { namespace, signers, verified: verifiedIn(folder, view, keys), refused };
const source: Source = {
  async end(context) {
    await connecting;
    return nats && sourceOf({ ...feeds, nats }).end(context);
  },
  async *read(...asked) {
    await connecting;
    if (nats) yield* sourceOf({ ...feeds, nats }).read(...asked);
  },
};

let isListenedTo = false;
let swapped = Promise.withResolvers<void>();
const writer = startWriter({
  view,
  folder,
  path,
  source,
  host: {
    opened: () => say({ kind: 'opened' }),
    stale: (isStale) => say({ kind: 'stale', isStale }),
    applied: (applied) => say({ kind: 'applied', applied: isListenedTo ? applied : { ...applied, events: [] } }),
    swap() {
      swapped = Promise.withResolvers();
      say({ kind: 'swap' });
      return swapped.promise;
    },
    note,
  },
});

async function close(): Promise<void> {
  stopping.abort();
  // A swap that will not be answered any more must not block the stop.
  swapped.resolve();
  await connecting;
  await writer.close();
  await nats?.connection.close();
  port?.close();
}

port.on('message', (message: ToWriter) => {
  switch (message.kind) {
    case 'listened-to':
      isListenedTo = message.isListenedTo;
      return;
    case 'swapped':
      swapped.resolve();
      return;
    case 'behind':
      void writer.behind().then(
        (counts) => say({ kind: 'behind', id: message.id, counts }),
        () => say({ kind: 'behind', id: message.id, counts: undefined }),
      );
      return;
    case 'close':
      void close();
      return;
  }
});
