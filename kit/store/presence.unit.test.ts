import { expect, test } from 'vitest';
import { MongoServer, memoryMongo } from '../testing/memory-mongo.fixture.ts';
import { atOnce } from '../testing/turn.fixture.ts';
import { presence } from './presence.ts';

test('who is at an item is known to the others there until they leave, or are silent for too long', async () => {
  let now = 0;
  const db = memoryMongo(new MongoServer(), atOnce).db('presence');
  const { attend } = await presence(db, () => now);
  expect(await attend('prj_1', 'aoi', false)).toEqual([]);
  expect(await attend('prj_1', 'ken', false)).toEqual(['aoi']);
  expect(await attend('prj_2', 'mei', false)).toEqual([]);
  now = 30_000;
  expect(await attend('prj_1', 'ken', false)).toEqual(['aoi']);
  now = 60_000;
  expect(await attend('prj_1', 'mei', false)).toEqual(['ken']);
  expect(await attend('prj_1', 'ken', true)).toEqual(['mei']);
  expect(await attend('prj_1', 'mei', false)).toEqual([]);
  expect(await db.collection('presence').countDocuments({ item: 'prj_1' })).toBe(1);
});
