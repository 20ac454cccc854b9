import { AGREEMENT_STATUSES, MEASURE_KINDS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { amounts, dates, filter, filtersOf, listed, listing, listRequest, someIds, someOf } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { date, id, money, neededNote, numbered, ordinal, page, text } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const agreement = z.strictObject({ id: id('agr') });
const paymentOf = z.strictObject({ id: id('agr'), payment: id('pay') });
const named = ({ id, payment }: z.output<typeof paymentOf>) => ({ agreement: id, payment });

export function agreementRoutes(made: Routes, services: Services): void {
  agreements(made, services);
  measures(made, services);
  payments(made, services);
  bank(made, services);
}

function agreements({ get, command }: Routes, { disbursement, catalogue }: Services): void {
  const asked = listing({ sorts: ['created', 'updated', 'amount', 'due', 'status'], counts: ['status'] }).extend({
    ...{ ...amounts, ...dates, project: someIds('prj'), status: someOf(AGREEMENT_STATUSES) },
    ...{ proposer: someIds('org'), sponsor: someIds('spo') },
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
      const { agreements: found, listed: beside } = await catalogue.listAgreements(request, call);
      return { agreements: found, ...listed(beside) };
    },
  );
  get('/agreements/:id', about('getAgreement', 'An agreement', answers.agreement), { params: agreement }, async ({ params, call }) => {
    const { agreement: found, declined, refusals, may } = await disbursement.readAgreement({ ...params, permissions: true }, call);
    const refusalOf = (measure: number) => refusals.find((each) => each.measure === measure)?.refusal;
    const measures = (found?.measures ?? []).map((each) => ({ ...each, refusal: refusalOf(each.number) }));
    return { ...found, declined, measures, may: mayOf(may) };
  });
  const signature = z.strictObject({ contentHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be the agreement’s content hash') });
  command(
    'post',
    '/agreements/:id/signatures',
    about('signAgreement', 'Sign an agreement for the caller’s organisation', answers.outcome),
    { params: agreement, body: signature },
    ({ params, body, call }) => disbursement.signAgreement({ agreement: params.id, party: call.actor.organisation, ...body }, call),
  );
  command(
    'post',
    '/agreements/:id/declined-signatures',
    about('declineSignature', 'Decline to sign, for the caller’s organisation; the draft is void', answers.outcome),
    { params: agreement, body: z.strictObject({ note: neededNote }) },
    ({ params, body, call }) => disbursement.declineSignature({ agreement: params.id, party: call.actor.organisation, ...body }, call),
  );
}

function measures({ command }: Routes, { disbursement }: Services): void {
  const change = z.strictObject({ tranche: ordinal, dueOn: date.or(z.literal('')).default(''), amount: money.optional() });
  const proposed = z.strictObject({ kind: z.enum(MEASURE_KINDS), note: neededNote, changes: z.array(change).max(500).default([]) });
  command(
    'post',
    '/agreements/:id/measures',
    about('proposeMeasure', 'Propose to suspend, resume, terminate or amend an agreement', answers.outcome),
    { params: agreement, body: proposed },
    ({ params, body, call }) => {
      const changes = body.changes.map((each) => ({ ...each, amount: each.amount }));
      return disbursement.proposeMeasure({ agreement: params.id, kind: body.kind, note: body.note, changes }, call);
    },
  );
  const named = z.strictObject({ id: id('agr'), number: numbered });
  command(
    'post',
    '/agreements/:id/measures/:number/approval',
    about('approveMeasure', 'Approve a measure, for the caller’s organisation', answers.outcome),
    { params: named },
    ({ params, call }) => disbursement.approveMeasure({ agreement: params.id, measure: params.number }, call),
  );
  command(
    'post',
    '/agreements/:id/measures/:number/refusal',
    about('refuseMeasure', 'Refuse a measure', answers.outcome),
    { params: named, body: z.strictObject({ note: neededNote }) },
    ({ params, body, call }) => disbursement.refuseMeasure({ agreement: params.id, measure: params.number, ...body }, call),
  );
}

function payments({ get, command }: Routes, { disbursement, catalogue }: Services): void {
  get(
    '/agreements/:id/payments',
    about('listPayments', 'The payments of an agreement', answers.payments),
    { params: agreement, query: page },
    async ({ params, query, call }) => {
      // ProblemError for whom there is no such agreement.
      await disbursement.getAgreement(params, call);
      const request = listRequest(query, [filter('agreement', [params.id])]);
      const { payments: ordered, listed: beside } = await catalogue.listPayments(request, call);
      return { payments: ordered.map(({ payment }) => payment), nextCursor: beside?.nextCursor ?? '' };
    },
  );
  const requested = z.strictObject({ tranche: ordinal, sponsor: id('spo') });
  command(
    'post',
    '/agreements/:id/payments',
    about('requestPayment', 'Request a sponsor’s part of a tranche', answers.requestedPayment),
    { params: agreement, body: requested, created: ({ id }) => `/v1/agreements/${id}/payments` },
    async ({ params, body, call }) => {
      const { answer, payment } = await disbursement.requestPayment({ agreement: params.id, ...body }, call);
      return { id: params.id, version: answer?.version ?? 0, status: answer?.status ?? '', payment };
    },
  );
  command(
    'post',
    '/agreements/:id/payments/:payment/approval',
    about('approvePayment', 'Approve a payment', answers.outcome),
    { params: paymentOf },
    ({ params, call }) => disbursement.approvePayment(named(params), call),
  );
  command(
    'post',
    '/agreements/:id/payments/:payment/refusal',
    about('refusePayment', 'Refuse a payment', answers.outcome),
    { params: paymentOf, body: z.strictObject({ note: neededNote }) },
    ({ params, body, call }) => disbursement.refusePayment({ ...named(params), ...body }, call),
  );
  command(
    'post',
    '/agreements/:id/payments/:payment/instruction',
    about('instructPayment', 'Instruct the bank', answers.outcome),
    { params: paymentOf },
    ({ params, call }) => disbursement.instructPayment(named(params), call),
  );

  get(
    '/accounts',
    about('listAccounts', 'The balances of the accounts whose names begin so', answers.accounts),
    { query: z.strictObject({ prefix: z.string().max(200).default('') }) },
    ({ query, call }) => disbursement.listAccounts(query, call),
  );
}

function bank({ command }: Routes, { disbursement }: Services): void {
  command(
    'post',
    '/agreements/:id/payments/:payment/failure',
    about('failPayment', 'Report that the bank did not carry out a payment', answers.outcome),
    { params: paymentOf, body: z.strictObject({ note: neededNote }) },
    ({ params, body, call }) => disbursement.failPayment({ ...named(params), ...body }, call),
  );
  command(
    'post',
    '/agreements/:id/payments/:payment/settlement',
    about('settlePayment', 'Report that the bank has paid', answers.outcome),
    { params: paymentOf, body: z.strictObject({ bankReference: text(100), valueDate: date }) },
    ({ params, body, call }) => disbursement.settlePayment({ ...named(params), ...body }, call),
  );
  command(
    'post',
    '/agreements/:id/payments/:payment/confirmation',
    about('confirmPayment', 'Confirm, as a second person, what was reported of the bank', answers.outcome),
    { params: paymentOf, body: z.strictObject({ report: ordinal }) },
    ({ params, body, call }) => disbursement.confirmPayment({ ...named(params), ...body }, call),
  );
  command(
    'post',
    '/agreements/:id/payments/:payment/objection',
    about('objectToPayment', 'Say, as a second person, that what was reported of the bank is not so', answers.outcome),
    { params: paymentOf, body: z.strictObject({ report: ordinal, note: neededNote }) },
    ({ params, body, call }) => disbursement.objectToPayment({ ...named(params), ...body }, call),
  );
}
