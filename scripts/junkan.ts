import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { parkedCommand } from './operate/parked.ts';
import { rebuildCommand } from './operate/rebuild.ts';
import { repairCommand } from './operate/repair.ts';
import { replayCommand } from './operate/replay.ts';
import { verifyCommand } from './operate/verify.ts';

const program = new Command('npm run junkan --')
  .description('Operates an installation of Junkan: the running one, or its stored data with engines started for it')
  .option('--data <folder>', 'where the embedded engines keep their data', fileURLToPath(new URL('../.junkan', import.meta.url)));
const data = (): string => program.opts<{ data: string }>().data;

for (const commandOn of [verifyCommand, repairCommand, parkedCommand, replayCommand, rebuildCommand]) program.addCommand(commandOn(data));

await program.parseAsync();
