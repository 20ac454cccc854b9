import { Command } from 'commander';
import { EVERY_STATE } from '../model/seen.ts';
import { found } from './controls.ts';
import { CONTROL_NAMES } from './defences.ts';
import { EVERY_ACT } from './programme-walk.ts';
import { type Ran, ran } from './run.ts';
import { NO_FAULTS } from './scheduler.ts';
import { USUAL_FAULTS } from './simulate.ts';

type Options = {
  seed: number;
  seeds: number;
  steps: number;
  jobs: number;
  verifyEvery: number;
  calm: boolean;
  controls: boolean;
  programme: boolean;
};
const { seed, seeds, steps, jobs, verifyEvery, calm, controls, programme } = new Command('npm run simulate --')
  .description('Walks by chance through the whole system in one process, on virtual time, while things go wrong: each seed repeats itself')
  .option('--seed <number>', 'the first seed', Number, 1)
  .option('--seeds <number>', 'how many seeds, one after another', Number, 10)
  .option('--steps <number>', 'steps of each', Number, 1_000)
  .option('--jobs <number>', 'how many at a time', Number, 2)
  .option('--verify-every <steps>', 'after how many steps the invariants are checked', Number, 500)
  .option('--calm', 'nothing goes wrong', false)
  .option('--programme', 'through what cities learn from each other and are awarded for, instead of the way of money', false)
  .option('--controls', 'instead: each defence taken out once, until a seed finds that it is missing', false)
  .parse()
  .opts<Options>();

const through = programme ? 'programme' : 'money';
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The summary, and whether nothing is wrong. */
type Result = readonly [summary: object, isGreen: boolean];

async function walks(): Promise<Result> {
  const queue = Array.from({ length: seeds }, (_, index) => seed + index);
  const all: Ran[] = [];
  const failed: number[] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const outcome = await ran({ seed: next, steps, verifyEvery, through, faults: calm ? NO_FAULTS : USUAL_FAULTS });
      all.push(outcome);
      if (outcome.failure !== undefined) failed.push(next);
      say(report(next, outcome));
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  const reached = new Set(all.flatMap(({ tally }) => tally?.reached ?? []));
  const total = (of: (outcome: Ran) => number): number => all.reduce((sum, each) => sum + of(each), 0);
  const summary = {
    seeds,
    steps: total((each) => each.steps),
    turns: total((each) => each.turns),
    figures: total(({ figures = 0 }) => figures),
    cpuSeconds: Math.round(total(({ cpuSeconds }) => cpuSeconds)),
    failed: failed.toSorted((a, b) => a - b),
    notReached: (programme ? EVERY_ACT : EVERY_STATE).filter((state) => !reached.has(state)),
  };
  return [summary, failed.length === 0];
}

const report = (of: number, { steps: taken, turns, figures, failure, trail, cpuSeconds }: Ran): string =>
  failure === undefined
    ? `seed ${of}: ${taken} steps, ${turns} turns, ${figures} figures, ${cpuSeconds.toFixed(1)} CPU s`
    : `seed ${of} FAILED after ${taken} steps: ${failure}\n${trail.join('\n')}\nagain: npm run simulate -- --seed ${of} --seeds 1 --steps ${steps} --verify-every ${verifyEvery}${calm ? ' --calm' : ''}${programme ? ' --programme' : ''}`;

async function withoutDefences(): Promise<Result> {
  const outcomes = [];
  for (const name of CONTROL_NAMES) {
    const outcome = await found(name, { seed, seeds, steps });
    say(JSON.stringify(outcome));
    outcomes.push(outcome);
  }
  return [{ outcomes }, outcomes.every((outcome) => outcome.seed !== undefined)];
}

const [summary, isGreen] = await (controls ? withoutDefences() : walks());
process.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
process.exitCode = isGreen ? 0 : 1;
