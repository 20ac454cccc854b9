import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { requestOf } from '@junkan/client/operations.ts';
import type { Api } from '@junkan/scripts/main-job/api.ts';
import { advanceTo } from '@junkan/scripts/main-job/clock.ts';
import type { Clock } from '@junkan/scripts/main-job/messages.ts';
import { bodyOf, type Http, problemOf, type Reply } from '../http.ts';
import { rngOf } from '../rng.ts';
import { choosing } from './choice.ts';
import { isToLearn, learn, ofModel, ofSeen, seenOf, statesOf } from './seen.ts';
import { settle } from './settle.ts';
import type { Model, Project, Step } from './state.ts';

export type Tally = {
  steps: number;
  accepted: number;
  refused: Record<number, number>;
  taken: Record<string, number>;
  ends: Record<string, number>;
  /** The states that were come to. */
  reached: string[];
};
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

/** One step after another, by chance; each answer, and all that follows from it, must be what the model says. @throws where it is not. */
export async function walk(
  { api, web, settled, clock, taken, compared = 100, model, evidence, seed }: Walking,
  steps: number,
): Promise<Tally> {
  const chance = rngOf(seed);
  const compares = rngOf(seed + 1);
  const choose = choosing({ model, chance, evidence });
  const tally: Tally = { steps: 0, accepted: 0, refused: {}, taken: {}, ends: {}, reached: [] };
  const reached = new Set<string>();
  const trail: string[] = [];
  const fail = (why: string): never => {
    throw new Error(`${why}\nseed ${seed}, step ${tally.steps}\n${trail.slice(-25).join('\n')}`);
  };

  async function send(step: Step): Promise<void> {
    const { name, by, operation, of, body, version } = step;
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
    const reply = await web.ask(by, operation, of, body, { headers, key: randomUUID() });
    const told = reply.status < 300 ? `${reply.status}` : `${reply.status} ${problemOf(reply).type}`;
    trail.push(
      `${tally.steps}: ${name} by ${by?.person ?? 'nobody'} at ${requestOf(operation, of).path} ${JSON.stringify(body)} -> ${told}`,
    );
    const broken = new Set(step.rules.filter(([isKept]) => !isKept).map(([, status]) => status));
    const isRight = broken.size === 0 ? reply.status === 200 || reply.status === 201 : broken.has(reply.status);
    if (!isRight) fail(`expected ${broken.size === 0 ? 'it to be done' : [...broken].join(' or ')}, but: ${told} ${reply.bytes}`);
    if (broken.size > 0) tally.refused[reply.status] = (tally.refused[reply.status] ?? 0) + 1;
    else await done(step, reply);
  }

  async function done(step: Step, reply: Reply): Promise<void> {
    tally.accepted += 1;
    tally.taken[step.name] = (tally.taken[step.name] ?? 0) + 1;
    model.now = await settled();
    if (!step.isDone) step.effect(bodyOf(reply));
    settle(model);
    await compareSome(step.project ? [step.project] : model.projects.slice(-1));
  }

  async function pass(): Promise<void> {
    let { earliestDeadline, now } = await clock();
    // Now and then so long that what is years ahead falls due.
    for (let left = chance.is(10) ? LONG : 1; left > 0 && earliestDeadline; left -= 1) {
      await advanceTo(api, earliestDeadline);
      trail.push(`${tally.steps}: time passes to ${earliestDeadline}`);
      ({ earliestDeadline, now } = await clock());
      model.now = now;
      settle(model);
    }
    settle(model);
    await compareSome(model.projects.slice(-20));
  }

  const compareSome = (projects: readonly Project[]): Promise<void> => {
    for (const state of projects.flatMap(statesOf)) reached.add(state);
    return compare(projects.filter((project) => isToLearn(project) || compares.is(compared)));
  };

  async function compare(projects: readonly Project[]): Promise<void> {
    for (const project of projects) {
      const seen = await seenOf(api, project);
      learn(project, seen);
      settle(model);
      const [believed, told] = [ofModel(project), ofSeen(seen)];
      if (!isDeepStrictEqual(believed, told))
        fail(
          `${project.id} is not where it should be:\nmodel ${JSON.stringify(believed, null, 1)}\nAPI   ${JSON.stringify(told, null, 1)}`,
        );
    }
  }

  for (; tally.steps < steps; tally.steps += 1) {
    await (chance.is(5) ? pass() : send(choose()));
    await taken?.(tally.steps + 1);
  }
  await settled();
  await compare(model.projects);
  for (const { status } of model.projects) tally.ends[status] = (tally.ends[status] ?? 0) + 1;
  tally.reached = [...reached].sort();
  return tally;
}
