import { publicKeysIn } from '../keys.ts';
import { connectNats } from '../messaging/connect-nats.ts';
import { signersOf } from '../messaging/signing.ts';
import { pathOf } from './file.ts';
import type { ViewOptions } from './open-view.ts';
import { view } from './slow-accounts-view.fixture.ts';
import { sourceOf } from './source.ts';
import { verifiedIn } from './verified.ts';
import { startWriter } from './writer.ts';

// A program that writes a view until it is killed, and says a word after each transaction. It has no thread for it, which would only
// take longer to start: node killed.fixture.ts <what a view is opened with, as JSON>
const { directory, nats, client, namespace, signers } = JSON.parse(process.argv[2] ?? '{}') as Omit<ViewOptions, 'module' | 'log'>;
const nothing = (): void => undefined;
const source = sourceOf({
  nats: await connectNats(nats, client),
  namespace,
  signers: signersOf(publicKeysIn(signers.publicKeys), signers.owners),
  verified: verifiedIn(directory, view, signers),
  refused: nothing,
});
const host = { opened: nothing, stale: nothing, applied: () => void process.stdout.write('.'), swap: async () => undefined, note: nothing };
startWriter({ view, folder: directory, path: pathOf(directory, view), source, host });
