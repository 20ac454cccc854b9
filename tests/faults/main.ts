import { Command } from 'commander';
import { isRed } from './checking.ts';
import { DRAIN_SECONDS, randomFaults } from './run.ts';

const { minutes, seed } = new Command('npm run faults --')
  .option('--minutes <number>', 'how long faults are made at random', Number, 3)
  .option('--seed <number>', 'decides which faults, when, and whom they hit', Number, 1)
  .parse()
  .opts<{ minutes: number; seed: number }>();

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const summary = await randomFaults({ seed, seconds: minutes * 60, say });
process.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
process.exitCode = isRed(summary.findings) || (summary.drainSeconds ?? Number.POSITIVE_INFINITY) > DRAIN_SECONDS ? 1 : 0;
