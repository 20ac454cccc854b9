import { LANGUAGES } from '@junkan/words/languages.ts';
import { expect, test } from 'vitest';
import { TRIAL_ROLES } from './accounts.ts';
import { wordsFor } from './words.ts';

const asks = (language: string) => ({ headers: {}, acceptsLanguages: () => [language] });

test.each(LANGUAGES)('speaks %s, and says of each role that may be chosen what it is called and does', async (asked) => {
  const { language, words } = await wordsFor(asks(asked));
  expect([language, words.signIn()]).toEqual([asked, expect.stringMatching(/\S/)]);
  expect(words.nothingFound({ q: 'Hanoi' })).toContain('Hanoi');
  const said = TRIAL_ROLES.flatMap((role) => [words.role({ role }), words.does({ role })]);
  expect(new Set(said).size).toBe(2 * TRIAL_ROLES.length);
  expect(said.filter((text) => TRIAL_ROLES.some((role) => text.includes(role)))).toEqual([]);
});

test('a language that is not spoken here is answered in English', async () => {
  expect((await wordsFor(asks('fr'))).language).toBe('en');
});
