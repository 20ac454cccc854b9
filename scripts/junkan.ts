import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { backupCommand, backupKeyCommand, restoreCommand } from './operate/backup.ts';
import { eraseCommand } from './operate/erase.ts';
import { exportFactsCommand } from './operate/export-facts.ts';
import { parkedCommand } from './operate/parked.ts';
import { headsCommand, signRecordCommand } from './operate/record.ts';
import { repairCommand } from './operate/repair.ts';
import { verifyCommand } from './operate/verify.ts';
import { verifyCertificateCommand } from './operate/verify-certificate.ts';
import { wordsCommand } from './operate/words.ts';

// What is written here, such as backups, is for its owner alone.
process.umask(0o077);

const program = new Command('npm run junkan --')
  .description(
    'Operates an installation of Junkan: the running one, or its stored data with engines started for it; and keeps its translations',
  )
  .option('--data <folder>', 'where the embedded engines keep their data', fileURLToPath(new URL('../.junkan', import.meta.url)));
const data = (): string => program.opts<{ data: string }>().data;

for (const commandOn of [
  verifyCommand,
  repairCommand,
  backupCommand,
  restoreCommand,
  parkedCommand,
  eraseCommand,
  headsCommand,
  signRecordCommand,
  exportFactsCommand,
])
  program.addCommand(commandOn(data));
program.addCommand(backupKeyCommand());
program.addCommand(wordsCommand());
program.addCommand(verifyCertificateCommand());

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
