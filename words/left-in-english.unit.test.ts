import { parse, type Token } from '@messageformat/parser';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, SOURCE } from './languages.ts';
import { type Entry, entries, textIn } from './matters.ts';

/** Written in Latin letters as English is. */
const LATIN = ['vi', 'id'] as const satisfies readonly Language[];
const OTHERS = LANGUAGES.filter((language) => language !== SOURCE && !(LATIN as readonly string[]).includes(language));

/** What is read, without facts and their names. */
const read = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type === 'content') return token.value;
      return 'cases' in token ? token.cases.map((each) => read(each.tokens)).join(' ') : ' ';
    })
    .join('');
const wordsIn = (text: string): string[] => [...new Set(read(parse(text)).match(/[A-Za-z]*[a-z]{3,}/gu) ?? [])].sort();
const said = ({ message }: Entry, language: Language): string => textIn(message, language);

describe('no word is left in English', () => {
  const all = entries();

  test('in another script: a name or an identifier, which stays in Latin letters, is there in every one of them', () => {
    const left = all.flatMap((entry) => {
      const found = OTHERS.map((language) => wordsIn(said(entry, language)));
      const inAll = (found[0] ?? []).filter((word) => found.every((words) => words.includes(word)));
      return OTHERS.flatMap((language, at) =>
        (found[at] ?? []).filter((word) => !inAll.includes(word)).map((word) => [entry.key, language, word]),
      );
    });
    expect(left).toEqual([]);
  });

  test('in another script: no text is the English one', () => {
    const left = all.filter(
      (entry) => wordsIn(entry.message.en).length > 0 && OTHERS.some((language) => said(entry, language) === entry.message.en),
    );
    expect(left.map(({ key }) => key)).toEqual([]);
  });

  test('in Latin letters: none of several words is the English one', () => {
    const left = all.filter(
      (entry) => wordsIn(entry.message.en).length > 1 && LATIN.some((language) => said(entry, language) === entry.message.en),
    );
    expect(left.map(({ key }) => key)).toEqual([]);
  });
});
