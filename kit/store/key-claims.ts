import type { Received } from '../call.ts';
import { type Database, insertOnce } from '../mongo.ts';
import { ProblemError } from '../problem.ts';

type Claim = { _id: string; requestHash: string };

/**
 * Binds the id of a command to its request, where the stream follows from what is asked about: under one id another request
 * would come to another stream, which cannot know of the first.
 */
export function keyClaims(db: Database) {
  const claims = db.collection<Claim>('key_claims');
  return {
    /** @throws ProblemError where the id was used for another request. */
    async claim({ commandId, requestHash }: Pick<Received, 'commandId' | 'requestHash'>): Promise<void> {
      if (await insertOnce(claims, { _id: commandId, requestHash })) return;
      if ((await claims.findOne({ _id: commandId }))?.requestHash === requestHash) return;
      throw new ProblemError({ kind: 'key-reused', type: 'CommandIdWasUsedForAnotherRequest', data: { commandId } });
    },
  };
}

export type KeyClaims = ReturnType<typeof keyClaims>;
