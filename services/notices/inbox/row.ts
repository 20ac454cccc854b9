import { ownOf } from '@junkan/kit/pure/names.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { mayRead, type Readers, type Relation } from '@junkan/proto/readers.ts';
import { placeOf } from '../settings/place.ts';
import { NOTICE_KINDS, type NoticeKind } from '../settings/settings.ts';

/** What happened, in the form that every organisation receives. */
export type Happened = {
  readonly place: string;
  readonly kind: NoticeKind;
  readonly event: string;
  readonly item: string;
  readonly project: string;
  /** The actor: nobody is notified of their own acts. */
  readonly actor: string;
};

/** One person among the roles to which a notice goes. */
export const roleOf = (person: string): string => `person:${person}`;

/** Streams without notices have no kind. */
export function happened(event: ViewEvent, project: string): Happened | undefined {
  const kind = kindOf(event);
  if (!kind) return undefined;
  return { place: placeOf(event), kind, event: event.type, item: event.stream, project, actor: event.actor };
}

/** What signatories hand in and measure: those who are notified of signatories are notified of it. */
const OF_SIGNATORIES: readonly string[] = [
  'nomination',
  'award-cycle',
  'project-call',
  'call-answer',
  'action',
  'assessment',
  'action-plan',
  'progress-report',
  'series',
  'policy-instrument',
  'support-request',
  'exchange',
];

function kindOf({ aggregate, type, data }: ViewEvent): NoticeKind | undefined {
  if (type === 'ReminderSent' || type === 'MatterEscalated') return 'reminder';
  if (aggregate === 'funding' && 'offer' in data) return 'offer';
  if (aggregate === 'agreement' && 'payment' in data) return 'payment';
  if (aggregate === 'proposer' || aggregate === 'sponsor' || aggregate === 'partner') return 'organisation';
  if (OF_SIGNATORIES.includes(aggregate)) return 'signatory';
  if (aggregate === 'training-session' || aggregate === 'certificate') return 'training';
  return NOTICE_KINDS.find((kind) => kind === aggregate);
}

/** References of texts: they are shown only where the item is read. */
const WORDS: readonly string[] = ['note', 'reason', 'reasons'];

/** The fields of an event that its reader may know, without its lists: those are shown only where the item is read. */
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
