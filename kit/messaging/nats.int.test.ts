import { JetStreamApiError } from '@nats-io/jetstream';
import { expect, test } from 'vitest';
import { installation } from '../installation.fixture.ts';
import { ensureEventStream, type Nats } from './nats.ts';

const engines = installation();

/** A broker that first says so many times that it cannot make the store of a stream. */
function removing(times: number, code: number): { readonly nats: Nats; asked(): number } {
  const { nats } = engines;
  const { streams } = nats.manager;
  let asked = 0;
  const add: typeof streams.add = async (config) => {
    asked += 1;
    if (asked <= times) throw new JetStreamApiError({ code: 500, err_code: code, description: 'error creating store for stream' });
    return streams.add(config);
  };
  const manager = Object.create(nats.manager, { streams: { value: Object.create(streams, { add: { value: add } }) } });
  return { nats: { ...nats, manager }, asked: () => asked };
}

test('a stream is made again as soon as the broker has removed the files of the one before', async () => {
  const { nats, asked } = removing(3, 10_049);
  const name = await ensureEventStream(nats, engines.namespace, 'again');
  expect((await engines.nats.manager.streams.info(name)).config.name).toBe(name);
  expect(asked()).toBe(4);
});

test('what else goes wrong with a stream is said at once', async () => {
  const { nats, asked } = removing(1, 10_047);
  await expect(ensureEventStream(nats, engines.namespace, 'full')).rejects.toThrow('error creating store');
  expect(asked()).toBe(1);
});
