import { BANK_ACCOUNT_STATUSES } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { filtersOf, listed, listing, listRequest, someIds, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { currency, id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { timelineOfBankAccount } from '../timeline/bank-account.ts';

const one = { params: z.strictObject({ id: id('acc') }) };

export function bankAccountRoutes({ get }: Routes, services: Services): void {
  const { disbursement, catalogue } = services;
  const asked = listing({ sorts: ['created', 'updated', 'status'], counts: ['status', 'organisation'] }).extend({
    organisation: someIds('(org|spo)'),
    status: someOf(BANK_ACCOUNT_STATUSES),
    currency: currency.or(z.literal('')).default(''),
  });
  get(
    '/bank-accounts',
    about('listBankAccounts', 'Bank accounts that the caller may know of, by organisation, status or currency', answers.bankAccounts),
    { query: asked },
    async ({ query, call }) => {
      const { accounts, listed: beside } = await catalogue.listBankAccounts(
        listRequest(query, filtersOf(query, ['organisation', 'status'])),
        call,
      );
      return { accounts, ...listed(beside) };
    },
  );
  get(
    '/bank-accounts/:id',
    about('getBankAccount', 'A bank account, with its number for whoever may see that', answers.bankAccount),
    one,
    async ({ params, call }) => {
      const { account, may } = await disbursement.readBankAccount({ ...params, permissions: true }, call);
      return { ...account, may: mayOf(may) };
    },
  );
  get(
    '/bank-accounts/:id/timeline',
    about('getBankAccountTimeline', 'Every event of a bank account, with who acted and its cause', answers.timeline),
    { ...one, query: timelinePage },
    ({ params, query, call }) => timelineOfBankAccount(services, params.id, query, call),
  );
}
