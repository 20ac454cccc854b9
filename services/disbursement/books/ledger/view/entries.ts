import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { JournalEntry } from '../../../agreements/journal.ts';
import { entryOf } from '../../../agreements/journal.ts';
import { agreements, cashBooks, statements } from '../../../mapping.ts';

/** The streams whose events move money. */
export const JOURNALS = [agreements, statements, cashBooks] as const;

/** An event of an agreement, of a bank statement or of a cash book, as the journal reads it. */
export const journalled = (event: ViewEvent): object | undefined =>
  JOURNALS.find(({ aggregate }) => aggregate === event.aggregate)?.codec.decode(event);

/** Its journal entry, if it moves money. */
export function entryIn(event: ViewEvent): JournalEntry | undefined {
  const decoded = journalled(event);
  return decoded && entryOf(decoded);
}
