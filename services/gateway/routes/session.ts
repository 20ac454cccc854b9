import type { Call } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Request, Response, Router } from 'express';
import { answers } from '../answers/answers.ts';
import { mustBeOne } from '../auth/callers.ts';
import type { Delegations } from '../auth/delegations.ts';
import { mustBeReader } from '../auth/roles.ts';
import { about, type Described } from '../http/describe.ts';
import { toJson } from '../http/json.ts';
import { positions } from '../http/positions.ts';
import type { OnTime } from '../route.ts';
import type { Services } from '../services.ts';
import { endOf, holderIn, type Sessions } from '../sign-in/sessions.ts';
import type { Tokens } from '../tokens/tokens.ts';

type Parts = {
  readonly tokens: Pick<Tokens, 'holderOf'>;
  readonly sessions: Pick<Sessions, 'of'> | undefined;
  readonly delegations: Pick<Delegations, 'reading'>;
  readonly services: Pick<Services, 'notices'>;
  readonly clock: Pick<PolicyClock, 'now'>;
  readonly onTime: OnTime;
};

/** @throws ProblemError, BadRequest if the caller is unknown. */
export type ReadSession = (request: Request, response: Response) => Promise<object>;

/** The caller, whatever their roles, and their data. A browser's request does not extend its session. */
export const sessionReader =
  ({ tokens, sessions, delegations, services, clock, onTime }: Parts): ReadSession =>
  async (request, response) => {
    mustBeOne(request, sessions);
    const session = await sessions?.of(request, response, { watching: true });
    const { actor: own, name, until } = session ? holderIn(session) : await tokens.holderOf(request.header('authorization'));
    const ends = new Date(session ? endOf(session) : until).toISOString();
    const requestId = String(response.locals['requestId']);
    const chain = { correlationId: requestId, causationId: requestId };
    await onTime();
    const actor = await delegations.reading(own, chain);
    const { person, organisation, roles, acting } = actor;
    const call: Call = { actor, commandId: '', ...chain, ...positions(request, response) };
    const held = acting && acting.given.length > 0 ? { heldFor: acting.given.map(({ role, for: of }) => ({ role, person: of })) } : {};
    const answer = { person, organisation, roles, ...held, ...(name === '' ? {} : { name }), ends };
    return { ...answer, now: clock.now(), ...(await ownOf(services, call)) };
  };

/** The parts of a session that are private to the person; a session is valid without them. */
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

export function sessionRoute(router: Router, readSession: ReadSession, describe: (route: Omit<Described, 'tag'>) => void): void {
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
  router.get('/session', async (request, response) => void response.json(await readSession(request, response)));
}
