import { publicKeysIn } from '../keys.ts';
import type { Log } from '../log.ts';
import type { Nats } from '../messaging/nats.ts';
import { signersOf } from '../messaging/signing.ts';
import type { ToWriter, WriterData } from '../views/messages.ts';
import { type OpenView, openView, type ViewOptions } from '../views/open-view.ts';
import { sharing } from '../views/shared-source.ts';
import { type Source, sourceOf } from '../views/source.ts';
import { verifiedIn } from '../views/verified.ts';
import type { View } from '../views/view.ts';
import { sayingHost, startWriter } from '../views/writer.ts';
import type { ToReader, writerHandle } from '../views/writer-handle.ts';
import type { Host } from './memory-network.fixture.ts';

/** A view whose writer runs in the thread of its readers, and reads the feeds from what is handed to it. */
export async function viewInProcess({ onDeath }: Host, nats: Nats, view: View, options: ViewOptions): Promise<OpenView> {
  let isDead = false;
  let isClosed = false;
  onDeath(() => {
    isDead = true;
  });
  const opened = await openView(options, {
    load: async () => view,
    startWriting(data, log, heard) {
      const writer = writerInProcess(view, nats, () => isDead, data, log, heard);
      return {
        ...writer,
        close() {
          isClosed = true;
          return writer.close();
        },
      };
    },
  });
  // The system lets go of what a process held when that ends.
  onDeath(() => {
    if (!isClosed) void opened.close();
  });
  return opened;
}

/** One reading of the feeds for all views in the folder of a program, by its connection. */
const sources = new WeakMap<Nats, Map<string, Source>>();
function sharedIn(nats: Nats, place: string, made: () => Source): Source {
  const own = sources.get(nats) ?? new Map<string, Source>();
  const source = own.get(place) ?? sharing(made());
  sources.set(nats, own.set(place, source));
  return source;
}

function writerInProcess(
  view: View,
  nats: Nats,
  isDead: () => boolean,
  { folder, path, namespace, signers }: WriterData,
  log: Log,
  heard: (message: ToReader) => void,
): ReturnType<typeof writerHandle> {
  const opening = Promise.withResolvers<void>();
  const source = sharedIn(nats, `${namespace} ${folder}`, () =>
    sourceOf({
      nats,
      namespace,
      signers: signersOf(publicKeysIn(signers.publicKeys), signers.owners),
      verified: verifiedIn(folder, view, signers),
      refused(_, subject, reason) {
        log.error({ subject, reason }, 'what is no event of the context’s owner is left out');
        heard({ kind: 'refused' });
      },
    }),
  );
  const said = (message: ToReader): void => {
    // Sent when the opener of the view is ready to receive it.
    queueMicrotask(() => {
      if (isDead()) return;
      heard(message);
      if (message.kind === 'opened') opening.resolve();
    });
  };
  const { host, swapped } = sayingHost(said, (level, details, message) => log[level](details, message));
  const writer = startWriter({ view, folder, path, source, host });
  return {
    opened: opening.promise,
    say: (message: ToWriter) => {
      if (message.kind === 'swapped') swapped();
    },
    listen: () => undefined,
    behind: () => writer.behind(),
    async close() {
      const closed = writer.close();
      if (!isDead()) await closed;
    },
  };
}
