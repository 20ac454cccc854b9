import { parseMoney } from '@junkan/kit/money-text.ts';
import { isCountry } from '@junkan/kit/pure/places.ts';
import type { Facet, Filter, Listed, ListRequest, Matched, Range } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { z } from 'zod';
import { ENTRY_KINDS } from '../timeline/kinds.ts';
import { BadRequest } from './problem.ts';
import { currency, date, page } from './schemas.ts';

/** Shapes of the query of a list of the catalogue, and of what is answered in addition to its items. */

const MAX_VALUES = 50;
const partsOf = (given: string): string[] => (given === '' ? [] : given.split(','));
const commas = (part: string): RegExp => new RegExp(`^((${part})(,(${part})){0,${MAX_VALUES - 1}})?$`);

/** Several of these words with commas between, or any where it is left out or empty. */
export const someOf = (words: readonly string[]) =>
  z
    .string()
    .regex(commas(words.join('|')), `must be some of ${words.join(', ')}, with commas between`)
    .default('')
    .transform(partsOf);

export const someIds = (prefix: string) =>
  z
    .string()
    .regex(commas(`${prefix}_[0-9a-z]{26}`), `must be identifiers ${prefix}_…, with commas between`)
    .default('')
    .transform(partsOf);

export const someCountries = z
  .string()
  .regex(commas('[A-Z]{2}'), { error: 'must be ISO 3166-1 alpha-2 codes, with commas between', abort: true })
  .refine((given) => partsOf(given).every(isCountry), 'must be ISO 3166-1 alpha-2 codes, with commas between')
  .default('')
  .transform(partsOf)
  .meta({ description: 'ISO 3166-1 alpha-2 codes, with commas between.', examples: ['JP,VN'] });

export const someCodes = z
  .string()
  .regex(commas('[a-z0-9-]{1,100}'), 'must be codes of lower-case letters, digits and hyphens, with commas between')
  .default('')
  .transform(partsOf);

export const someCells = z
  .string()
  .regex(commas('[ns]\\d{2}[ew]\\d{2,3}'), 'must be cells as in answers, comma-separated')
  .default('')
  .transform(partsOf)
  .meta({ description: 'Cells of two degrees, by their corner in the south-west, with commas between.', examples: ['n34e138'] });

type ListShape = { readonly sorts: readonly [string, ...string[]]; readonly counts: readonly [string, ...string[]] };

/** What can be asked of every list of the catalogue. */
export const listing = ({ sorts, counts }: ListShape) =>
  page.extend({
    sort: z
      .enum(sorts.flatMap((sort) => [sort, `-${sort}`]))
      .or(z.literal(''))
      .default('')
      .meta({ description: 'A field, with - before it for the greatest first. Without it, in the usual order of the list.' }),
    counts: someOf(counts).meta({ description: 'Fields of whose values counts are wanted, each under all filters but its own.' }),
  });

/** What can be asked of a timeline. */
export const timelinePage = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(500),
  cursor: z.string().max(300).default(''),
  sort: z.enum(['at', '-at']).default('at').meta({ description: 'By when it happened; with - before it, what happened last comes first.' }),
  kind: someOf(ENTRY_KINDS).meta({ description: 'What the entries are about, comma-separated; without it all entries.' }),
});

/** Of a list that is searched. */
export const searched = (description: string) => ({ q: z.string().max(200).default('').meta({ description }) });

const decimal = z
  .string()
  .regex(/^(\d{1,15}(\.\d{1,4})?)?$/, 'must be a plain decimal number')
  .default('')
  .meta({ description: 'A decimal in the currency that is asked for.' });

/** Of a list whose items are of some amount. */
export const amounts = { currency: currency.or(z.literal('')).default(''), amountFrom: decimal, amountTo: decimal };
export const anyDay = date.or(z.literal('')).default('');
/** Of a list whose items have a day of this name. */
export const dayRange = (name: string) => ({
  shape: { [`${name}From`]: anyDay, [`${name}To`]: anyDay },
  read({ [`${name}From`]: from = '', [`${name}To`]: to = '' }: Readonly<Record<string, string>>): Range[] {
    return from || to ? [{ field: name, from, to }] : [];
  },
});
/** Of a list whose items are due some day. */
export const dates = { dueFrom: anyDay, dueTo: anyDay };

type Within = { readonly [Name in keyof typeof amounts | keyof typeof dates]?: string };
type ListInput = z.output<typeof page> & Partial<z.output<ReturnType<typeof listing>>> & Within;

/** Which of these fields are asked for whole. */
export const allOf = (fields: readonly string[]) =>
  someOf(fields).meta({ description: 'Fields of which an item must have every value, not just any.' });

/** A field with the values of which an item has any, or with `all`, every one. */
export const filter = (field: string, values: readonly string[], all = false): Filter => ({ field, values, all });

/** @throws BadRequest for amounts without a currency, or with more places than it has. */
export function listRequest(asked: ListInput, filters: readonly Filter[], q = ''): ListRequest {
  const { limit, cursor, after, sort = '', counts = [], currency = '', dueFrom = '', dueTo = '' } = asked;
  const due: Range[] = dueFrom || dueTo ? [{ field: 'due', from: dueFrom, to: dueTo }] : [];
  return {
    page: { limit, cursor, after },
    sort,
    counts,
    q,
    filters: [...filters, filter('currency', partsOf(currency))].filter(({ values }) => values.length > 0),
    ranges: [...amountRange(asked), ...due],
  };
}

function amountRange({ currency: code = '', amountFrom = '', amountTo = '' }: Within): Range[] {
  if (amountFrom === '' && amountTo === '') return [];
  const minor = (name: string, amount: string): string => {
    if (amount === '') return '';
    const read = code === '' ? undefined : parseMoney({ amount, currency: code });
    if (read) return String(read.amount);
    const detail = code === '' ? 'needs a currency' : `must have no more decimal places than ${code} has`;
    throw new BadRequest(400, 'RequestIsMalformed', [{ pointer: `#query/${name}`, detail }]);
  };
  return [{ field: 'amount', from: minor('amountFrom', amountFrom), to: minor('amountTo', amountTo) }];
}

/** These fields of what is asked, each as a filter. `all`: those of which an item must have every value. */
export const filtersOf = <Field extends string>(
  asked: Readonly<Record<Field, readonly string[]>>,
  fields: readonly Field[],
  all: readonly string[] = [],
): Filter[] => fields.map((field) => filter(field, asked[field], all.includes(field)));

/** What is answered in addition to the items of a list. */
export function listed(answer: Listed | undefined) {
  const { nextCursor = '', total: count = 0, more = false, counts = [], corrected = '', matched = [] } = answer ?? {};
  return {
    nextCursor,
    total: { count, more },
    counts: countsShown(counts),
    corrected,
    ...(matched.length > 0 ? { matched: matchedShown(matched) } : {}),
  };
}

/** Where something was found, by item and by pointer into it: from and to. */
const matchedShown = (matched: readonly Matched[]) =>
  Object.fromEntries(
    matched.map(({ id, texts }) => [
      id,
      Object.fromEntries(
        texts.map(({ pointer, bounds }) => [pointer, bounds.flatMap((start, at) => (at % 2 === 0 ? [[start, bounds[at + 1]]] : []))]),
      ),
    ]),
  );

/** Counts by field and value. */
export const countsShown = (counts: readonly Facet[]) =>
  Object.fromEntries(counts.map(({ field, values }) => [field, Object.fromEntries(values.map((each) => [each.value, each.count]))]));
