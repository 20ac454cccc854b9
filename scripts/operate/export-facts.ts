import { Argument, Command } from 'commander';
import { say } from '../start/report.ts';
import { type Stored, withStored } from '../verify/facts.ts';
import { juryFacts } from '../verify/jury-facts.ts';
import { ladderFacts } from '../verify/ladder-facts.ts';
import { peerFacts } from '../verify/peer-facts.ts';
import { rollupFacts } from '../verify/rollup-facts.ts';
import { withEngines } from './installation.ts';

type Figures = {
  /** The streams of which their facts are; all, where nothing is said. */
  readonly kinds?: readonly string[];
  readonly of: (stored: Stored) => readonly object[];
};
const FIGURES: Readonly<Record<string, Figures>> = {
  jury: { kinds: ['cyc'], of: juryFacts },
  rollup: { kinds: ['act'], of: rollupFacts },
  peers: { kinds: ['sgn', 'asm', 'act', 'pee', 'exc'], of: peerFacts },
  // How far time has come is seen from everything that was recorded.
  ladder: { of: ladderFacts },
};

/** Facts of which somebody else can work out the figures that are shown, with a program of their own. */
export const exportFactsCommand = (data: () => string): Command =>
  new Command('export-facts')
    .description('print what was recorded as plain facts, one JSON object a line, for an independent computation of the figures')
    .addArgument(new Argument('<figures>', 'which figures they are of').choices(Object.keys(FIGURES)))
    .action(async (figures: string) => {
      const { of, ...part } = FIGURES[figures] ?? { of: () => [] };
      const facts = await withEngines(data(), (settings) => withStored(settings, async (read) => of(await read(part))));
      say(`${facts.length} facts`);
      for (const fact of facts) process.stdout.write(`${JSON.stringify(fact)}\n`);
    });
