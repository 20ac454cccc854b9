import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { JournalEntry } from '../../../agreements/journal.ts';
import { entryOf } from '../../../agreements/journal.ts';
import { agreements, statements } from '../../../mapping.ts';

/** The journal entry of an event of an agreement, or of a bank statement, that moves money. */
export function entryIn(event: ViewEvent): JournalEntry | undefined {
  if (event.aggregate === agreements.aggregate) return entryOf(agreements.codec.decode(event));
  if (event.aggregate !== statements.aggregate) return undefined;
  const decoded = statements.codec.decode(event);
  return 'entry' in decoded ? decoded.entry : undefined;
}
