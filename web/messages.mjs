// Makes messages/<locale>.json, and messages/<set>/<locale>.json, into modules of functions for each locale, and their types: node messages.mjs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { parse } from '@messageformat/parser';

const SOURCE_LOCALE = 'en';
const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const entries = readdirSync(place('messages'), { withFileTypes: true });
export const LOCALES = entries.filter((entry) => entry.isFile()).map(({ name }) => name.replace(/\.json$/, ''));
/** What every page may say, and what is loaded with the pages that say it. */
const SETS = ['', ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)];

const textsOf = (set, locale) => JSON.parse(readFileSync(place(join('messages', set, `${locale}.json`)), 'utf8'));

/** The facts that a message names, each with its type; those in plurals are numbers. */
function factsOf(tokens, facts = new Map()) {
  for (const token of tokens) {
    if (token.type === 'argument') facts.set(token.arg, facts.get(token.arg) ?? 'string | number');
    if (token.type === 'plural' || token.type === 'selectordinal') facts.set(token.arg, 'number');
    if (token.type === 'select') facts.set(token.arg, 'string');
    for (const { tokens: inner } of token.cases ?? []) factsOf(inner, facts);
  }
  return facts;
}

const signatureOf = (name, text) => {
  const facts = [...factsOf(parse(text))].map(([fact, type]) => `readonly ${fact}: ${type}`);
  return `export declare const ${name}: (${facts.length > 0 ? `facts: { ${facts.join('; ')} }` : ''}) => string;`;
};

/** @throws where a locale lacks a message, has one that there is not, or names other facts in it. */
function mustAgree(where, texts, source) {
  for (const name of new Set([...Object.keys(source), ...Object.keys(texts)])) {
    const [own, other] = [texts[name], source[name]].map((text) => text !== undefined && [...factsOf(parse(text)).keys()].sort().join());
    if (own !== other) throw new Error(`messages/${where}.json: “${name}” is not what it is in ${SOURCE_LOCALE}.json`);
  }
}

/** As a module that is compiled has them, one a line. */
const MESSAGE = /^ {2}(\w+): (.+?),?$/gm;

/** A module of the messages of one language, in which they are functions: each by itself, so that what no page says is left out. */
function moduleOf(locale, texts) {
  const compiled = compileModule(new MessageFormat(locale), texts);
  const imports = compiled.slice(0, compiled.indexOf('export default'));
  const named = [...compiled.matchAll(MESSAGE)].map(([, name, message]) => `export const ${name} = ${message};`);
  if (named.length !== Object.keys(texts).length) throw new Error(`${locale}: a message is not one line of what is compiled`);
  const all = `export const messages = { ${Object.keys(texts).join(', ')} };`;
  return [imports, ...named, all, `export const LOCALES = ${JSON.stringify(LOCALES)};`, ''].join('\n');
}

const TYPES = [
  'export declare const LOCALES: readonly string[];',
  '/** Each message by its name, for codes that the API tells. */',
  'export declare const messages: Readonly<Record<string, ((facts: object) => string) | undefined>>;',
];

for (const set of SETS) {
  const source = textsOf(set, SOURCE_LOCALE);
  mkdirSync(place(join('gen', set)), { recursive: true });
  for (const locale of LOCALES) {
    const texts = textsOf(set, locale);
    mustAgree(join(set, locale), texts, source);
    writeFileSync(place(join('gen', set, `${locale}.js`)), moduleOf(locale, texts));
  }
  const signatures = Object.entries(source).map(([name, text]) => signatureOf(name, text));
  writeFileSync(place(join('gen', set, 'messages.d.ts')), [...TYPES, ...signatures, ''].join('\n'));
}
