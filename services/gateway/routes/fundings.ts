import type { Call } from '@junkan/kit/call.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { fundingFor } from '../auth/reading.ts';
import { about } from '../http/describe.ts';
import type { Routes } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const funding = z.strictObject({ id: id('fnd') });

export function fundingRoutes({ get }: Routes, { matching }: Services): void {
  /** The round, and of the offers that the caller may see how each came about. */
  const fundingOf = async (id: string, call: Call) => {
    const [found, { offers }] = await Promise.all([matching.getFunding({ id }, call), matching.fundingHistory({ id }, call)]);
    const shown = fundingFor(call.actor, found);
    const histories = new Map(offers.map(({ offer, ...history }) => [offer, history]));
    return { ...shown, offers: shown.offers.map((each) => ({ ...each, ...histories.get(each.id) })) };
  };
  get(
    '/fundings/:id',
    about('getFunding', 'A funding round, with the offers that the caller may see', answers.funding),
    { params: funding },
    async ({ params, call }) => {
      const [shown, permitted] = await Promise.all([fundingOf(params.id, call), matching.fundingPermissions(params, call)]);
      const isShown = (offer: string): boolean => offer === '' || shown.offers.some((each) => each.id === offer);
      return { ...shown, may: mayOf(permitted).filter(({ offer }) => isShown(offer)) };
    },
  );
  get(
    '/fundings/:id/offers',
    about('listOffers', 'The offers of a round that the caller may see', answers.offers),
    { params: funding },
    async ({ params, call }) => ({
      offers: (await fundingOf(params.id, call)).offers,
    }),
  );
}
