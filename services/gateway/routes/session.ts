import type { Call } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { ProblemError } from '@junkan/kit/grpc/problem.ts';
import type { Request, Response, Router } from 'express';
import { answers } from '../answers/answers.ts';
import { mustBeOne } from '../auth/callers.ts';
import { mustBeReader } from '../auth/roles.ts';
import type { Tokens } from '../auth/tokens.ts';
import { about, type Described } from '../http/describe.ts';
import { toJson } from '../http/json.ts';
import { positions } from '../http/positions.ts';
import type { OnTime } from '../http/route.ts';
import type { Services } from '../services.ts';
import { endOf, holderIn, type Sessions } from '../sign-in/sessions.ts';

type Parts = {
  readonly tokens: Pick<Tokens, 'holderOf'>;
  readonly sessions: Pick<Sessions, 'of'> | undefined;
  readonly services: Pick<Services, 'notices'>;
  readonly clock: Pick<PolicyClock, 'now'>;
  readonly onTime: OnTime;
};

/** @throws ProblemError, BadRequest where it is not known who asks. */
export type Told = (request: Request, response: Response) => Promise<object>;

/** Who asks, whatever their roles, and what is theirs. That a browser asks keeps its session from ending no longer. */
export const toldOfSession =
  ({ tokens, sessions, services, clock, onTime }: Parts): Told =>
  async (request, response) => {
    mustBeOne(request, sessions);
    const session = await sessions?.of(request, response, { watching: true });
    const { actor, name, until } = session ? holderIn(session) : await tokens.holderOf(request.header('authorization'));
    const ends = new Date(session ? endOf(session) : until).toISOString();
    const requestId = String(response.locals['requestId']);
    const call: Call = { actor, commandId: '', correlationId: requestId, causationId: requestId, ...positions(request, response) };
    const [own] = await Promise.all([ownOf(services, call), onTime()]);
    return { ...actor, ...(name === '' ? {} : { name }), ends, now: clock.now(), ...own };
  };

/** What of a session is nobody else's; a session is one without it too. */
async function ownOf({ notices }: Parts['services'], call: Call): Promise<object> {
  try {
    mustBeReader(call.actor);
    const asked = { unread: true, limit: 1, cursor: '' };
    const [settings, { unread }] = await Promise.all([notices.readSettings({}, call), notices.listNotices(asked, call)]);
    return toJson({ settings, unread }) as object;
  } catch (error) {
    if (error instanceof ProblemError) return {};
    throw error;
  }
}

export function sessionRoute(router: Router, told: Told, describe: (route: Omit<Described, 'tag'>) => void): void {
  describe({
    method: 'get',
    path: '/session',
    about: about(
      'getSession',
      'Who the caller is, and until when; what time it is for the rules; and what is the caller’s own',
      answers.session,
    ),
    kind: 'query',
  });
  router.get('/session', async (request, response) => void response.json(await told(request, response)));
}
