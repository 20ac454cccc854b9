import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { GIVEN, ON_PAGES } from '../../web/src/acts/by-pages.ts';

const root = fileURLToPath(new URL('../../web/src/', import.meta.url));
const sources = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.endsWith('by-pages.ts'))
  .map((file) => readFileSync(`${root}${file}`, 'utf8'));

/** The report on a milestone is written section by section, by other operations. */
const IN_SECTIONS = ['reportMilestone'];

test('an operation that is said to have a page to itself is sent by one', () => {
  const sends = (operation: string): boolean =>
    sources.some((source) => new RegExp(`(useCommand|useOwn)\\('${operation}'|operations\\.${operation}\\b`).test(source));
  expect(Object.keys(ON_PAGES).filter((operation) => !sends(operation))).toEqual(IN_SECTIONS);
});

test('an operation is on a page or given its fields, and never both', () => {
  expect(Object.keys(GIVEN).filter((operation) => Object.hasOwn(ON_PAGES, operation))).toEqual([]);
});
