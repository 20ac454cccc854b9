import { SCREENS } from './routes.mjs';

/** Writes which files each route needs beside the entry, so that whoever serves the page can name them in it. @throws where a screen is in no file. */
export const ahead = () => ({
  name: 'ahead',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const filesOf = (file, found = new Set()) => {
      if (found.has(file) || bundle[file] === undefined) return found;
      found.add(file);
      for (const each of bundle[file].imports) filesOf(each, found);
      return found;
    };
    const there = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => [...filesOf(fileName)]));
    const needed = ({ path, file: screen }) => {
      const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/src/areas/${screen}`)));
      if (!chunk) throw new Error(`${screen}: it is in no file`);
      return { path, files: [...filesOf(chunk.fileName)].filter((file) => !there.has(file)).map((file) => `/${file}`) };
    };
    this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(SCREENS.map(needed)) });
  },
});
