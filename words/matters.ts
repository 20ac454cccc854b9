import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { LANGUAGES, type Language, SOURCE } from './languages.ts';

// What is said of each matter, in every language: <matter>.json.

/** A message: its text in each language, in the syntax of ICU. */
export type Message = Readonly<Record<typeof SOURCE, string>> & Readonly<Partial<Record<Language, string>>>;
/** A text in a language; in English where nobody has translated it yet. */
export const textIn = (message: Message, language: Language): string => message[language] ?? message[SOURCE];
/** A message and where it is written. */
export type Entry = { readonly matter: string; readonly key: string; readonly message: Message };

/**
 * A message as it is written. `from`: of which English its translations are, by its fingerprint; of some languages it may be another than of all
 * (`*`). `reviewed`: of which English and text a person has found a translation right; what was changed since is a draft again.
 */
export type Written = Message & {
  readonly from?: string | Readonly<Partial<Record<Language | '*', string>>>;
  readonly reviewed?: Readonly<Partial<Record<Language, string>>>;
};
/** A matter as it is written: what is the same text in every language is written once. */
export type Matter = Readonly<Record<string, Written | string>>;

const FOLDER = new URL('./', import.meta.url);
const fileOf = (matter: string): URL => new URL(`${matter}.json`, FOLDER);

export const matters = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && name !== 'package.json')
    .map((name) => name.replace('.json', ''));

export const readMatter = (matter: string): Matter => JSON.parse(readFileSync(fileOf(matter), 'utf8')) as Matter;

/** Writes a matter as the formatter of the repository leaves it. */
export const writeMatter = (matter: string, messages: Matter): void => writeFileSync(fileOf(matter), jsonOf(messages));

const WIDTH = 140;
export function jsonOf(messages: Matter): string {
  const entries = Object.entries(messages).map(([key, message]) => {
    if (typeof message === 'string') return `  ${JSON.stringify(key)}: ${JSON.stringify(message)}`;
    return `  ${JSON.stringify(key)}: {\n${Object.entries(message)
      .map(([name, value]) => `    ${fieldOf(name, value)}`)
      .join(',\n')}\n  }`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}

function fieldOf(name: string, value: string | object): string {
  if (typeof value === 'string') return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const inner = Object.entries(value).map(([each, text]) => `${JSON.stringify(each)}: ${JSON.stringify(text)}`);
  const line = `${JSON.stringify(name)}: { ${inner.join(', ')} }`;
  // The comma that may follow, and the indent, count too.
  return line.length + 5 <= WIDTH ? line : `${JSON.stringify(name)}: {\n${inner.map((each) => `      ${each}`).join(',\n')}\n    }`;
}

export const inEach = (text: string): Message => Object.fromEntries(LANGUAGES.map((language) => [language, text])) as Message;

/** Every message of every matter. */
export const entries = (): Entry[] =>
  matters().flatMap((matter) =>
    Object.entries(readMatter(matter)).map(([key, written]) => {
      if (typeof written === 'string') return { matter, key, message: inEach(written) };
      const { from: _, reviewed: __, ...message } = written;
      return { matter, key, message };
    }),
  );
