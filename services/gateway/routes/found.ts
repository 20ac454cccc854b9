import { PAYMENT_STATUSES } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { FUNDING_STATUSES, OFFER_STATUSES } from '@junkan/proto/junkan/matching/v1/language.ts';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import { amounts, anyDay, dates, filtersOf, listed, listing, listRequest, searched, someIds, someOf } from '../http/listing.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const sorts = ['created', 'updated', 'amount', 'due', 'status'] as const;
const among = { ...amounts, project: someIds('prj'), proposer: someIds('org') };
const fundings = listing({ sorts: [...sorts], counts: ['status'] }).extend({ ...dates, ...among, status: someOf(FUNDING_STATUSES) });
const offers = listing({ sorts: [...sorts], counts: ['status'] }).extend({
  ...dates,
  ...among,
  status: someOf(OFFER_STATUSES),
  funding: someIds('fnd'),
  sponsor: someIds('spo'),
  mandate: someIds('man'),
  envelope: someIds('env'),
});
const payments = listing({ sorts: ['created', 'updated', 'amount', 'status'], counts: ['status'] }).extend({
  ...among,
  ...searched('A reference, whole or from its first letter: its own number, what the bank was instructed with, what the bank answered.'),
  status: someOf(PAYMENT_STATUSES),
  agreement: someIds('agr'),
  sponsor: someIds('spo'),
  milestone: someIds('mst'),
  settledFrom: anyDay.meta({ description: 'The first day on which it was settled.' }),
  settledTo: anyDay.meta({ description: 'The last day on which it was settled.' }),
});

/** Lists over all projects, each of what the caller has a part in or may see. */
export function foundRoutes({ get }: Routes, { catalogue }: Services): void {
  get(
    '/fundings',
    about('findFundings', 'Funding rounds of all projects, with the offers that the caller may see', answers.foundFundings),
    { query: fundings },
    async ({ query, call }) => {
      const filters = filtersOf(query, ['status', 'project', 'proposer']);
      const { fundings: found, listed: page } = await catalogue.listFundings(listRequest(query, filters), call);
      return { fundings: found, ...listed(page) };
    },
  );
  get('/offers', about('findOffers', 'Offers that the caller may see', answers.foundOffers), { query: offers }, async ({ query, call }) => {
    const filters = filtersOf(query, ['status', 'project', 'proposer', 'funding', 'sponsor', 'mandate', 'envelope']);
    const { offers: found, listed: page } = await catalogue.listOffers(listRequest(query, filters), call);
    return { offers: found.map(({ offer, ...of }) => ({ ...offer, ...of })), ...listed(page) };
  });
  get(
    '/payments',
    about('findPayments', 'Payments of agreements that the caller has a part in', answers.foundPayments),
    { query: payments },
    async ({ query, call }) => {
      const filters = filtersOf(query, ['status', 'project', 'proposer', 'agreement', 'sponsor', 'milestone']);
      const { ranges, ...request } = listRequest(query, filters);
      const settled = { field: 'settled', from: query.settledFrom, to: query.settledTo };
      const { payments: found, listed: page } = await catalogue.listPayments(
        { ...request, q: query.q, ranges: [...ranges, settled] },
        call,
      );
      return { payments: found.map(({ payment, ...of }) => ({ ...payment, ...of })), ...listed(page) };
    },
  );
}
