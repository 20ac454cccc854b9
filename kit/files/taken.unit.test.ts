import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HONEST } from './honest.fixture.ts';
import { HOSTILE } from './hostile.fixture.ts';
import { jpegOf } from './made.fixture.ts';
import { takenOf } from './taken.ts';
import { withRecord } from './taken-record.ts';

const PLAIN = jpegOf(16, 12);
const JPEG = 'image/jpeg';
const taken = (record: Parameters<typeof withRecord>[1]) => takenOf(withRecord(PLAIN, record), JPEG);

test('a picture says when and where it was taken, south and west of zero too', () => {
  const record = { at: '2026-03-02T14:03:11+05:30', latitude: '-8.650000', longitude: '115.216700' };
  expect(taken({ description: 'Stand-in', ...record })).toEqual(record);
  expect(taken({ description: 'Stand-in', latitude: '10.000000', longitude: '-0.500000' })).toEqual({
    latitude: '10.000000',
    longitude: '-0.500000',
  });
  expect(taken({ description: 'Stand-in', at: '2024-02-29T23:59:59' })).toEqual({ at: '2024-02-29T23:59:59' });
});

test('what no clock and no place says is nothing: days that no month has, zero and zero', () => {
  for (const at of ['0000-00-00T00:00:00', '2026-02-30T10:00:00', '2026-01-01T25:00:00', 'yesterday, at noon'])
    expect(taken({ description: 'Stand-in', at })).toBeUndefined();
  expect(taken({ description: 'Stand-in', latitude: '0.000000', longitude: '0.000000' })).toBeUndefined();
  expect(taken({ description: 'Stand-in', latitude: '95.000000', longitude: '10.000000' })).toBeUndefined();
  expect(taken({ description: 'Stand-in', at: '2026-01-01T10:00:00+99:00' })).toEqual({ at: '2026-01-01T10:00:00' });
});

test('files without a record, and others than pictures, say nothing', () => {
  for (const { name, bytes, mediaType } of HONEST) expect([name, takenOf(bytes, mediaType)]).toEqual([name, undefined]);
});

test('no record, however it is broken, breaks the reading', () => {
  for (const { bytes, mediaType } of HOSTILE) takenOf(bytes, mediaType);
  const whole = withRecord(PLAIN, { description: 'Stand-in', at: '2026-03-02T14:03:11', latitude: '1.000000', longitude: '2.000000' });
  const broken = fc.array(fc.tuple(fc.nat(160), fc.nat(255)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(broken, (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      const found = takenOf(bytes, JPEG);
      for (const degrees of [found?.latitude, found?.longitude]) expect(Math.abs(Number(degrees ?? 0))).toBeLessThanOrEqual(180);
    }),
  );
});
