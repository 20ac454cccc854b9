import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idFrom, newId, sha256 } from './ids.ts';

test('an identifier follows from its parts, today as in every version before', () => {
  expect(idFrom('prj', 'per_a', 'command')).toBe('prj_5vs9qq00qdce9ws0rwsvdy0cff');
  fc.assert(
    fc.property(fc.array(fc.string()), (parts) => {
      expect(idFrom('prj', ...parts)).toBe(idFrom('prj', ...parts));
    }),
  );
});

test('it is a prefix and 26 characters of lower-case Crockford base32', () => {
  for (const id of [idFrom('mst', 'a', 1), newId('mst')]) expect(id).toMatch(/^mst_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
});

test('other parts, another order or another way to part them give another identifier', () => {
  const ids = [
    idFrom('prj', 'a', 'b'),
    idFrom('prj', 'b', 'a'),
    idFrom('prj', 'ab'),
    idFrom('prj', 'a', 'b', ''),
    idFrom('prj', 1),
    idFrom('prj', '1'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test('new identifiers are all different', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newId('prj'))).size).toBe(1_000);
});

test('the hash is SHA-256 in lower-case hexadecimal', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
