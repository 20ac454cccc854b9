import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('src/', import.meta.url));
const ROUTES = globSync('{roots,routes*}.tsx', { cwd: SOURCE }).map((name) => `${SOURCE}${name}`);
const ROUTE = /path: '([^']+)',[^{}]*?import\('\.\/([^']+)'\)/g;
/** What has an id stands around others, and shows nothing by itself. */
const SHOWING = /createRoute\(\{(?![^{}]*\bid: ')/g;

/** Writes which files each route needs beside the entry, so that whoever serves the page can name them in it. @throws where a route is not understood. */
export const ahead = () => ({
  name: 'ahead',
  generateBundle(_options, bundle) {
    const source = ROUTES.map((file) => readFileSync(file, 'utf8')).join('\n');
    const routes = [...source.matchAll(ROUTE)].map(([, path, module]) => ({ path, module }));
    if (routes.length !== source.match(SHOWING).length) throw new Error('routes.tsx: not every route has a path and a screen');
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const filesOf = (file, found = new Set()) => {
      if (found.has(file) || bundle[file] === undefined) return found;
      found.add(file);
      for (const each of bundle[file].imports) filesOf(each, found);
      return found;
    };
    const there = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => [...filesOf(fileName)]));
    const needed = ({ path, module }) => {
      const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/src/${module}`)));
      if (!chunk) throw new Error(`${module}: it is in no file`);
      return { path, files: [...filesOf(chunk.fileName)].filter((file) => !there.has(file)).map((file) => `/${file}`) };
    };
    this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(routes.map(needed)) });
  },
});
