import type { Collection } from '../mongo.ts';

/** The highest position in the event stream that was ever acknowledged, the message at it, and the replica whose turn it is to publish. */
export type Mark = { _id: string; sequence: number; messageId: string; replica?: string };

/**
 * Which of several replicas publishes: the one that did last. Another takes its place where what waits has waited since the look before, and
 * nothing was published in between: that replica has nothing to do, or is gone. One that was only slow publishes at the same time, which the
 * broker notices by the ids of events.
 */
export function relayTurns(marks: Collection<Mark>, stream: string, replica: string) {
  let isOurs = false;
  let before: { readonly first: string; readonly sequence: number } | undefined;
  return {
    /** Whether this replica is known to publish. */
    isOurs: (): boolean => isOurs,
    /** Otherwise whether it does from now on, as to what waits, of which the first commit is named; if not, this is asked again after a while. */
    async hasTurn(first: string): Promise<boolean> {
      const mark = await marks.findOne({ _id: stream });
      if (!mark || mark.replica === replica) return true;
      const { sequence } = mark;
      const waitsStill = before?.first === first && before.sequence === sequence;
      before = { first, sequence };
      // Versions before this one left no name.
      if (!waitsStill && mark.replica !== undefined) return false;
      const { modifiedCount } = await marks.updateOne({ _id: stream, sequence }, { $set: { replica } });
      isOurs = modifiedCount === 1;
      return isOurs;
    },
    /** Whether the mark was found to be of this replica. */
    learns(found: boolean): void {
      isOurs = found;
    },
  };
}
