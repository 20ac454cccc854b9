import type { DatabaseSync } from 'node:sqlite';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { crashAt } from '../crash.ts';
import { taker } from './loop.ts';
import type { Applied } from './messages.ts';
import { positionIn } from './position.ts';
import { OtherOrigin, type Source } from './source.ts';
import type { Rows } from './view.ts';

/** What is left when a file counts as having caught up: about a batch. */
const NEAR = 256;
const NOT_MADE_YET_MS = 1_000;

type Following = {
  readonly db: DatabaseSync;
  readonly rows: Rows;
  readonly contexts: readonly string[];
  readonly source: Source;
  readonly signal: AbortSignal;
  readonly applied: (applied: Applied) => void;
  /** Called once, when every context has been read to its end. A feed that does not exist yet counts as read. */
  readonly caughtUp: () => void;
};

/**
 * Applies the feeds of all contexts to a file from its position on, until the signal aborts.
 * @throws OtherOrigin if a feed is not the one that the file was built from, or has lost events that the file has; any other error if a
 * feed breaks.
 */
export async function follow({ db, rows, contexts, source, signal, applied, caughtUp }: Following): Promise<void> {
  const take = taker(db, rows);
  const begun = positionIn(db);
  const left = new Set(contexts);
  const reached = (context: string): void => {
    if (left.delete(context) && left.size === 0) caughtUp();
  };
  const broken = new AbortController();
  const ended = AbortSignal.any([signal, broken.signal]);

  const followOne = async (context: string): Promise<void> => {
    let end = await source.end(context);
    while (!end && !ended.aborted) {
      reached(context);
      await sleep(NOT_MADE_YET_MS, undefined, { signal: ended }).catch(() => undefined);
      end = await source.end(context);
    }
    if (!end || ended.aborted) return;
    const from = begun[context] ?? { origin: end.origin, sequence: 0 };
    if (from.origin !== end.origin || from.sequence > end.sequence) throw new OtherOrigin(context);
    if (from.sequence >= end.sequence) reached(context);
    for await (const batch of source.read(context, from, ended)) {
      const events = take(batch);
      crashAt('view.written');
      applied({ context, origin: batch.origin, sequence: batch.sequence, events });
      if (left.has(context) && batch.sequence >= end.sequence) {
        end = (await source.end(context)) ?? end;
        if (batch.sequence >= end.sequence - NEAR) reached(context);
      }
      // Writing blocks the thread: between two batches it answers queries and the broker's pings.
      await setImmediate();
      if (ended.aborted) return;
    }
  };

  const outcomes = await Promise.allSettled(
    contexts.map((context) =>
      followOne(context).catch((error: unknown) => {
        broken.abort();
        throw error;
      }),
    ),
  );
  const failure = outcomes.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
}
