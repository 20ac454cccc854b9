import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inProportion } from './conversion.ts';

test('whatever the parts: none is below zero, and together they come to what the whole came to', () => {
  const parts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.bigInt({ min: 0n, max: 10n ** 17n }), (each, cameTo) => {
      const whole = each.reduce((sum, part) => sum + part, 0n);
      fc.pre(whole > 0n);
      let [before, all] = [0n, 0n];
      for (const part of each) {
        const taken = inProportion(before + part, whole, cameTo) - inProportion(before, whole, cameTo);
        expect(taken).toBeGreaterThanOrEqual(0n);
        before += part;
        all += taken;
      }
      expect(all).toBe(cameTo);
    }),
  );
});
