import { readdirSync, readFileSync } from 'node:fs';

// What is said of each matter, in every language: <matter>.json.

export const LANGUAGES = ['en', 'ja', 'zh-Hans', 'ko', 'th', 'vi', 'id', 'hi', 'bn'] as const;
export type Language = (typeof LANGUAGES)[number];
export const SOURCE = 'en' satisfies Language;

/** A message: its text in each language, in the syntax of ICU. */
export type Message = Readonly<Record<Language, string>>;
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
