import { deserialize, serialize } from 'node:v8';
import { crashAt } from '../crash.ts';
import type { Database } from '../mongo.ts';
import type { Folded } from './fold.ts';

const EVERY = 100;

type Snapshot = { _id: string; version: number; fold: string; state: Uint8Array };
type Fold = { readonly aggregate: string; readonly foldVersion: string };

/** States kept every hundred events, so that a long stream costs no more to read than a short one. Never the record. */
export async function snapshots(db: Database) {
  const kept = db.collection<Snapshot>('snapshots');
  const foldOf = ({ aggregate, foldVersion }: Fold): string => `${aggregate}/${foldVersion}`;
  return {
    async newest<State>(fold: Fold, stream: string): Promise<Folded<State> | undefined> {
      const snapshot = await kept.findOne({ _id: stream, fold: foldOf(fold) }, { promoteBuffers: true });
      return snapshot ? { version: snapshot.version, state: deserialize(snapshot.state) as State } : undefined;
    },
    async keep<State>(fold: Fold, stream: string, { state, version }: Folded<State>, before: number): Promise<void> {
      if (Math.floor(version / EVERY) === Math.floor(before / EVERY)) return;
      crashAt('snapshot.due');
      await kept.replaceOne({ _id: stream }, { version, fold: foldOf(fold), state: serialize(state) }, { upsert: true });
      crashAt('snapshot.written');
    },
  };
}
