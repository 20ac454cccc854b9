import { COMMANDS } from '@junkan/proto/commands.ts';
import { BALANCE_CHECKS, ENTRY_STANDINGS, STATEMENT_STATUSES } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { toJson } from '../http/json.ts';
import { filter, filtersOf, listed, listing, listRequest, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { currency, date, id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { timelineOfStatement } from '../timeline/statement.ts';
import { partsOf } from './parts.ts';

const one = { params: z.strictObject({ id: id('stm') }) };
const day = date.or(z.literal('')).default('');
const asked = listing({ sorts: ['created', 'updated', 'day', 'status'], counts: ['status', 'balance', 'account'] }).extend({
  status: someOf(STATEMENT_STATUSES),
  balance: someOf(BALANCE_CHECKS),
  currency: currency.or(z.literal('')).default(''),
  account: z.string().max(100).default('').meta({ description: 'The number of the account.' }),
  dayFrom: day,
  dayTo: day,
});

const entriesAsked = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z
    .string()
    .regex(/^\d{0,7}$/, 'must be a cursor that was answered')
    .default(''),
  standing: someOf(ENTRY_STANDINGS).meta({ description: 'Only the entries that stand so.' }),
});

export function statementRoutes({ get, raw }: Routes, services: Services): void {
  const { disbursement, catalogue } = services;
  const { id: operation, path, summary } = COMMANDS.disbursement.importStatements.operation;
  raw('post', path, about(operation, summary, answers.importedStatements), {}, async ({ request, response, call }) => {
    const answer = await disbursement.importStatements(partsOf(request), call);
    response
      .status(201)
      .set('Location', `/v1/statements/${answer.statements[0]?.id ?? ''}`)
      .json(toJson(answer));
  });

  get(
    '/statements',
    about('listStatements', 'Statements of banks, by account, status, balance or day', answers.statements),
    { query: asked },
    async ({ query, call }) => {
      const { account, dayFrom: from, dayTo: to } = query;
      const filters = [...filtersOf(query, ['status', 'balance']), filter('account', account === '' ? [] : [account])];
      const request = listRequest(query, filters);
      const ranges = from || to ? [...request.ranges, { field: 'day', from, to }] : request.ranges;
      const { statements, listed: beside } = await catalogue.listStatements({ ...request, ranges }, call);
      return { statements, ...listed(beside) };
    },
  );
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
  get(
    '/statements/:id/timeline',
    about('getStatementTimeline', 'Every event of a statement, with who acted and its cause', answers.timeline),
    { ...one, query: timelinePage },
    ({ params, query, call }) => timelineOfStatement(services, params.id, query, call),
  );
}
