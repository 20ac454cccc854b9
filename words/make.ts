// Makes of the words a module of functions for each bundle and language, and its types: node make.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse, type Token } from '@messageformat/parser';
import { type Bundle, bundlesOf } from './bundles.ts';
import { type Entry, entries, LANGUAGES, type Language, SOURCE } from './matters.ts';

// The types that they come with are of another kind of module than they are.
const require = createRequire(import.meta.url);
const MessageFormat = require('@messageformat/core') as new (language: string) => object;
const compileModule = require('@messageformat/core/compile-module.js') as (of: object, texts: Readonly<Record<string, string>>) => string;

/** The facts that a message names, each with its type; those in plurals are numbers. */
function factsOf(tokens: readonly Token[], facts = new Map<string, string>()): Map<string, string> {
  for (const token of tokens) {
    if (token.type === 'argument') facts.set(token.arg, facts.get(token.arg) ?? 'string | number');
    if (token.type === 'plural' || token.type === 'selectordinal') facts.set(token.arg, 'number');
    if (token.type === 'select') facts.set(token.arg, 'string');
    if ('cases' in token) for (const { tokens: inner } of token.cases) factsOf(inner, facts);
  }
  return facts;
}

function signatureOf(name: string, text: string): string {
  const facts = [...factsOf(parse(text))].map(([fact, type]) => `readonly ${fact}: ${type}`);
  return `export declare const ${name}: (${facts.length > 0 ? `facts: { ${facts.join('; ')} }` : ''}) => string;`;
}

/** @throws where a language lacks a message, or names other facts in it than English. */
function mustAgree({ matter, key, message }: Entry): void {
  const namesIn = (text: string | undefined): string | undefined => text && [...factsOf(parse(text)).keys()].toSorted().join();
  const source = namesIn(message[SOURCE]);
  for (const language of LANGUAGES)
    if (namesIn(message[language]) !== source)
      throw new Error(`words/${matter}.json: “${key}” is not in ${language} what it is in ${SOURCE}`);
  const unknown = Object.keys(message).filter((language) => !LANGUAGES.includes(language as Language));
  if (unknown.length > 0) throw new Error(`words/${matter}.json: “${key}” is in ${unknown.join(', ')}, which nobody speaks here`);
}

/** As a module that is compiled has them, one a line. */
const MESSAGE = /^ {2}(\w+): (.+?),?$/gm;

/** A module of the messages of one language, in which they are functions: each by itself, so that what no page says is left out. */
function moduleOf(language: Language, bundle: Bundle): string {
  const texts = Object.fromEntries([...bundle].map(([name, { message }]) => [name, message[language]]));
  const compiled = compileModule(new MessageFormat(language), texts);
  const imports = compiled.slice(0, compiled.indexOf('export default'));
  const named = [...compiled.matchAll(MESSAGE)].map(([, name, message]) => `export const ${name} = ${message};`);
  if (named.length !== bundle.size) throw new Error(`${language}: a message is not one line of what is compiled`);
  const all = `export const messages = { ${[...bundle.keys()].join(', ')} };`;
  return [imports, ...named, all, `export const LOCALES = ${JSON.stringify(LANGUAGES.toSorted())};`, ''].join('\n');
}

const TYPES = [
  'export declare const LOCALES: readonly string[];',
  '/** Each message by its name, for codes that the API tells. */',
  'export declare const messages: Readonly<Record<string, ((facts: object) => string) | undefined>>;',
];

rmSync(new URL('gen', import.meta.url), { recursive: true, force: true });
const all = entries();
all.forEach(mustAgree);
for (const [name, bundle] of bundlesOf(all)) {
  const place = new URL(name === '' ? 'gen/' : `gen/${name}/`, import.meta.url);
  mkdirSync(place, { recursive: true });
  for (const language of LANGUAGES) writeFileSync(new URL(`${language}.js`, place), moduleOf(language, bundle));
  const signatures = [...bundle].map(([message, { message: text }]) => signatureOf(message, text[SOURCE]));
  writeFileSync(new URL('messages.d.ts', place), [...TYPES, ...signatures, ''].join('\n'));
}
