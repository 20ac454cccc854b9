import { OPERATOR, programOfKey, publicKeysIn } from '@junkan/kit/keys.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { digestOver, type Head } from '@junkan/kit/store/heads.ts';
import { type Signatures, type Signed, signaturesOf } from '@junkan/kit/store/signatures.ts';
import type { Upload } from '@junkan/kit/store/uploads.ts';
import { type Context as ContextName, OWNERS } from '@junkan/proto/programs.ts';
import { type Context, type Finding, finding, type Stored } from './facts.ts';

/** What is kept of a head outside of the installation. */
export type Anchor = Pick<Head, 'day' | 'digest' | 'signature'> & { readonly context: string; readonly number: number };

type Check = ReturnType<typeof finding>['check'];

/**
 * 36. Every commit, note of an upload, scan of a file and head of a day is signed by the owner of its context, or was taken over before anything
 * was signed; each follows the one before it. `anchors`: heads that were kept elsewhere, which tell where an end was cut off.
 */
export async function recordIsSigned(stored: Stored, publicKeys: string, anchors: readonly Anchor[]): Promise<Finding> {
  const { check, result } = finding();
  const publicKey = publicKeysIn(publicKeys);
  for (const context of Object.values(stored)) {
    const signatures = signaturesOf({ context: context.name, owner: OWNERS[context.name as ContextName], publicKey });
    for await (const upload of context.db.collection<Upload>('uploads').find())
      check(signatures.hold('upload', upload), () => `the note of the upload ${upload._id} in ${context.name} is not signed`);
    for await (const scan of context.db.collection<Signed & { readonly _id: string }>('scans').find())
      check(signatures.hold('scan', scan), () => `the scan of ${scan._id} in ${context.name} is not signed`);
    const heads = await context.db.collection<Head>('heads').find().sort({ _id: 1 }).toArray();
    headsAreKept(context, heads, await commitsAreSigned(context, heads, signatures, check), signatures, check);
    for (const { number, day, digest, signature } of anchors.filter((anchor) => anchor.context === context.name)) {
      const head = heads.find(({ _id }) => _id === number);
      check(
        head?.digest === digest && head.signature === signature && head.day === day,
        () => `head ${number} of ${context.name}, of ${day}, is not the one that was kept elsewhere`,
      );
    }
  }
  return result();
}

/** The ends of streams that a head covers, by the stream and the version that they reach. */
type Ends = ReadonlyMap<string, Pick<Commit, 'stream' | 'to' | 'signature'>>;

/** Answers those of the commits that heads cover. */
async function commitsAreSigned({ name, commits }: Context, heads: readonly Head[], signatures: Signatures, check: Check): Promise<Ends> {
  const covered = new Set(heads.flatMap(({ covers }) => covers.map(placeOfEnd)));
  const ends = new Map<string, Pick<Commit, 'stream' | 'to' | 'signature'>>();
  let end = { stream: '', to: 0, head: '', isTakenOver: true };
  for await (const commit of commits()) {
    const { stream, from, to, before, signature, signedBy } = commit;
    if (stream !== end.stream) end = { stream, to: 0, head: '', isTakenOver: true };
    const isTakenOver = programOfKey(String(signedBy)) === OPERATOR;
    const fault = !signatures.hold('commit', commit)
      ? 'is not signed, or is not what was signed'
      : from !== end.to + 1 || before !== end.head
        ? 'does not follow the commit before it'
        : isTakenOver && !end.isTakenOver
          ? 'was taken over after the service had begun to sign'
          : '';
    check(fault === '', () => `${commit._id} in ${name} ${fault}`);
    end = { stream, to, head: signature, isTakenOver };
    const place = placeOfEnd([stream, to]);
    if (covered.has(place)) ends.set(place, { stream, to, signature });
  }
  return ends;
}

const placeOfEnd = ([stream, version]: readonly [string, number]): string => `${stream}@${version}`;

function headsAreKept({ name }: Context, heads: readonly Head[], ends: Ends, signatures: Signatures, check: Check): void {
  let before = { _id: 0, signature: '' };
  for (const head of heads) {
    const { _id, day } = head;
    const follows = _id === before._id + 1 && head.before === before.signature && signatures.hold('head', head);
    check(follows, () => `head ${_id} of ${name}, of ${day}, is not signed, or does not follow the one before it`);
    const gone = head.covers.find((cover) => !ends.has(placeOfEnd(cover)));
    check(gone === undefined, () => `${gone?.join('@')} in ${name} was there on ${day}, and is gone`);
    const covered = head.covers.flatMap((cover) => ends.get(placeOfEnd(cover)) ?? []);
    if (!gone) check(digestOver(covered) === head.digest, () => `what was recorded in ${name} by ${day} is not what is there now`);
    before = head;
  }
}
