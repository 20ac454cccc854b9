import type { Field } from '#forms';
import * as form from '#messages/call-form';
import { fieldMissing } from '#messages/forms';
import { fieldLabel } from '../../acts/words.ts';
import type { BodyOf } from '../../base/api/client.ts';
import { languageName, locale } from '../../base/parts/locale.ts';
import { chosenIn } from '../../forms/Boxes.tsx';
import { bodyOf } from '../../forms/body.ts';
import type { Values } from '../../forms/drafts.ts';
import { countOf, rowFields } from '../../forms/Rows.tsx';
import { criteriaIn, SCALE, valuesOfCriteria } from '../../judging/criteria.ts';
import { codesIn } from '../../places/Countries.tsx';
import type { Call } from './shared/said.ts';

// What a call says, as it is written in its form.

export type Content = BodyOf<'reviseCall'>['content'];
type Question = Call['questions'][number];

export const TEXT = [
  { name: 'language', kind: 'line', required: true },
  { name: 'title', kind: 'line', required: true, max: 300 },
  { name: 'text', kind: 'lines', required: true, max: 8000 },
] as const satisfies readonly Field[];
export const CURRENCY = { name: 'currency', kind: 'currency', required: true } as const;
export const SUMS = [
  { name: 'available', kind: 'money', required: true },
  { name: 'least', kind: 'money', required: true },
  { name: 'greatest', kind: 'money', required: true },
] as const;
export const PLAIN = [
  { name: 'closesOn', kind: 'date', required: true },
  { name: 'judgingUntil', kind: 'date', required: true },
  { name: 'minimumReadiness', kind: 'number', required: true, bounds: [0, 4] },
] as const satisfies readonly Field[];
export const KINDS = ['text', 'choice', 'number'] as const satisfies readonly Question['kind'][];
export const MOST_QUESTIONS = 40;
export const MOST_TEXTS = 40;
const USUAL_WORDS = '200';
const MOST_WORDS = 5000;

/** By what a call is reviewed unless it says otherwise, in the order in which criteria break ties. */
const USUAL = [
  ['fit', '30', form.fit],
  ['effect', '30', form.effect],
  ['readiness', '20', form.readiness],
  ['inclusion', '20', form.inclusion],
] as const;
const MEANINGS = [form.mark0, form.mark1, form.mark2, form.mark3, form.mark4, form.mark5];
const usualCriteria = (): Values =>
  valuesOfCriteria(
    USUAL.map(([code, weight, title]) => ({ code, weight, title: title(), meanings: MEANINGS.map((meaning) => meaning()) })),
  );

const LABELS: Readonly<Record<string, () => string>> = {
  language: form.language,
  text: form.sought,
  available: form.available,
  least: form.least,
  greatest: form.greatest,
  closesOn: form.closesOn,
  judgingUntil: form.reviewedUntil,
};
export const labelOfField = (name: string): string => LABELS[name]?.() ?? fieldLabel(name);

/** The languages in which it is said, in their order. */
export const languagesIn = (values: Values): readonly string[] =>
  [...new Set(Array.from({ length: countOf('texts', values, 1) }, (_, row) => values[`texts.${row}.language`] ?? ''))].filter(Boolean);

export const askedField = (row: number, language: string): Field => ({
  name: `questions.${row}.${language}`,
  kind: 'line',
  required: true,
  max: 1000,
});
/** What a question of a kind needs in addition to its text. */
export const needOf = (row: number, kind: string): readonly Field[] => {
  if (kind === 'text') return [{ name: `questions.${row}.mostWords`, kind: 'number', required: true, bounds: [1, MOST_WORDS] }];
  return kind === 'choice' ? [{ name: `questions.${row}.choices`, kind: 'lines', required: true, max: 6000 }] : [];
};
export const kindIn = (values: Values, row: number): string => values[`questions.${row}.kind`] ?? 'text';
export const mostWordsOf = (row: number): Values => ({ [`questions.${row}.mostWords`]: USUAL_WORDS });

/** With what the form begins. */
export function valuesOf(call?: Call): Values {
  if (!call)
    return {
      'texts.count': '1',
      'texts.0.language': locale,
      currency: 'USD',
      minimumReadiness: '0',
      'questions.count': '0',
      ...usualCriteria(),
    };
  const { title, text, criteria, questions, countries, themes, available, least, greatest } = call;
  return {
    mandate: call.mandate ?? '',
    declaration: call.declaration ?? '',
    'texts.count': String(title.length),
    ...Object.fromEntries(
      title.flatMap(({ language, text: called }, row) => [
        [`texts.${row}.language`, language],
        [`texts.${row}.title`, called],
        [`texts.${row}.text`, text.find((each) => each.language === language)?.text ?? ''],
      ]),
    ),
    countries: countries.join(','),
    themes: themes.join(' '),
    currency: available.currency,
    available: available.amount,
    least: least.amount,
    greatest: greatest.amount,
    closesOn: call.closesOn,
    judgingUntil: call.judgingUntil,
    minimumReadiness: String(call.minimumReadiness),
    'questions.count': String(questions.length),
    ...Object.assign({}, ...questions.map(valuesOfQuestion)),
    ...valuesOfCriteria(
      criteria.map(({ code, title: called, weightBasisPoints, meanings }) => ({
        code,
        title: called,
        weight: String(weightBasisPoints / 100),
        meanings: SCALE.map((mark) => meanings[mark] ?? ''),
      })),
    ),
  };
}

