import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKeys, silent } from '../installation.fixture.ts';
import { openView } from './open-view.ts';

type Place = { readonly natsUrl: string; readonly namespace: string };

/** The view of accounts in a folder of its own, with what it has read: each stream with its version and the amounts that were folded. */
export async function readAccounts({ natsUrl, namespace }: Place) {
  const directory = mkdtempSync(join(tmpdir(), 'junkan-views-'));
  const view = await openView({
    module: new URL('./accounts-view.fixture.ts', import.meta.url),
    directory,
    nats: { JUNKAN_NATS_URL: natsUrl },
    client: namespace,
    namespace,
    signers: signingKeys,
    log: silent,
  });
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
