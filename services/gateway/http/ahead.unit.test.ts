import { expect, test } from 'vitest';
import { aheadOf } from './ahead.ts';

const BUILT = JSON.stringify([
  { path: '/projects/$id', files: ['/assets/project.js', '/assets/words.js'] },
  { path: '/projects/new', files: ['/assets/new.js'] },
  { path: '/', files: ['/assets/portfolio.js'] },
]);
const links = aheadOf(BUILT);

test('a page names the files of its route, those of the one that names more of its path first', () => {
  expect(links('/projects/prj_1')).toBe(
    '<link rel="modulepreload" crossorigin href="/assets/project.js"><link rel="modulepreload" crossorigin href="/assets/words.js">',
  );
  expect(links('/projects/new')).toContain('/assets/new.js');
  expect(links('/')).toContain('/assets/portfolio.js');
});

test('a path that is no route names none', () => {
  expect(links('/projects')).toBe('');
  expect(links('/projects/prj_1/else')).toBe('');
});
