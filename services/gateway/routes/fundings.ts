import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import { z } from 'zod';
import type { Routes } from '../http/route.ts';
import { id, money, note } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const funding = z.strictObject({ id: id('fnd') });
const offer = z.strictObject({ id: id('fnd'), offer: id('off') });
const SEES_ALL = [
  'secretariat.officer',
  'secretariat.verifier',
  'secretariat.approver',
  'finance.maker',
  'finance.checker',
  'auditor',
] as const;

/** A sponsor sees its own offers; the proposer those that are backed by budget; secretariat, finance and audit all of them. */
function visible(found: Funding, actor: Actor): Funding {
  if (SEES_ALL.some((role) => actor.roles.includes(role))) return found;
  const own = found.proposer === actor.organisation;
  return {
    ...found,
    offers: found.offers.filter(({ sponsor, status }) =>
      own ? status !== 'proposed' && status !== 'refused' : sponsor === actor.organisation,
    ),
  };
}

export function fundingRoutes({ get, command }: Routes, { matching }: Services): void {
  get('/fundings/:id', { params: funding }, async ({ params, call }) => visible(await matching.getFunding(params, call), call.actor));
  get('/fundings/:id/offers', { params: funding }, async ({ params, call }) => ({
    offers: visible(await matching.getFunding(params, call), call.actor).offers,
  }));

  const proposed = z.strictObject({ mandate: id('man'), envelope: id('env'), amount: money });
  command(
    'post',
    '/fundings/:id/offers',
    { params: funding, body: proposed, created: ({ id }) => `/v1/fundings/${id}/offers` },
    async ({ params, body, call }) => {
      const { answer, offer } = await matching.proposeOffer({ funding: params.id, ...body }, call);
      return { id: params.id, version: answer?.version ?? 0, status: answer?.status ?? '', offer };
    },
  );
  const terms = z.strictObject({ terms: z.number().int().min(1) });
  command('post', '/fundings/:id/offers/:offer/acceptance', { params: offer, body: terms }, ({ params, body, call }) =>
    matching.acceptOffer({ funding: params.id, offer: params.offer, ...body }, call),
  );
  const noted = { params: offer, body: z.strictObject({ note }) };
  command('post', '/fundings/:id/offers/:offer/decline', noted, ({ params, body, call }) =>
    matching.declineOffer({ funding: params.id, offer: params.offer, ...body }, call),
  );
  command('post', '/fundings/:id/offers/:offer/retraction', noted, ({ params, body, call }) =>
    matching.retractOffer({ funding: params.id, offer: params.offer, ...body }, call),
  );
  command('post', '/fundings/:id/offers/:offer/approval', { params: offer }, ({ params, call }) =>
    matching.approveOffer({ funding: params.id, offer: params.offer }, call),
  );
}
