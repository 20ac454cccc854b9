import { randomUUID } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectMongo } from './mongo.ts';

const OPENED = 'net.client.socket';
const sockets: Socket[] = [];
const opens = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket);

let mongo: MongoClient;
beforeAll(async () => {
  channel(OPENED).subscribe(opens);
  mongo = await connectMongo({ JUNKAN_MONGO_URL: inject('mongoUrl') });
});
afterAll(async () => {
  channel(OPENED).unsubscribe(opens);
  await mongo.close();
});

test('an operation that begins after its connection has ended unnoticed does not wait for ever', async () => {
  const kept = mongo.db(`junkan-ended-${randomUUID()}`).collection<{ _id: string }>('kept');
  await kept.insertOne({ _id: 'first' });
  // In the same turn: the driver is notified in a later one.
  for (const socket of sockets) socket.destroy();
  expect(await kept.findOne({ _id: 'first' })).toEqual({ _id: 'first' });
  await kept.drop();
});
