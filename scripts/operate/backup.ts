import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@junkan/kit/ids.ts';
import { publicKeysIn } from '@junkan/kit/keys.ts';
import { eventStreamEnd, eventStreamName } from '@junkan/kit/messaging/nats.ts';
import { Command, InvalidArgumentError } from 'commander';
import { say } from '../start/report.ts';
import { makeSecretsKnowing } from '../start/secrets.ts';
import { dropOldest, folderBelow } from './dated-folders.ts';
import { type Installation, knowsKeys, withEngines, withInstallation } from './installation.ts';
import { readBackup } from './read-backup.ts';
import { operatorsKeys } from './record.ts';
import { repair } from './repair.ts';
import { whoRuns } from './running.ts';
import { makeBackupKey, privateKeysIn } from './sealing.ts';
import { writeBackup } from './write-backup.ts';

const KEYS = 'public-keys.json';
const fingerprintOf = (publicKeys: string): string => sha256(publicKeys);

export const backupKeyCommand = (): Command =>
  new Command('backup-key')
    .description('make a key pair for backups: the private key into a file, to be kept elsewhere, and the public one on stdout')
    .argument('<file>', 'where the private key goes')
    .action(async (file: string) => {
      const recipient = await makeBackupKey(file, new Date().toISOString());
      say(
        `The private key is in ${file}: keep it where the installation cannot reach it. Without it the backups cannot be read. The public key:`,
      );
      process.stdout.write(`${recipient}\n`);
    });

type Asked = { readonly for: readonly string[]; readonly unencrypted: boolean; readonly dated: boolean; readonly keep?: number };

export const backupCommand = (data: () => string): Command =>
  new Command('backup')
    .description("write all that is recorded into a folder, also while the services run, encrypted and signed with the operator's key")
    .argument('<folder>', 'where to: new or empty, but with --dated')
    .option('--for <public key>', 'encrypt to this key (age1..., as backup-key makes it); may be given several times', collected, [])
    .option('--unencrypted', 'do not encrypt it: whoever has the files reads them', false)
    .option('--dated', 'into a folder of its own below, named by the time', false)
    .option('--keep <count>', 'with --dated: leave so many, and delete older ones once this is written', countOf)
    .action(async (parent: string, { for: recipients, unencrypted, dated, keep }: Asked) => {
      if (recipients.length > 0 === unencrypted)
        throw new Error(
          'Say whom the backup is for, with --for and a public key that `npm run junkan -- backup-key <file>` makes, or ask with --unencrypted for one that everybody reads who has it',
        );
      const folder = dated ? folderBelow(parent, new Date()) : parent;
      await withEngines(data(), async (settings) => {
        const { collections, point, pauseMs } = await writeBackup(settings, folder, operatorsKeys(settings), { recipients, progress: say });
        const documents = collections.reduce((sum, each) => sum + each.documents, 0);
        say(`${documents} documents of ${collections.length} collections are in ${folder}, up to ${point} (a pause of ${pauseMs} ms)`);
        const file = join(folder, KEYS);
        await writeFile(file, settings.JUNKAN_INTERNAL_PUBLIC_KEYS ?? '', { mode: 0o600 });
        say(
          `The public keys that it is checked with are in ${file}; note their fingerprint elsewhere: ${fingerprintOf(settings.JUNKAN_INTERNAL_PUBLIC_KEYS ?? '')}`,
        );
      });
      if (dated && keep !== undefined) for (const dropped of await dropOldest(parent, keep)) say(`Deleted ${dropped}`);
    });

const collected = (value: string, before: readonly string[]): string[] => [...before, value];

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('a whole number above zero');
  return count;
}

function momentOf(text: string): number {
  const moment = /T.*(Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) throw new InvalidArgumentError('a time with its zone, such as 2026-11-30T17:00:00Z');
  return moment;
}

type Restoring = {
  readonly keys?: string;
  readonly privateKey?: string;
  readonly until?: number;
  readonly notBefore?: number;
  readonly unsigned: boolean;
  readonly replaceStreams: boolean;
};

export const restoreCommand = (data: () => string): Command =>
  new Command('restore')
    .description('bring a backup into an empty installation, whose services then go on from there')
    .argument('<folder>', 'where from')
    .option('--private-key <file>', 'the private key that it is decrypted with')
    .option(
      '--until <time>',
      'only what was recorded up to the longest pause in the two seconds before this time, such as 2026-11-30T17:00:00Z',
      momentOf,
    )
    .option(
      '--not-before <time>',
      'refuse a backup that ends before this time: an older one in the place of the one that is meant',
      momentOf,
    )
    .option('--keys <file>', 'the public keys (JWKS) of the installation that wrote it, where this is another one')
    .option('--replace-streams', 'delete event streams that are left of before: the services make them again from the record', false)
    .option(
      '--unsigned',
      'believe what nobody has signed: a backup of a version that did not sign, to be taken over with sign-record',
      false,
    )
    .action(async (folder: string, asked: Restoring) => {
      const { keys, unsigned, until, notBefore } = asked;
      if (keys !== undefined) {
        const publicKeys = await readFile(keys, 'utf8');
        makeSecretsKnowing(data(), publicKeys);
        say(`The fingerprint of these keys is ${fingerprintOf(publicKeys)}: it must be the one that was noted when the backup was written`);
      } else if (!unsigned && !knowsKeys(data()))
        throw new Error(
          `this installation is new and knows nobody's keys: name those of the installation that wrote the backup with --keys (a copy is ${join(folder, KEYS)})`,
        );
      const privateKeys = asked.privateKey === undefined ? [] : await privateKeysIn(asked.privateKey);
      await withInstallation(data(), async (installation) => {
        const { settings } = installation;
        await requireStopped(installation, asked);
        const { JUNKAN_INTERNAL_PUBLIC_KEYS: known } = settings;
        if (!unsigned && known === undefined) throw new Error('JUNKAN_INTERNAL_PUBLIC_KEYS: is needed to check who has signed the backup');
        const publicKey = unsigned || known === undefined ? undefined : publicKeysIn(known);
        const restored = await readBackup(settings, folder, { publicKey, privateKeys, until, notBefore, progress: say });
        const { restart } = await repair(settings, { isAwaited: false, afresh: true });
        say(
          `${restored.documents} documents are restored${restored.until === undefined ? '' : `, of all that was recorded up to ${restored.until}`}; ${restart.length} workflows begun again`,
        );
        if (unsigned) say('Take over what nobody has signed, before the services start: npm run junkan -- sign-record');
        say('Events are published again when the services start. Then check with: npm run junkan -- verify');
      });
    });

/** @throws where services run, or where events are left at the broker that the record may not have. */
async function requireStopped(
  { nats, namespace, contexts }: Pick<Installation, 'nats' | 'namespace' | 'contexts'>,
  { replaceStreams }: Pick<Restoring, 'replaceStreams'>,
): Promise<void> {
  if ((await whoRuns(nats, namespace)).some) throw new Error('the services run: stop them first, or restore into another installation');
  for (const context of contexts) {
    if ((await eventStreamEnd(nats, namespace, context)) === undefined) continue;
    const stream = eventStreamName(namespace, context);
    if (!replaceStreams) throw new Error(`the broker still has ${stream}, of what was there before: delete it with --replace-streams`);
    await nats.manager.streams.delete(stream);
    say(`Deleted the event stream ${stream}`);
  }
}
