import { COMMANDS } from '@junkan/proto/commands.ts';
import { ENTRY_STANDINGS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { toJson } from '../http/json.ts';
import { someOf } from '../http/listing.ts';
import { id } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { partsOf } from './parts.ts';

const one = { params: z.strictObject({ id: id('stm') }) };

const entriesAsked = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z
    .string()
    .regex(/^\d{0,7}$/, 'must be a cursor that was answered')
    .default(''),
  standing: someOf(ENTRY_STANDINGS).meta({ description: 'Only the entries with this status.' }),
});

export function statementRoutes({ get, raw }: Routes, services: Services): void {
  const { disbursement } = services;
  const { id: operation, path, summary } = COMMANDS.disbursement.importStatements.operation;
  raw('post', path, about(operation, summary, answers.importedStatements), {}, async ({ request, response, call }) => {
    const answer = await disbursement.importStatements(partsOf(request), call);
    response
      .status(201)
      .set('Location', `/v1/statements/${answer.statements[0]?.id ?? ''}`)
      .json(toJson(answer));
  });

  get(
    '/statements/:id',
    about('getStatement', 'A statement of a bank, with its entries in pages', answers.statement),
    { ...one, query: entriesAsked },
    async ({ params, query: { limit, cursor, standing: standings }, call }) => {
      const { statement, lines, more, may, ownerCandidates } = await disbursement.readStatement(
        { ...params, after: Number(cursor), limit, standings },
        call,
      );
      const last = lines.at(-1)?.number;
      return { ...statement, lines, ownerCandidates, nextCursor: more && last !== undefined ? String(last) : '', may: mayOf(may) };
    },
  );
}
