import { found } from '@junkan/kit/problem.ts';
import { AGREEMENT_STATUSES } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { amounts, dates, filter, filtersOf, listed, listing, listRequest, someIds, someOf } from '../http/listing.ts';
import { id, page } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const agreement = z.strictObject({ id: id('agr') });

export function agreementRoutes(made: Routes, services: Services): void {
  agreements(made, services);
  texts(made, services);
  payments(made, services);
}

function agreements({ get }: Routes, { disbursement, catalogue }: Services): void {
  const asked = listing({ sorts: ['created', 'updated', 'amount', 'due', 'status'], counts: ['status'] }).extend({
    ...amounts,
    ...dates,
    project: someIds('prj'),
    status: someOf(AGREEMENT_STATUSES),
    proposer: someIds('org'),
    sponsor: someIds('spo'),
  });
  get(
    '/agreements',
    about(
      'listAgreements',
      'Agreements that the caller may see, by project, party, status or the day until which they are signed',
      answers.agreements,
    ),
    { query: asked },
    async ({ query, call }) => {
      const request = listRequest(query, filtersOf(query, ['project', 'status', 'proposer', 'sponsor']));
      const { agreements: found, listed: inPage } = await catalogue.listAgreements(request, call);
      return { agreements: found, ...listed(inPage) };
    },
  );
  get('/agreements/:id', about('getAgreement', 'An agreement', answers.agreement), { params: agreement }, async ({ params, call }) => {
    const { agreement: found, declined, refusals, may } = await disbursement.readAgreement({ ...params, permissions: true }, call);
    const refusalOf = (measure: number) => refusals.find((each) => each.measure === measure)?.refusal;
    const measures = (found?.measures ?? []).map((each) => ({ ...each, refusal: refusalOf(each.number) }));
    return { ...found, declined, measures, may: mayOf(may) };
  });
}

const edition = agreement.extend({ number: z.coerce.number().int().min(1).max(1_000_000) });

function texts({ raw }: Routes, { disbursement }: Services): void {
  raw(
    'get',
    '/agreements/:id/editions/:number/text',
    about('downloadEdition', 'The bytes that the hash of an edition is taken of: their SHA-256 is what the parties sign'),
    { params: edition },
    async ({ params: { id, number }, response, call }) => {
      const { editions } = await disbursement.editionsOfAgreement({ id }, call);
      const { content, hash } = found(
        'Edition',
        String(number),
        editions.find((each) => each.number === number),
      );
      response.set({
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `attachment; filename="${id}-${number}.txt"`,
        'X-Content-Type-Options': 'nosniff',
        ...(hash ? { ETag: `"${hash}"` } : {}),
      });
      response.end(Buffer.from(content));
    },
  );
}

function payments({ get }: Routes, { disbursement, catalogue }: Services): void {
  get(
    '/agreements/:id/payments',
    about('listPayments', 'The payments of an agreement', answers.payments),
    { params: agreement, query: page },
    async ({ params, query, call }) => {
      // ProblemError for whom there is no such agreement.
      await disbursement.getAgreement(params, call);
      const request = listRequest(query, [filter('agreement', [params.id])]);
      const { payments: ordered, listed: inPage } = await catalogue.listPayments(request, call);
      return { payments: ordered.map(({ payment }) => payment), nextCursor: inPage?.nextCursor ?? '' };
    },
  );
  get(
    '/accounts',
    about('listAccounts', 'The balances of the accounts whose names begin so', answers.accounts),
    { query: z.strictObject({ prefix: z.string().max(200).default('') }) },
    ({ query, call }) => disbursement.listAccounts(query, call),
  );
}
