import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const whose = z.strictObject({
  organisation: z.string().trim().max(200).default('').meta({
    description: 'Whose people, for overseers. Nothing: the own ones, to overseers also those of all partners.',
  }),
});

/** Whom forms offer where they ask for a person. */
export function peopleRoutes({ get }: Routes, { 'project-registry': projects }: Services): void {
  get(
    '/people',
    about('listPeople', 'Who has acted for the own organisation, and to overseers for others: at most 1,000 of each', answers.people),
    { query: whose },
    ({ query, call }) => projects.people(query, call),
  );
}
