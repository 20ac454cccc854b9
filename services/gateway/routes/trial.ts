import { ROLES } from '@junkan/kit/pure/actor.ts';
import express, { type Router } from 'express';
import { z } from 'zod';
import type { Tokens } from '../auth/tokens.ts';
import { badFields } from '../http/problem.ts';
import { text } from '../http/schemas.ts';

const person = z.strictObject({ person: text(200), organisation: text(100), roles: z.array(z.enum(ROLES)).min(1) });

/** Trial installations only: tokens for the trial's persons, as an identity provider would give them. */
export function trialRoutes(router: Router, { issue }: Tokens): void {
  if (!issue) return;
  router.post('/trial/tokens', express.json({ limit: '16kb' }), async (request, response) => {
    const read = person.safeParse(request.body ?? {});
    if (!read.success) throw badFields('', read.error);
    response.set('Cache-Control', 'no-store').json({ token: await issue(read.data) });
  });
}
