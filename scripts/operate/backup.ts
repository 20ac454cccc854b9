import { Command } from 'commander';
import { say } from '../start/report.ts';
import { readBackup, writeBackup } from './copying.ts';
import { withEngines } from './installation.ts';
import { repair } from './repair.ts';

const documentsIn = ({ collections }: { collections: readonly { documents: number }[] }): number =>
  collections.reduce((sum, { documents }) => sum + documents, 0);

export const backupCommand = (data: () => string): Command =>
  new Command('backup')
    .description('write all that is recorded into a folder; the services must not run')
    .argument('<folder>', 'where to')
    .action(async (folder: string) => {
      await withEngines(data(), async (settings, { isRunning }) => {
        // What is under way between two parts would be in the one and not in the other.
        if (isRunning) throw new Error('the services run: stop them first, so that what they record fits together');
        const manifest = await writeBackup(settings, folder);
        say(`${documentsIn(manifest)} documents of ${manifest.collections.length} collections are in ${folder}`);
      });
    });

export const restoreCommand = (data: () => string): Command =>
  new Command('restore')
    .description('bring a backup into an empty installation, whose services then go on from there')
    .argument('<folder>', 'where from')
    .action(async (folder: string) => {
      await withEngines(data(), async (settings, { isRunning }) => {
        if (isRunning) throw new Error('the services run: restore into another data folder');
        const manifest = await readBackup(settings, folder);
        const { restart } = await repair(settings, { isRunning });
        say(`${documentsIn(manifest)} documents are restored, ${restart.length} workflows begun again`);
        say('Events are published again when the services start. Then check with: npm run junkan -- verify');
      });
    });
