import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import { id } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const attending = z.strictObject({
  item: z.union([id('prj'), id('mst')]).meta({ description: 'A project, of whose proposal, or a milestone, of whose report.' }),
  leaves: z.boolean().default(false).meta({ description: 'The caller has left. A caller who sends nothing for 45 seconds has left too.' }),
});

/** Who works at the same draft just now. */
export function presenceRoutes({ question }: Routes, { 'project-registry': projects }: Services): void {
  question(
    '/presence',
    about('attend', 'Says that the caller works at a draft of its organisation now, and answers who else does', answers.attendance),
    attending,
    ({ body, call }) => projects.attend(body, call),
  );
}
