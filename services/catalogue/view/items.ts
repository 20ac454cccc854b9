import * as disbursement from '@junkan/disbursement/fold.ts';
import type { PublishedFold } from '@junkan/kit/store/fold.ts';
import * as programme from '@junkan/programme/fold.ts';
import * as project from '@junkan/project-registry/fold.ts';
import type { Item as Described } from '@junkan/proto/item.ts';
import { ITEMS, type ItemOf, type KindWith, kindsWith } from '@junkan/proto/items.ts';
import * as sponsor from '@junkan/sponsor-registry/fold.ts';
import { termsOfCodes } from '../text/code-names.ts';
import type { Kept, Listed, Value } from './item.ts';
import { textsOfPolicy } from './policy.ts';

// What is listed as its contract says: a row for each, of the fields that the contract names.

export type ListedKind = KindWith<'list'>;
/** `since`: when it got the status that it has. */
export type SeenItem<Kind extends ListedKind> = ItemOf[Kind] & Pick<Kept<unknown>, 'since'>;

/** The folds that owners publish: of a kind whose owner publishes none, this does not compile. */
// biome-ignore lint/suspicious/noExplicitAny: states go from a fold to its own message
const FOLDS: { readonly [Kind in ListedKind]: PublishedFold<any, any, ItemOf[Kind]> } = {
  ...disbursement.FOLDS,
  ...programme.FOLDS,
  ...project.FOLDS,
  ...sponsor.FOLDS,
};

type MadeOf<Kind extends ListedKind> = (typeof ITEMS)[Kind]['list']['made'][number];
/** The columns that are no fields: what each is made of. */
const MADE: {
  readonly [Kind in ListedKind as MadeOf<Kind> extends never ? never : Kind]: {
    readonly [Column in MadeOf<Kind>]: (seen: ItemOf[Kind]) => Value;
  };
} = {
  passport: { due: ({ validUntil }) => validUntil },
  'payment-file': { day: ({ executionDate }) => executionDate },
  statement: { day: ({ from, to }) => to || from },
};

type TextOf<Kind extends ListedKind> = (typeof ITEMS)[Kind]['list']['texts'][number];
/** The texts by which lists are searched: what each is made of. */
const TEXTS: {
  readonly [Kind in ListedKind as TextOf<Kind> extends never ? never : Kind]: (
    seen: ItemOf[Kind],
  ) => Readonly<Record<TextOf<Kind>, string>>;
} = {
  'policy-instrument': textsOfPolicy,
  enquiry: ({ cityName }) => ({ cityName }),
  statement: ({ reference }) => ({ reference }),
  partner: ({ name, otherNames, country, themes }) => ({
    name: [name, ...otherNames.map((other) => other.name)].join('\n'),
    codes: codesOf([country], themes),
  }),
  training: ({ title, theme }) => ({ title, codes: codesOf([], [theme]) }),
  'award-cycle': ({ title }) => ({ title }),
  'project-call': ({ title, text, countries, themes }) => ({
    title: title.map((each) => each.text).join('\n'),
    text: text.map((each) => each.text).join('\n'),
    codes: codesOf(countries, themes),
  }),
};

const codesOf = (countries: readonly string[], themes: readonly string[]): string =>
  [...termsOfCodes('countries', countries), ...termsOfCodes('themes', themes)].join(' ');

type Fields = Readonly<Record<string, Value>>;

function listed<Kind extends ListedKind>(kind: Kind): Listed<unknown, ItemOf[Kind], SeenItem<Kind>> {
  const { party, list }: Described = ITEMS[kind];
  const { columns = {}, tags = [], rows } = list ?? {};
  const texts = (TEXTS as Readonly<Record<string, (seen: ItemOf[Kind]) => Readonly<Record<string, string>>>>)[kind];
  const made = (MADE as Readonly<Record<string, Readonly<Record<string, (seen: ItemOf[Kind]) => Value>>>>)[kind] ?? {};
  return {
    kind,
    fold: FOLDS[kind],
    seen: (message, { since }) => ({ ...message, since }),
    items(seen, { n, created, updated }) {
      const { id, version, status } = seen;
      const fields = seen as unknown as Fields;
      const own = Object.fromEntries(Object.keys(columns).map((name) => [name, made[name]?.(seen) ?? fields[name] ?? '']));
      const open = rows === 'open' ? { open: fields['open'] ? 1 : 0 } : {};
      const parties = rows === 'party' && party !== undefined ? [fields[party] as string | readonly string[]].flat() : [];
      const all = { version, status, ...own, ...open, created, updated };
      const tagged = Object.fromEntries(tags.map((name) => [name, fields[name] as unknown as readonly string[]]));
      const text = texts ? { text: texts(seen) } : {};
      return [{ kind, id, n, tags: tagged, parties, columns: all, ...text, doc: () => FOLDS[kind].toJson(seen) }];
    },
  };
}

const LISTED = Object.fromEntries(kindsWith('list').map((kind) => [kind, listed(kind)])) as {
  readonly [Kind in ListedKind]: Listed<unknown, ItemOf[Kind], SeenItem<Kind>>;
};
export const LISTED_ITEMS = Object.values<(typeof LISTED)[ListedKind]>(LISTED);
/** A file of payments, without its transfers. */
export const paymentFile = LISTED['payment-file'];
export const rateSheet = LISTED.rates;
export const action = LISTED.action;
export const callAnswer = LISTED['call-answer'];
export const projectCall = LISTED['project-call'];
