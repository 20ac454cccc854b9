import { type CalendarDate, endOf, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed, Role } from '@junkan/proto/actor.ts';
import type { PassportFact } from '@junkan/proto/junkan/sponsor/v1/facts.ts';

/**
 * The due-diligence passport of one subject, a city or agency: requested, reviewed by another person, relied on by those who fund the
 * subject, until its date. One stream for each subject, so that every sponsor relies on the same review. `decide` is in passport-decide.ts.
 */
export type PassportId = `ddp_${string}`;
export type SubjectId = `org_${string}`;
export type ProjectId = `prj_${string}`;

/** From the mildest to the gravest. */
export const LEVELS = ['observation', 'yellow', 'red', 'escalated'] as const;
export type Level = (typeof LEVELS)[number];
/** A grave flag ends a clearance or a review; a mild one is visible, and changes nothing. */
export const isGrave = (level: Level): boolean => level === 'red' || level === 'escalated';

/** Who rested on which clearance, for which project. */
export type Reliance = { readonly clearance: number; readonly project: ProjectId; readonly organisation: string; readonly by: string };

type Known = {
  readonly subject: SubjectId;
  readonly requests: number;
  /** Who asked last: that person neither clears nor flags nor revokes. */
  readonly requestedBy: string;
  /** Whether a request waits for its verdict; an existing clearance continues meanwhile. */
  readonly underReview: boolean;
  /** Counts the clearances; 0 before the first. */
  readonly clearance: number;
  /** The last day of the newest clearance. */
  readonly validUntil: CalendarDate | '';
  /** What the subject was called when it was cleared last; '' = it had never changed its name. */
  readonly clearedAs: string;
  /** Who cleared, flagged or revoked last, and the reference of the text that was given with it. */
  readonly judgedBy: string;
  readonly note: string;
  /** The newest flag since the last clearance. */
  readonly level: Level | '';
  readonly reliances: readonly Reliance[];
  /** Reminders that were sent, `<matter>/<occurrence>/<role>/<organisation>`. */
  readonly reminded: ReadonlySet<string>;
};

export type Status = 'requested' | 'cleared' | 'flagged' | 'revoked' | 'expired';
export type Existing =
  | (Known & { readonly status: 'requested' })
  | (Known & { readonly status: 'cleared'; readonly validUntil: CalendarDate })
  | (Known & { readonly status: 'flagged'; readonly level: Level })
  | (Known & { readonly status: 'revoked' })
  | (Known & { readonly status: 'expired' });
export type State = { readonly status: 'absent' } | Existing;

type Matter = { readonly matter: string; readonly role: Role; readonly organisation: string; readonly occurrence: string };
type By = { readonly by: Actor };