const valuesOfQuestion = ({ id, text, kind, mostWords, choices, unit = '', required }: Question, row: number): Values => ({
  [`questions.${row}.id`]: id,
  [`questions.${row}.kind`]: kind,
  [`questions.${row}.mostWords`]: mostWords > 0 ? String(mostWords) : USUAL_WORDS,
  [`questions.${row}.choices`]: choices.join('\n'),
  [`questions.${row}.unit`]: unit,
  [`questions.${row}.required`]: required ? 'yes' : '',
  ...Object.fromEntries(text.map(({ language, text: asks }) => [`questions.${row}.${language}`, asks])),
});

const missing = (field: string): string => fieldMissing({ field });

function questionIn(values: Values, row: number) {
  const kind = kindIn(values, row);
  const languages = languagesIn(values);
  const fields = [...languages.map((language) => askedField(row, language)), ...needOf(row, kind)];
  const { body, faults } = bodyOf(fields, values);
  const of = form.questionOne({ number: row + 1 });
  const choices = (values[`questions.${row}.choices`] ?? '')
    .split('\n')
    .map((choice) => choice.trim())
    .filter(Boolean);
  const question = {
    id: values[`questions.${row}.id`] || `q${row + 1}`,
    text: languages.map((language) => ({ language, text: body[`questions.${row}.${language}`] })),
    kind,
    mostWords: kind === 'text' ? body[`questions.${row}.mostWords`] : 0,
    choices: kind === 'choice' ? choices : [],
    ...(kind === 'number' && values[`questions.${row}.unit`] ? { unit: values[`questions.${row}.unit`] } : {}),
    required: values[`questions.${row}.required`] === 'yes',
  };
  const isOneChoice = kind === 'choice' && choices.length === 1;
  return {
    question,
    faults: {
      ...Object.fromEntries(Object.keys(faults).map((name) => [name, missing(of)])),
      ...(isOneChoice ? { [`questions.${row}.choices`]: form.twoChoices({ question: of }) } : {}),
    },
  };
}

/** The content that the values make, and by field what is wrong with them, in words. */
export function contentIn(values: Values): { readonly content: Content; readonly faults: Readonly<Record<string, string>> } {
  const currency = (values['currency'] ?? '').toUpperCase();
  const inCurrency = Object.fromEntries(SUMS.map(({ name }) => [`${name}.currency`, currency]));
  const plain = bodyOf([CURRENCY, ...SUMS, ...PLAIN], { ...values, ...inCurrency });
  const { currency: _, ...said } = plain.body;
  const rows = Array.from({ length: countOf('texts', values, 1) }, (_each, row) => bodyOf(rowFields('texts', row, TEXT), values));
  const languages = Array.from(rows, (_each, row) => values[`texts.${row}.language`] ?? '');
  const questions = Array.from({ length: countOf('questions', values, 0) }, (_each, row) => questionIn(values, row));
  const judged = criteriaIn(values);
  const wordings = (name: string) => languages.map((language, row) => ({ language, text: rows[row]?.body[`texts.${row}.${name}`] }));
  const countries = codesIn(values, 'countries');
  const content = {
    ...said,
    title: wordings('title'),
    text: wordings('text'),
    countries,
    themes: chosenIn(values['themes'] ?? ''),
    questions: questions.map(({ question }) => question),
    criteria: judged.criteria,
    ...(values['declaration'] ? { declaration: values['declaration'] } : {}),
  } as unknown as Content;
  const faults = {
    ...Object.fromEntries(
      rows.flatMap(({ faults: of }) => Object.keys(of).map((name) => [name, missing(labelOfField(name.split('.').at(-1) ?? name))])),
    ),
    ...(new Set(languages).size < languages.length ? { 'texts.0.language': form.languageTwice() } : {}),
    ...(countries.length === 0 ? { countries: missing(fieldLabel('countries')) } : {}),
    ...Object.fromEntries(Object.keys(plain.faults).map((name) => [name, missing(labelOfField(name))])),
    ...Object.assign({}, ...questions.map(({ faults: of }) => of)),
    ...judged.faults,
  };
  return { content, faults };
}

/** What a question is called where it has no text yet. */
export const calledIn = (language: string): string => form.askedIn({ language: languageName(language) });
