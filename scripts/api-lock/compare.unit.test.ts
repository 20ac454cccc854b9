import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { namedIn, takenAway, unnamed } from './compare.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const BEFORE = 'code Hold.reason:dispute\nfield Hold.reason string\nfield Hold.until string required\nrole releaseHold:finance.maker own\n';

test('the lock says what the contracts say: after a change of them, npm run api-lock -- --update', () => {
  expect(read('docs/api.lock')).toBe(read('proto/gen/api.lock'));
});

test('what is added takes nothing away', () => {
  expect(takenAway(BEFORE, `${BEFORE}field Hold.note string\n`)).toEqual([]);
});

test('what is gone, and what has become narrower, is taken away', () => {
  const now = BEFORE.replace('role releaseHold:finance.maker own\n', '').replace('until string required', 'until string');
  expect(takenAway(BEFORE, now)).toEqual(['field Hold.until string required', 'role releaseHold:finance.maker own']);
});

test('what is taken away has to be named in what the changelog says since: by its own name or by that of what it is within', () => {
  const taken = takenAway(BEFORE, 'role releaseHold:finance.maker own\n');
  const names = namedIn('- `Hold.reason` is gone\n- an old entry on `Hold`\n', '- an old entry on `Hold`\n');
  expect(unnamed(taken, names)).toEqual(['field Hold.until string required']);
  expect(unnamed(taken, ['Hold'])).toEqual([]);
  expect(unnamed(taken, ['Hol'])).toEqual(taken);
});
