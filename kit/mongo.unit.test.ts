import { type Collection, MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { insertOnce, isOutOfReach, operationOf, writeAll } from './mongo.ts';

type Kept = { readonly _id: string };

test.each([
  ['a question', { find: 'commits', filter: { stream: 'prj_1', from: { $gte: 2 } } }, ['find', 'commits', 'stream,from']],
  ['the rest of an answer', { getMore: 7n, collection: 'commits' }, ['getMore', 'commits', '']],
  ['an insert', { insert: 'texts', documents: [{ _id: 'txt_1' }] }, ['insert', 'texts', '']],
  ['a change', { update: 'looks', updates: [{ q: { _id: 'a', woken: 1 }, u: {} }] }, ['update', 'looks', '_id,woken']],
  ['a removal', { delete: 'parked', deletes: [{ q: { consumer: 'a' }, limit: 0 }] }, ['delete', 'parked', 'consumer']],
  ['a count', { aggregate: 'commits', pipeline: [{ $match: { relayed: 0 } }, { $group: {} }] }, ['aggregate', 'commits', 'relayed']],
  ['what is of no collection', { hello: 1 }, ['hello', '', '']],
])('%s is counted by kind, collection and fields, and tells no value', (_, command, [operation, collection, by]) => {
  const commandName = Object.keys(command)[0] ?? '';
  expect(operationOf({ command, commandName })).toEqual({ operation, collection, by });
});

test.each([
  ['one write', (kept: Collection<Kept>) => insertOnce(kept, { _id: 'a' })],
  ['many writes at once', (kept: Collection<Kept>) => writeAll(kept, [{ insertOne: { document: { _id: 'a' } } }])],
])('%s to a database that nobody answers for is an outage', async (_, write) => {
  const client = new MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 });
  const error: unknown = await write(client.db('a').collection<Kept>('kept')).catch((reason: unknown) => reason);
  expect(isOutOfReach(error)).toBe(true);
  await client.close();
});
