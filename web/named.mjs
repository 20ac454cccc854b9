import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('src/', import.meta.url));
const ROUTE = /^ {2}(download\w+): .*\n/gm;

/** Files are linked to, so the table of routes that every view loads has those downloads alone that some code names. */
export function named() {
  const texts = globSync('**/*.{ts,tsx}', { cwd: SOURCE }).map((file) => readFileSync(`${SOURCE}${file}`, 'utf8'));
  return {
    name: 'named',
    enforce: 'pre',
    transform: {
      filter: { id: /\/client\/routes\.ts$/ },
      handler: (code) => code.replace(ROUTE, (route, name) => (texts.some((text) => text.includes(name)) ? route : '')),
    },
  };
}
