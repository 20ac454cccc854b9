import { expect, test } from 'vitest';
import { compared } from '../../web/src/areas/support-requests/compared.ts';

const draft = (...texts: readonly (readonly [key: number, text: string])[]) => ({
  paragraphs: texts.map(([key, text]) => ({ key, text })),
});

test('a version is compared with the one before by the keys of its paragraphs', () => {
  const before = draft([1, 'Households pay.'], [2, 'Fines begin at once.'], [3, 'Shops are free.']);
  const now = draft([1, 'Households pay.'], [4, 'Those in need get ten bags.'], [2, 'Fines begin after six months.']);
  expect(compared(now, before)).toEqual([
    { key: 1, text: 'Households pay.', before: '', is: 'kept' },
    { key: 4, text: 'Those in need get ten bags.', before: '', is: 'new' },
    { key: 2, text: 'Fines begin after six months.', before: 'Fines begin at once.', is: 'changed' },
    { key: 3, text: '', before: 'Shops are free.', is: 'removed' },
  ]);
  expect(compared(before, undefined).map(({ is }) => is)).toEqual(['kept', 'kept', 'kept']);
});
