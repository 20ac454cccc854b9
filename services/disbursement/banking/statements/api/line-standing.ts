import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Line } from '../../../agreements/payments/of-statement.ts';
import { statements } from '../../../mapping.ts';
import { type Entry, isPending } from '../statement.ts';

const DECIDED: readonly Entry['standing'][] = ['confirmed', 'fee', 'ignored', 'accounted', 'reversed', 'repeated'];
/** Whether two persons have not decided yet what it is. What the bank has not booked is no money. */
export const waitsStill = (entry: Entry): boolean => !DECIDED.includes(entry.standing) && !isPending(entry);

/** Those of the lines that nobody has decided yet. */
export async function undecidedAmong(store: EventStore, lines: readonly Line[]): Promise<Line[]> {
  const found = await Promise.all(
    lines.map(async (line) => {
      const { state } = await store.load(statements, line.statement);
      const entry = state.status === 'absent' ? undefined : state.entries[line.statementEntry - 1];
      return entry && waitsStill(entry) ? [line] : [];
    }),
  );
  return found.flat();
}
