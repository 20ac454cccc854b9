import { deserialize, serialize } from 'node:v8';
import { crashAt } from '../crash.ts';
import { sha256 } from '../ids.ts';
import type { Database } from '../mongo.ts';
import type { Signatures, Signed } from './signatures.ts';
import type { Seen } from './stream-cache.ts';

const EVERY = 100;

type Snapshot = Signed & { _id: string; version: number; head: string; fold: string; state: Uint8Array };
type Fold = { readonly aggregate: string; readonly foldVersion: string };

/** What is signed of one: its state by its hash. */
const saidBy = <Of extends Partial<Snapshot> & Pick<Snapshot, 'state'>>(snapshot: Of) => ({ ...snapshot, state: sha256(snapshot.state) });

/**
 * States kept every hundred events, so that a long stream costs no more to read than a short one. Never the record; one that is not
 * signed is as good as none.
 */
export async function snapshots(db: Database, signatures: Signatures) {
  const kept = db.collection<Snapshot>('snapshots');
  const foldOf = ({ aggregate, foldVersion }: Fold): string => `${aggregate}/${foldVersion}`;
  return {
    async newest<State>(fold: Fold, stream: string): Promise<Seen<State> | undefined> {
      const snapshot = await kept.findOne({ _id: stream, fold: foldOf(fold) }, { promoteBuffers: true });
      if (!snapshot || !signatures.hold('snapshot', saidBy(snapshot))) return undefined;
      const { version, head, state } = snapshot;
      return { version, head, state: deserialize(state) as State };
    },
    async keep<State>(fold: Fold, stream: string, { state, version, head }: Seen<State>, before: number): Promise<void> {
      if (Math.floor(version / EVERY) === Math.floor(before / EVERY)) return;
      crashAt('snapshot.due');
      const snapshot = { _id: stream, version, head, fold: foldOf(fold), state: serialize(state) };
      const { signedBy, signature } = signatures.sign('snapshot', saidBy(snapshot));
      await kept.replaceOne({ _id: stream }, { ...snapshot, signedBy, signature }, { upsert: true });
      crashAt('snapshot.written');
    },
  };
}
