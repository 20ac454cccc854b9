import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BY_PAGES, isOnPage } from '../../web/src/opened/by-pages.ts';

const root = fileURLToPath(new URL('../../web/src/', import.meta.url));
const sources = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.endsWith('by-pages.ts'))
  .map((file) => readFileSync(`${root}${file}`, 'utf8'));
/** Where an operation is sent: by a command of a page, or by a read that has a body. */
const sends = (operation: string) => (source: string) =>
  source.includes(`useCommand('${operation}'`) || source.includes(`operations.${operation}(`) || source.includes(`useDraft('${operation}'`);

test('an operation with a field that no form shows has a page that sends it, or is offered by a page that gives the field', () => {
  const operations = Object.keys(BY_PAGES);
  const unsent = operations.filter((operation) => isOnPage(operation) && !sources.some(sends(operation)));
  expect(unsent).toEqual([]);
  const given = operations.filter((operation) => !isOnPage(operation));
  expect(given.filter((operation) => !sources.some((source) => source.includes('given=') || source.includes(operation)))).toEqual([]);
});
