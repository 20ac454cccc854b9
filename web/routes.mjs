// Makes the routes of the screens: node routes.mjs
//
// A screen is a file in src/areas that begins with a small letter or “$”: its name is its address, with dots for slashes, below the folder of its area;
// a folder that begins with “_” adds nothing to it, and “index” neither. It exports `Page`, for those who have signed in, or `PublicPage`, for
// everybody, and `search`, a schema of what its address may say after “?”.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const SOURCE = place('src/areas/');
const COMPONENT = /^export (?:const|function) (Page|PublicPage)\b/m;
const SEARCH = /^export const search\b/m;

function screenOf(file) {
  const parts = file.replace(/\.tsx$/, '').split('/');
  const names = [...parts.slice(0, -1).filter((name) => !name.startsWith('_')), ...parts.at(-1).split('.')];
  const source = readFileSync(`${SOURCE}${file}`, 'utf8');
  const component = COMPONENT.exec(source)?.[1];
  if (!component) throw new Error(`areas/${file}: a screen exports Page or PublicPage`);
  return { file, path: `/${names.filter((name) => name !== 'index').join('/')}`, component, hasSearch: SEARCH.test(source) };
}

/** Each screen: its file in src/areas, its path, and what it exports. */
export const SCREENS = globSync('**/[a-z$]*.tsx', { cwd: SOURCE })
  .map(screenOf)
  // Those of one kind follow each other: they are smaller once compressed.
  .sort((one, other) => (`${one.component}/${one.file}` < `${other.component}/${other.file}` ? -1 : 1));

const twice = SCREENS.find(({ path }, index) => SCREENS.findIndex((other) => other.path === path) < index);
if (twice) throw new Error(`areas/${twice.file}: another screen is at ${twice.path}`);

const moduleOf = ({ file }) => `'../src/areas/${file}'`;
const importOf = (screen, index) => (screen.hasSearch ? `import { search as search${index} } from ${moduleOf(screen)};\n` : '');
const routeOf = (screen, index) => `const screen${index} = createRoute({
  getParentRoute: () => ${screen.component === 'Page' ? 'members' : 'everybody'},
  path: '${screen.path}',${screen.hasSearch ? `\n  validateSearch: search${index},` : ''}
  component: lazyRouteComponent(() => import(${moduleOf(screen)}), '${screen.component}'),
});
`;
const childrenOf = (name) => SCREENS.flatMap(({ component }, index) => (component === name ? [`screen${index}`] : [])).join(', ');

mkdirSync(place('gen'), { recursive: true });
writeFileSync(
  place('gen/routes.tsx'),
  `// Made by routes.mjs of the files in src/areas.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { everybody, members, root } from '../src/base/frame/roots.tsx';
${SCREENS.map(importOf).join('')}
${SCREENS.map(routeOf).join('')}
export const routes = root.addChildren([everybody.addChildren([${childrenOf('PublicPage')}]), members.addChildren([${childrenOf('Page')}])]);
`,
);

export const SEARCH_ALONE = '?search';
/** The routes need the searches of all screens at once, and screens later: the file of a screen is loaded twice, once with its search and nothing else. */
export const searches = () => ({
  name: 'searches',
  enforce: 'pre',
  async resolveId(source, importer, { kind }) {
    if (importer !== place('gen/routes.tsx') || kind !== 'import-statement' || !source.includes('/areas/')) return null;
    const { id } = await this.resolve(source, importer, { skipSelf: true });
    return { id: `${id}${SEARCH_ALONE}`, moduleSideEffects: false };
  },
});
