import { describe, expect, test } from 'vitest';
import { codeWordsOf, statuses } from './codes.ts';
import { moduleOf } from './compile.ts';
import { LANGUAGES } from './languages.ts';
import { type Entry, entries, type Message } from './matters.ts';
import { code, inOwnDigits, select } from './runtime.ts';
import { codeText } from './texts.fixture.ts';

const inEach = (text: string): Message => Object.fromEntries(LANGUAGES.map((language) => [language, text])) as Message;
const said = (key: string, message: Message = inEach(key)): Entry => ({ matter: 'holds', key, message });

const LISTS = { HoldStatus: ['standing', 'released'] };
const UNKNOWN = said('code.unknown', inEach('Unrecognised: {code}'));
const WHOLE = [UNKNOWN, said('code.HoldStatus.standing'), said('code.HoldStatus.released')];

describe('the words of codes', () => {
  test('are there for every code of a list, in every language', () => {
    const { of } = codeWordsOf(WHOLE, LISTS);
    expect([...(of.get('HoldStatus') ?? [])].map(([name]) => name)).toEqual(['standing', 'released']);
  });

  test('a code without words fails, by its list and its key', () => {
    const most = WHOLE.slice(0, -1);
    expect(() => codeWordsOf(most, LISTS)).toThrow(/HoldStatus has no words in en, ja, .* for “released” \(code\.HoldStatus\.released\)/);
  });

  test('a language without a word fails, by its list, code and language', () => {
    const { ja: _, ...others } = inEach('Released');
    const lacking = [...WHOLE.slice(0, -1), said('code.HoldStatus.released', others as Message)];
    expect(() => codeWordsOf(lacking, LISTS)).toThrow('words/holds.json: “released” of HoldStatus has no words in ja');
  });

  test('a code that the contract has no more fails', () => {
    expect(() => codeWordsOf([...WHOLE, said('code.HoldStatus.lifted')], LISTS)).toThrow(
      'words/holds.json: “code.HoldStatus.lifted” has words, but HoldStatus has no code “lifted”: it has standing, released',
    );
  });

  test('a list that there is not fails', () => {
    expect(() => codeWordsOf([...WHOLE, said('code.HoldState.on')], LISTS)).toThrow('there is no list of codes “HoldState”');
  });

  test('a message that refers to a list without words fails', () => {
    const bundle = new Map([['held', said('screen.held.held', inEach('{status, code, HoldState}'))]]);
    const making = { language: 'en', bundle, codes: codeWordsOf(WHOLE, LISTS), runtime: './runtime.ts' } as const;
    expect(() => moduleOf(making)).toThrow('no code of “HoldState” has words');
  });

  test('every list that has words is said in some message', () => {
    const all = entries();
    const referred = [...all, ...statuses()].flatMap(({ message }) =>
      [...message.en.matchAll(/, code, ([\w ]+)\}/g)].flatMap(([, lists = '']) => lists.split(' ')),
    );
    expect([...codeWordsOf(all).of.keys()].filter((list) => !referred.includes(list))).toEqual([]);
  });
});

test('a number in a text has the digits of its language, and a text stays as it is', () => {
  const bundle = new Map([['paidOf', said('screen.projects.paidOf', inEach('{all} / {paid}'))]]);
  const made = (language: 'bn' | 'ja') => moduleOf({ language, bundle, codes: codeWordsOf(WHOLE, LISTS), runtime: './runtime.ts' });
  expect(made('bn')).toContain('export const paidOf = (d) => inOwnDigits(d.all, "bn") + " / " + inOwnDigits(d.paid, "bn");');
  expect(made('ja')).toContain('export const paidOf = (d) => d.all + " / " + d.paid;');
  expect([inOwnDigits(6, 'bn'), inOwnDigits('6', 'bn')]).toEqual(['৬', '6']);
});

describe('what modules call', () => {
  const unknown = (text: string): string => `Unrecognised: ${text}`;

  test('the first list that has a code gives its word', () => {
    const lists = [
      { other: 'Other reason', 'documents-missing': 'Documents missing' },
      { other: 'Other', cleared: 'Cleared' },
    ];
    expect(['report-2', 'plan', 'survey-2'].map((each) => code(each, [{ report: 'Report', plan: 'Plan' }], unknown))).toEqual([
      'Report 2',
      'Plan',
      'Unrecognised: survey-2',
    ]);
    expect(['documents-missing', 'other', 'cleared'].map((each) => code(each, lists, unknown))).toEqual([
      'Documents missing',
      'Other reason',
      'Cleared',
    ]);
  });

  test('of several codes each has its word', () => {
    const texts = ['report-2', 'plan'];
    const several = { by: (wordOf: (text: string) => string) => texts.map(wordOf).join(' and ') };
    expect(code(several, [{ report: 'Report', plan: 'Plan' }], unknown)).toBe('Report 2 and Plan');
  });

  test('a code that no list has shows itself, whatever it is called', () => {
    for (const each of ['brand-new', 'toString', '__proto__', ''])
      expect(code(each, [{ open: 'Open' }], unknown)).toBe(`Unrecognised: ${each}`);
  });

  test('a choice is found by its code without hyphens, else it is the other one', () => {
    const texts = { partiallymet: 'met in part', other: 'somehow' };
    expect(['partially-met', 'toString', 'new'].map((each) => select(each, texts))).toEqual(['met in part', 'somehow', 'somehow']);
  });
});

describe.each(LANGUAGES)('an unknown status in %s', (language) => {
  type Messages = { readonly messages: Readonly<Record<string, (facts: object) => string>> };

  test('is none of those that are known', async () => {
    const { messages } = (await import(`./gen/statuses/${language}.js`)) as Messages;
    const shown = Object.values(messages).map((message) => message({ code: 'brand-new' }));
    expect(shown.length).toBeGreaterThan(15);
    const [word = ''] = (codeText('PaymentStatus', 'settled', language) ?? '').split(' ');
    for (const text of shown) {
      expect(text).toContain('brand-new');
      expect(text).not.toContain(word);
    }
  });
});
