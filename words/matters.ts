import { readdirSync, readFileSync } from 'node:fs';
import { LANGUAGES, type Language, SOURCE } from './languages.ts';

// What is said of each matter, in every language: <matter>.json.

/** A message: its text in each language, in the syntax of ICU. */
export type Message = Readonly<Record<typeof SOURCE, string>> & Readonly<Partial<Record<Language, string>>>;
/** A text in a language; in English where nobody has translated it yet. */
export const textIn = (message: Message, language: Language): string => message[language] ?? message[SOURCE];
/** A message and where it is written. */
export type Entry = { readonly matter: string; readonly key: string; readonly message: Message };

const FOLDER = new URL('./', import.meta.url);

/** What is the same text in every language is written once. */
const inEach = (message: Message | string): Message =>
  typeof message === 'string' ? (Object.fromEntries(LANGUAGES.map((language) => [language, message])) as Message) : message;

const matters = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && name !== 'package.json')
    .map((name) => name.replace('.json', ''));

/** Every message of every matter. */
export const entries = (): Entry[] =>
  matters().flatMap((matter) => {
    const messages = JSON.parse(readFileSync(new URL(`${matter}.json`, FOLDER), 'utf8')) as Readonly<Record<string, Message | string>>;
    return Object.entries(messages).map(([key, message]) => ({ matter, key, message: inEach(message) }));
  });
