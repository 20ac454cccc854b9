import { ownOf } from '@junkan/kit/pure/own.ts';
import { mayRead, type Readers, type Relation } from '@junkan/kit/pure/readers.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { placeOf } from '../domain/place.ts';
import { NOTICE_KINDS, type NoticeKind } from '../domain/settings.ts';

/** What happened, as it is told to whichever organisation. */
export type Happened = {
  readonly place: string;
  readonly kind: NoticeKind;
  readonly event: string;
  readonly item: string;
  readonly project: string;
  /** Who did it: nobody is told what that person did. */
  readonly actor: string;
};

/** Nothing of streams that nobody is told of. */
export function happened(event: ViewEvent, project: string): Happened | undefined {
  const kind = kindOf(event);
  if (!kind) return undefined;
  return { place: placeOf(event), kind, event: event.type, item: event.stream, project, actor: event.actor };
}

function kindOf({ aggregate, type, data }: ViewEvent): NoticeKind | undefined {
  if (type === 'ReminderSent' || type === 'MatterEscalated') return 'reminder';
  if (aggregate === 'funding' && 'offer' in data) return 'offer';
  if (aggregate === 'agreement' && 'payment' in data) return 'payment';
  return NOTICE_KINDS.find((kind) => kind === aggregate);
}

/** References of texts: whoever wants the words opens the item. */
const WORDS: readonly string[] = ['note', 'reason', 'reasons'];

/** What an event says, as far as its reader may know, without its lists: whoever wants those opens the item. */
export function saidTo(relation: Relation, { context, type, data }: ViewEvent): string {
  const readers = ownOf(ownOf(RULES, context)?.EVENT_READERS, type);
  const shown = Object.entries(data).filter(
    ([field, value]) => !WORDS.includes(field) && isPlain(value) && mayRead(relation, ownOf(readers, field) ?? 'public'),
  );
  return JSON.stringify(Object.fromEntries(shown));
}

type Rules = Readonly<Record<string, { readonly EVENT_READERS: Readonly<Record<string, Readonly<Record<string, Readers>>>> }>>;
const RULES: Rules = CONTEXTS;

/** Texts and numbers, and sums of money. */
const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Object.keys(value).every((name) => name === 'amount' || name === 'currency');
