import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import type { Routes } from '../http/route.ts';
import { id, text } from '../http/schemas.ts';
import type { Services } from '../services.ts';

/** Whoever has acted acts for one organisation; going over to another is the secretariat's to record. */
export function personRoutes({ command }: Routes, { projects }: Services): void {
  const organisation = id('org').or(id('spo')).or(z.literal('secretariat'));
  command(
    'post',
    '/persons/:person/organisation',
    about('movePerson', 'Record that a person now acts for another organisation, and for the former one no more', answers.outcome),
    { params: z.strictObject({ person: text(200) }), body: z.strictObject({ organisation }) },
    ({ params, body, call }) => projects.movePerson({ person: params.person, ...body }, call),
  );
}
