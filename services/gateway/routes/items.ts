import type { Call } from '@junkan/kit/call.ts';
import type { Filter, Item, ItemList } from '@junkan/proto/item.ts';
import { ITEMS, type ItemKind } from '@junkan/proto/items.ts';
import type { Listed, ListRequest } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import type { HistoryPage, Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { OWNERS } from '@junkan/proto/programs.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { shapeOf } from '../answers/items.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { dayRange, filter, listed, listing, listRequest, searched, someCodes, someIds, someOf, timelinePage } from '../http/listing.ts';
import type { PublicRoutes } from '../http/public.ts';
import { currency, id } from '../http/schemas.ts';
import { counted } from '../parts.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { type EntryKind, entryKindOf } from '../timeline/kinds.ts';
import { timelinePage as pageOfTimeline } from '../timeline/pages.ts';
import { withFacts } from '../timeline/words.ts';

// Of every item the routes that its contract says: its list, itself with what the caller may do, and its timeline.

/** The RPCs that the generator has found for every item, by the shape that it has found them in. */
type Asked = {
  list(request: ListRequest, call: Call): Promise<{ readonly listed: Listed | undefined } & Readonly<Record<string, unknown>>>;
  read(
    request: { id: string; permissions: boolean },
    call: Call,
  ): Promise<{ readonly may: Permissions | undefined } & Readonly<Record<string, object>>>;
  history(
    request: { id: string; page: HistoryPage },
    call: Call,
  ): Promise<{ readonly entries: readonly TimelineEntry[]; readonly more: boolean }>;
};

export function itemRoutes(kind: ItemKind, routes: Routes, services: Services): void {
  const item: Item = ITEMS[kind];
  const { list, read, timeline } = item;
  const asked = askedOf(item, services);
  if (list) listRoute(item, list, routes, asked.list);
  if (read) readRoute(item, read, routes, asked.read);
  if (timeline) timelineRoute(item, timeline, routes, asked.history);
}

function askedOf({ context, list, read }: Item, services: Services): Asked {
  const programs = services as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const owner = programs[OWNERS[context as keyof typeof OWNERS]] ?? {};
  return {
    list: programs['catalogue']?.[list?.rpc ?? ''],
    read: owner[read?.rpc ?? ''],
    history: owner['history'],
  } as Asked;
}

/** /bank-accounts as BankAccounts. */
const named = (path: string): string =>
  path
    .slice(1)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** How a text is asked for that has neither codes nor a prefix of its own: a field of a name is the same in every list. */
const TEXTS: Readonly<Record<string, z.ZodType>> = {
  organisation: someIds('(org|spo)'),
  currency: currency.or(z.literal('')).default(''),
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/, 'must be an ISO 3166-1 alpha-2 code')
    .default('')
    .meta({ description: 'ISO 3166-1 alpha-2.' }),
  base: currency.or(z.literal('')).default(''),
  source: z.string().max(60).default('').meta({ description: 'Who says so: a central bank, by its name.' }),
  account: z.string().max(100).default('').meta({ description: 'The number of the account.' }),
  indicator: z.string().max(100).default('').meta({ description: 'A code of the list indicators.' }),
  code: z.string().max(100).default('').meta({ description: 'A code of the list that belongs to it.' }),
  topic: z.string().max(100).default('').meta({ description: 'A code of the list actions.' }),
  dimensions: someCodes.meta({ description: 'Codes of the list dimensions; any of them is enough.' }),
  owner: z.string().max(100).default('').meta({ description: 'The organisation that has entered it.' }),
  type: z.string().max(100).default('').meta({ description: 'A code of the list instrument-types.' }),
  theme: z.string().max(100).default('').meta({ description: 'A code of the list themes.' }),
  stream: z.string().max(100).default('').meta({ description: 'A code of the list waste-streams.' }),
  language: z.string().max(35).default('').meta({ description: 'A language, as a BCP 47 tag.' }),
  year: z
    .string()
    .regex(/^(\d{4})?$/, 'must be a year')
    .default('')
    .meta({ description: 'The year in which it was adopted.' }),
  countries: someCodes.meta({ description: 'ISO 3166-1 alpha-2 codes; any of them is enough.' }),
  themes: someCodes.meta({ description: 'Codes of the list themes; any of them is enough.' }),
};

/** @throws where nobody has said how a text is asked for. */
function askedBy(field: string, how: Filter): z.ZodType {
  switch (how.is) {
    case 'codes':
      return someOf(how.codes);
    case 'id':
      return someIds(how.prefix);
    case 'text': {
      const text = TEXTS[field];
      if (!text) throw new Error(`it is not said how ${field} is asked for`);
      return text;
    }
  }
}

