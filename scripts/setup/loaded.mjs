// Notes which files of this repository a program loads: node --import ./scripts/setup/loaded.mjs <program>
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = new Set();

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:') && !url.includes('/node_modules/')) files.add(relative(root, fileURLToPath(url)));
    return next(url, context);
  },
});
process.on('exit', () => writeFileSync(process.env.JUNKAN_LOADED, [...files].sort().join('\n')));
