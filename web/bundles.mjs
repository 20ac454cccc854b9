import { SEARCH_ALONE } from './routes.mjs';

/**
 * Folders of src of which each is one file, so that a first view asks for few; what several of them need goes with the first. So is what an area has in
 * a folder within its own.
 */
const BUNDLES = ['base', 'acts', 'forms', 'history', 'lists', 'terms', 'payments', 'reports'];
const FOLDER = /\/web\/src\/(?:areas\/([^/]+)\/[^/]+|(?!areas)([^/]+))\/[^?]+\.tsx?$/;
const SOURCE = /\/web\/src\/[^/]+\/[^?]+\.tsx?$/;
const WORDS = /\/words\/gen\/.+\.js$/;
/** What the bundler puts into each build. */
const OF_BUNDLER = '\0rolldown';

/** The bundle of a module: by its folder, and of words and packages by those who name them. What is loaded later by itself is in none. */
function bundlesOf(getModuleInfo) {
  const known = new Map();
  const of = (id) => {
    if (!known.has(id)) {
      known.set(id, undefined);
      known.set(id, found(id));
    }
    return known.get(id);
  };
  const found = (id) => {
    const { isEntry = false, importers = [] } = getModuleInfo(id) ?? {};
    if (isEntry) return 'base';
    if (importers.length === 0 || id.startsWith(OF_BUNDLER)) return undefined;
    const [, area, folder] = FOLDER.exec(id) ?? [];
    if (area || BUNDLES.includes(folder)) return area ?? folder;
    if (SOURCE.test(id)) return undefined;
    // The copy of a screen that has its search alone says nothing.
    const users = new Set(importers.filter((each) => !WORDS.test(id) || !each.endsWith(SEARCH_ALONE)).map(of));
    return BUNDLES.find((name) => users.has(name)) ?? (users.size === 1 ? [...users][0] : undefined);
  };
  return of;
}

let bundleOf;
const nameOf = (id, graph) => {
  bundleOf ??= bundlesOf((each) => graph.getModuleInfo(each));
  return bundleOf(id) ?? null;
};

export const bundles = { includeDependenciesRecursively: false, groups: [{ debugName: 'bundles', name: nameOf }] };
