import { retrying } from '@junkan/client/retrying.ts';
import { type Api, clockOperator, connect } from '@junkan/scripts/main-job/api.ts';
import type { Clock } from '@junkan/scripts/main-job/messages.ts';
import { juryFacts } from '@junkan/scripts/verify/jury-facts.ts';
import { peerFacts } from '@junkan/scripts/verify/peer-facts.ts';
import { rollupFacts } from '@junkan/scripts/verify/rollup-facts.ts';
import { http } from '../http.ts';
import type { Tally } from '../model/tally.ts';
import { walk } from '../model/walk.ts';
import { worldOf } from '../model/world.ts';
import { rngOf } from '../rng.ts';
import { juryHeld, peersHeld, resultsHeld } from '../shown-figures.ts';
import { type ProgrammeTally, programmeWalk, programmeWorld } from './programme-walk.ts';
import type { Faults } from './scheduler.ts';
import { type InProcessSystem, inProcessSystem } from './system.ts';

export type Simulation = {
  /** Which world is walked through: the way of money, or what cities learn and are awarded for. */
  readonly through?: 'money' | 'programme';
  readonly seed: number;
  readonly steps: number;
  readonly faults: Faults;
  /** After so many steps each, and at the end, the invariants are checked. */
  readonly verifyEvery: number;
};

/** What a walk came to: what was found, after how many steps, with all that led to it. */
export type Outcome = {
  readonly steps: number;
  readonly turns: number;
  /** The same for the same turns in the same order. */
  readonly way: string;
  readonly tally?: Tally | ProgrammeTally;
  /** How many figures of results were held against what their facts come to. */
  readonly figures?: number;
  readonly failure?: string;
  readonly trail: readonly string[];
};

/** As often as lets a walk go on for most of the time. */
export const USUAL_FAULTS: Faults = { crash: 8, refuse: 25, lose: 50, slow: 50 };

const ADDRESS = 'http://gateway';
/** Of a hundred projects that a step has changed, so many are read and compared at once. */
const COMPARED = 20;
/** How long a caller repeats a request: some minutes, which is longer than any fault lasts. */
const ATTEMPTS = 12;

/** Walks randomly through a whole system in this process, while random faults occur. The same seed does the same again. */
export async function simulate({ seed, steps, faults, verifyEvery, through = 'money' }: Simulation): Promise<Outcome> {
  const system = await inProcessSystem({ seed });
  const insistent = insisting(system.fetch);
  const api = connect(ADDRESS, insistent);
  let taken = 0;
  // What nobody handles would end a program of its own.
  const dying = Promise.withResolvers<never>();
  process.once('unhandledRejection', dying.reject);
  const after = async (count: number): Promise<void> => {
    taken = count;
    if (count % verifyEvery === 0 || count === steps) await verified(system);
  };
  const ofMoney = async () => {
    const world = await system.drive(worldOf(api));
    system.disturb(faults);
    const time = policyTime(system, world.model.now, () => api.as(clockOperator).getClock());
    return () => walk({ api, web: http(ADDRESS, insistent), ...time, taken: after, compared: COMPARED, ...world, seed }, steps);
  };
  const ofProgramme = async () => {
    const rng = rngOf(seed);
    const world = await system.drive(programmeWorld(api, rng));
    system.disturb(faults);
    return () => programmeWalk({ api, rng, world }, steps, after);
  };
  try {
    const walking = await (through === 'money' ? ofMoney() : ofProgramme());
    const tally = await system.drive(Promise.race([walking(), dying.promise]));
    const figures = await system.drive(figuresHeld(system, api));
    return { ...went(taken, system), tally, figures, trail: [] };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { ...went(taken, system), failure, trail: [...system.scheduler.trail] };
  } finally {
    process.off('unhandledRejection', dying.reject);
    await system.close();
  }
}

const went = (steps: number, { scheduler }: InProcessSystem) => ({ steps, turns: scheduler.turns, way: scheduler.way() });

function insisting(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const send = retrying((request) => fetch(request), ATTEMPTS);
  return (input, init) => send(input instanceof Request ? input : new Request(input, init));
}

/** Policy time is ahead of real time by what the API said last: it is advanced by this walk alone. */
function policyTime(system: InProcessSystem, now: string, ask: () => Promise<Clock>) {
  let offset = Date.parse(now) - Date.now();
  return {
    async settled(): Promise<string> {
      await system.settled();
      return new Date(Date.now() + offset).toISOString();
    },
    async clock(): Promise<Clock> {
      for (;;) {
        await system.settled();
        const clock = await ask();
        offset = Date.parse(clock.now) - Date.now();
        if (clock.settled) return clock;
      }
    },
  };
}

/** @throws where a total, a match or an order is not what an independent computation makes of the facts. */
async function figuresHeld(system: InProcessSystem, api: Api): Promise<number> {
  await system.settled();
  const stored = await system.stored();
  const all = [
    await resultsHeld(api, rollupFacts(stored)),
    await peersHeld(api, peerFacts(stored)),
    await juryHeld(api, juryFacts(stored)),
  ];
  const wrong = all.flatMap((each) => each.wrong);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return all.reduce((sum, { held }) => sum + held, 0);
}

/** @throws where an invariant is broken. */
async function verified(system: InProcessSystem): Promise<void> {
  await system.settled();
  const { invariants } = await system.verified();
  const broken = invariants.flatMap(({ number, broken }) => broken.map((fault) => `invariant ${number}: ${fault}`));
  if (broken.length > 0) throw new Error(broken.join('\n'));
}
