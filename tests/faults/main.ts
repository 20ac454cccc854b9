import { Command } from 'commander';
import { isRed } from './checking.ts';
import { CONTROL_NAMES } from './controls/controls.ts';
import { type ControlOutcome, control, isRight } from './controls/run.ts';
import { crashPoints } from './points.ts';
import { powerLoss } from './power.ts';
import { DRAIN_SECONDS, randomFaults } from './run.ts';

type Options = { minutes: number; seed: number; replicas: number; points: boolean; controls: boolean; powerLoss: boolean };
const { minutes, seed, replicas, ...modes } = new Command('npm run faults --')
  .description('Breaks an installation of its own in every way that it must bear, and checks that it has borne it')
  .option('--minutes <number>', 'how long faults are made at random', Number, 3)
  .option('--seed <number>', 'decides which faults, when, and whom they hit', Number, 1)
  .option('--replicas <number>', 'how many of every program, asked in turn', Number, 1)
  .option('--points', 'instead: one death at each named crash point, for three seeds from this one on', false)
  .option('--controls', 'instead: each defence taken out once, to see that it is missed', false)
  .option('--power-loss', 'instead: everything stops at once, and goes on from the files as they were', false)
  .parse()
  .opts<Options>();

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const inTime = (seconds: number | undefined): boolean => seconds !== undefined && seconds <= DRAIN_SECONDS;

/** The summary, and whether nothing is wrong. */
type Result = readonly [summary: object, isGreen: boolean];

async function atRandom(): Promise<Result> {
  const summary = await randomFaults({ seed, seconds: minutes * 60, replicas, say });
  return [summary, !isRed(summary.findings) && inTime(summary.drainSeconds)];
}

async function atPoints(): Promise<Result> {
  const runs = [];
  for (const each of [seed, seed + 1, seed + 2]) runs.push(await crashPoints({ seed: each, say }));
  const outcomes = runs.flatMap((run) => run.outcomes);
  const notReached = outcomes.filter(({ reached }) => !reached);
  const isGreen =
    notReached.length === 0 && runs.every(({ findings }) => !isRed(findings)) && outcomes.every((each) => inTime(each.drainSeconds));
  const slowest = Math.max(...outcomes.map(({ drainSeconds }) => drainSeconds ?? Number.POSITIVE_INFINITY));
  return [{ died: outcomes.length - notReached.length, notReached, slowestDrainSeconds: slowest, runs }, isGreen];
}

async function atControls(): Promise<Result> {
  const outcomes: ControlOutcome[] = [];
  for (const name of CONTROL_NAMES) outcomes.push(await control(name, seed, say));
  return [{ controls: outcomes.length, right: outcomes.filter(isRight).length, outcomes }, outcomes.every(isRight)];
}

async function atPowerLoss(): Promise<Result> {
  const summary = await powerLoss({ seed, say });
  return [summary, !isRed(summary.findings) && summary.outcomes.every(({ drainSeconds }) => inTime(drainSeconds))];
}

const mode = modes.points ? atPoints : modes.controls ? atControls : modes.powerLoss ? atPowerLoss : atRandom;
const [summary, isGreen] = await mode();
process.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
process.exitCode = isGreen ? 0 : 1;
