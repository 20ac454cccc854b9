import { ROLES } from '@junkan/proto/actor.ts';
import express, { type Router } from 'express';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about, type Described } from '../http/describe.ts';
import { readPart } from '../http/problem.ts';
import { text } from '../http/schemas.ts';
import type { Tokens } from '../tokens/tokens.ts';

const PATH = '/trial/tokens';
const person = z.strictObject({
  person: text(200),
  organisation: text(100),
  roles: z.array(z.enum(ROLES)),
  name: text(200).optional(),
});

/** Trial installations only: tokens for the trial's persons, as an identity provider would give them. */
export function trialRoutes(router: Router, { issue }: Tokens, describe: (route: Omit<Described, 'tag'>) => void): void {
  if (!issue) return;
  const issuing = about('issueToken', 'A token for a person of the trial; trial installations only', answers.token);
  describe({ method: 'post', path: PATH, about: issuing, kind: 'open', body: person });
  router.post(PATH, express.json({ limit: '16kb' }), async (request, response) => {
    const read = readPart('', person, request.body ?? {});
    response.set('Cache-Control', 'no-store').json({ token: await issue(read) });
  });
}