/** Notes are references of erasable texts; '' = none. */
export type Command =
  /** `sponsorIsRegistered`: whether the requester belongs to a registered sponsor; undefined if it belongs to the secretariat. */
  | ({ type: 'RequestDueDiligence'; subject: SubjectId; sponsorIsRegistered: boolean | undefined } & By)
  | ({ type: 'ClearSubject'; validUntil: CalendarDate; note: string; clearedAs: string; longestMonths: number; now: Instant } & By)
  | ({ type: 'FlagSubject'; level: Level; note: string } & By)
  | ({ type: 'RevokeClearance'; note: string } & By)
  | ({ type: 'ExpireClearance'; clearance: number; now: Instant } & By)
  /** `proposer`: whose project it is. `renamedTo`: what that is called, '' = as it was registered. */
  | ({ type: 'RelyOnClearance'; project: ProjectId; proposer: string; renamedTo: string; now: Instant } & By)
  | ({ type: 'RemindOf' } & Matter & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = Exclude<PassportFact, { matter: string }> | ({ readonly type: 'ReminderSent' } & Matter);

export type Rejection =
  | NotAllowed
  | { type: 'SponsorIsUnknown'; sponsor: string }
  | { type: 'PassportIsUnknown' }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoReviewIsAskedFor'; status: Status }
  | { type: 'ValidUntilIsPast'; validUntil: CalendarDate }
  | { type: 'ClearanceIsTooLong'; validUntil: CalendarDate; latest: CalendarDate }
  | { type: 'NoteIsMissing' }
  | { type: 'FlagIsGraver'; level: Level }
  | { type: 'NothingIsCleared'; status: Status }
  | { type: 'ClearanceIsAnother'; asked: number; actual: number }
  | { type: 'ClearanceHasNotExpired'; validUntil: CalendarDate }
  | { type: 'ProjectIsOfAnother'; project: ProjectId; proposer: string }
  | { type: 'SubjectIsNotClear'; subject: SubjectId; passport: Clearance['status']; level: Level | ''; validUntil: CalendarDate | '' };

export const initial: State = { status: 'absent' };

export const reminderOf = ({ matter, occurrence, role, organisation }: Matter): string =>
  [matter, occurrence, role, organisation].join('/');
/** A clearance holds to the end of its last day. */
export const isOver = (validUntil: CalendarDate, now: Instant): boolean => now >= endOf(validUntil);

export function evolve(state: State, event: Event): State {
  if (state.status === 'absent') {
    if (event.type !== 'DueDiligenceRequested') throw new Error(`${event.type} met a passport that was never asked for`);
    const { subject, request, by } = event;
    return { status: 'requested', subject, requests: request, requestedBy: by, underReview: true, ...UNJUDGED };
  }
  switch (event.type) {
    case 'DueDiligenceRequested': {
      const asked = { ...state, requests: event.request, requestedBy: event.by, underReview: true };
      return asked.status === 'cleared' ? asked : { ...asked, status: 'requested' };
    }
    case 'SubjectCleared': {
      const { clearance, validUntil, note, clearedAs = '', by: judgedBy } = event;
      return { ...state, status: 'cleared', clearance, validUntil, note, clearedAs, judgedBy, level: '', underReview: false };
    }
    case 'SubjectFlagged': {
      const flagged = { ...state, level: event.level, note: event.note, judgedBy: event.by };
      return isGrave(event.level) ? { ...flagged, status: 'flagged', underReview: false } : flagged;
    }
    case 'ClearanceRevoked':
      return { ...state, status: 'revoked', note: event.note, judgedBy: event.by, underReview: false };
    case 'ClearanceExpired':
      return { ...state, status: state.underReview ? 'requested' : 'expired' };
    case 'ClearanceReliedOn': {
      const { type: _, ...reliance } = event;
      return { ...state, reliances: [...state.reliances, reliance] };
    }
    case 'ReminderSent':
      return { ...state, reminded: new Set([...state.reminded, reminderOf(event)]) };
  }
}

const UNJUDGED = {
  clearance: 0,
  validUntil: '',
  clearedAs: '',
  judgedBy: '',
  note: '',
  level: '',
  reliances: [],
  reminded: new Set<string>(),
} as const;

/** Whether an approval needs a clearance: where somebody was ever judged, or always. That one sponsor asks must not stop the others. */
export const DUE_DILIGENCE = ['when-requested', 'required'] as const;
export type DueDiligence = (typeof DUE_DILIGENCE)[number];

/** What approvals depend on: the status of a subject now, and whether it prevents them. */
export type Clearance = {
  readonly status: State['status'] | 'renamed';
  readonly level: Level | '';
  readonly validUntil: CalendarDate | '';
  readonly stops: boolean;
};

/**
 * A clearance whose date has come is over, whether or not its expiry is recorded yet, and one under another name is none. `renamedTo`: what the
 * subject is called; '' = as it was registered.
 */
export function clearanceOf(state: State, now: Instant, policy: DueDiligence, renamedTo: string): Clearance {
  if (state.status === 'absent') return { status: 'absent', level: '', validUntil: '', stops: policy === 'required' };
  const { level, validUntil, judgedBy } = state;
  if (state.status !== 'cleared') return { status: state.status, level, validUntil, stops: judgedBy !== '' || policy === 'required' };
  const status = isOver(state.validUntil, now) ? 'expired' : renamedTo !== '' && renamedTo !== state.clearedAs ? 'renamed' : 'cleared';
  return { status, level, validUntil, stops: status !== 'cleared' };
}
