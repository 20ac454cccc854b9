import { writeAll } from '@junkan/kit/mongo.ts';
import { type Document, MongoBulkWriteError } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { ids, scratchDatabase } from './scratch-database.ts';

// Operations of MongoDB that the project relies on, against whichever server is configured, and the one in memory that tests have.
const duplicateKey = { code: 11_000 };

describe.each(['server', 'memory'] as const)('%s', (where) => {
  const mongo = scratchDatabase(where);

  describe('inserts and unique keys', () => {
    test('insertOne with majority and journal is acknowledged and read back', async () => {
      expect(await mongo.docs.insertOne({ _id: 'a', n: 1, list: [{ x: null }] })).toMatchObject({ acknowledged: true, insertedId: 'a' });
      expect(await mongo.docs.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 1, list: [{ x: null }] });
    });

    test('a second insert under the same _id is a duplicate key, and of ten at once exactly one succeeds', async () => {
      await mongo.docs.insertOne({ _id: 'a' });
      await expect(mongo.docs.insertOne({ _id: 'a' })).rejects.toMatchObject(duplicateKey);
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => mongo.docs.insertOne({ _id: 'raced', n })));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(duplicateKey);
    });

    test('a unique compound index refuses the pair and allows each half', async () => {
      await mongo.docs.createIndex({ stream: 1, commandId: 1 }, { unique: true });
      await mongo.docs.insertOne({ _id: 'a@1', stream: 'a', commandId: 'c1' });
      await mongo.docs.insertMany([
        { _id: 'a@2', stream: 'a', commandId: 'c2' },
        { _id: 'b@1', stream: 'b', commandId: 'c1' },
      ]);
      const refused = mongo.docs.insertOne({ _id: 'a@3', stream: 'a', commandId: 'c1' });
      await expect(refused).rejects.toMatchObject({ ...duplicateKey, keyPattern: { stream: 1, commandId: 1 } });
      expect(await mongo.docs.countDocuments({})).toBe(3);
    });

    test('of many inserts in one bulk write those whose key is there are refused, and all others are written', async () => {
      await mongo.docs.createIndex({ stream: 1, commandId: 1 }, { unique: true });
      await mongo.docs.insertOne({ _id: 'a@1', stream: 'a', commandId: 'c1' });
      const documents = [
        { _id: 'b@1', stream: 'b', commandId: 'c1' },
        { _id: 'a@1', stream: 'a', commandId: 'c2' },
        { _id: 'b@1', stream: 'b', commandId: 'c2' },
        { _id: 'a@2', stream: 'a', commandId: 'c1' },
        { _id: 'c@1', stream: 'c', commandId: 'c1' },
      ];
      expect(
        await writeAll(
          mongo.docs,
          documents.map((document) => ({ insertOne: { document } })),
        ),
      ).toEqual(new Set([1, 2, 3]));
      expect(ids(await mongo.docs.find().sort({ _id: 1 }).toArray())).toEqual(['a@1', 'b@1', 'c@1']);
    });

    test('creating the same index again changes nothing', async () => {
      await mongo.docs.createIndex({ stream: 1, commandId: 1 }, { unique: true });
      await mongo.docs.createIndex({ stream: 1, commandId: 1 }, { unique: true });
      expect((await mongo.docs.indexes()).map(({ name }) => name).sort()).toEqual(['_id_', 'stream_1_commandId_1']);
    });
  });

  describe('the outbox', () => {
    test('a partial index follows documents out of and back into its filter', async () => {
      await mongo.docs.createIndex({ relayed: 1 }, { partialFilterExpression: { relayed: 0 } });
      await mongo.docs.insertMany(['a', 'b', 'c', 'd'].map((_id) => ({ _id, relayed: 0 })));
      expect(await mongo.docs.countDocuments({ relayed: 0 })).toBe(4);
      const marked = await mongo.docs.updateMany({ _id: { $in: ['a', 'c'] } }, { $set: { relayed: 7 } });
      expect(marked).toMatchObject({ matchedCount: 2, modifiedCount: 2 });
      expect(ids(await mongo.docs.find({ relayed: 0 }).sort({ _id: 1 }).limit(10).toArray())).toEqual(['b', 'd']);
      expect(await mongo.docs.countDocuments({ relayed: { $gt: 5 } })).toBe(2);
      await mongo.docs.updateMany({ relayed: { $gt: 6 } }, { $set: { relayed: 0 } });
      expect(await mongo.docs.countDocuments({ relayed: 0 })).toBe(4);
    });

    test('a range of _id comes sorted and limited, bounds as asked', async () => {
      const at = (stream: string, version: number) => `${stream}@${String(version).padStart(10, '0')}`;
      const keys = ['prj_a', 'prj_ab', 'prj_b'].flatMap((stream) => [10, 9, 2, 1].map((version) => at(stream, version)));
      await mongo.docs.insertMany(keys.map((_id) => ({ _id })));
      const range = mongo.docs.find({ _id: { $gte: at('prj_a', 2), $lt: 'prj_aA' } }).sort({ _id: 1 });
      expect(ids(await range.toArray())).toEqual([2, 9, 10].map((version) => at('prj_a', version)));
      const newest = mongo.docs.find({ _id: { $gte: 'prj_b@', $lt: 'prj_bA' } }).sort({ _id: -1 });
      expect(ids(await newest.limit(2).toArray())).toEqual([at('prj_b', 10), at('prj_b', 9)]);
    });
  });

  describe('projections', () => {
    test('a bulk write replaces a row of the expected version and puts in a new one', async () => {
      await mongo.docs.insertOne({ _id: 'a', version: 1 });
      const result = await mongo.docs.bulkWrite(
        ['a', 'b'].map((_id) => ({ replaceOne: { filter: { _id, version: 1 }, replacement: { version: 2, name: _id }, upsert: true } })),
        { ordered: false },
      );
      expect(result).toMatchObject({ modifiedCount: 1, upsertedCount: 1 });
      expect(await mongo.docs.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 'a', version: 2, name: 'a' },
        { _id: 'b', version: 2, name: 'b' },
      ]);
    });

    test('a bulk write of an older version is a duplicate key, changes nothing, and the rest is written', async () => {
      await mongo.docs.insertOne({ _id: 'a', version: 5 });
      const write = mongo.docs.bulkWrite(
        ['a', 'b'].map((_id) => ({ replaceOne: { filter: { _id, version: { $lt: 3 } }, replacement: { version: 3 }, upsert: true } })),
        { ordered: false },
      );
      const error: unknown = await write.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(MongoBulkWriteError);
      expect([(error as MongoBulkWriteError).writeErrors].flat()).toEqual([expect.objectContaining({ code: 11_000, index: 0 })]);
      expect(await mongo.docs.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 'a', version: 5 },
        { _id: 'b', version: 3 },
      ]);
    });

    test('an upsert counts with $inc and keeps the greatest with $max, also many at once', async () => {
      const count = (seen: number) =>
        mongo.docs.updateOne({ _id: 'a' }, { $inc: { count: 1, 'by.kind': 2n }, $max: { seen } }, { upsert: true });
      await count(3);
      await Promise.all([9, 4, 7].map(count));
      expect(await mongo.docs.findOne({ _id: 'a' })).toEqual({ _id: 'a', count: 4, by: { kind: 8n }, seen: 9 });
    });

    test('findOneAndUpdate upserts and answers what it made', async () => {
      const next = () =>
        mongo.docs.findOneAndUpdate(
          { _id: 'a' },
          { $inc: { n: 1 }, $setOnInsert: { since: 'first' } },
          { upsert: true, returnDocument: 'after' },
        );
      expect(await next()).toEqual({ _id: 'a', n: 1, since: 'first' });
      expect(await next()).toEqual({ _id: 'a', n: 2, since: 'first' });
    });

    test('replaceOne with upsert makes, then replaces, the whole document', async () => {
      await mongo.docs.replaceOne({ _id: 'a' }, { x: 1, y: 1 }, { upsert: true });
      await mongo.docs.replaceOne({ _id: 'a' }, { x: 2 }, { upsert: true });
      expect(await mongo.docs.find().toArray()).toEqual([{ _id: 'a', x: 2 }]);
    });

    test('deleteMany deletes what matches and returns how many', async () => {
      await mongo.docs.insertMany(['a', 'b', 'c'].map((_id, n) => ({ _id, retry: n > 0 })));
      expect(await mongo.docs.deleteMany({ _id: { $in: ['a', 'b'] }, retry: true })).toMatchObject({ deletedCount: 1 });
      expect(await mongo.docs.deleteMany({})).toMatchObject({ deletedCount: 2 });
    });
  });

  describe('queries', () => {
    test('paging by a compound key over an indexed nested path meets every document once, in order', async () => {
      await mongo.docs.createIndex({ 'keys.city': 1, 'keys.amount': -1, _id: 1 });
      const all = Array.from({ length: 25 }, (_, n) => ({
        _id: `d${String(n).padStart(2, '0')}`,
        keys: { city: n % 2 ? 'Hanoi' : 'Surabaya', amount: n % 5 },
      }));
      await mongo.docs.insertMany(all);
      const expected = all
        .filter(({ keys }) => keys.city === 'Hanoi')
        .sort((a, b) => b.keys.amount - a.keys.amount || (a._id < b._id ? -1 : 1));
      const met: string[] = [];
      let after: Document = {};
      for (;;) {
        const page = await mongo.docs
          .find({ 'keys.city': 'Hanoi', ...after })
          .sort({ 'keys.amount': -1, _id: 1 })
          .limit(4)
          .toArray();
        met.push(...ids(page));
        const last = page.at(-1);
        if (!last || page.length < 4) break;
        const amount: unknown = last['keys'].amount;
        after = { $or: [{ 'keys.amount': { $lt: amount } }, { 'keys.amount': amount, _id: { $gt: last._id } }] };
      }
      expect(met).toEqual(ids(expected));
    });

    test('an index on a field of array elements finds the document by any element', async () => {
      await mongo.docs.createIndex({ 'parts.sponsor': 1 });
      await mongo.docs.insertMany([
        { _id: 'a', parts: [{ sponsor: 's1' }, { sponsor: 's2' }] },
        { _id: 'b', parts: [{ sponsor: 's2' }] },
      ]);
      expect(ids(await mongo.docs.find({ 'parts.sponsor': 's2' }).sort({ _id: 1 }).toArray())).toEqual(['a', 'b']);
      expect(ids(await mongo.docs.find({ 'parts.sponsor': 's1' }).toArray())).toEqual(['a']);
      expect(await mongo.docs.countDocuments({ 'parts.sponsor': { $in: ['s1', 's3'] } })).toBe(1);
    });

    test('a projection answers only the named fields, also nested', async () => {
      await mongo.docs.insertOne({ _id: 'a', version: 3, message: { name: 'x', long: 'text' } });
      expect(await mongo.docs.findOne({ _id: 'a' }, { projection: { version: 1 } })).toEqual({ _id: 'a', version: 3 });
      expect(await mongo.docs.findOne({ _id: 'a' }, { projection: { _id: 0, 'message.name': 1 } })).toEqual({ message: { name: 'x' } });
    });

    test('a cursor over many batches meets every document once', async () => {
      await mongo.docs.insertMany(Array.from({ length: 2_500 }, (_, n) => ({ _id: String(n).padStart(5, '0') })));
      const met: string[] = [];
      for await (const { _id } of mongo.docs.find().sort({ _id: 1 }).batchSize(400)) met.push(_id);
      expect(met).toHaveLength(2_500);
      expect(met).toEqual([...new Set(met)].sort());
    });

    test('estimatedDocumentCount and distinct agree with what is there', async () => {
      await mongo.docs.insertMany(['a', 'b', 'c'].map((_id, n) => ({ _id, kind: n % 2 ? 'odd' : 'even' })));
      expect(await mongo.docs.estimatedDocumentCount()).toBe(3);
      expect((await mongo.docs.distinct('kind')).sort()).toEqual(['even', 'odd']);
    });
  });
});
