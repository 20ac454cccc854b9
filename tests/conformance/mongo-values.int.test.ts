import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { GridFSBucket, Long } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { type Doc, ids, scratchDatabase } from './scratch-database.ts';

// Operations of MongoDB that the project relies on, against whichever server is configured.

const mongo = scratchDatabase();

describe('sums', () => {
  const cents = 9_007_199_254_740_993n;

  test('$match, $group and $sum add 64-bit amounts exactly', async () => {
    await mongo.docs.insertMany(['a', 'b', 'c', 'd'].map((_id, n) => ({ _id, sponsor: n < 3 ? 's1' : 's2', live: n > 0, amount: cents })));
    const sums = [
      { $match: { live: true } },
      { $group: { _id: '$sponsor', total: { $sum: '$amount' }, n: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ];
    expect(await mongo.docs.aggregate(sums).toArray()).toEqual([
      { _id: 's1', total: 2n * cents, n: 2 },
      { _id: 's2', total: cents, n: 1 },
    ]);
  });

  test('$unwind sums the elements of arrays by compound key', async () => {
    await mongo.docs.insertMany([
      {
        _id: 'a',
        entries: [
          { account: 'x', currency: 'IDR', amount: cents },
          { account: 'y', currency: 'IDR', amount: -cents },
        ],
      },
      { _id: 'b', entries: [{ account: 'x', currency: 'IDR', amount: 1n }] },
      { _id: 'c', entries: [] },
    ]);
    const sums = [
      { $unwind: '$entries' },
      { $group: { _id: { account: '$entries.account', currency: '$entries.currency' }, total: { $sum: '$entries.amount' } } },
      { $sort: { '_id.account': 1 } },
    ];
    expect(await mongo.docs.aggregate(sums).toArray()).toEqual([
      { _id: { account: 'x', currency: 'IDR' }, total: cents + 1n },
      { _id: { account: 'y', currency: 'IDR' }, total: -cents },
    ]);
  });
});

describe('values', () => {
  test('64-bit integers come back exact, as bigint or as Long', async () => {
    const extremes = [0n, -1n, 9_007_199_254_740_993n, 9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n];
    await mongo.docs.insertOne({ _id: 'a', extremes, long: Long.fromString('4611686018427387905') });
    expect(await mongo.docs.findOne({ _id: 'a' })).toEqual({ _id: 'a', extremes, long: 4_611_686_018_427_387_905n });
    const raw = await mongo.docs.findOne({ _id: 'a' }, { useBigInt64: false, promoteLongs: false });
    expect(String(raw?.['extremes'][3])).toBe('9223372036854775807');
  });

  test('64-bit integers compare and match with doubles and 32-bit ones by value', async () => {
    await mongo.docs.createIndex({ n: 1 });
    await mongo.docs.insertMany([
      { _id: 'long', n: 3n },
      { _id: 'int', n: 3 },
      { _id: 'double', n: 2.5 },
    ]);
    expect(ids(await mongo.docs.find({ n: 3 }).sort({ _id: 1 }).toArray())).toEqual(['int', 'long']);
    expect(ids(await mongo.docs.find({ n: { $lt: 3n } }).toArray())).toEqual(['double']);
  });

  test('bytes come back as they went in', async () => {
    const bytes = randomBytes(70_000);
    await mongo.docs.insertOne({ _id: 'a', bytes });
    const found = await mongo.docs.findOne({ _id: 'a' }, { promoteBuffers: true });
    expect(bytes.equals(found?.['bytes'])).toBe(true);
  });

  test('dates keep their milliseconds, texts of any script compare by code point', async () => {
    await mongo.docs.insertMany([
      { _id: 'สงขลา', at: new Date(1_790_000_000_123) },
      { _id: '北九州市' },
      { _id: 'Đà Nẵng' },
      { _id: '𠮷野' },
    ]);
    expect((await mongo.docs.findOne({ _id: 'สงขลา' }))?.['at']).toEqual(new Date(1_790_000_000_123));
    expect(ids(await mongo.docs.find().sort({ _id: 1 }).toArray())).toEqual(['Đà Nẵng', 'สงขลา', '北九州市', '𠮷野']);
  });
});

describe('files and databases', () => {
  test('GridFS keeps a megabyte by its own id, gives it back, and deletes it whole', async () => {
    const bucket = new GridFSBucket(mongo.db, { bucketName: 'evidence' });
    const content = randomBytes(1024 * 1024);
    const id = 'sha256-of-content' as never;
    await pipeline(Readable.from([content]), bucket.openUploadStreamWithId(id, 'report.pdf', { metadata: { type: 'application/pdf' } }));
    expect(await bucket.find({ _id: id }).toArray()).toMatchObject([{ filename: 'report.pdf', metadata: { type: 'application/pdf' } }]);
    expect(content.equals(await buffer(bucket.openDownloadStream(id)))).toBe(true);
    await bucket.delete(id);
    expect(await bucket.find().toArray()).toEqual([]);
    expect(await mongo.db.collection('evidence.chunks').countDocuments()).toBe(0);
  });

  test('dropDatabase drops this one and no other', async () => {
    const other = mongo.client.db(`${mongo.db.databaseName}_other`);
    await other.collection<Doc>('docs').insertOne({ _id: 'a' });
    await mongo.docs.insertOne({ _id: 'stays' });
    await other.dropDatabase();
    expect(await other.collection('docs').countDocuments()).toBe(0);
    expect(await mongo.docs.countDocuments()).toBe(1);
  });
});
