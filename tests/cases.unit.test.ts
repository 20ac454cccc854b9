import { CODES } from '@junkan/proto/codes.ts';
import { LANGUAGES } from '@junkan/words/languages.ts';
import { BUNDLE_NAMES, textsOf } from '@junkan/words/texts.fixture.ts';
import { expect, test } from 'vitest';

// A sentence that differs with a code names every code of its list: `other` is for what this version does not know.

/** Without what is no key of a message. */
const keyOf = (code: string): string => code.replaceAll(/[-.]/g, '');

/** The cases of each `select` of a message, by what it selects. */
function casesIn(text: string): [of: string, cases: string[]][] {
  return [...text.matchAll(/\{(\w+), select, /g)].map(({ 0: opening, 1: of = '', index }) => {
    const cases: string[] = [];
    let [depth, from] = [1, index + opening.length];
    for (let at = from; depth > 0 && at < text.length; at += 1) {
      const letter = text[at];
      if (letter === '{' && depth === 1) cases.push(text.slice(from, at).trim());
      if (letter === '{') depth += 1;
      if (letter === '}') depth -= 1;
      if (letter === '}' && depth === 1) from = at + 1;
    }
    return [of, cases];
  });
}

const lists = Object.entries<readonly string[]>(CODES).flatMap(([name, codes]) => (codes.length > 1 ? [{ name, codes }] : []));

/** Says something of some codes, and the same of all others; or no other can be there. */
const OF_SOME: readonly string[] = [
  'diligence warns',
  'ledger kind',
  'money duty',
  'money payable',
  'parts undoingReported',
  'payment-files unreported',
  'problems mandateisnotpublished',
  'reasons reason_status',
  'signatories waitsOf',
  'statements toConfirmOf',
];

/** The list that the cases are of: the shortest that has them all. Where they are of several, each of which most are cases. */
function listsOf(cases: ReadonlySet<string>) {
  const has = (codes: readonly string[]): number => codes.filter((code) => cases.has(keyOf(code))).length;
  const all = lists.filter(({ codes }) => has(codes) === cases.size).toSorted((one, other) => one.codes.length - other.codes.length);
  return all.length > 0 ? all.slice(0, 1) : lists.filter(({ codes }) => has(codes) > 1 && 2 * has(codes) > codes.length);
}

test.each(BUNDLE_NAMES)('what has a case for each code of a list has one for all of them: %s', (bundle) => {
  const found = Object.entries(textsOf(bundle)).flatMap(([name, text]) =>
    casesIn(text).flatMap(([, all]) => {
      const cases = new Set(all.filter((each) => each !== 'other'));
      if (cases.size < 2 || OF_SOME.includes(`${bundle} ${name}`)) return [];
      return listsOf(cases).flatMap((list) =>
        list.codes.filter((code) => code !== 'other' && !cases.has(keyOf(code))).map((code) => `${name}: ${code} of ${list.name}`),
      );
    }),
  );
  expect(found).toEqual([]);
});

test.each(BUNDLE_NAMES)('every language has the cases of English: %s', (bundle) => {
  const english = textsOf(bundle);
  const casesOf = (text = '') =>
    casesIn(text)
      .map(([of, cases]) => `${of}: ${cases.toSorted().join(' ')}`)
      .toSorted();
  for (const language of LANGUAGES) {
    const texts = textsOf(bundle, language);
    for (const [name, text] of Object.entries(english))
      expect([language, name, casesOf(texts[name])]).toEqual([language, name, casesOf(text)]);
  }
});
