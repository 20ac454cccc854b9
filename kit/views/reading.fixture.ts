import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKeys, silent } from '../installation.fixture.ts';
import type { Nats } from '../messaging/nats.ts';
import { viewInProcess } from '../testing/memory-view.fixture.ts';
import { atOnce } from '../testing/turn.fixture.ts';
import { view as accounts } from './accounts-view.fixture.ts';
import { openView } from './open-view.ts';

const HOST = { turn: atOnce, onDeath: () => undefined };

/** Where there is no broker to connect to, the view is read by what is handed over. */
type Place = { readonly natsUrl: string | undefined; readonly nats?: Nats; readonly namespace: string };

/** The view of accounts in a folder of its own, with what it has read: each stream with its version and the amounts that were folded. */
export async function readAccounts({ natsUrl = '', nats, namespace }: Place) {
  const directory = mkdtempSync(join(tmpdir(), 'junkan-views-'));
  const options = {
    module: new URL('./accounts-view.fixture.ts', import.meta.url),
    directory,
    nats: { JUNKAN_NATS_URL: natsUrl },
    client: namespace,
    namespace,
    signers: signingKeys,
    log: silent,
  };
  const view = natsUrl === '' && nats ? await viewInProcess(HOST, nats, accounts, options) : await openView(options);
  return {
    view,
    rows: (): unknown[] =>
      view
        .prepare('SELECT account.id, version, amounts FROM account JOIN stream ON stream.id = account.id ORDER BY account.id')
        .all()
        .map(({ id, version, amounts }) => [id, version, String(amounts).split(' ')]),
    /** Whether everything is read that is published. */
    isQuiet: async (): Promise<boolean> => !view.isStale && (await view.behind())['bank'] === 0,
    async close(): Promise<void> {
      await view.close();
      rmSync(directory, { recursive: true });
    },
  };
}
