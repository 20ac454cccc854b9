import type { Call } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import { dayIn } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ListWorkRequest, type Work } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import type { ReadCalendarResponse } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { written } from '../calendar/written.ts';
import { homeOf } from '../http/addresses.ts';
import { about, type Described } from '../http/describe.ts';
import { sendTagged } from '../http/document.ts';
import { readPart } from '../http/problem.ts';
import { ANYBODY } from '../http/public.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const PATH = '/public/signatories/:id/calendar/:secret';
// What is no secret of a calendar is as unknown as one that is another's.
const asked = z.strictObject({
  id: id('sgn'),
  secret: z.string().max(100).meta({ description: 'As the person who made the address keeps it: 32 bytes in base64url.' }),
});

type Making = { readonly router: Router; readonly describe: (route: Omit<Described, 'tag'>) => void; readonly clock: PolicyClock };

/** The deadlines of a city as a calendar (RFC 5545), for those who have its secret address. */
export function calendarRoutes({ router, describe, clock }: Making, services: Services): void {
  const told = about('downloadCalendar', 'The deadlines of a city as a calendar, at the secret address that it has made');
  describe({ method: 'get', path: PATH, about: told, kind: 'feed', params: asked });
  router.get(PATH, async (request, response) => {
    const { id: signatory, secret } = readPart('#params', asked, request.params);
    const requestId = String(response.locals['requestId']);
    const chain = { commandId: '', correlationId: requestId, causationId: requestId };
    const calendar = await services.programme.readCalendar({ signatory, hash: sha256(secret) }, { actor: ANYBODY, ...chain });
    const work = await workOf(services, { actor: cityOf(calendar), ...chain });
    const today = dayIn('UTC', clock.now());
    send(request, response, await written(calendar, work, { signatory, today, home: homeOf(request) }));
  });
}

/** As the city's officers and certifiers see it, and as none of them: no duty keeps a calendar from anything. */
const cityOf = ({ city }: ReadCalendarResponse): Actor => ({
  person: 'calendar',
  organisation: city,
  roles: ['proposer.officer', 'proposer.certifier'],
});

const MOST = 200;

/** What waits for the city, with a day. */
async function workOf({ catalogue }: Services, call: Call): Promise<Work[]> {
  const page = { limit: MOST, cursor: '', after: '' };
  const { work } = await catalogue.listWork(ListWorkRequest.fromPartial({ page, waits: 'me' }), call);
  return work.filter(({ due, obligation }) => due !== '' && obligation === '');
}

function send(request: Request, response: Response, text: string): void {
  // For those who have the address alone: no intermediary keeps it, and a copy is asked for again, so that an address ends at once.
  response.set({ 'Cache-Control': 'private, no-cache', 'Content-Disposition': 'inline; filename="deadlines.ics"' });
  sendTagged(request, response, { type: 'text/calendar; charset=utf-8', text });
}
