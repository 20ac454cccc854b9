import { setTimeout as sleep } from 'node:timers/promises';
import { publicKeysIn } from '../keys.ts';
import { connectNats } from '../messaging/connect-nats.ts';
import type { Nats } from '../messaging/nats.ts';
import { signersOf } from '../messaging/signing.ts';
import type { Note, ProgramData } from './messages.ts';
import { sharing } from './shared-source.ts';
import { type Source, sourceOf } from './source.ts';
import { type Verified, verifiedIn } from './verified.ts';
import type { View } from './view.ts';

const RETRY_MS = 1_000;

type Told = { readonly note: Note; readonly refused: (context: string) => void };

/** What the views of a program share: its connection to the broker, one reading of each feed, and what was verified before. */
export function programFeeds({ nats: settings, client, namespace, signers: keys }: ProgramData, { note, refused }: Told) {
  const signers = signersOf(publicKeysIn(keys.publicKeys), keys.owners);
  const stopping = new AbortController();

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
  let verified: ((context: string) => Verified) | undefined;
  const feeds = {
    namespace,
    signers,
    verified(context: string): Verified {
      if (!verified) throw new Error('a feed is read for a view');
      return verified(context);
    },
    refused(context: string, subject: string, reason: string): void {
      note('error', { subject, reason }, 'what is no event of the context’s owner is left out');
      refused(context);
    },
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

  return {
    source,
    /** What was verified is kept next to the file of the view that is opened first. @throws where the folder cannot be written in. */
    keptIn(folder: string, view: View): void {
      verified ??= verifiedIn(folder, view, keys);
    },
    async close(): Promise<void> {
      stopping.abort();
      await connecting;
      await nats?.connection.close();
    },
  };
}

export type ProgramFeeds = ReturnType<typeof programFeeds>;
