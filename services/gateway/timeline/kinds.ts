/** What an event of a timeline is about. */
export const ENTRY_KINDS = [
  'project',
  'milestone',
  'report',
  'funding',
  'offer',
  'question',
  'agreement',
  'payment',
  'passport',
  'statement',
  'approval-rules',
  'delegation',
  'bank-account',
  'payment-file',
  'rates',
  'period',
  'mandate',
  'envelope',
  'reminder',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

const REMINDERS: readonly string[] = ['ReminderSent', 'MatterEscalated'];

/** `of`: the item whose stream the event is in; what it tells may be about a part of that. */
export function entryKindOf(
  of: Exclude<EntryKind, 'offer' | 'payment' | 'reminder'>,
  type: string,
  data: Readonly<Record<string, unknown>>,
): EntryKind {
  if (REMINDERS.includes(type)) return 'reminder';
  if (of === 'funding' && 'offer' in data) return 'offer';
  return of === 'agreement' && 'payment' in data ? 'payment' : of;
}
