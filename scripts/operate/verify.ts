import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { printInvariants, say } from '../start/report.ts';
import { holds, verify } from '../verify/verify.ts';
import { viewsIn, withInstallation } from './installation.ts';
import { anchorsIn } from './record.ts';
import { whoRuns } from './running.ts';

export const verifyCommand = (data: () => string): Command =>
  new Command('verify')
    .description('check the numbered invariants over everything that is stored')
    .option('--views <folder>', 'where the views are, if not in the data folder')
    .option('--heads <file>', 'heads of the record that were kept elsewhere, as the command heads prints them')
    .option('--json', 'print the findings as one JSON object on stdout', false)
    .action(async ({ json, heads, views = viewsIn(data()) }: { json: boolean; heads?: string; views?: string }) => {
      const anchors = heads === undefined ? [] : anchorsIn(await readFile(heads, 'utf8'));
      const verified = await withInstallation(data(), async ({ settings, nats, namespace }) => {
        const { some } = await whoRuns(nats, namespace);
        return verify(settings, { isRunning: some, views, anchors, progress: say });
      });
      say(`Invariants over ${verified.events} events`);
      printInvariants(verified.invariants);
      if (verified.behind.length > 0)
        say(
          `Not compared, as they have not seen all that is recorded: ${verified.behind.join(', ')}. Start the services, and verify again.`,
        );
      if (json) process.stdout.write(`${JSON.stringify(verified)}\n`);
      process.exitCode = holds(verified) ? 0 : 1;
    });
