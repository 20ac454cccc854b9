import type { Call } from '@junkan/kit/call.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import type { Routes } from '../http/route.ts';
import { date, id, money, neededNote, note, ordinal } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const funding = z.strictObject({ id: id('fnd') });
const offer = z.strictObject({ id: id('fnd'), offer: id('off') });

export function fundingRoutes(made: Routes, services: Services): void {
  reading(made, services);
  terms(made, services);
  endings(made, services);
}

function reading({ get }: Routes, { matching }: Services): void {
  /** The round, and of its offers how each came about. */
  const fundingOf = async (id: string, permissions: boolean, call: Call) => {
    const { funding, offers: told, may } = await matching.readFunding({ id, permissions }, call);
    const histories = new Map(told.map(({ offer, ...history }) => [offer, history]));
    const offers = (funding?.offers ?? []).map((each) => ({ ...each, ...histories.get(each.id) }));
    return { ...funding, offers, may: mayOf(may) };
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
}

function terms({ command }: Routes, { matching }: Services): void {
  const proposed = z.strictObject({
    mandate: id('man'),
    envelope: id('env'),
    amount: money,
    validUntil: date.or(z.literal('')).default(''),
  });
  command(
    'post',
    '/fundings/:id/offers',
    about('proposeOffer', 'Offer an amount from an envelope', answers.proposedOffer),
    { params: funding, body: proposed, created: ({ id }) => `/v1/fundings/${id}/offers` },
    async ({ params, body, call }) => {
      const { answer, offer } = await matching.proposeOffer({ funding: params.id, ...body }, call);
      return { id: params.id, version: answer?.version ?? 0, status: answer?.status ?? '', offer };
    },
  );
  command(
    'post',
    '/fundings/:id/offers/:offer/acceptance',
    about('acceptOffer', 'Accept an offer’s terms, as the side that did not make them', answers.outcome),
    { params: offer, body: z.strictObject({ terms: ordinal }) },
    ({ params, body, call }) => matching.acceptOffer({ funding: params.id, offer: params.offer, ...body }, call),
  );
  command(
    'post',
    '/fundings/:id/offers/:offer/counter',
    about('counterOffer', 'Answer an offer’s terms with another amount', answers.outcome),
    { params: offer, body: z.strictObject({ terms: ordinal, amount: money, note }) },
    ({ params, body, call }) => matching.counterOffer({ funding: params.id, offer: params.offer, ...body }, call),
  );
}

function endings({ command }: Routes, { matching }: Services): void {
  command(
    'post',
    '/fundings/:id/offers/:offer/withdrawal',
    about('withdrawOffer', 'Take back an offer that was accepted; after the close, the same round goes on', answers.outcome),
    { params: offer, body: z.strictObject({ note: neededNote }) },
    ({ params, body, call }) => matching.withdrawOffer({ funding: params.id, offer: params.offer, ...body }, call),
  );
  const noted = { params: offer, body: z.strictObject({ note }) };
  command(
    'post',
    '/fundings/:id/offers/:offer/decline',
    about('declineOffer', 'Decline an offer', answers.outcome),
    noted,
    ({ params, body, call }) => matching.declineOffer({ funding: params.id, offer: params.offer, ...body }, call),
  );
  command(
    'post',
    '/fundings/:id/offers/:offer/retraction',
    about('retractOffer', 'Retract an offer', answers.outcome),
    noted,
    ({ params, body, call }) => matching.retractOffer({ funding: params.id, offer: params.offer, ...body }, call),
  );
  command(
    'post',
    '/fundings/:id/offers/:offer/approval',
    about('approveOffer', 'Approve an accepted offer, for the sponsor', answers.outcome),
    { params: offer },
    ({ params, call }) => matching.approveOffer({ funding: params.id, offer: params.offer }, call),
  );
}
