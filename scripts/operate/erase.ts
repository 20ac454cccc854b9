import { eraseTextsOf } from '@junkan/kit/store/texts.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import { type Installation, withInstallation } from './installation.ts';

export const eraseCommand = (data: () => string): Command =>
  new Command('erase')
    .description('erase the texts that a person has typed, in all contexts; the facts remain, and readers see that a text was erased')
    .requiredOption('--person <id>', 'the person, by the id in its tokens')
    .action(async ({ person }: { person: string }) => {
      const erased = await withInstallation(data(), (installation) => erase(installation, person));
      say(
        erased === 0
          ? `No texts of ${person} are kept`
          : `${erased} texts of ${person} are erased; backups keep them until they are deleted`,
      );
    });

/** Erases a person's texts in all contexts, also while the services run. Answers how many there were. */
export async function erase({ contexts, db }: Pick<Installation, 'contexts' | 'db'>, person: string): Promise<number> {
  const erased = await Promise.all(contexts.map((context) => eraseTextsOf(db(context), person)));
  return erased.reduce((sum, count) => sum + count, 0);
}
