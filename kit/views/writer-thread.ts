import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { publicKeysIn } from '../keys.ts';
import { connectNats } from '../messaging/connect-nats.ts';
import type { Nats } from '../messaging/nats.ts';
import { signersOf } from '../messaging/signing.ts';
import type { FromThread, FromWriter, Note, ThreadData, ToThread, ToWriter } from './messages.ts';
import { sharing } from './shared-source.ts';
import { type Source, sourceOf } from './source.ts';
import { type Verified, verifiedIn } from './verified.ts';
import type { View } from './view.ts';
import { sayingHost, startWriter } from './writer.ts';

// The thread that writes the views of a program. All of them share its connection to the broker and one reading of each feed; reads of the files happen in the
// main thread.

const RETRY_MS = 1_000;
const { nats: settings, client, namespace, signers: keys } = workerData as ThreadData;
const port = parentPort;
if (!port) throw new Error('this is the writing thread of views');
const signers = signersOf(publicKeysIn(keys.publicKeys), keys.owners);
const stopping = new AbortController();

type Opened = { readonly view: View; hear(message: ToWriter): void };
const open = new Map<string, Opened>();
const say = (path: string, message: FromWriter): void => port.postMessage({ path, message } satisfies FromThread);
/** What is of no view in particular is said of the first. */
const note: Note = (level, details, message) => {
  const [[path = ''] = []] = open;
  say(path, { kind: 'note', level, details, message });
};

/** The files can be read while the broker cannot be reached. */
async function connected(): Promise<Nats | undefined> {
  while (!stopping.signal.aborted) {
    try {
      return await connectNats(settings, client);
    } catch (error) {
      note('warn', { client, reason: String(error) }, 'the broker cannot be reached, and is tried again');
      await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  return undefined;
}

let nats: Nats | undefined;
const connecting = connected().then((connection) => {
  nats = connection;
});
const refused = (context: string, subject: string, reason: string): void => {
  note('error', { subject, reason }, 'what is no event of the context’s owner is left out');
  for (const [path, { view }] of open) if (view.contexts.includes(context)) say(path, { kind: 'refused' });
};
/** Next to the file of the view that was opened first. */
let verified: ((context: string) => Verified) | undefined;
const feeds = {
  namespace,
  signers,
  verified(context: string): Verified {
    if (!verified) throw new Error('a feed is read for a view');
    return verified(context);
  },
  refused,
};
const source: Source = sharing({
  async end(context) {
    await connecting;
    return nats && sourceOf({ ...feeds, nats }).end(context);
  },
  async *read(...asked) {
    await connecting;
    if (nats) yield* sourceOf({ ...feeds, nats }).read(...asked);
  },
});

async function opened(path: string, { module, folder }: { readonly module: string; readonly folder: string }): Promise<Opened> {
  const { view } = (await import(module)) as { view: View };
  verified ??= verifiedIn(folder, view, keys);
  let isListenedTo = false;
  const { host, swapped } = sayingHost(
    (message) => {
      const isUnheard = message.kind === 'applied' && !isListenedTo;
      say(path, isUnheard ? { ...message, applied: { ...message.applied, events: [] } } : message);
    },
    (level, details, message) => say(path, { kind: 'note', level, details, message }),
  );
  const writer = startWriter({ view, folder, path, source, host });

  async function close(): Promise<void> {
    // A swap that will not be answered any more must not block the stop.
    const closed = writer.close();
    swapped();
    await closed;
    open.delete(path);
    say(path, { kind: 'closed' });
  }
  return {
    view,
    hear(message) {
      switch (message.kind) {
        case 'listened-to':
          isListenedTo = message.isListenedTo;
          return;
        case 'swapped':
          swapped();
          return;
        case 'behind':
          void writer.behind().then(
            (counts) => say(path, { kind: 'behind', id: message.id, counts }),
            () => say(path, { kind: 'behind', id: message.id, counts: undefined }),
          );
          return;
        case 'close':
          void close();
          return;
      }
    },
  };
}

/** Messages to a view whose module is still being loaded wait for that. */
const opening = new Map<string, Promise<void>>();

async function begin(path: string, data: { readonly module: string; readonly folder: string }): Promise<void> {
  try {
    open.set(path, await opened(path, data));
  } catch (error) {
    say(path, { kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

async function end(): Promise<void> {
  stopping.abort();
  await connecting;
  await nats?.connection.close();
  port?.close();
}

port.on('message', (asked: ToThread) => {
  if (!('path' in asked)) {
    void end();
    return;
  }
  const { path, message } = asked;
  if (message.kind === 'open') opening.set(path, begin(path, message));
  else
    void opening.get(path)?.then(() => {
      const view = open.get(path);
      if (view) view.hear(message);
      else if (message.kind === 'close') say(path, { kind: 'closed' });
    });
});
