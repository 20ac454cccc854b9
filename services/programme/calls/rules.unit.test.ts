import type { CallContent, CallQuestion } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { expect, test } from 'vitest';
import {
  beyondMandate,
  contentFaults,
  type MandateOfCall,
  sumsFit,
  unansweredOf,
  unclearQuestions,
  unfitAnswer,
  unmetRules,
} from './rules.ts';

const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const content = {
  countries: ['JP', 'ID'],
  themes: ['reuse'],
  available: usd(1000n),
  least: usd(100n),
  greatest: usd(900n),
  minimumReadiness: 2,
  declaration: 'dcl_a',
} as unknown as CallContent;
const mandate: MandateOfCall = {
  sponsor: 'spo_a',
  isPublished: true,
  countries: ['JP', 'ID', 'TH'],
  themes: ['reuse', 'repair'],
  excludedThemes: ['burning'],
  smallest: usd(50n),
  largest: usd(900n),
};
const question = (id: string, kind: CallQuestion['kind'], change: Partial<CallQuestion> = {}): CallQuestion => ({
  ...{ id, text: [], kind, mostWords: kind === 'text' ? 3 : 0, choices: kind === 'choice' ? ['yes', 'no'] : [], unit: '', required: true },
  ...change,
});
const QUESTIONS = [question('who', 'text'), question('site', 'choice'), question('people', 'number', { required: false })];

test('a call of a sponsor is within every term of its own mandate, and the secretariat has none', () => {
  expect(beyondMandate('spo_a', content, mandate)).toEqual([]);
  expect(beyondMandate('secretariat', content, undefined)).toEqual([]);
  expect(beyondMandate('spo_a', content, undefined)).toEqual(['sponsor']);
  expect(beyondMandate('spo_b', content, mandate)).toEqual(['sponsor']);
  expect(beyondMandate('spo_a', { ...content, countries: ['VN'] }, { ...mandate, isPublished: false })).toEqual(['status', 'countries']);
  // A call for all themes asks for what the mandate leaves out.
  expect(beyondMandate('spo_a', { ...content, themes: [] }, mandate)).toEqual(['themes', 'excludedThemes']);
  expect(beyondMandate('spo_a', content, { ...mandate, smallest: usd(101n), largest: usd(899n) })).toEqual([
    'ticketMinimum',
    'ticketMaximum',
  ]);
});

test('sums are in one currency, and each no more than the next', () => {
  expect(sumsFit(content)).toBe(true);
  expect(sumsFit({ ...content, least: usd(901n) })).toBe(false);
  expect(sumsFit({ ...content, greatest: usd(1001n) })).toBe(false);
  expect(sumsFit({ ...content, least: { amount: 1n, currency: 'JPY' } })).toBe(false);
});

test('what a call says is there once in a language that is known', () => {
  const said = (...languages: readonly string[]) => languages.map((language) => ({ language, text: 'x' }));
  const clear = { ...content, title: said('en', 'ja'), text: said('zh-Hans'), questions: [question('who', 'text', { text: said('en') })] };
  expect(contentFaults(clear)).toEqual([]);
  const unclear = { ...clear, title: said('en', 'en'), text: said('zz'), countries: ['JP', 'ID', 'JP'], themes: ['reuse', 'reuse'] };
  expect(contentFaults({ ...unclear, questions: [question('who', 'text', { text: said('en', 'ja', 'ja') })] })).toEqual([
    { field: 'title[1].language', rule: 'must be there once' },
    { field: 'text[0].language', rule: 'must be a language that is known' },
    { field: 'questions[0].text[2].language', rule: 'must be there once' },
    { field: 'countries[2]', rule: 'must be there once' },
    { field: 'themes[1]', rule: 'must be there once' },
  ]);
});

test('questions can be answered, each by its own name', () => {
  expect(unclearQuestions(QUESTIONS)).toEqual([]);
  expect(unclearQuestions([...QUESTIONS, question('who', 'text')])).toEqual(['who']);
  expect(unclearQuestions([question('a', 'text', { mostWords: 0 }), question('b', 'choice', { choices: ['yes', 'yes'] })])).toEqual([
    'a',
    'b',
  ]);
});

test('an answer fits its question', () => {
  const said = (name: string, value: string, words = 0) => [{ question: name, value, words }];
  expect(unfitAnswer(QUESTIONS, [...said('who', '', 3), ...said('site', 'no'), ...said('people', '12.5')])).toBeUndefined();
  expect(unfitAnswer(QUESTIONS, said('why', ''))).toEqual({ question: 'why', rule: 'unknown' });
  expect(unfitAnswer(QUESTIONS, [...said('site', 'yes'), ...said('site', 'no')])).toEqual({ question: 'site', rule: 'twice' });
  expect(unfitAnswer(QUESTIONS, said('who', '', 4))).toEqual({ question: 'who', rule: 'text' });
  // A sentence next to a choice or a number is a text as well.
  expect(unfitAnswer(QUESTIONS, said('site', 'yes', 1))).toEqual({ question: 'site', rule: 'choice' });
  expect(unfitAnswer(QUESTIONS, said('people', '12', 1))).toEqual({ question: 'people', rule: 'number' });
  expect(unfitAnswer(QUESTIONS, said('site', 'perhaps'))).toEqual({ question: 'site', rule: 'choice' });
  expect(unfitAnswer(QUESTIONS, said('people', 'many'))).toEqual({ question: 'people', rule: 'number' });
});

test('what has to be answered is, by a text or a value', () => {
  expect(unansweredOf(QUESTIONS, [{ question: 'who', value: '', note: 'txt_a' }])).toEqual(['site']);
  expect(unansweredOf(QUESTIONS, [{ question: 'who', value: 'x', note: '' }])).toEqual(['who', 'site']);
});

test('a project meets each rule of the call, or it is named', () => {
  const asked = { facts: { countries: ['ID'], themes: ['reuse'], readiness: 2 }, amount: usd(100n), isInGoodStanding: true };
  expect(unmetRules(content, asked)).toEqual([]);
  expect(unmetRules(content, { ...asked, facts: { countries: ['VN'], themes: ['x'], readiness: 1 } })).toEqual([
    'country-is-another',
    'theme-is-another',
    'readiness-is-too-low',
  ]);
  expect(unmetRules(content, { ...asked, amount: usd(99n), isInGoodStanding: false })).toEqual(['sum-is-outside', 'not-in-good-standing']);
  expect(unmetRules({ ...content, declaration: '', themes: [] }, { ...asked, isInGoodStanding: false })).toEqual([]);
});
