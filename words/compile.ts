import { createRequire } from 'node:module';
import { parse, type Token } from '@messageformat/parser';
import type { Bundle } from './bundles.ts';
import type { CodeWords } from './codes.ts';
import { LANGUAGES, type Language, SOURCE } from './languages.ts';
import { type Entry, textIn } from './matters.ts';

// The types that they come with are of another kind of module than they are.
const require = createRequire(import.meta.url);
type Formatter = { readonly formatter: () => string; readonly arg: 'string'; readonly id: string; readonly module: string };
type Options = { readonly customFormatters: Readonly<Record<string, Formatter>> };
const MessageFormat = require('@messageformat/core') as new (language: string, options: Options) => object;
const compileModule = require('@messageformat/core/compile-module.js') as (of: object, texts: Readonly<Record<string, string>>) => string;

/** The facts that a message names, each with its type; those in plurals are numbers. */
function factsOf(tokens: readonly Token[], facts = new Map<string, string>()): Map<string, string> {
  for (const token of tokens) {
    if (token.type === 'argument') facts.set(token.arg, facts.get(token.arg) ?? 'string | number');
    if (token.type === 'plural' || token.type === 'selectordinal') facts.set(token.arg, 'number');
    if (token.type === 'select' || (token.type === 'function' && token.key === 'code')) facts.set(token.arg, 'string');
    if ('cases' in token) for (const { tokens: inner } of token.cases) factsOf(inner, facts);
  }
  return facts;
}

/** The lists of codes that a text refers to, with the facts that are codes of them. */
const referencesIn = (text: string): string[] => [...text.matchAll(/\{\s*\w+\s*,\s*code\s*,[^}]*\}/g)].map(([reference]) => reference);
const listsIn = (text: string): string[] =>
  referencesIn(text).flatMap((each) => each.replace(/[{}]/g, '').split(',')[2]?.trim().split(/\s+/) ?? []);

/** The titles of problems are for programs first: one that a language lacks is said in English there. */
const mayLack = (key: string): boolean => /^problem\.\w+\.title$/.test(key);

/** @throws where a language lacks a message, names other facts in it than English, or refers to other codes. */
export function mustAgree({ matter, key, message }: Entry): void {
  const namesIn = (text: string | undefined): string | undefined =>
    text && [...factsOf(parse(text)).keys(), ...referencesIn(text)].toSorted().join();
  const source = namesIn(message[SOURCE]);
  for (const language of LANGUAGES)
    if (!(message[language] === undefined && mayLack(key)) && namesIn(message[language]) !== source)
      throw new Error(`words/${matter}.json: “${key}” is not in ${language} what it is in ${SOURCE}`);
  const unknown = Object.keys(message).filter((language) => !LANGUAGES.includes(language as Language));
  if (unknown.length > 0) throw new Error(`words/${matter}.json: “${key}” is in ${unknown.join(', ')}, which nobody speaks here`);
}

/** As a module that is compiled has them, one a line. */
const MESSAGE = /^ {2}(\w+): (.+?),?$/gm;
/** A fact as a part of a text: plurals write their numbers themselves. */
const FACT = /(?<=(?:=> |\+ |: ))d\.\w+(?=(?: \+|,| \}|$))/g;
const hasOwnDigits = (language: Language): boolean => new Intl.NumberFormat(language).format(1) !== '1';
/** As what is compiled asks for the word of a code. */
const ASKED = /\bcode\(([\w.]+), "[\w-]+", \(" ([\w ]+)"\)\.trim\(\)\)/g;

type Making = { readonly language: Language; readonly bundle: Bundle; readonly codes: CodeWords; readonly runtime: string };

