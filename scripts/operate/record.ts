import { keysOf, OPERATOR, programOfKey } from '@junkan/kit/keys.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Head } from '@junkan/kit/store/heads.ts';
import { type Signatures, type Signed, signaturesOf } from '@junkan/kit/store/signatures.ts';
import type { Upload } from '@junkan/kit/store/uploads.ts';
import { type Context, OWNERS } from '@junkan/proto/programs.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import type { Anchor } from '../verify/signed-record.ts';
import { type Installation, type Reached, withInstallation } from './installation.ts';
import { whoRuns } from './running.ts';

type Keys = Pick<Reached, 'JUNKAN_INTERNAL_KEY' | 'JUNKAN_INTERNAL_PUBLIC_KEYS'>;

/** The operator's keys. @throws where there are none. */
export function operatorsKeys({ JUNKAN_INTERNAL_KEY, JUNKAN_INTERNAL_PUBLIC_KEYS }: Keys): ReturnType<typeof keysOf> {
  if (!JUNKAN_INTERNAL_KEY || !JUNKAN_INTERNAL_PUBLIC_KEYS)
    throw new Error(
      "JUNKAN_INTERNAL_KEY and JUNKAN_INTERNAL_PUBLIC_KEYS: the operator's own key signs this, and npm run secrets -- --keys <folder> makes it",
    );
  return keysOf(OPERATOR, { JUNKAN_INTERNAL_KEY, JUNKAN_INTERNAL_PUBLIC_KEYS });
}

export const signRecordCommand = (data: () => string): Command =>
  new Command('sign-record')
    .description('take over, once, what a version stored that did not sign it: from then on nothing is believed that nobody has signed')
    .action(async () => {
      const taken = await withInstallation(data(), async (installation) => {
        const { some } = await whoRuns(installation.nats, installation.namespace);
        if (some) throw new Error('the services run: stop them first');
        return signRecord(installation, operatorsKeys(installation.settings));
      });
      say(
        taken === 0
          ? 'All that is stored is signed already'
          : `${taken} commits and notes of uploads are taken over as they stand: what somebody had changed before stays changed`,
      );
    });

/** Signs what nobody has signed. Answers how much that was. @throws where a service has signed already: then what is unsigned is forged. */
export async function signRecord(
  { contexts, db }: Pick<Installation, 'contexts' | 'db'>,
  keys: ReturnType<typeof keysOf>,
): Promise<number> {
  let taken = 0;
  for (const context of contexts) {
    const owner = OWNERS[context as Context];
    const signatures = signaturesOf({ context, owner, publicKey: keys.publicKey, own: keys.own });
    taken += await signContext(db(context), signatures);
  }
  return taken;
}

async function signContext(db: Database, signatures: Signatures): Promise<number> {
  const commits = db.collection<Commit>('commits');
  const uploads = db.collection<Upload>('uploads');
  const hasBegun = (await commits.distinct('signedBy')).some((id) => programOfKey(id) !== OPERATOR);
  let taken = 0;
  const take = (what: string): void => {
    if (hasBegun)
      throw new Error(
        `${what} in ${signatures.context} is not signed, and others are: somebody wrote it by another way, and npm run junkan -- verify names it`,
      );
    taken += 1;
  };
  /** Of the stream that is being read: the commits come stream by stream. */
  let end = { stream: '', head: '' };
  for await (const commit of commits.find().sort({ _id: 1 })) {
    const before = commit.stream === end.stream ? end.head : '';
    let { signature } = commit as Partial<Signed>;
    if (signature === undefined) {
      take(commit._id);
      const signed = signatures.sign('commit', { ...commit, before });
      ({ signature } = signed);
      await commits.updateOne({ _id: commit._id }, { $set: { before, signedBy: signed.signedBy, signature } });
    }
    end = { stream: commit.stream, head: signature };
  }
  for await (const upload of uploads.find()) {
    if ((upload as Partial<Signed>).signature !== undefined) continue;
    take(upload._id);
    const { signedBy, signature } = signatures.sign('upload', upload);
    await uploads.updateOne({ _id: upload._id }, { $set: { signedBy, signature } });
  }
  return taken;
}

export const headsCommand = (data: () => string): Command =>
  new Command('heads')
    .description('print how far the record was on each day, one JSON object a line, to be kept elsewhere and given to verify --heads')
    .action(async () => {
      const anchors = await withInstallation(data(), headsOf);
      for (const anchor of anchors) process.stdout.write(`${JSON.stringify(anchor)}\n`);
      say(`${anchors.length} heads; the first ones are written when a day has passed since the first commit`);
    });

export async function headsOf({ contexts, db }: Pick<Installation, 'contexts' | 'db'>): Promise<Anchor[]> {
  const found = contexts.map(async (context) => {
    const heads = await db(context).collection<Head>('heads').find().sort({ _id: 1 }).toArray();
    return heads.map(({ _id: number, day, digest, signature }): Anchor => ({ context, number, day, digest, signature }));
  });
  return (await Promise.all(found)).flat();
}

/** The heads in a text as `heads` prints them. @throws where a line is none. */
export const anchorsIn = (text: string): Anchor[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Anchor);
