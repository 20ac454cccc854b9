import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addedIn, commentOn, insidersWordsIn, textsOn } from './words.ts';

// Refuses words that only insiders understand: anywhere in the contracts' comments, which the API publishes, and in what operators read of
// settings; elsewhere in comments and documents that are new, compared with main, so that what is left of them can only shrink.

const root = fileURLToPath(new URL('../..', import.meta.url));
const MAX_BYTES = 1 << 28;

const CONTRACTS = /^proto\/junkan\/.*\.proto$/;
const SETTINGS = /^(kit\/(config|keys|.*settings|.*-rules)|(services\/[^/]+|workflows)\/config)\.ts$/;
const PROSE = /\.(ts|tsx|mjs|md)$/;

function git(...args: readonly string[]): string {
  const { stdout, status } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: MAX_BYTES });
  return status === 0 ? stdout : '';
}

let faults = 0;

function check(path: string, line: number, text: string): void {
  for (const { word, instead } of insidersWordsIn(text)) {
    faults += 1;
    console.log(`${path}:${line}: "${word}"; write: ${instead}`);
  }
}

const files = git('ls-files').split('\n');
for (const path of files.filter((each) => CONTRACTS.test(each) || SETTINGS.test(each)))
  for (const [at, text] of readFileSync(`${root}/${path}`, 'utf8').split('\n').entries())
    check(path, at + 1, [commentOn(text, path), ...(SETTINGS.test(path) && !path.endsWith('.proto') ? [textsOn(text)] : [])].join(' '));

const base = git('merge-base', 'HEAD', git('rev-parse', '--verify', '--quiet', 'origin/main').trim() || 'main').trim();
if (base === '') console.log('skipped: there is no main to compare with');
else
  for (const [path, lines] of addedIn(git('diff', '--unified=0', '--find-renames', '--diff-filter=AMR', base)))
    if (PROSE.test(path) && !SETTINGS.test(path)) for (const { line, text } of lines) check(path, line, commentOn(text, path));

process.exitCode = faults > 0 ? 1 : 0;
