import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LONG } from './longest-first.ts';

test('every file that is known to take long is there', () => {
  expect(LONG.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
});
