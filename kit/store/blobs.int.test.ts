import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Binary } from 'mongodb';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { silent } from '../installation.fixture.ts';
import { connectMongo, type MongoClient } from '../mongo.ts';
import { type Blobs, blobs } from './blobs.ts';

let mongo: MongoClient;
let kept: Blobs;
const name = `t${randomBytes(6).toString('hex')}_blobs`;

beforeAll(async () => {
  mongo = await connectMongo({ JUNKAN_MONGO_URL: inject('mongoUrl') });
  kept = await blobs(mongo.db(name), silent);
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
  expect([...(await kept.known([hash, '0'.repeat(64)])).keys()]).toEqual([hash]);
});

test('many first files at once in a new store are all kept', async () => {
  const fresh = mongo.db(`${name}_fresh`);
  onTestFinished(() => void fresh.dropDatabase());
  const store = await blobs(fresh, silent);
  // The driver would make them with the first file, while others are stored already.
  expect((await fresh.collections()).map(({ collectionName }) => collectionName).sort()).toEqual(['blob_bytes.chunks', 'blob_bytes.files']);
  const one = async function* (index: number): AsyncIterable<Uint8Array> {
    yield Buffer.from(`file ${index}`);
  };
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => store.put(one(index), 'text/plain')));
  expect(new Set(answers.map((each) => each.hash)).size).toBe(40);
});

test('what is not admitted is not kept', async () => {
  const before = await stored();
  const refused = kept.put(halves(), 'text/plain', () => Promise.reject(new Error('too much')));
  await expect(refused).rejects.toThrow('too much');
  expect(await stored()).toEqual(before);
});

test('bytes of the same length in the place of those that were named are not given', async () => {
  const chunks = mongo.db(name).collection('blob_bytes.chunks');
  const [chunk] = await chunks.find({ n: 2 }).toArray();
  if (!chunk) throw new Error('there is no third part');
  const length = (chunk['data'] as { length(): number }).length();
  await chunks.updateOne({ _id: chunk._id }, { $set: { data: new Binary(Buffer.alloc(length)) } });
  await expect(kept.get(hash)).rejects.toMatchObject({ problem: { kind: 'bug', type: 'ContentIsDamaged' } });
  await chunks.deleteOne({ _id: chunk._id });
  await expect(kept.get(hash)).rejects.toMatchObject({ problem: { kind: 'bug', type: 'ContentIsDamaged' } });
});
