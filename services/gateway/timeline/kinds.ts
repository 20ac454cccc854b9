import { ITEMS, type KindWith, kindsWith } from '@junkan/proto/items.ts';

/** In timelines that combine several streams, or show parts of one. */
const OTHERS = ['project', 'milestone', 'report', 'funding', 'offer', 'question', 'agreement', 'payment', 'reminder'] as const;

type ItemEntry = (typeof ITEMS)[KindWith<'timeline'>]['timeline']['entry'];
/** What an event of a timeline is about. */
export type EntryKind = (typeof OTHERS)[number] | ItemEntry;
export const ENTRY_KINDS: readonly EntryKind[] = [...OTHERS, ...kindsWith('timeline').map((kind) => ITEMS[kind].timeline.entry)];

const REMINDERS: readonly string[] = ['ReminderSent', 'MatterEscalated'];

/** `of`: the item whose stream the event is in; what it reports may be about a part of that. */
export function entryKindOf(
  of: Exclude<EntryKind, 'offer' | 'payment' | 'reminder'>,
  type: string,
  data: Readonly<Record<string, unknown>>,
): EntryKind {
  if (REMINDERS.includes(type)) return 'reminder';
  if (of === 'funding' && 'offer' in data) return 'offer';
  return of === 'agreement' && 'payment' in data ? 'payment' : of;
}
