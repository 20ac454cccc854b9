import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { changedIn, rowsOf, tableOf } from './price/kinds.ts';

// What a change costs, in files and lines by kind: node scripts/price.ts main...my-branch

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const MAX_BYTES = 100_000_000;

const [range, ...more] = process.argv.slice(2);
if (range === undefined || range.startsWith('-') || more.length > 0) {
  console.error('Which commits? node scripts/price.ts <range>, for instance main...my-branch');
  process.exitCode = 2;
} else {
  const asked = ['diff', '--numstat', '-z', '--find-renames', '--end-of-options', range];
  const numstat = execFileSync('git', asked, { cwd: ROOT, encoding: 'utf8', maxBuffer: MAX_BYTES });
  console.log(tableOf(rowsOf(changedIn(numstat))));
}
