import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf, sharesOf } from '../../web/src/base/parts/shares.ts';

const minor = fc.bigInt({ min: 0n, max: 10n ** 18n });

test('a share is rounded half up, and is all of it only where it is the whole', () => {
  expect([shareOf(99_686n, 100_000n), shareOf(12_344n, 100_000n), shareOf(12_345n, 100_000n)]).toEqual([9_969, 1_234, 1_235]);
  expect([shareOf(999_999n, 1_000_000n), shareOf(7n, 7n), shareOf(1n, 0n)]).toEqual([9_999, 10_000, undefined]);
});

test('parts of a whole are together what their sum is, and each is within one of its own share', () => {
  expect(sharesOf([1n, 1n, 1n], 3n)).toEqual([3_334, 3_333, 3_333]);
  fc.assert(
    fc.property(fc.array(minor, { minLength: 1, maxLength: 12 }), minor, (parts, rest) => {
      const sum = parts.reduce((all, part) => all + part, 0n);
      const whole = sum + rest;
      fc.pre(whole > 0n);
      const shares = sharesOf(parts, whole);
      expect(shares.reduce((all, share) => all + share, 0)).toBe(shareOf(sum, whole));
      for (const [at, part] of parts.entries()) {
        const down = Number((part * 10_000n) / whole);
        expect([down, down + 1]).toContain(shares[at]);
      }
    }),
  );
});
