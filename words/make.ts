// Makes of the words a module of functions for each bundle and language, and its types: node make.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { bundlesOf } from './bundles.ts';
import { codeWordsOf, isOfCode, statuses } from './codes.ts';
import { moduleOf, mustAgree, typesOf } from './compile.ts';
import { LANGUAGES, SOURCE } from './languages.ts';
import { entries, matters, readMatter } from './matters.ts';
import { fingerprint } from './state.ts';

rmSync(new URL('gen', import.meta.url), { recursive: true, force: true });
const all = [...entries(), ...statuses()];
all.forEach(mustAgree);
mustSayFrom();
const codes = codeWordsOf(all);
for (const [name, bundle] of bundlesOf(all.filter((entry) => !isOfCode(entry)))) {
  const place = new URL(name === '' ? 'gen/' : `gen/${name}/`, import.meta.url);
  mkdirSync(place, { recursive: true });
  const runtime = name === '' ? '../runtime.ts' : '../../runtime.ts';
  for (const language of LANGUAGES) {
    const file = new URL(`${language}.js`, place);
    writeFileSync(file, moduleOf({ language, bundle, codes, runtime }));
    if (language === SOURCE) await insistOnSaying(file);
  }
  writeFileSync(new URL('messages.d.ts', place), typesOf(bundle));
}

/** @throws where it is not written of which English the translations of messages are: of all of them at once, with what to write. */
function mustSayFrom(): void {
  const missing = matters().flatMap((matter) =>
    Object.entries(readMatter(matter)).flatMap(([key, written]) =>
      typeof written !== 'string' && written.from === undefined && LANGUAGES.some((language) => language !== SOURCE && written[language])
        ? [`words/${matter}.json: “${key}”: "from": "${fingerprint(written[SOURCE])}"`]
        : [],
    ),
  );
  if (missing.length > 0) throw new Error(`It is missing of which English these translations are:\n${missing.join('\n')}`);
}

type Module = { readonly messages: Readonly<Record<string, (facts: object) => string>> };

/** @throws where a message cannot be said, whatever its facts are. */
async function insistOnSaying(file: URL): Promise<void> {
  const facts = new Proxy({}, { get: () => '1' });
  for (const [name, message] of Object.entries(((await import(file.href)) as Module).messages))
    if (typeof message(facts) !== 'string') throw new Error(`${file.pathname}: “${name}” says nothing`);
}
