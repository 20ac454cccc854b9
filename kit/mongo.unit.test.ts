import { type Collection, MongoBulkWriteError, MongoNetworkError, MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import { isOutOfReach, operationOf, writeAll } from './mongo.ts';

test.each([
  ['a question', { find: 'commits', filter: { stream: 'prj_1', from: { $gte: 2 } } }, ['find', 'commits', 'stream,from']],
  ['the rest of an answer', { getMore: 7n, collection: 'commits' }, ['getMore', 'commits', '']],
  ['an insert', { insert: 'texts', documents: [{ _id: 'txt_1' }] }, ['insert', 'texts', '']],
  ['a change', { update: 'looks', updates: [{ q: { _id: 'a', woken: 1 }, u: {} }] }, ['update', 'looks', '_id,woken']],
  ['a removal', { delete: 'parked', deletes: [{ q: { consumer: 'a' }, limit: 0 }] }, ['delete', 'parked', 'consumer']],
  ['a count', { aggregate: 'commits', pipeline: [{ $match: { relayed: 0 } }, { $group: {} }] }, ['aggregate', 'commits', 'relayed']],
  ['what is of no collection', { hello: 1 }, ['hello', '', '']],
])('%s is counted by kind, collection and fields, and shows no value', (_, command, [operation, collection, by]) => {
  const commandName = Object.keys(command)[0] ?? '';
  expect(operationOf({ command, commandName })).toEqual({ operation, collection, by });
});

test('a server that cannot write is out of reach, and one that refuses what it was asked is not', () => {
  const saying = (code: number) => new MongoServerError({ code, errmsg: 'no' });
  expect([1, 14_031, 11_000, 2].map((code) => isOutOfReach(saying(code)))).toEqual([true, true, false, false]);
});

test('many writes at once that meet an outage throw it as one write does, though the driver says that it is a fault of theirs', async () => {
  const outage = new MongoNetworkError('the connection broke');
  const wrapped = new MongoBulkWriteError(outage as never, {} as never);
  const kept = { bulkWrite: () => Promise.reject(wrapped) } as unknown as Collection<{ readonly _id: string }>;
  await expect(writeAll(kept, [{ insertOne: { document: { _id: 'a' } } }])).rejects.toBe(outage);
  expect([outage, wrapped].map(isOutOfReach)).toEqual([true, false]);
});
