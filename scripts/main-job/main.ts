import { Command } from 'commander';
import { connect } from './api.ts';
import { DEMONSTRATIONS } from './demonstrations/run.ts';
import { inTurns } from './in-turns.ts';
import { runJob } from './job.ts';
import { trialNames } from './naming.ts';
import { PROJECTS, WINDOWS } from './read-tables.ts';

/**
 * The main job as a separate process: it knows the public HTTP API and two tables, nothing else. Progress and tables go to stderr, the
 * summary as JSON to stdout.
 */
const { api, projects, windows, demonstrations } = new Command('main-job')
  .requiredOption('--api <address...>', 'where the HTTP API is; of several, each in turn')
  .option('--projects <file>', 'table of projects', PROJECTS)
  .option('--windows <file>', 'table of financing windows', WINDOWS)
  .option('--demonstrations <name...>', 'only these of the demonstrations', DEMONSTRATIONS)
  .parse()
  .opts<{ api: string[]; projects: string; windows: string; demonstrations: string[] }>();

const [address = ''] = api;
const turns = inTurns(api);

try {
  process.stdout.write(
    `${JSON.stringify(await runJob(connect(address, turns, trialNames(address, turns)), { projects, windows, demonstrations }))}\n`,
  );
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\nWhat was done is kept: start again to go on from here.\n`,
  );
  process.exitCode = 1;
}
