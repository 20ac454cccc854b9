import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the bundler calls a file: its hash, and the digest of the build. */
const HASHED = /[\w-]{7}(?=-[0-9a-f]{8}\.js\b)/g;

/**
 * Calls the files of a build by numbers: within one build these are as different as hashes, and the digest is another in each build. The entry names every
 * file, and hashes are not packed, so that they are a part of every first view.
 */
export function numbered(folder) {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).flatMap((file) => /^([\w-]{7})-[0-9a-f]{8}\.js$/.exec(file)?.[1] ?? []);
  const numbers = new Map(names.toSorted().map((name, index) => [name, index.toString(36)]));
  const inNumbers = (text) => text.replace(HASHED, (name) => numbers.get(name) ?? name);
  for (const file of [...readdirSync(assets).map((each) => join('assets', each)), 'ahead.json']) {
    if (!/\.(js|json)$/.test(file)) continue;
    const path = join(folder, file);
    writeFileSync(path, inNumbers(readFileSync(path, 'utf8')));
    renameSync(path, join(folder, inNumbers(file)));
  }
}
