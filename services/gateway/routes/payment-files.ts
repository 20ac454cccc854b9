import { pipeline } from 'node:stream/promises';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { TRANSFER_STANDINGS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { toJson } from '../http/json.ts';
import { someOf } from '../http/listing.ts';
import { currency, id } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { bytesOf, partsOf } from './parts.ts';

const one = { params: z.strictObject({ id: id('pfl') }) };

const transfersAsked = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z
    .string()
    .regex(/^\d{0,7}$/, 'must be a cursor that was answered')
    .default(''),
  standing: someOf(TRANSFER_STANDINGS).meta({ description: 'Only the transfers with this status.' }),
});

export function paymentFileRoutes({ get, raw }: Routes, services: Services): void {
  const { disbursement } = services;
  const { id: operation, path, summary } = COMMANDS.disbursement.answerPaymentFile.operation;
  raw('post', path, about(operation, summary, answers.answeredPaymentFile), {}, async ({ request, response, call }) => {
    const answer = await disbursement.answerPaymentFile(partsOf(request), call);
    response.status(201).set('Location', `/v1/payment-files/${answer.id}`).json(toJson(answer));
  });

  get(
    '/payment-files/:id',
    about('getPaymentFile', 'A file of payments, with its transfers in pages', answers.paymentFile),
    { ...one, query: transfersAsked },
    async ({ params, query: { limit, cursor, standing: standings }, call }) => {
      const { file, lines, more, may, accounts } = await disbursement.readPaymentFile(
        { ...params, after: Number(cursor), limit, standings },
        call,
      );
      const last = lines.at(-1)?.number;
      return { ...file, lines, accounts, nextCursor: more && last !== undefined ? String(last) : '', may: mayOf(may) };
    },
  );
  get(
    '/agreements/:id/accounts-of-payments',
    about(
      'accountsOfPayments',
      'From which account each payment that the bank does not have would be made now, and to which',
      answers.accountsOfPayments,
    ),
    { params: z.strictObject({ id: id('agr') }) },
    ({ params: { id: agreement }, call }) => disbursement.accountsOfPayments({ agreement }, call),
  );
  get(
    '/sponsors/:id/payments-for-file',
    about(
      'paymentsForFile',
      'What may go into a file of payments of a sponsor and currency, and what prevents the others',
      answers.paymentsForFile,
    ),
    { params: z.strictObject({ id: id('spo') }), query: z.strictObject({ currency }) },
    ({ params: { id: payer }, query, call }) => disbursement.paymentsForFile({ payer, ...query }, call),
  );
  raw(
    'get',
    '/payment-files/:id/document',
    about('downloadPaymentFile', 'The file as the bank gets it (pain.001.001.09), account numbers and all'),
    one,
    async ({ params, response, call }) => {
      const answer = disbursement.downloadPaymentFile(params, call)[Symbol.asyncIterator]();
      // The first part is awaited before the answer begins, so that a refusal can still be sent as one.
      const first = await answer.next();
      response.set({
        'Content-Type': 'application/xml',
        'Content-Disposition': `attachment; filename="${params.id}.xml"`,
        'X-Content-Type-Options': 'nosniff',
        ETag: `"${first.done ? '' : first.value.sha256}"`,
      });
      await pipeline(bytesOf(first, answer), response);
    },
  );
}
