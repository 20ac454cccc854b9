import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { installation, signer, signers, signingKeys, silent, thief, until } from '../installation.fixture.ts';
import { ensureEventStream, eventStreamName } from '../messaging/nats.ts';
import { publishAll, publishedForm } from './accounts-feed.fixture.ts';
import { view as accounts, contentsOf, deposited } from './accounts-view.fixture.ts';
import { openView } from './open-view.ts';
import { sourceOf } from './source.ts';
import { verifiedIn } from './verified.ts';

const shared = installation();
let namespace: string;
let folder: string;
beforeEach(async () => {
  namespace = `${shared.namespace}_${randomUUID().slice(0, 8)}`;
  folder = mkdtempSync(join(tmpdir(), 'junkan-verified-'));
  await ensureEventStream(shared.nats, namespace, 'bank');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await shared.nats.manager.streams.delete(eventStreamName(namespace, 'bank'));
});

/** Deposits of 1 to one account. */
const deposits = (count: number) => Array.from({ length: count }, (_, index) => deposited('acc_0', index + 1, '1', index + 1));

/** Opens the view until it has read so many messages. */
async function read(sequence: number) {
  const view = await openView({
    module: new URL('./accounts-view.fixture.ts', import.meta.url),
    directory: folder,
    nats: { JUNKAN_NATS_URL: inject('natsUrl') },
    client: namespace,
    namespace,
    signers: signingKeys,
    log: silent,
  });
  await until(() => view.position()['bank']?.sequence === sequence && !view.isStale);
  const contents = contentsOf(view.read);
  await view.close();
  return { path: view.path, contents };
}

test('a file that is built again takes what was verified before, byte for byte, and of all else only what its owner has signed', async () => {
  const events = deposits(4);
  await publishAll(shared.nats, namespace, signer, events);
  const { path } = await read(4);
  rmSync(path);
  // In the places of events that were verified, in a stream that looks the same: one of them, two that are forged, and one of another place.
  await shared.nats.manager.streams.delete(eventStreamName(namespace, 'bank'));
  await ensureEventStream(shared.nats, namespace, 'bank');
  const [one, two, three, four] = events.map((event) => publishedForm(namespace, signer, event));
  const forged = publishedForm(namespace, thief, deposited('acc_0', 2, '999', 2));
  for (const { subject, text } of [
    one,
    forged,
    { ...three, text: three?.text.replace('"amount":"1"', '"amount":"999"') },
    two,
    three,
    four,
  ] as (typeof forged)[])
    await shared.nats.js.publish(subject, text);
  const { contents } = await read(6);
  expect(contents).toMatchObject({ accounts: [{ amounts: '1 1 1 1', balance: 4 }], parked: [], held: [] });
});

test('what was verified is not verified again when the feed is read from the start, unless under other keys', async () => {
  await publishAll(shared.nats, namespace, signer, deposits(20));
  const { signal } = new AbortController();
  let checks = 0;
  const readOnce = async (keys = signingKeys): Promise<number> => {
    const before = checks;
    const source = sourceOf({
      nats: shared.nats,
      namespace,
      signers(context, id) {
        checks += 1;
        return signers(context, id);
      },
      verified: verifiedIn(folder, accounts, keys),
      refused: () => undefined,
    });
    const end = await source.end('bank');
    let count = 0;
    for await (const { events, sequence } of source.read('bank', { origin: end?.origin ?? '', sequence: 0 }, signal)) {
      count += events.length;
      if (sequence === end?.sequence) break;
    }
    expect(count).toBe(20);
    return checks - before;
  };
  expect(await readOnce()).toBe(20);
  expect(await readOnce()).toBe(0);
  expect(await readOnce({ ...signingKeys, publicKeys: `${signingKeys.publicKeys} ` })).toBe(20);
});
