import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wrongSettings } from '@junkan/kit/config.ts';
import { endedWithin, ResourceStack, stopSignal } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import { DEMONSTRATIONS } from '../main-job/demonstrations/run.ts';
import type { JobSummary } from '../main-job/summary.ts';
import { type Reached, reaching, viewsIn } from '../operate/installation.ts';
import { holds, verify } from '../verify/verify.ts';
import { foundFaults, type Options, readOptions } from './asked.mjs';
import { behindDaysOf } from './behind.ts';
import { askedSoFar } from './count-operations.ts';
import { isDone, markDone } from './done.ts';
import { engineChecks } from './engine-checks.ts';
import { clearData } from './fresh.ts';
import { hintOf, listedFirst } from './hint.ts';
import { httpPort } from './http-port.ts';
import { runMainJob } from './job.ts';
import { type Asked, askedBetween, operationTable } from './operations.ts';
import { namespaceIn, startOwnEngines } from './own-engines.ts';
import { startProcesses } from './processes.ts';
import { printReport, say, summaryOf } from './report.ts';
import { secretsOf } from './secrets.ts';
import { startFaults } from './settings.ts';
import { trialSignIn } from './sign-in.ts';
import { startSystem } from './system.ts';
import { trialSettings } from './trial.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const options = readOptions(process.argv.slice(2));
// Logs, data and secrets are for their owner alone.
process.umask(0o077);
const stop = stopSignal();
/** Longer than services, worker and engines take one after another. An engine that is left running is taken over by the next start. */
const KILL_AFTER_MS = 60_000;
/** Placeholders for their addresses until they run. */
const NO_ENGINES = { mongoUrl: 'mongodb://127.0.0.1:1', natsUrl: 'nats://127.0.0.1:1', temporalAddress: '127.0.0.1:1' };
/** What set-up has made. */
const MADE = { JUNKAN_WEB: join(root, 'web/dist'), JUNKAN_WORKFLOW_BUNDLE: join(root, '.tools/workflows.js') };
const began = performance.now();
const seconds = (since: number): number => Math.round((performance.now() - since) / 10) / 100;

/** Starts engines, services, job, verification, in this order; closes them in the reverse order. */
async function main(): Promise<boolean> {
  const faults = startFaults(process.env, trialSettings(options.data, NO_ENGINES, process.env));
  if (faults.length > 0) throw wrongSettings(faults);
  const wrong = [...(await foundFaults(options)), ...unknownDemonstrations(options)];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  if (options.fresh) await clearData(options.data);
  const behind = behindDaysOf(options);
  const log = createLog(undefined, process.env['JUNKAN_LOG_LEVEL'] ?? 'info', join(options.data, 'logs', 'junkan.log'));
  endedWithin(stop, log, KILL_AFTER_MS);
  const quiet = {
    info: (_details: object, _message: string) => undefined,
    warn: (details: object, message: string) => log.warn(details, message),
  };
  await using opened = new ResourceStack(log);
  say('Starting the engines');
  const checks = engineChecks(namespaceIn(process.env), secretsOf(options.data).passwords);
  const engines = await startOwnEngines({ dataDir: options.data, log: quiet, checks });
  opened.defer('engines', () => engines.stop());
  if (engines.adopted.length > 0) say(`Took over ${engines.adopted.join(', ')}, left running by an earlier start`);
  if (stop.aborted) return false;

  say('Starting the services');
  const listen = `127.0.0.1:${await httpPort(options.data, options.port)}`;
  const signIn = await trialSignIn(options.data, `http://${listen}`);
  const settings = trialSettings(options.data, engines, { ...MADE, ...process.env, ...signIn.settings, ...behind });
  const { replicas } = options;
  const system =
    options.processes || replicas > 1
      ? await startProcesses(settings, { listen, replicas, log, logs: join(options.data, 'logs') })
      : await startSystem(settings, listen, log).then(({ address, close }) => ({ addresses: [address], close }));
  opened.defer('services', () => system.close());
  const setupSeconds = Number(process.env['JUNKAN_SETUP_SECONDS'] ?? 0) + seconds(began);
  const gateways = system.addresses.map((address) => `http://${address}`);
  const provider = await signIn.start(log.child({ service: 'trial-sign-in' }));
  opened.defer('sign-in', () => provider.close());
  say(`Serving on ${gateways.join(' and ')}`);
  if (stop.aborted) return false;

  const reached = reaching(engines, options.data);
  const before = options.once ? await askedSoFar(reached) : undefined;
  const startedJob = performance.now();
  const job =
    options.once || !isDone(options.data, options)
      ? await runMainJob({ api: gateways, projects: options.projects, demonstrations: options.demonstrations, signal: stop })
      : undefined;
  if (job) markDone(options.data, options);
  const jobSeconds = seconds(startedJob);
  if (options.once) {
    const asked = askedBetween(before, await askedSoFar(reached));
    return job !== undefined && (await finish(job, { reached, cpuSeconds: engines.cpuSeconds, setupSeconds, jobSeconds, asked }));
  }

  const [address = ''] = gateways;
  say(hintOf(address, await listedFirst(address)));
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  say('Stopping');
  return true;
}

const unknownDemonstrations = ({ demonstrations = [] }: Pick<Options, 'demonstrations'>): string[] =>
  demonstrations
    .filter((name) => !DEMONSTRATIONS.includes(name))
    .map((name) => `--demonstrations: there is none called ${name}; there are ${DEMONSTRATIONS.join(', ')}`);

type Run = {
  reached: Reached;
  asked: Asked | undefined;
  setupSeconds: number;
  jobSeconds: number;
  cpuSeconds(): Record<string, number>;
};

async function finish(job: JobSummary, run: Run): Promise<boolean> {
  say('Verifying everything that is stored');
  const verified = await verify(run.reached, { isRunning: true, views: viewsIn(options.data) });
  const summary = summaryOf(job, verified, run);
  printReport(summary, {
    events: verified.events,
    cpuSeconds: { ...run.cpuSeconds(), application: Math.round(process.cpuUsage().user / 1e4 + process.cpuUsage().system / 1e4) / 100 },
  });
  if (options.operations && run.asked) say(`\nOperations of the database\n${operationTable(run.asked)}`);
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  return job.unfinished.length === 0 && summary.ledgerBalanced && holds(verified);
}

try {
  process.exitCode = (await main()) ? 0 : stop.aborted ? 130 : 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
