import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Router } from 'express';
import { answers } from '../answers/answers.ts';
import { mustBeOne } from '../auth/callers.ts';
import type { Tokens } from '../auth/tokens.ts';
import { about, type Described } from '../http/describe.ts';
import type { OnTime } from '../http/route.ts';
import { endOf, holderIn, type Sessions } from '../sign-in/sessions.ts';

type Parts = {
  readonly tokens: Pick<Tokens, 'holderOf'>;
  readonly sessions: Pick<Sessions, 'of'> | undefined;
  readonly clock: Pick<PolicyClock, 'now'>;
  readonly onTime: OnTime;
};

/** Who asks, whatever their roles. That a browser asks keeps its session from ending no longer. */
export function sessionRoute(
  router: Router,
  { tokens, sessions, clock, onTime }: Parts,
  describe: (route: Omit<Described, 'tag'>) => void,
): void {
  describe({
    method: 'get',
    path: '/session',
    about: about('getSession', 'Who the caller is, and until when; and what time it is for the rules', answers.session),
    kind: 'query',
  });
  router.get('/session', async (request, response) => {
    mustBeOne(request, sessions);
    const session = await sessions?.of(request, response, { watching: true });
    const { actor, name, until } = session ? holderIn(session) : await tokens.holderOf(request.header('authorization'));
    const ends = new Date(session ? endOf(session) : until).toISOString();
    await onTime();
    response.json({ ...actor, ...(name === '' ? {} : { name }), ends, now: clock.now() });
  });
}
