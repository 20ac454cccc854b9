import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import { id } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

/** From whom a city could learn. */
export function peerRoutes({ get }: Routes, { programme }: Services): void {
  get(
    '/cities/:id/peers',
    about(
      'findPeers',
      'From which cities one’s own could learn, with reasons for both, and which do not fit, with what they miss',
      answers.peers,
    ),
    { params: z.strictObject({ id: id('org') }) },
    ({ params, call }) => programme.findPeers({ city: params.id }, call),
  );
}
