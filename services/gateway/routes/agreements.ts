import { Refused } from '@junkan/kit/grpc/problem.ts';
import { notAllowed, type Role } from '@junkan/kit/pure/actor.ts';
import { z } from 'zod';
import type { Routes } from '../http/route.ts';
import { date, id, page, text } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const agreement = z.strictObject({ id: id('agr') });
const paymentOf = z.strictObject({ id: id('agr'), payment: id('pay') });
const READS_ACCOUNTS: readonly Role[] = ['secretariat.officer', 'secretariat.approver', 'finance.maker', 'finance.checker', 'auditor'];

export function agreementRoutes({ get, command }: Routes, { disbursement }: Services): void {
  const filter = page.extend({ project: id('prj').or(z.literal('')).default(''), status: z.string().max(50).default('') });
  get('/agreements', { query: filter }, ({ query: { project, status, ...page }, call }) =>
    disbursement.listAgreements({ page, project, status }, call),
  );
  get('/agreements/:id', { params: agreement }, ({ params, call }) => disbursement.getAgreement(params, call));
  const signature = z.strictObject({ contentHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be the agreement’s content hash') });
  command('post', '/agreements/:id/signatures', { params: agreement, body: signature }, ({ params, body, call }) =>
    disbursement.signAgreement({ agreement: params.id, party: call.actor.organisation, ...body }, call),
  );

  get('/agreements/:id/payments', { params: agreement, query: page }, ({ params, query, call }) =>
    disbursement.listPayments({ page: query, agreement: params.id, milestone: '', sponsor: '', status: '' }, call),
  );
  const requested = z.strictObject({ tranche: z.number().int().min(1), sponsor: id('spo') });
  command(
    'post',
    '/agreements/:id/payments',
    { params: agreement, body: requested, created: ({ id }) => `/v1/agreements/${id}/payments` },
    async ({ params, body, call }) => {
      const { answer, payment } = await disbursement.requestPayment({ agreement: params.id, ...body }, call);
      return { id: params.id, version: answer?.version ?? 0, status: answer?.status ?? '', payment };
    },
  );
  const named = ({ id, payment }: z.output<typeof paymentOf>) => ({ agreement: id, payment });
  command('post', '/agreements/:id/payments/:payment/approval', { params: paymentOf }, ({ params, call }) =>
    disbursement.approvePayment(named(params), call),
  );
  command(
    'post',
    '/agreements/:id/payments/:payment/refusal',
    { params: paymentOf, body: z.strictObject({ note: text(4_000) }) },
    ({ params, body, call }) => disbursement.refusePayment({ ...named(params), ...body }, call),
  );
  command('post', '/agreements/:id/payments/:payment/instruction', { params: paymentOf }, ({ params, call }) =>
    disbursement.instructPayment(named(params), call),
  );
  command(
    'post',
    '/agreements/:id/payments/:payment/settlement',
    { params: paymentOf, body: z.strictObject({ bankReference: text(100), valueDate: date }) },
    ({ params, body, call }) => disbursement.settlePayment({ ...named(params), ...body }, call),
  );

  get('/accounts', { query: z.strictObject({ prefix: z.string().max(200).default('') }) }, async ({ query, call }) => {
    const refusal = notAllowed(call.actor, READS_ACCOUNTS);
    if (refusal) throw new Refused({ kind: 'forbidden', type: refusal.type, data: { needed: READS_ACCOUNTS } });
    return disbursement.listAccounts(query, call);
  });
}
