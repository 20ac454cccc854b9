import { LANGUAGES } from '@junkan/words/languages.ts';
import { codeText } from '@junkan/words/texts.fixture.ts';
import { expect, test } from 'vitest';
import { TRIAL_ROLES } from './accounts.ts';
import { WORDS } from './words.ts';

type Texts = { readonly [key: string]: string | Texts };

/** Of every text, where it stands and what it leaves open. */
const shapeOf = (texts: Texts, at = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${at}/${key} ${value.match(/\{\w+\}/g)?.join() ?? ''}`] : shapeOf(value, `${at}/${key}`),
  );
const valuesOf = (texts: Texts): string[] =>
  Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : valuesOf(value)));

test('speaks the languages that the web speaks', () => {
  expect(Object.keys(WORDS)).toEqual(LANGUAGES);
});

test.each(Object.entries(WORDS))('%s has every text, none of them empty, and no other', (_, words) => {
  expect(shapeOf(words)).toEqual(shapeOf(WORDS.en));
  expect(valuesOf(words).filter((text) => text.trim() === '')).toEqual([]);
  expect(Object.keys(words.roles)).toEqual(TRIAL_ROLES);
});

test.each(LANGUAGES)('a role has the title in %s that it has in the rest of Junkan', (language) => {
  const words = WORDS[language];
  const other = TRIAL_ROLES.filter((role) => codeText('Role', role, language) !== words.roles[role].title);
  expect(other).toEqual([]);
});
