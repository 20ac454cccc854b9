import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharing } from './facts.ts';

test('what is kept once says the same as before, whatever was said before it', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (said) => {
      const share = sharing();
      expect(said.map((each) => share(each))).toEqual(said);
    }),
  );
});

test('what is given stays as it was', () => {
  const said = Object.freeze({ ids: Object.freeze(['org_1', 'org_1']) });
  expect(sharing()(said)).toEqual(said);
});

test('a long text is left alone, and what is no text too', () => {
  const at = new Date(0);
  const said = { long: 'x'.repeat(65), count: 7n, none: null, at };
  expect(sharing()(said)).toEqual({ long: 'x'.repeat(65), count: 7n, none: null, at: new Date(0) });
});
