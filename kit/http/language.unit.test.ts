import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

const SPOKEN = ['en', 'ja', 'zh-Hans'] as const;
const asked = (liked: string[], cookie?: string) => ({ headers: cookie === undefined ? {} : { cookie }, acceptsLanguages: () => liked });

test.each<[string, string[], string | undefined, string]>([
  ['the language that was chosen, whatever the browser likes', ['ja'], 'a=b; junkan-language=zh-Hans', 'zh-Hans'],
  ['what the browser likes, where the language that was chosen is not spoken', ['ja'], 'junkan-language=fr', 'ja'],
  ['the first that the browser likes and is spoken', ['fr', 'zh-TW', 'ja'], undefined, 'zh-Hans'],
  ['the usual one, where nothing that the browser likes is spoken', ['fr', '*'], undefined, 'en'],
  ['what the browser likes, where only another cookie ends with that name', ['ja'], 'not-junkan-language=zh-Hans', 'ja'],
])('speaks %s', (_, liked, cookie, spoken) => {
  expect(languageOf(asked(liked, cookie), SPOKEN, 'en')).toBe(spoken);
});
