import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@junkan/kit/ids.ts';
import { publicKeysIn } from '@junkan/kit/keys.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import { makeSecretsKnowing } from '../start/secrets.ts';
import { readBackup, writeBackup } from './copying.ts';
import { knowsKeys, withEngines } from './installation.ts';
import { operatorsKeys } from './record.ts';
import { repair } from './repair.ts';

const KEYS = 'public-keys.json';
const fingerprintOf = (publicKeys: string): string => sha256(publicKeys);

const documentsIn = ({ collections }: { collections: readonly { documents: number }[] }): number =>
  collections.reduce((sum, { documents }) => sum + documents, 0);

export const backupCommand = (data: () => string): Command =>
  new Command('backup')
    .description("write all that is recorded into a folder, signed with the operator's key; the services must not run")
    .argument('<folder>', 'where to')
    .action(async (folder: string) => {
      await withEngines(data(), async (settings, { isRunning }) => {
        // What is under way between two parts would be in the one and not in the other.
        if (isRunning) throw new Error('the services run: stop them first, so that what they record fits together');
        const manifest = await writeBackup(settings, folder, operatorsKeys(settings));
        say(`${documentsIn(manifest)} documents of ${manifest.collections.length} collections are in ${folder}`);
        const file = join(folder, KEYS);
        await writeFile(file, settings.JUNKAN_INTERNAL_PUBLIC_KEYS ?? '', { mode: 0o600 });
        say(
          `The public keys that it is checked with are in ${file}; note their fingerprint elsewhere: ${fingerprintOf(settings.JUNKAN_INTERNAL_PUBLIC_KEYS ?? '')}`,
        );
      });
    });

export const restoreCommand = (data: () => string): Command =>
  new Command('restore')
    .description('bring a backup into an empty installation, whose services then go on from there')
    .argument('<folder>', 'where from')
    .option('--keys <file>', 'the public keys (JWKS) of the installation that wrote it, where this is another one')
    .option(
      '--unsigned',
      'believe what nobody has signed: a backup of a version that did not sign, to be taken over with sign-record',
      false,
    )
    .action(async (folder: string, { keys, unsigned }: { keys?: string; unsigned: boolean }) => {
      if (keys !== undefined) {
        const publicKeys = await readFile(keys, 'utf8');
        makeSecretsKnowing(data(), publicKeys);
        say(`The fingerprint of these keys is ${fingerprintOf(publicKeys)}: it must be the one that was noted when the backup was written`);
      } else if (!unsigned && !knowsKeys(data()))
        throw new Error(
          `this installation is new and knows nobody's keys: name those of the installation that wrote the backup with --keys (a copy is ${join(folder, KEYS)})`,
        );
      await withEngines(data(), async (settings, { isRunning }) => {
        if (isRunning) throw new Error('the services run: restore into another data folder');
        const { JUNKAN_INTERNAL_PUBLIC_KEYS: known } = settings;
        if (!unsigned && known === undefined) throw new Error('JUNKAN_INTERNAL_PUBLIC_KEYS: is needed to check who has signed the backup');
        const manifest = await readBackup(settings, folder, unsigned || known === undefined ? undefined : publicKeysIn(known));
        const { restart } = await repair(settings, { isRunning });
        say(`${documentsIn(manifest)} documents are restored, ${restart.length} workflows begun again`);
        if (unsigned) say('Take over what nobody has signed, before the services start: npm run junkan -- sign-record');
        say('Events are published again when the services start. Then check with: npm run junkan -- verify');
      });
    });