const valuesOf = (given: unknown): readonly string[] =>
  [given].flat().filter((value): value is string => typeof value === 'string' && value !== '');

/** What a list is asked by, and how its answer is made. */
function listedBy({ field, sorts, counts, filters, ranges, texts }: ItemList, ask: Asked['list']) {
  const shape = {
    ...Object.fromEntries(Object.entries(filters).map(([name, how]) => [name, askedBy(name, how)])),
    ...Object.assign({}, ...ranges.map((range) => dayRange(range).shape)),
    ...(texts.length > 0 ? searched('Words of its texts, in any of their languages, and names of countries and themes.') : {}),
  };
  const asking = listing({ sorts: ['created', 'updated', ...sorts], counts: counts as [string, ...string[]] });
  // Which fields it has is known when it runs: to TypeScript it is a list like every other.
  const query = asking.extend(shape) as unknown as typeof asking;
  const answer = async (wanted: z.output<typeof asking>, call: Call) => {
    const { currency: _, ...given } = wanted as typeof wanted & Readonly<Record<string, unknown>>;
    const request = listRequest(
      wanted,
      Object.keys(filters).map((name) => filter(name, valuesOf(given[name]))),
      valuesOf(given['q']).join(),
    );
    const within = ranges.flatMap((range) => dayRange(range).read(given as Readonly<Record<string, string>>));
    const { listed: extras, ...found } = await ask({ ...request, ranges: within }, call);
    return { [field]: found[field], ...listed(extras) };
  };
  return { query, answer };
}

function listRoute({ path, message }: Item, list: ItemList, { get }: Routes, ask: Asked['list']) {
  const { query, answer } = listedBy(list, ask);
  const described = about(`list${named(path)}`, list.summary, counted(list.field, shapeOf(message)));
  get(path, described, { query }, ({ query: wanted, call }) => answer(wanted, call));
}

/** The same list and the same item for everybody, without sign-in, where the contract says so. */
export function publicItemRoutes({ get }: PublicRoutes, services: Services): void {
  for (const item of Object.values<Item>(ITEMS)) {
    const { path, prefix, name, message, list, read } = item;
    const asked = askedOf(item, services);
    if (list?.public) {
      const { query, answer } = listedBy(list, asked.list);
      const described = about(`listPublic${named(path)}`, list.public, counted(list.field, shapeOf(message)));
      // What a writer has just written is asked for by those who are signed in.
      get(`/public${path}`, described, { query: query.omit({ after: true }) }, ({ query: wanted, call }) =>
        answer({ ...wanted, after: '' }, call),
      );
    }
    if (read?.public) {
      const nothingElse = z.strictObject({});
      const described = about(`getPublic${name}`, read.public, shapeOf(message));
      get(`/public${path}/:id`, described, { params: idOf(prefix), query: nothingElse }, async ({ params, call }) => {
        const { may: _, [read.field]: shown, ...extras } = await asked.read({ ...params, permissions: false }, call);
        return { ...shown, ...extras };
      });
    }
  }
}

const idOf = (prefix: string) => z.strictObject({ id: id(prefix) });

function readRoute(
  { path, prefix, name, message }: Item,
  { summary, field }: NonNullable<Item['read']>,
  { get }: Routes,
  ask: Asked['read'],
) {
  get(`${path}/:id`, about(`get${name}`, summary, shapeOf(message)), { params: idOf(prefix) }, async ({ params, call }) => {
    const { may, [field]: item, ...extras } = await ask({ ...params, permissions: true }, call);
    return { ...item, ...extras, may: mayOf(may) };
  });
}

function timelineRoute(
  { path, prefix, name }: Item,
  { summary, entry: of }: NonNullable<Item['timeline']>,
  { get }: Routes,
  ask: Asked['history'],
) {
  get(
    `${path}/:id/timeline`,
    about(`get${name}Timeline`, summary, answers.timeline),
    { params: idOf(prefix), query: timelinePage },
    ({ params, query: page, call }) =>
      pageOfTimeline(
        [
          {
            ask: (part) => ask({ ...params, page: part }, call),
            shown(entry) {
              const kind = entryKindOf(of as Exclude<EntryKind, 'offer' | 'payment' | 'reminder'>, entry.type, {});
              return page.kind.length === 0 || page.kind.includes(kind) ? withFacts(entry, kind) : undefined;
            },
          },
        ],
        page,
      ),
  );
}
