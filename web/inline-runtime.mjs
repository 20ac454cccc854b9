import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** By these names the entry passes on what the bundler's own file exports. */
const passedOn = (name) => `runtime_${name}`;
const pairsIn = (list) => list.split(',').map((each) => each.trim().split(' as '));

const DIGITS = 8;
/** The inputs of the output in addition to the modules. */
const MADE_BY = ['inline-runtime.mjs', 'bundles.mjs', 'named.mjs', 'numbered.mjs', 'vite.config.ts', '../pnpm-lock.yaml'].map((path) =>
  readFileSync(new URL(path, import.meta.url)),
);

/** Puts the few lines that the bundler keeps in a file of their own into the entry, so that no view asks for them. @throws where they are not as they were. */
export function inlineRuntime() {
  let digest = '';
  return {
    name: 'inline-runtime',
    // A file that names the entry is called otherwise wherever the entry is another: its own contents are hashed before they name it.
    buildEnd() {
      const hash = createHash('sha256');
      for (const part of MADE_BY) hash.update(part);
      for (const code of [...this.getModuleIds()].map((id) => this.getModuleInfo(id)?.code ?? '').sort()) hash.update(code);
      digest = hash.digest('hex').slice(0, DIGITS);
    },
    // The entry names every file: see numbered.mjs.
    outputOptions: (options) => ({ ...options, chunkFileNames: () => `assets/[hash:7]-${digest}.js` }),
    generateBundle: (_options, bundle) => inlineIn(bundle),
  };
}

function inlineIn(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
  const entry = chunks.find(({ isEntry }) => isEntry);
  const [, body, exported] = /^([\s\S]*)export\{([^}]*)\};?\s*$/.exec(runtime?.code ?? '') ?? [];
  if (!entry || !body) throw new Error('the file of the bundler is not understood');
  if (!entry.imports.includes(runtime.fileName))
    throw new Error(
      `the entry holds ${entry.moduleIds.join(', ')} alone: what a bundle imports is itself in the folder of a bundle (bundles.mjs)`,
    );
  const file = runtime.fileName.split('/').at(-1);
  const imported = new RegExp(`import\\{([^}]*)\\}from"\\./${file.replaceAll('.', '\\.')}";?`);
  const own = new Map(pairsIn(imported.exec(entry.code)?.[1] ?? '').map(([name, local = name]) => [name, local]));
  const all = pairsIn(exported).map(([local, name = local]) => ({ local, name, here: own.get(name) ?? passedOn(name) }));
  const made = `const{${all.map(({ name, here }) => `${name}:${here}`)}}=(()=>{${body}return{${all.map(({ local, name }) => `${name}:${local}`)}}})();`;
  for (const chunk of chunks) {
    if (chunk === runtime || !chunk.imports.includes(runtime.fileName)) continue;
    if (!imported.test(chunk.code)) throw new Error(`${chunk.fileName}: how it imports the file of the bundler is not understood`);
    chunk.imports = chunk.imports
      .map((each) => (each === runtime.fileName ? entry.fileName : each))
      .filter((each) => each !== chunk.fileName);
    chunk.code =
      chunk === entry
        ? `${chunk.code.replace(imported, () => made)}export{${all.map(({ name, here }) => `${here} as ${passedOn(name)}`)}};`
        : chunk.code.replace(imported, (_all, list) => {
            const names = pairsIn(list).map(([name, local = name]) => `${passedOn(name)} as ${local}`);
            return `import{${names}}from"./${entry.fileName.split('/').at(-1)}";`;
          });
  }
  delete bundle[runtime.fileName];
}
