import type { Call } from '@junkan/kit/call.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { readPart } from '../http/problem.ts';
import { id, money, moneyAnswer } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const funding = z.strictObject({ id: id('fnd') });
const offer = funding.extend({ offer: id('off') });

export function fundingRoutes({ get }: Routes, { matching }: Services): void {
  /** The round, and of its offers how each came about. */
  const fundingOf = async (id: string, permissions: boolean, call: Call) => {
    const { funding, offers: shown, questions, may } = await matching.readFunding({ id, permissions }, call);
    const histories = new Map(shown.map(({ offer, ...history }) => [offer, history]));
    const offers = (funding?.offers ?? []).map((each) => ({ ...each, ...histories.get(each.id) }));
    return { ...funding, offers, questions, may: mayOf(may) };
  };
  get(
    '/fundings/:id',
    about('getFunding', 'A funding round, with the offers that the caller may see', answers.funding),
    { params: funding },
    ({ params, call }) => fundingOf(params.id, true, call),
  );
  get(
    '/fundings/:id/offers',
    about('listOffers', 'The offers of a round that the caller may see', answers.offers),
    { params: funding },
    async ({ params, call }) => ({ offers: (await fundingOf(params.id, false, call)).offers }),
  );
  get(
    '/fundings/:id/comparison',
    about('compareOffers', 'What the offers of a round that the caller may see cost, side by side', answers.offerFigures),
    { params: funding },
    ({ params, call }) => matching.compareOffers({ funding: params.id }, call),
  );
  get(
    '/envelopes/:id/taken',
    about('takenOfEnvelope', 'What an offer of an amount would take of an envelope today, in the currency of the envelope', answers.taken),
    { params: z.strictObject({ id: id('env') }), query: moneyAnswer },
    ({ params, query, call }) => matching.takenOfEnvelope({ envelope: params.id, amount: readPart('#query', money, query) }, call),
  );
  get(
    '/fundings/:id/offers/:offer/schedule',
    about('scheduleOfOffer', 'When an offered loan is repaid', answers.schedule),
    { params: offer },
    ({ params, call }) => matching.scheduleOfOffer({ funding: params.id, offer: params.offer }, call),
  );
}
