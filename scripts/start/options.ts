import { Command } from 'commander';

export type Options = {
  readonly once: boolean;
  readonly json: boolean;
  readonly fresh: boolean;
  readonly processes: boolean;
  readonly projects?: string;
  readonly data: string;
  readonly port: number;
};

export function readOptions(args: readonly string[], root: string): Options {
  return new Command('npm start --')
    .description('Starts Junkan on embedded engines, does the main job on real projects, and keeps serving')
    .option('--once', 'do the main job, verify everything that is stored, and exit (0 only if all of it succeeded)', false)
    .option('--json', 'print the summary as one JSON object on stdout', false)
    .option('--fresh', 'begin with empty data', false)
    .option('--processes', 'each service, the worker and the gateway as a process of its own, kept running', false)
    .option('--projects <file>', 'a table of projects with the same columns as scripts/main-job/data/projects.csv')
    .option('--data <folder>', 'where engines and secrets are kept', `${root}.junkan`)
    .option('--port <number>', 'port of the HTTP API on loopback; 0 takes a free one', Number, 0)
    .parse(args as string[], { from: 'user' })
    .opts<Options>();
}
