import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectMongo, type MongoClient } from '../mongo.ts';
import { type Blobs, blobs } from './blobs.ts';

let mongo: MongoClient;
let kept: Blobs;
const name = `t${randomBytes(6).toString('hex')}_blobs`;

beforeAll(async () => {
  mongo = await connectMongo({ JUNKAN_MONGO_URL: inject('mongoUrl') });
  kept = blobs(mongo.db(name));
});
afterAll(async () => {
  await mongo?.db(name).dropDatabase();
  await mongo?.close();
});

const bytes = randomBytes(700_000);
const hash = createHash('sha256').update(bytes).digest('hex');
const stored = async () => ({
  files: await mongo.db(name).collection('blob_bytes.files').countDocuments(),
  parts: await mongo.db(name).collection('blob_bytes.chunks').countDocuments(),
});

async function* halves(fault?: Error): AsyncIterable<Uint8Array> {
  yield bytes.subarray(0, 400_000);
  if (fault) throw fault;
  yield bytes.subarray(400_000);
}

test('what fails half-way is not found and leaves no bytes', async () => {
  await expect(kept.put(halves(new Error('the sender went away')), 'text/plain')).rejects.toThrow('the sender went away');
  expect(await kept.get(hash)).toBeUndefined();
  expect(await stored()).toEqual({ files: 0, parts: 0 });
});

test('the same bytes from several senders at once are kept once', async () => {
  const answers = await Promise.all(['text/plain', 'text/plain', 'text/plain'].map((mediaType) => kept.put(halves(), mediaType)));
  expect(answers).toEqual(Array(3).fill({ hash, size: bytes.length, mediaType: 'text/plain' }));
  expect(await stored()).toEqual({ files: 1, parts: 3 });
  const found = await kept.get(hash);
  expect(found && (await buffer(found.parts)).equals(bytes)).toBe(true);
  expect(await kept.has([hash, '0'.repeat(64)])).toEqual(new Set([hash]));
});
