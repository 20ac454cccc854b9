import { isDeepStrictEqual } from 'node:util';
import { ApiProblem } from '@junkan/client/problem.ts';
import { requestNow } from '@junkan/client/requests.ts';
import type { Api } from '@junkan/scripts/main-job/api.ts';
import { advanceTo } from '@junkan/scripts/main-job/clock.ts';
import type { Clock } from '@junkan/scripts/main-job/messages.ts';
import type { Http } from '../http.ts';
import { rngOf } from '../rng.ts';
import { choosing } from './choice.ts';
import { compareBudgets, isToLearn, learn, ofModel, ofSeen, seenOf } from './seen.ts';
import { answerOf, isDone, mustBeRight, outcomeOf, sending } from './sending.ts';
import { settle } from './settle.ts';
import type { Model, Project, Step } from './state.ts';
import { type Tally, tallying } from './tally.ts';

/** Deadlines that come one after another while nobody does anything. */
const LONG = 20;

type Walking = {
  readonly api: Api;
  readonly web: Http;
  /** Waits until all that was begun has come to its end. Answers policy time. */
  readonly settled: () => Promise<string>;
  /** What the API says of policy time, once all that was begun has come to its end. */
  readonly clock: () => Promise<Clock>;
  /** Called after each step with how many were taken. What it throws ends the walk. */
  readonly taken?: (steps: number) => Promise<void>;
  /** Of a hundred projects that a step may have changed, so many are compared at once; the others later, and all of them at the end. */
  readonly compared?: number;
  readonly model: Model;
  readonly evidence: string;
  readonly seed: number;
};

/** What is chosen by numbers of its own, so that it changes nothing of what else is chosen. */
const generators = (seed: number) => ({
  pairs: rngOf(seed + 3),
  mandates: rngOf(seed + 4),
  accounts: rngOf(seed + 5),
  files: rngOf(seed + 6),
  recoveries: rngOf(seed + 7),
  rates: rngOf(seed + 8),
  delegations: rngOf(seed + 9),
  duties: rngOf(seed + 10),
  periods: rngOf(seed + 11),
  budgetEnds: rngOf(seed + 12),
  fees: rngOf(seed + 13),
  exchanges: rngOf(seed + 14),
  owners: rngOf(seed + 15),
  actions: rngOf(seed + 16),
});

/** One random step after another; each answer, and all that follows from it, must be what the model says. @throws if it is not. */
export async function walk(
  { api, web, settled, clock, taken, compared = 100, model, evidence, seed }: Walking,
  steps: number,
): Promise<Tally> {
  const rng = rngOf(seed);
  const compares = rngOf(seed + 1);
  const ask = sending(web, rngOf(seed + 2));
  const choose = choosing({ model, rng, evidence, ...generators(seed) });
  const tally = tallying();
  let taking = 0;
  const trail: string[] = [];

  /** The steps come at once: of several projects, so that none changes what the model says of another. */
  async function send(steps: readonly Step[]): Promise<void> {
    const replies = await Promise.all(steps.map(async (step) => ({ step, reply: await ask(step) })));
    for (const { step, reply } of replies) {
      const { name, by, operation, of, body } = step;
      trail.push(
        `${taking}: ${name} by ${by?.person ?? 'nobody'} at ${requestNow(operation, of).path} ${JSON.stringify(body)} -> ${outcomeOf(reply)}`,
      );
      mustBeRight(step, reply);
      if (!isDone(reply)) tally.refused(reply.status);
    }
    const accepted = replies.filter(({ reply }) => isDone(reply));
    if (accepted.length === 0) return;
    model.now = await settled();
    for (const { step, reply } of accepted) {
      tally.accepted(step);
      if (!step.isDone) step.effect(answerOf(reply));
    }
    settle(model);
    await compareSome(accepted.flatMap(({ step }) => step.project ?? model.projects.slice(-1)));
  }

  async function pass(): Promise<void> {
    let { earliestDeadline, now } = await clock();
    // Now and then so long that what is years ahead falls due.
    for (let left = rng.is(10) ? LONG : 1; left > 0 && earliestDeadline; left -= 1) {
      if (await hasPassed(api, earliestDeadline)) trail.push(`${taking}: time passes to ${earliestDeadline}`);
      ({ earliestDeadline, now } = await clock());
      model.now = now;
      settle(model);
      tally.reached(model.inPlay);
    }
    settle(model);
    await compareSome(model.inPlay);
  }

  const compareSome = (projects: readonly Project[]): Promise<void> => {
    tally.reached(projects);
    return compare(projects.filter((project) => isToLearn(project) || compares.is(compared)));
  };

  async function compare(projects: readonly Project[]): Promise<void> {
    for (const project of projects) {
      const seen = await seenOf(api, project);
      learn(project, seen);
      settle(model);
      const [believed, seenState] = [ofModel(project, model), ofSeen(seen)];
      if (!isDeepStrictEqual(believed, seenState))
        throw new Error(
          `${project.id} is not where it should be:\nmodel ${JSON.stringify(believed, null, 1)}\nAPI   ${JSON.stringify(seenState, null, 1)}`,
        );
    }
  }

  try {
    for (; taking < steps; taking += 1) {
      await (rng.is(5) ? pass() : send(choose()));
      await taken?.(taking + 1);
    }
    await settled();
    await compare(model.projects);
    await compareBudgets(api, model);
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}\nseed ${seed}, step ${taking}\n${trail.slice(-25).join('\n')}`,
      { cause: error },
    );
  }
  return tally.result(taking, model.projects);
}

/** Not where a fault came after the clock was asked, so that something is under way again. */
async function hasPassed(api: Api, deadline: string): Promise<boolean> {
  try {
    await advanceTo(api, deadline);
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.type === '/problems/system-is-not-settled') return false;
    throw error;
  }
}
