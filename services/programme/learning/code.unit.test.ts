import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeIn, codeOf } from './code.ts';

const bytes = fc.uint8Array({ minLength: 11, maxLength: 16 });

test('a code is read as it is written, however it is typed', () => {
  expect(codeIn('7K3M-9QX2-TVBS')).toBe('7K3M-9QX2-TVBS');
  expect(codeIn(' 7k3m 9qx2tvbs')).toBe('7K3M-9QX2-TVBS');
  fc.assert(
    fc.property(bytes, (random) => {
      const code = codeOf(random);
      expect(codeIn(code)).toBe(code);
      expect(codeIn(code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
    }),
  );
});

test('one sign that is wrong is always noticed', () => {
  const at = fc.integer({ min: 0, max: 11 });
  fc.assert(
    fc.property(bytes, at, fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (random, place, sign) => {
      const signs = codeOf(random).replaceAll('-', '');
      fc.pre(signs[place] !== sign);
      expect(codeIn(`${signs.slice(0, place)}${sign}${signs.slice(place + 1)}`)).toBeUndefined();
    }),
  );
  for (const typed of ['', '7K3M', '7K3M-9QX2-TVBU', '7K3M-9QX2-TVBSS']) expect(codeIn(typed)).toBeUndefined();
});
