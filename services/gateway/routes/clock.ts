import { type Call, GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mustOperateTheClock } from '../auth/reading.ts';
import { about } from '../http/describe.ts';
import { BadRequest } from '../http/problem.ts';
import type { OnTime, Routes } from '../http/route.ts';
import { instant } from '../http/schemas.ts';
import type { Services } from '../services.ts';

type Backlog = { unrelayed: number; unhandled: number; parked: number; awake: number; earliestDeadline: string; published: string };

/**
 * Where policy time stands. *Settled* = outboxes empty, consumers at the end and nothing set aside, workflows at rest. What is under way moves
 * from one of these to the next, so they are asked twice: only where nothing was published in between is it so.
 */
async function clockNow({ operations }: Services, clock: PolicyClock, call: Call) {
  const ask = async (): Promise<Backlog> => {
    const all = await Promise.all(Object.values(operations).map((each) => each.backlog({}, call)));
    const sum = (of: (each: (typeof all)[number]) => number): number => all.reduce((total, each) => total + of(each), 0);
    return {
      unrelayed: sum(({ unrelayed }) => unrelayed),
      unhandled: sum(({ unhandled }) => unhandled),
      parked: sum(({ parked }) => parked),
      awake: sum(({ awake }) => awake),
      earliestDeadline:
        all
          .map(({ earliestDeadline }) => earliestDeadline)
          .filter((at) => at !== '')
          .sort()[0] ?? '',
      published: all.map(({ published }) => published).join('/'),
    };
  };
  const idle = ({ unrelayed, unhandled, parked, awake }: Backlog): boolean => unrelayed + unhandled + parked + awake === 0;
  const first = await ask();
  const second = idle(first) ? await ask() : first;
  const { published, earliestDeadline, ...backlog } = second;
  return {
    now: clock.now(),
    offset: clock.offset(),
    settled: idle(first) && idle(second) && first.published === published,
    earliestDeadline,
    backlog,
  };
}

/** A repeat of what was done already is no advance; its answer is recorded. Where nothing waits for a moment, none can be passed over. */
export function mustPassNothingOver(to: string, { now, settled, earliestDeadline }: ClockNow): void {
  if (to <= now) return;
  if (!settled)
    throw new BadRequest(409, 'SystemIsNotSettled', [{ pointer: '/to', detail: 'time may advance only when nothing is under way' }]);
  if (earliestDeadline !== '' && to > earliestDeadline)
    throw new BadRequest(409, 'DeadlineWouldBePassed', [
      { pointer: '/to', detail: `must not pass the earliest deadline, ${earliestDeadline}` },
    ]);
}

type ClockNow = Pick<Awaited<ReturnType<typeof clockNow>>, 'now' | 'settled' | 'earliestDeadline'>;

/** The gateway asks about the system's state in the system's name, whoever may see the answer. */
const asSystem = ({ correlationId, causationId }: Call): Call => ({ actor: GATEWAY_ACTOR, commandId: '', correlationId, causationId });

type Parts = { readonly clock: PolicyClock; readonly onTime: OnTime; readonly trial: boolean };

export function clockRoutes({ get, command }: Routes, services: Services, { clock, onTime, trial }: Parts): void {
  get('/clock', about('getClock', 'Policy time, and whether the system is settled', answers.clock), {}, async ({ call }) => {
    await onTime();
    return { ...(await clockNow(services, clock, asSystem(call))), trial };
  });

  command(
    'post',
    '/clock/advance',
    about('advanceClock', 'Let policy time pass; trial installations only', answers.advanced),
    { body: z.strictObject({ to: instant }), isNobodys: true },
    async ({ body, call }) => {
      mustOperateTheClock(call.actor);
      mustPassNothingOver(body.to, await clockNow(services, clock, asSystem(call)));
      const answer = await services.projects.advanceClock(body, call);
      return { ...answer, now: clock.now() };
    },
  );
}
