import type { BodyOf } from '../../base/api/client.ts';

export type Drafted = BodyOf<'draftDeclaration'>['text'];
export type RuleOf = NonNullable<Drafted['rule']>;
export type Wordings = Drafted['title'];

export const FIVE_R = ['rethink', 'reduce', 'reuse', 'recover', 'regenerate'] as const;

/** The numbers of a rule, in the order in which they are asked for, with those that a new one begins with. */
const NUMBERS = {
  firstAssessmentMonths: 6,
  assessmentEveryMonths: 12,
  planMonths: 24,
  firstReportMonths: 36,
  reportEveryMonths: 24,
  openedDays: 180,
  helpDays: 14,
  secondDays: 30,
  noticeDays: 60,
  lastDays: 90,
  suspensionDays: 120,
  afterNoticeDays: 60,
  afterReturnDays: 30,
  extensionDays: 90,
  reviewDays: 45,
  settleDays: 180,
  lapseMonths: 24,
} as const satisfies Partial<RuleOf>;
export type NumberName = keyof typeof NUMBERS;
export const NUMBER_NAMES = Object.keys(NUMBERS) as readonly NumberName[];

const RULE: RuleOf = { ...NUMBERS, align: ['03-31', '09-30'], reminders: [90, 30, 7] };

/** With which a draft begins. */
export const EMPTY: Drafted = {
  title: [{ language: 'en', text: '' }],
  preamble: [{ language: 'en', text: '' }],
  commitments: [{ code: 'C1', fiveR: 'rethink', text: [{ language: 'en', text: '' }] }],
  rule: RULE,
};

/** A draft as the browser keeps it. */
export const keptOf = (text: Drafted): string => JSON.stringify(text);
export const draftedOf = (kept: string): Drafted => JSON.parse(kept) as Drafted;

export const languagesIn = ({ title }: Drafted): readonly string[] => title.map(({ language }) => language);

export const wordsIn = (wordings: Wordings, wanted: string): string => wordings.find(({ language }) => language === wanted)?.text ?? '';
export const withWords = (wordings: Wordings, language: string, text: string): Wordings =>
  wordings.some((each) => each.language === language)
    ? wordings.map((each) => (each.language === language ? { language, text } : each))
    : [...wordings, { language, text }];

type Change = (wordings: Wordings) => Wordings;
/** All of its texts changed alike. */
const everyText = (text: Drafted, change: Change): Drafted => ({
  ...text,
  title: change(text.title),
  preamble: change(text.preamble),
  commitments: text.commitments.map((each) => ({ ...each, text: change(each.text) })),
});
export const withLanguage = (text: Drafted, language: string): Drafted => everyText(text, (wordings) => withWords(wordings, language, ''));
export const withoutLanguage = (text: Drafted, wanted: string): Drafted =>
  everyText(text, (wordings) => wordings.filter(({ language }) => language !== wanted));

/** What lacks, by the names of its inputs. */
export function lacksOf(text: Drafted): readonly string[] {
  const languages = languagesIn(text);
  const lacking = (name: string, wordings: Wordings) =>
    languages.filter((language) => wordsIn(wordings, language).trim() === '').map((language) => `${name}/${language}`);
  return [
    ...lacking('title', text.title),
    ...lacking('preamble', text.preamble),
    ...text.commitments.flatMap(({ code, text: words }, index) => [
      ...(code.trim() === '' ? [`code/${index}`] : []),
      ...lacking(`commitment/${index}`, words),
    ]),
  ];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts by language, as a file has them, or as the API does. */
function wordingsIn(value: unknown): Wordings {
  if (Array.isArray(value))
    return value.flatMap((each) =>
      isRecord(each) && isText(each['language']) && isText(each['text']) ? [{ language: each['language'], text: each['text'] }] : [],
    );
  return isRecord(value) ? Object.entries(value).flatMap(([language, text]) => (isText(text) ? [{ language, text }] : [])) : [];
}

const camel = (name: string): string => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function ruleIn(value: unknown): RuleOf {
  if (!isRecord(value)) return RULE;
  const given = Object.fromEntries(Object.entries(value).map(([name, each]) => [camel(name), each]));
  const numbers = NUMBER_NAMES.map((name) => [name, typeof given[name] === 'number' ? given[name] : RULE[name]]);
  return {
    ...RULE,
    ...Object.fromEntries(numbers),
    ...(Array.isArray(given['align']) ? { align: given['align'].filter(isText) } : {}),
    ...(Array.isArray(given['reminders'])
      ? { reminders: given['reminders'].filter((each) => typeof each === 'number').map(Math.abs) }
      : {}),
  };
}

/** A declaration, and the languages that not all of its texts had. */
export type Read = { readonly text: Drafted; readonly leftOut: readonly string[] };

/** A declaration from a file, in the languages that all of its texts have; undefined where the file has none. */
export function draftedIn(written: string): Read | undefined {
  let found: unknown;
  try {
    found = JSON.parse(written);
  } catch {
    return undefined;
  }
  if (!isRecord(found)) return undefined;
  const text = isRecord(found['text']) ? found['text'] : found;
  const { title, preamble, commitments, marked } = text;
  const rows = (Array.isArray(commitments) ? commitments : []).filter(isRecord).map((each) => ({
    code: isText(each['code']) ? each['code'] : '',
    fiveR: FIVE_R.find((code) => code === (each['fiveR'] ?? each['five_r'])) ?? 'rethink',
    text: wordingsIn(each['text']),
  }));
  if (wordingsIn(title).length === 0 || rows.length === 0) return undefined;
  const drafted: Drafted = {
    title: wordingsIn(title),
    preamble: wordingsIn(preamble),
    commitments: rows,
    rule: ruleIn(text['rule'] ?? text['reporting_rule'] ?? text['reportingRule']),
    ...(isText(marked) && marked !== '' ? { marked } : {}),
  };
  const leftOut = [...new Set(lacksOf(drafted).flatMap((name) => (name.startsWith('code/') ? [] : (name.split('/').at(-1) ?? []))))];
  return { text: leftOut.reduce(withoutLanguage, drafted), leftOut };
}
