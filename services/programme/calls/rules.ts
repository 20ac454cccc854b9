import { parseFraction } from '@junkan/kit/pure/fraction.ts';
import { isKnownLanguage } from '@junkan/kit/pure/language.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import { repeated } from '@junkan/kit/pure/names.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import type { AnswerFacts, CallContent, CallQuestion } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CallQuestionKind, CallRule } from '@junkan/proto/junkan/programme/v1/language.ts';

// What a call asks: of a sponsor by its mandate, of a project by rule, and of an answer by its questions. Each is a fact of what was said, of nobody's opinion.

/** The terms of a mandate as far as a call is within them. */
export type MandateOfCall = {
  readonly sponsor: string;
  readonly isPublished: boolean;
  readonly countries: readonly string[];
  /** None = all. */
  readonly themes: readonly string[];
  readonly excludedThemes: readonly string[];
  readonly smallest: Money;
  readonly largest: Money;
};

/** The terms of its mandate that a sponsor's call goes beyond; the secretariat has none, and needs none. */
export function beyondMandate(owner: string, content: CallContent, mandate: MandateOfCall | undefined): string[] {
  if (kindOf(owner) !== 'sponsor') return mandate ? ['sponsor'] : [];
  if (!mandate || mandate.sponsor !== owner) return ['sponsor'];
  const { isPublished, countries, themes, excludedThemes, smallest, largest } = mandate;
  const allThemes = content.themes.length === 0;
  const isWithinThemes = themes.length === 0 || (!allThemes && content.themes.every((each) => themes.includes(each)));
  const isOfCurrency = [content.least, content.greatest].every(({ currency }) => currency === largest.currency);
  const within: Readonly<Record<string, boolean>> = {
    status: isPublished,
    countries: content.countries.every((each) => countries.includes(each)),
    themes: isWithinThemes,
    excludedThemes: allThemes ? excludedThemes.length === 0 : !content.themes.some((each) => excludedThemes.includes(each)),
    currency: isOfCurrency,
    ticketMinimum: !isOfCurrency || content.least.amount >= smallest.amount,
    ticketMaximum: !isOfCurrency || content.greatest.amount <= largest.amount,
  };
  return Object.entries(within).flatMap(([term, is]) => (is ? [] : [term]));
}

/** Whether the sums of a call are in one currency, and each no more than the next. */
export const sumsFit = ({ available, least, greatest }: Pick<CallContent, 'available' | 'least' | 'greatest'>): boolean =>
  least.currency === available.currency &&
  greatest.currency === available.currency &&
  least.amount >= 0n &&
  greatest.amount > 0n &&
  least.amount <= greatest.amount &&
  greatest.amount <= available.amount;

/** A field of what a call says, as `questions[0].text[1].language`, and the rule that it breaks. */
export type ContentFault = { readonly field: string; readonly rule: string };
const ONCE = 'must be there once';

/** Texts that are there twice in a language, or in none that is known, and countries and themes that are there twice. */
export function contentFaults({ title, text, countries, themes, questions }: CallContent): ContentFault[] {
  const twice = (values: readonly string[], fieldOf: (index: number) => string): ContentFault[] =>
    values.flatMap((each, index) => (values.indexOf(each) < index ? [{ field: fieldOf(index), rule: ONCE }] : []));
  const worded = (of: readonly { readonly language: string }[], field: string): ContentFault[] => {
    const languages = of.map(({ language }) => language);
    const fieldOf = (index: number): string => `${field}[${index}].language`;
    return [
      ...twice(languages, fieldOf),
      ...languages.flatMap((each, index) =>
        isKnownLanguage(each) ? [] : [{ field: fieldOf(index), rule: 'must be a language that is known' }],
      ),
    ];
  };
  return [
    ...worded(title, 'title'),
    ...worded(text, 'text'),
    ...questions.flatMap(({ text: asked }, index) => worded(asked, `questions[${index}].text`)),
    ...twice(countries, (index) => `countries[${index}]`),
    ...twice(themes, (index) => `themes[${index}]`),
  ];
}

/** The questions that nobody could answer, or could answer for another. */
export function unclearQuestions(questions: readonly CallQuestion[]): string[] {
  const unanswerable = questions.filter(
    ({ kind, mostWords, choices }) =>
      (kind === 'text' && mostWords === 0) || (kind === 'choice' && (choices.length < 2 || repeated(choices).length > 0)),
  );
  return [...new Set([...repeated(questions.map(({ id }) => id)), ...unanswerable.map(({ id }) => id)])];
}

/** An answer with the number of words of its text, whatever its question asks for. */
export type Said = { readonly question: string; readonly value: string; readonly words: number };
export type Unfit = { readonly question: string; readonly rule: 'unknown' | 'twice' | CallQuestionKind };

/** The first answer that does not fit its question: another than it asks for, or longer. */
export function unfitAnswer(questions: readonly CallQuestion[], said: readonly Said[]): Unfit | undefined {
  const [twice] = repeated(said.map(({ question }) => question));
  if (twice !== undefined) return { question: twice, rule: 'twice' };
  for (const each of said) {
    const rule = unfitFor(
      questions.find(({ id }) => id === each.question),
      each,
    );
    if (rule) return { question: each.question, rule };
  }
  return undefined;
}

function unfitFor(question: CallQuestion | undefined, { value, words }: Said): Unfit['rule'] | undefined {
  if (question && words > question.mostWords) return question.kind;
  switch (question?.kind) {
    case undefined:
      return 'unknown';
    case 'text':
      return undefined;
    case 'choice':
      return value === '' || question.choices.includes(value) ? undefined : 'choice';
    case 'number':
      return value === '' || parseFraction(value) ? undefined : 'number';
  }
}

/** The questions that have to be answered, and are not. */
export const unansweredOf = (
  questions: readonly CallQuestion[],
  answers: readonly { readonly question: string; readonly value: string; readonly note: string }[],
): string[] =>
  questions
    .filter(({ required }) => required)
    .filter(({ id, kind }) => {
      const own = answers.find(({ question }) => question === id);
      return (kind === 'text' ? own?.note : own?.value) === '' || own === undefined;
    })
    .map(({ id }) => id);

export type Asked = { readonly facts: Omit<AnswerFacts, 'version'>; readonly amount: Money; readonly isInGoodStanding: boolean };

/** The rules of a call that a project does not meet. */
export function unmetRules(content: CallContent, { facts, amount, isInGoodStanding }: Asked): CallRule[] {
  const { least, greatest } = content;
  const isMet: Readonly<Record<Exclude<CallRule, 'answers-are-unclear'>, boolean>> = {
    'country-is-another': facts.countries.some((each) => content.countries.includes(each)),
    'theme-is-another': content.themes.length === 0 || facts.themes.some((each) => content.themes.includes(each)),
    'sum-is-outside': amount.currency === least.currency && amount.amount >= least.amount && amount.amount <= greatest.amount,
    'readiness-is-too-low': facts.readiness >= content.minimumReadiness,
    'not-in-good-standing': content.declaration === '' || isInGoodStanding,
  };
  return (Object.keys(isMet) as (keyof typeof isMet)[]).filter((rule) => !isMet[rule]);
}

/** Whether a person of an organisation may review what answers a call: of the secretariat's its own and partners' people, and of a sponsor's in the same way. */
export const mayBeReviewer = (owner: string, organisation: string): boolean => organisation === owner || kindOf(organisation) === 'partner';
