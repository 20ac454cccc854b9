import { fileURLToPath } from 'node:url';
import { addressesOfRunning, startEngines } from '@junkan/infra/embedded/engines.ts';
import { askRetry } from '@junkan/kit/messaging/parking.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { Command } from 'commander';
import { printInvariants, say } from './start/report.ts';
import { verify } from './verify/verify.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = new Command('junkan')
  .description('Operates an installation of Junkan')
  .option('--data <folder>', 'where the embedded engines keep their data', `${root}.junkan`);

type Addresses = { mongoUrl: string; natsUrl: string; temporalAddress: string };

/** Uses the engines of a running installation, or starts them for as long as the work takes. */
async function withEngines<Result>(work: (engines: Addresses) => Promise<Result>): Promise<Result> {
  const { data } = program.opts<{ data: string }>();
  const running = await addressesOfRunning(data);
  if (running) return work(running);
  say('Starting the engines');
  const engines = await startEngines({ dataDir: data, log: { info: () => undefined, warn: (_details, message) => say(message) } });
  try {
    return await work(engines);
  } finally {
    await engines.stop();
  }
}

program
  .command('verify')
  .description('check the numbered invariants over everything that is stored')
  .option('--json', 'print the findings as one JSON object on stdout', false)
  .action(async ({ json }: { json: boolean }) => {
    const verified = await withEngines((engines) => verify({ ...engines, namespace: 'junkan', temporalNamespace: 'default' }));
    say(`Invariants over ${verified.events} events`);
    printInvariants(verified.invariants);
    if (json) process.stdout.write(`${JSON.stringify(verified)}\n`);
    process.exitCode = verified.eventsUnrelayed === 0 && verified.invariants.every(({ broken }) => broken.length === 0) ? 0 : 1;
  });

program
  .command('replay <context>')
  .description('let the consumers of a context take their parked events again (project, sponsor, matching, disbursement)')
  .option('--consumer <name>', 'only this consumer')
  .option('--stream <id>', 'only this stream')
  .action(async (context: string, { consumer, stream }: { consumer?: string; stream?: string }) => {
    await withEngines(async ({ mongoUrl }) => {
      const mongo = await connectMongo(mongoUrl);
      const asked = await askRetry(mongo.db(databaseName('junkan', context)), consumer, stream);
      await mongo.close();
      say(`${asked} parked events will be taken again by the running services`);
    });
  });

await program.parseAsync();
