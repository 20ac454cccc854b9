import { Command } from 'commander';
import { printInvariants, say } from '../start/report.ts';
import { holds, verify } from '../verify/verify.ts';
import { withEngines } from './installation.ts';

export const verifyCommand = (data: () => string): Command =>
  new Command('verify')
    .description('check the numbered invariants over everything that is stored')
    .option('--json', 'print the findings as one JSON object on stdout', false)
    .action(async ({ json }: { json: boolean }) => {
      const verified = await withEngines(data(), verify);
      say(`Invariants over ${verified.events} events`);
      printInvariants(verified.invariants);
      if (json) process.stdout.write(`${JSON.stringify(verified)}\n`);
      process.exitCode = holds(verified) ? 0 : 1;
    });