/** A module of the messages of one language, as functions: separate ones, so that those that no page uses are left out. */
export function moduleOf({ language, bundle, codes, runtime }: Making): string {
  const texts = Object.fromEntries([...bundle].map(([name, { message }]) => [name, textIn(message, language)]));
  const formatter = { formatter: () => '', arg: 'string', id: 'code', module: runtime } as const;
  const messages = new MessageFormat(language, { customFormatters: { code: formatter } });
  const compiled = compileModule(messages, texts);
  const at = compiled.indexOf('export default');
  const writesItsOwn = hasOwnDigits(language);
  const named = [...compiled.slice(at).matchAll(MESSAGE)].map(([, name, message = '']) => {
    const asked = message.replaceAll(ASKED, (_, fact: string, lists: string) => `code(${fact}, [${lists.split(' ').join(', ')}], unknown)`);
    return `export const ${name} = ${writesItsOwn ? asked.replaceAll(FACT, (fact) => `inOwnDigits(${fact}, ${JSON.stringify(language)})`) : asked};`;
  });
  if (named.length !== bundle.size) throw new Error(`${language}: a message is not one line of what is compiled`);
  const all = `export const messages = { ${[...bundle.keys()].join(', ')} };`;
  const languages = `export const LOCALES = ${JSON.stringify(LANGUAGES.toSorted())};`;
  const figures = named.some((message) => message.includes('inOwnDigits('))
    ? [`import { inOwnDigits } from ${JSON.stringify(runtime)};`]
    : [];
  return [
    ...figures,
    ...beforeMessages(compiled.slice(0, at), runtime),
    ...wordsOf({ language, bundle, codes }),
    ...named,
    all,
    languages,
    '',
  ].join('\n');
}

/** What comes before the messages; choices are not of the compiler's own runtime, which knows no codes there. */
function beforeMessages(compiled: string, runtime: string): string[] {
  const lines = compiled.split('\n').filter((line) => line !== '');
  const imported = lines.flatMap((line) => {
    const [, names = '', from = ''] = IMPORT.exec(line) ?? [];
    return names.split(', ').flatMap((name) => (name === '' ? [] : [{ name, from: name === 'select' ? runtime : from }]));
  });
  const imports = [...Map.groupBy(imported, ({ from }) => from)].map(
    ([from, names]) => `import { ${names.map(({ name }) => name).join(', ')} } from ${JSON.stringify(from)};`,
  );
  return [...imports, ...lines.filter((line) => !IMPORT.test(line))];
}
const IMPORT = /^import \{ (.+?) \} from "(.+?)";$/;

/** The words of the codes that a bundle refers to. */
function wordsOf({ language, bundle, codes: { of, unknown } }: Omit<Making, 'runtime'>): string[] {
  const lists = [...new Set([...bundle.values()].flatMap(({ message }) => listsIn(textIn(message, language))))].toSorted();
  if (lists.length === 0) return [];
  const words = lists.map((list) => {
    const known = of.get(list);
    if (!known) throw new Error(`words: no code of “${list}” has words, and messages refer to them`);
    return `const ${list} = ${JSON.stringify(Object.fromEntries([...known].map(([code, message]) => [code, textIn(message, language)])))};`;
  });
  const [before = '', after = ''] = textIn(unknown, language).split('{code}');
  return [...words, `const unknown = (code) => ${JSON.stringify(before)} + code + ${JSON.stringify(after)};`];
}

function signatureOf(name: string, text: string): string {
  const facts = [...factsOf(parse(text))].map(([fact, type]) => `readonly ${fact}: ${type}`);
  return `export declare const ${name}: (${facts.length > 0 ? `facts: { ${facts.join('; ')} }` : ''}) => string;`;
}

/** The types of what the modules of a bundle export, which are those of English. */
export const typesOf = (bundle: Bundle): string =>
  [
    'export declare const LOCALES: readonly string[];',
    '/** Each message by its name, for codes that the API tells. */',
    'export declare const messages: Readonly<Record<string, ((facts: object) => string) | undefined>>;',
    ...[...bundle].map(([name, { message }]) => signatureOf(name, message[SOURCE])),
    '',
  ].join('\n');
