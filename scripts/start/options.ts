import { Command, InvalidArgumentError, Option } from 'commander';
import { DEMONSTRATIONS } from '../main-job/demonstrations/run.ts';

export type Options = {
  readonly once: boolean;
  readonly json: boolean;
  readonly operations: boolean;
  readonly fresh: boolean;
  readonly processes: boolean;
  readonly replicas: number;
  readonly projects?: string;
  readonly demonstrations?: readonly string[];
  readonly data: string;
  readonly port: number;
};

export function readOptions(args: readonly string[], root: string): Options {
  return new Command('npm start --')
    .description('Starts Junkan on embedded engines, does the main job on real projects, and keeps serving')
    .option('--once', 'do the main job, verify everything that is stored, and exit (0 only if all of it succeeded)', false)
    .option('--json', 'print the summary as one JSON object on stdout', false)
    .option('--operations', 'with --once: print what the database was asked for, by collection and kind', false)
    .option('--fresh', 'begin with empty data', false)
    .option('--processes', 'each service, the worker and the gateway as a process of its own, kept running', false)
    .option('--replicas <number>', 'with --processes: how many of each, sharing the work', replicasOf, 1)
    .option('--projects <file>', 'a table of projects with the same columns as scripts/main-job/data/projects.csv')
    .addOption(new Option('--demonstrations <name...>', 'only these of the demonstrations').choices(DEMONSTRATIONS))
    .option('--data <folder>', 'where engines and secrets are kept', `${root}.junkan`)
    .option('--port <number>', 'port of the HTTP API on loopback; 0 keeps that of the start before, or takes a free one', Number, 0)
    .parse(args as string[], { from: 'user' })
    .opts<Options>();
}

const MAX_REPLICAS = 9;

function replicasOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MAX_REPLICAS) return count;
  throw new InvalidArgumentError(`must be a whole number from 1 to ${MAX_REPLICAS}`);
}
