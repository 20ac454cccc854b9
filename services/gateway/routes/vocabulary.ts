import type { Lists } from '@junkan/kit/lists.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import type { PublicRoutes } from '../http/public.ts';
import { country } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { orAny } from './portfolio.ts';

const nothing = z.strictObject({});
const one = z.strictObject({ list: z.string().regex(/^[a-z0-9-]{1,100}$/, 'must be the name of a list') });
const wanted = z.strictObject({
  q: z
    .string()
    .trim()
    .max(100)
    .default('')
    .meta({ description: 'How the name begins, in whatever letters and with or without their marks; nothing is found by nothing.' }),
  country: orAny(country),
  limit: z.coerce.number().int().min(1).max(20).default(20),
});

const vocabulary = z.strictObject({
  language: z
    .string()
    .regex(/^[A-Za-z-]{2,35}$/, 'must be a BCP 47 tag of a language')
    .optional()
    .meta({ description: 'A BCP 47 tag, as `zh-Hans`: every list then includes the names of its codes in this language.' }),
});

type Entries = NonNullable<ReturnType<Lists['get']>>;
const codesIn = (entries: Entries, language: string) =>
  entries.map(({ code, names }) => ({ code, name: (Object.hasOwn(names, language) ? names[language] : names['en']) ?? code }));

/** The vocabulary of proposals and mandates: controlled lists and places. */
export function vocabularyRoutes({ get }: PublicRoutes, lists: Lists, { 'project-registry': projects }: Services): void {
  get(
    '/lists',
    about('listLists', 'The controlled lists of the installation', answers.lists),
    { query: vocabulary },
    async ({ query }) => ({
      lists: [...lists].map(([list, entries]) => ({
        list,
        entries: entries.length,
        ...(query.language ? { codes: codesIn(entries, query.language) } : {}),
      })),
    }),
  );
  get(
    '/lists/:list',
    about('getList', 'The codes of a controlled list, with their names in several languages', answers.controlledList),
    { params: one, query: nothing },
    async ({ params: { list } }) => {
      const entries = lists.get(list);
      if (entries === undefined) throw notFound('List', list);
      return { list, entries };
    },
  );
  get(
    '/places',
    about('findPlaces', 'Places of the gazetteer by the beginning of their names, the largest first', answers.places),
    { query: wanted },
    ({ query: { q: words, ...where }, call }) => projects.findPlaces({ words, ...where }, call),
  );
}
