import { MAX_POSITIONS } from '@junkan/kit/grpc/position.ts';
import { IN_WORDS, idInWords, idPattern } from '@junkan/kit/grpc/rules.ts';
import { isCurrency, parseMoney } from '@junkan/kit/money-text.ts';
import { isEmail, isLink } from '@junkan/kit/pure/addresses.ts';
import { isCalendarDate, instant as toInstant } from '@junkan/kit/pure/dates.ts';
import { isLanguageTag } from '@junkan/kit/pure/language.ts';
import { isCountry } from '@junkan/kit/pure/places.ts';
import { isPlainLine, isPlainText } from '@junkan/kit/visible.ts';
import { z } from 'zod';

/** Shapes that many requests share. */
export const id = (prefix: string) => z.string().regex(idPattern(prefix), idInWords(prefix));

/** What is shown on one line. */
export const line = (most: number) => z.string().trim().max(most).refine(isPlainLine, IN_WORDS.line);
export const text = (most: number) => z.string().trim().min(1, IN_WORDS.empty).max(most).refine(isPlainLine, IN_WORDS.line);
/** The address of what is on the web. */
export const link = (most: number) => z.string().trim().max(most).refine(isLinkInFull, IN_WORDS.link).meta({ format: 'uri' });
const isLinkInFull = (given: string): boolean => isPlainLine(given) && isLink(given);
export const email = (most: number) => z.string().trim().max(most).refine(isEmailInFull, IN_WORDS.email).meta({ format: 'email' });
const isEmailInFull = (given: string): boolean => isPlainLine(given) && isEmail(given);
/** What may have several lines. */
export const note = (most: number) => z.string().max(most).refine(isPlainText, IN_WORDS.lines);
export const neededNote = (most: number) => z.string().trim().min(1, IN_WORDS.empty).max(most).refine(isPlainText, IN_WORDS.lines);
export const country = z
  .string()
  .refine(isCountry, IN_WORDS.country)
  .meta({ description: 'ISO 3166-1 alpha-2', examples: ['JP'] });
export const date = z.string().refine(isCalendarDate, IN_WORDS.date).meta({ format: 'date' });
export const language = z
  .string()
  .refine(isLanguageTag, IN_WORDS.language)
  .meta({ description: 'BCP 47', examples: ['ja'] });
/** Instants are compared as texts, so they are read into the one form that they have inside. */
export const instant = z.iso.datetime({ message: IN_WORDS.instant }).transform((given) => toInstant(Date.parse(given)));
/** The number of a thing as a part of a path, in the one spelling that it has: a command is named by its path. */
export const numbered = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'must be a whole number from 1 to 999999')
  .transform(Number);

/** All sums of a ledger must fit the 64 bits in which minor units travel. */
const MAX_MINOR_UNITS = 10n ** 17n;
const DECIMAL = /^-?\d{1,15}(\.\d+)?$/;

export const currency = z
  .string()
  .refine(isCurrency, IN_WORDS.currency)
  .meta({ description: 'ISO 4217', examples: ['USD'] });

/** `{"amount":"1250000.00","currency":"IDR"}` */
export const moneyAnswer = z.strictObject({
  amount: z.string().regex(DECIMAL, 'must be a plain decimal number as text, of at most 15 digits before the point'),
  currency,
});
/** The same, read to minor units; negative amounts never come in from outside. */
export const money = moneyAnswer.transform((given, context) => {
  const read = parseMoney(given);
  const rule = read === undefined ? `must have no more decimal places than ${given.currency} has` : ruleBrokenBy(read.amount);
  if (read !== undefined && rule === undefined) return read;
  context.addIssue({ code: 'custom', path: ['amount'], message: rule ?? 'must be money' });
  return z.NEVER;
});

function ruleBrokenBy(amount: bigint): string | undefined {
  if (amount < 0n) return 'must not be negative';
  return amount > MAX_MINOR_UNITS ? 'must not exceed 10^17 minor units' : undefined;
}

/** One of these words, or any where it is left out or empty. */
export const oneOrAny = <const Words extends readonly [string, ...string[]]>(words: Words) => z.enum(words).or(z.literal('')).default('');

/** The version that a list has to have seen. */
export const after = z
  .string()
  .regex(/^[a-z]+_[0-9a-z]+@\d{1,10}$/, 'must be an identifier and a version, as in prj_…@3')
  .or(z.literal(''))
  .default('');

export const page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(4_000).default(''),
  after,
});

export const nothing = z.strictObject({});

/** The headers of commands. */
export const keyShape = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible ASCII characters')
  .meta({ description: 'The same key with the same request has one effect and one answer.' });
export const ifMatch = z
  .string()
  .regex(/^(\*|"\d{1,10}")$/, 'must be one ETag as a response has given it')
  .meta({ description: 'The ETag of the version that the command insists on.' });

/** How far the lists go that a client has seen. */
export const positionShape = z
  .string()
  .max(4_000)
  .regex(new RegExp(`^([\\w-]+(, ?[\\w-]+){0,${MAX_POSITIONS - 1}})?$`))
  .transform((given) => given.replaceAll(' ', ''))
  .meta({
    description:
      'The value of the same header in the last answer; after concurrent requests those of all answers, comma-separated. No list is then older than what was seen.',
    param: { id: 'Seen' },
  });

/** The position in the events after which a client continues. */
export const lastEventId = z
  .string()
  .max(2_000)
  .optional()
  .meta({ description: 'The id of the last event that the client has seen: it gets those after it. Goes before the query’s cursor.' });
