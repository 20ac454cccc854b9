import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { contextOf, OWNER_NAMES, PROGRAMS } from '@junkan/proto/programs.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mustOperateTheClock } from '../auth/roles.ts';
import { about } from '../http/describe.ts';
import { BadRequest } from '../http/problem.ts';
import type { PublicRoutes } from '../http/public.ts';
import { instant } from '../http/schemas.ts';
import type { OnTime, Routes } from '../route.ts';
import type { Services } from '../services.ts';

type Part = Pick<Services[keyof Services], 'backlog'>;
type Backlog = Awaited<ReturnType<Part['backlog']>>;

const isIdle = ({ unrelayed, unhandled, parked, awake }: Backlog): boolean => unrelayed + unhandled + parked + awake === 0;

/** Those of which the workflows hear what they record. */
const HEARD = OWNER_NAMES.filter((owner) => PROGRAMS.workflows.reads.some((context) => context === contextOf(owner)));

/** What each part has to do: the workflows first, who say what was published before they counted their own, and then all others. */
async function look({ workflows, ...others }: Services, call: Call) {
  const before = await workflows.backlog({}, call);
  const names = Object.keys(others) as (keyof typeof others)[];
  const after = new Map(await Promise.all(names.map(async (name) => [name, await others[name].backlog({}, call)] as const)));
  return {
    all: [before, ...after.values()],
    parts: [workflows, ...names.map((name) => others[name])] satisfies Part[],
    heard: before.published,
    published: HEARD.reduce((total, name) => total + (after.get(name)?.published ?? 0n), 0n),
    ends: [...after.values()].map(({ published }) => published).join('/'),
  };
}

/**
 * The state of policy time. *Settled* = outboxes empty, consumers at the end and nothing set aside, workflows idle. Work moves from one of
 * these to the next, so the workflows are read first: the answer holds only if those who record, read after them, have published no more
 * than the workflows had heard of. Workflows of the version before do not say what that was: then all are read twice, and nothing may be
 * published in between.
 */
export async function clockNow(services: Services, clock: PolicyClock, call: Call) {
  const first = await look(services, call);
  const isSaid = first.heard > 0n || first.published === 0n;
  const { all, parts, heard, published, ends } = isSaid ? first : await look(services, call);
  const isUnchanged = isSaid ? heard === published : first.all.every(isIdle) && first.ends === ends;
  const sum = (of: (each: Backlog) => number): number => all.reduce((total, each) => total + of(each), 0);
  const clockTime = {
    now: clock.now(),
    offset: clock.offset(),
    settled: all.every(isIdle) && isUnchanged,
    earliestDeadline:
      all
        .map(({ earliestDeadline }) => earliestDeadline)
        .filter((at) => at !== '')
        .sort()[0] ?? '',
    backlog: {
      unrelayed: sum(({ unrelayed }) => unrelayed),
      unhandled: sum(({ unhandled }) => unhandled),
      parked: sum(({ parked }) => parked),
      awake: sum(({ awake }) => awake),
    },
  };
  return { clockTime, busy: parts.filter((_, index) => !isIdle(all[index] as Backlog)) };
}

const MAX_WAIT_SECONDS = 5;
const FIRST_PAUSE_MS = 30;
const MAX_PAUSE_MS = 200;

/**
 * The same, once the system is settled or so many seconds are over. Work mostly ends with the workflows, so the others are asked once these
 * are idle; and again, where some were busy, once these are.
 */
async function clockWithin(seconds: number, services: Services, clock: PolicyClock, call: Call) {
  const end = Date.now() + 1_000 * seconds;
  const untilIdle = async (part: Part, first: number): Promise<void> => {
    for (let pause = first; Date.now() < end; pause = Math.min(Math.max(2 * pause, FIRST_PAUSE_MS), MAX_PAUSE_MS)) {
      await sleep(pause);
      if (isIdle(await part.backlog({}, call))) return;
    }
  };
  await untilIdle(services.workflows, 0);
  for (;;) {
    const looked = await clockNow(services, clock, call);
    if (looked.clockTime.settled || Date.now() >= end) return looked.clockTime;
    for (const part of looked.busy) await untilIdle(part, FIRST_PAUSE_MS);
  }
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

type ClockNow = Pick<Awaited<ReturnType<typeof clockWithin>>, 'now' | 'settled' | 'earliestDeadline'>;

/** The gateway reads the system's state as the system, independent of who may see the answer. */
const asSystem = ({ correlationId, causationId }: Call): Call => ({ actor: GATEWAY_ACTOR, commandId: '', correlationId, causationId });

const wait = z.coerce
  .number()
  .int()
  .min(0)
  .max(MAX_WAIT_SECONDS)
  .default(0)
  .meta({ description: 'Seconds to wait until the system is settled; for clock.operator.' });

type Parts = { readonly clock: PolicyClock; readonly onTime: OnTime; readonly trial: boolean };

export function clockRoutes({ get, command }: Routes, services: Services, { clock, onTime, trial }: Parts): void {
  get(
    '/clock',
    about('getClock', 'Policy time, and whether the system is settled', answers.clock),
    { query: z.strictObject({ wait }) },
    async ({ query, call }) => {
      if (query.wait > 0) mustOperateTheClock(call.actor);
      await onTime();
      return { ...(await clockWithin(query.wait, services, clock, asSystem(call))), trial };
    },
  );

  const { id, method, path, summary } = COMMANDS.project.advanceClock.operation;
  command(
    method,
    path,
    about(id, summary, answers.advanced),
    { body: z.strictObject({ to: instant }), withoutOrganisation: true },
    async ({ body, call }) => {
      mustOperateTheClock(call.actor);
      mustPassNothingOver(body.to, await clockWithin(0, services, clock, asSystem(call)));
      const answer = await services['project-registry'].advanceClock(body, call);
      return { ...answer, now: clock.now() };
    },
  );
}

/** For everybody, who has to know that what is paid in years to come is paid in a trial. */
export function dayRoute({ get }: PublicRoutes, { clock, onTime, trial }: Parts): void {
  get(
    '/public/day',
    about('getPublicDay', 'What day it is here: a trial has a date of its own', answers.publicDay),
    { query: z.strictObject({}) },
    async () => {
      await onTime();
      return { date: dateOf(clock.now()), trial };
    },
  );
}
