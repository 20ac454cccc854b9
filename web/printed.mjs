import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
/** What the reader of printed documents loads when one needs it: tables of letters of Asian scripts, letters that are in no file, decoders of pictures. */
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm'];

/** Where they are served: with another version, elsewhere. */
export const PDF_PARTS = `/pdf-${version}`;

/** Adds them to the build of one language, as they are the same in all. */
export const printed = (isFirst) => ({
  name: 'printed',
  generateBundle() {
    if (!isFirst) return;
    for (const folder of FOLDERS)
      for (const name of readdirSync(join(dirname(manifest), folder)))
        this.emitFile({
          type: 'asset',
          fileName: `${PDF_PARTS.slice(1)}/${folder}/${name}`,
          source: readFileSync(join(dirname(manifest), folder, name)),
        });
  },
});
