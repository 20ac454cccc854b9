import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { namedIn, takenAway, unnamed } from './compare.ts';

// Holds docs/api.lock against the contracts, which set-up has written as proto/gen/api.lock, and against main: npm run api-lock
// After a change of the contracts: npm run api-lock -- --update

const root = fileURLToPath(new URL('../..', import.meta.url));
const LOCK = 'docs/api.lock';
const CHANGELOG = 'CHANGELOG.md';

const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
/** A file as main has it; undefined where there is no main, or it has no such file. */
function onMain(path: string): string | undefined {
  const main = ['origin/main', 'main'].find((name) => git('rev-parse', '--verify', '--quiet', name).status === 0);
  const shown = main === undefined ? undefined : git('show', `${main}:${path}`);
  return shown?.status === 0 ? shown.stdout : undefined;
}
const here = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

if (process.argv.includes('--update')) copyFileSync(`${root}proto/gen/api.lock`, `${root}${LOCK}`);

const now = here(LOCK);
const faults: string[] = [];
if (now !== here('proto/gen/api.lock')) faults.push(`${LOCK} does not say what the contracts say: npm run api-lock -- --update`);
const missing = unnamed(takenAway(onMain(LOCK) ?? '', now), namedIn(here(CHANGELOG), onMain(CHANGELOG) ?? ''));
if (missing.length > 0) {
  const listed = missing.map((line) => `  ${line}`).join('\n');
  faults.push(`These lines of main's ${LOCK} are gone or changed. Name each, in backticks, in an entry of ${CHANGELOG}:\n${listed}`);
}
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
