import { expect, test } from 'vitest';
import { lookDistance, lookOf, MAX_LOOK_DISTANCE, partsOfLook } from './looks.ts';
import { hills, jpegOf, pngOf } from './made.fixture.ts';

const look = (bytes: Buffer, type = 'image/jpeg'): string => lookOf(bytes, type) ?? expect.fail('it has no look');
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 1);

test('a picture of half the size, packed anew, lighter or in another format looks like the original', () => {
  for (const seed of SEEDS) {
    const original = look(jpegOf(320, 320, hills(seed, 320), 90));
    const brighter = (x: number, y: number) =>
      hills(seed, 320)(x, y).map((each) => Math.min(255, each * 0.9 + 20)) as [number, number, number];
    const others = [
      look(jpegOf(160, 160, hills(seed, 160), 40)),
      look(jpegOf(320, 320, hills(seed, 320), 30)),
      look(jpegOf(320, 320, brighter, 80)),
      look(pngOf(213, 213, hills(seed, 213)), 'image/png'),
    ];
    for (const other of others) {
      expect(lookDistance(original, other)).toBeLessThanOrEqual(MAX_LOOK_DISTANCE);
      expect(partsOfLook(original).some((part) => partsOfLook(other).includes(part))).toBe(true);
    }
  }
});

test('twenty different pictures do not look like each other', () => {
  const looks = SEEDS.map((seed) => look(jpegOf(320, 320, hills(seed, 320))));
  for (const [at, one] of looks.entries())
    for (const other of looks.slice(at + 1)) expect(lookDistance(one, other)).toBeGreaterThan(MAX_LOOK_DISTANCE);
});

test('a picture that shows nothing, one that cannot be unpacked and other types are not compared', () => {
  expect(
    lookOf(
      pngOf(64, 64, () => [90, 90, 90]),
      'image/png',
    ),
  ).toBeUndefined();
  expect(lookOf(jpegOf(64, 64).subarray(0, 40), 'image/jpeg')).toBeUndefined();
  expect(lookOf(jpegOf(64, 64), 'image/webp')).toBeUndefined();
});

test('two looks that differ in as many bits as they may have a part in common', () => {
  const one = '0'.repeat(32);
  const other = '01'.repeat(MAX_LOOK_DISTANCE).padEnd(32, '0');
  expect(lookDistance(one, other)).toBe(MAX_LOOK_DISTANCE);
  expect(partsOfLook(one).some((part) => partsOfLook(other).includes(part))).toBe(true);
});
