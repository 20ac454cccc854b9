import { publicKeysIn } from '../keys.ts';
import { connectNats } from '../messaging/connect-nats.ts';
import { signersOf } from '../messaging/signing.ts';
import { pathOf } from './file.ts';
import type { ViewOptions } from './open-view.ts';
import { view } from './slow-accounts-view.fixture.ts';
import { sourceOf } from './source.ts';
import { verifiedIn } from './verified.ts';
import { startWriter } from './writer.ts';

// A program that writes a view until it is killed, and prints a word after each transaction. It writes in its main thread, as a worker
// thread would only take longer to start. Usage: node killed.fixture.ts <the options of the view, as JSON>
const { directory, nats, client, namespace, signers } = JSON.parse(process.argv[2] ?? '{}') as Omit<ViewOptions, 'module' | 'log'>;
const nothing = (): void => undefined;
const source = sourceOf({
  nats: await connectNats(nats, client),
  namespace,
  signers: signersOf(publicKeysIn(signers.publicKeys), signers.owners),
  verified: verifiedIn(directory, view, signers),
  refused: nothing,
});
const host = {
  opened: nothing,
  whole: nothing,
  stale: nothing,
  applied: () => void process.stdout.write('.'),
  swap: async () => undefined,
  note: nothing,
};
startWriter({ view, folder: directory, path: pathOf(directory, view), source, host });
