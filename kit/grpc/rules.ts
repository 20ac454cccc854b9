import type { Fields, Rule } from '@junkan/proto/command.ts';
import { isCurrency } from '../money-text.ts';
import { invalid } from '../problem.ts';
import { isEmail, isLink } from '../pure/addresses.ts';
import { isCalendarDate } from '../pure/dates.ts';
import { isLanguageTag } from '../pure/language.ts';
import type { Money } from '../pure/money.ts';
import { isCountry } from '../pure/places.ts';
import { isPlainLine, isPlainText } from '../visible.ts';

/** What a text must be, in words that go on where the name of its field ends. */
export const IN_WORDS = {
  line: 'must be one line, without invisible characters',
  lines: 'must have no invisible characters but line breaks and tabs',
  empty: 'must not be empty',
  link: 'must be an address of the web that begins with https://',
  email: 'must be a mail address, as in name@city.example',
  date: 'must be a calendar date, YYYY-MM-DD',
  instant: 'must be an instant in UTC, YYYY-MM-DDThh:mm:ss.sssZ',
  country: 'must be an ISO 3166-1 alpha-2 code',
  currency: 'must be an ISO 4217 currency code',
  sha256: 'must be a SHA-256 in lower-case hexadecimal',
  decimal: 'must be a decimal number as text',
  percent: 'must be a percentage from 0 to 100 as text, with at most six decimal places',
  language: 'must be a language tag as BCP 47 has it, as in ja or zh-Hans',
} as const;
export const SHA256 = /^[0-9a-f]{64}$/;
export const DECIMAL = /^-?\d{1,30}(\.\d{1,20})?$/;
export const PERCENT = /^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?)$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

export const idPattern = (prefix: string): RegExp => new RegExp(`^${prefix}_[0-9a-z]{26}$`);
export const idInWords = (prefix: string): string => `must be an identifier ${prefix}_…`;
/** "must be given, unless it is not available" */
export const givenUnless = (other: string): string =>
  `must be given, unless it is ${other.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;

type Message = Readonly<Record<string, unknown>>;

/**
 * Normalises and checks a request by the rules of its command: texts are trimmed, and omitted numbers get their default.
 * @throws ProblemError that names the first wrong field and the rule it breaks.
 */
export const checked = (fields: Fields, request: Message, within = ''): Message =>
  Object.fromEntries(Object.entries(fields).map(([name, rule]) => [name, value(rule, request[name], `${within}${name}`, request)]));

function value(rule: Rule, given: unknown, field: string, message: Message): unknown {
  switch (rule.is) {
    case 'boolean':
      return given;
    case 'number':
      return number(rule, given as number, field);
    case 'money':
      return money(rule, given as Money | undefined, field);
    case 'object':
      if (given === undefined && rule.optional) return undefined;
      if (given === undefined) throw invalid(field, 'is required');
      return checked(rule.fields, given as Message, `${field}.`);
    case 'list':
      return list(rule, given as readonly unknown[], field, message);
    case 'any':
    case 'codes':
    case 'country':
    case 'date':
    case 'decimal':
    case 'id':
    case 'instant':
    case 'language':
    case 'line':
    case 'lines':
    case 'link':
    case 'email':
    case 'percent':
    case 'sha256':
      // A contract may tell a text that is absent from an empty one: `optional string`.
      if (given === undefined && 'optional' in rule && rule.optional) return undefined;
      return text(rule, (given ?? '') as string, field, message);
  }
}

type Of<Is extends Rule['is']> = Extract<Rule, { readonly is: Is }>;

function number({ min, max, default: meant }: Of<'number'>, given: number, field: string): number {
  const number = given === 0 && meant !== undefined ? meant : given;
  if (number < min || number > max) throw invalid(field, `must be a whole number from ${min} to ${max}`);
  return number;
}

function money({ optional }: Of<'money'>, given: Money | undefined, field: string): Money | undefined {
  if (given === undefined && optional) return undefined;
  if (given === undefined) throw invalid(field, 'is required');
  if (!isCurrency(given.currency)) throw invalid(`${field}.currency`, IN_WORDS.currency);
  return { amount: given.amount, currency: given.currency };
}

function list({ of, min, max }: Of<'list'>, given: readonly unknown[], field: string, message: Message): readonly unknown[] {
  if (given.length < min || given.length > max) throw invalid(field, `must have from ${min} to ${max} entries`);
  return given.map((each, index) => value(of, each, `${field}[${index}]`, message));
}

type Text = Exclude<Rule, Of<'boolean' | 'number' | 'money' | 'object' | 'list'>>;

function text(rule: Text, given: string, field: string, message: Message): string {
  const trimmed = 'max' in rule ? given.trim() : given;
  const broken = trimmed === '' ? whereEmpty(rule, message) : whereGiven(rule, trimmed, message);
  if (broken !== undefined) throw invalid(field, broken);
  return trimmed;
}

function whereEmpty(rule: Text, message: Message): string | undefined {
  switch (rule.is) {
    case 'any':
      return undefined;
    case 'decimal':
      if (rule.unless !== undefined) return message[rule.unless] === true ? undefined : givenUnless(rule.unless);
      return rule.optional ? undefined : IN_WORDS.empty;
    case 'line':
    case 'lines':
      return rule.optional || rule.optionalWithin ? undefined : IN_WORDS.empty;
    case 'codes':
    case 'date':
    case 'email':
    case 'id':
    case 'language':
    case 'link':
    case 'percent':
      return rule.optional ? undefined : whereGiven(rule, '', message);
    case 'instant':
    case 'country':
    case 'sha256':
      return whereGiven(rule, '', message);
  }
}

function whereGiven(rule: Text, given: string, message: Message): string | undefined {
  const unless = (holds: boolean, words: string): string | undefined => (holds ? undefined : words);
  switch (rule.is) {
    case 'any':
      return undefined;
    case 'id':
      return unless(idPattern(rule.prefix).test(given), idInWords(rule.prefix));
    case 'line':
    case 'lines':
      if (given.length > rule.max) return `must have at most ${rule.max} characters`;
      return unless(rule.is === 'line' ? isPlainLine(given) : isPlainText(given), IN_WORDS[rule.is]);
    case 'link':
    case 'email':
      if (given.length > rule.max) return `must have at most ${rule.max} characters`;
      return unless(isPlainLine(given) && (rule.is === 'link' ? isLink(given) : isEmail(given)), IN_WORDS[rule.is]);
    case 'date':
      return unless(isCalendarDate(given), IN_WORDS.date);
    case 'instant':
      return unless(INSTANT.test(given) && !Number.isNaN(Date.parse(given)), IN_WORDS.instant);
    case 'country':
      return unless(isCountry(given), IN_WORDS.country);
    case 'language':
      return unless(isLanguageTag(given), IN_WORDS.language);
    case 'percent':
      return unless(PERCENT.test(given), IN_WORDS.percent);
    case 'sha256':
      return unless(SHA256.test(given), IN_WORDS.sha256);
    case 'decimal':
      if (rule.unless !== undefined && message[rule.unless] === true) return givenUnless(rule.unless);
      return unless(DECIMAL.test(given), IN_WORDS.decimal);
    case 'codes':
      return unless(rule.codes.includes(given), `must be one of ${rule.codes.join(', ')}`);
  }
}
