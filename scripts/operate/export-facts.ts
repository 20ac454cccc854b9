import { Argument, Command } from 'commander';
import { say } from '../start/report.ts';
import { withStored } from '../verify/facts.ts';
import { rollupFacts } from '../verify/rollup-facts.ts';
import { withEngines } from './installation.ts';

/** Facts of which somebody else can work out the figures that are shown, with a program of their own. */
export const exportFactsCommand = (data: () => string): Command =>
  new Command('export-facts')
    .description('print what was recorded as plain facts, one JSON object a line, for an independent computation of the figures')
    .addArgument(new Argument('<figures>', 'which figures they are of').choices(['rollup']))
    .action(async () => {
      const facts = await withEngines(data(), (settings) =>
        withStored(settings, async (read) => rollupFacts(await read({ kinds: ['act'] }))),
      );
      say(`${facts.length} facts`);
      for (const fact of facts) process.stdout.write(`${JSON.stringify(fact)}\n`);
    });
