import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import type { PublicRoutes } from '../http/public.ts';
import { after } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const typed = z.strictObject({
  q: z.string().min(1).max(200).meta({
    description:
      'What something is called, in any language, or refers to: words, the beginning of the last among them, a reference, an identifier.',
  }),
  limit: z.coerce.number().int().min(1).max(20).default(5).meta({ description: 'The most items of each group.' }),
});

export function searchRoutes({ get }: Routes, { catalogue }: Services): void {
  get(
    '/search',
    about(
      'searchEverything',
      'What is called, or referred to, by what was typed: of every list what the caller finds there',
      answers.search,
    ),
    { query: typed.extend({ after }) },
    ({ query, call }) => catalogue.search({ ...query, published: false }, call),
  );
}

/** The same of what everybody may read. */
export function publicSearch({ get }: PublicRoutes, { catalogue }: Services): void {
  get(
    '/public/search',
    about('searchPublished', 'What is called by what was typed, of all that everybody may read', answers.search),
    { query: typed },
    ({ query, call }) => catalogue.search({ ...query, after: '', published: true }, call),
  );
}
