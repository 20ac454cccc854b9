import { type CalendarDate, dayIn, type Instant, later } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { CityPlace, CouncilDecision, ReportingRule, SignatoryFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { ReturnReason, RungName, SignatureCheck, TurnFact } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { CityRejection, RegisteredAs } from './city.ts';
import type { DeclarationId } from './declaration.ts';
import { factOf, type Recorded, recordedWith } from './obligation.ts';
import type { ObligationFact } from './obligations/obligations.ts';

/**
 * A city that signs a declaration: its way in, what it has to hand in, and how it leaves. One stream for each city and declaration, so a city
 * signs once. The rules of the way in are in `joining.ts`, those of what comes after in `standing.ts` and `leaving.ts`.
 */
export type SignatoryId = `sgn_${string}`;
export type CityId = `org_${string}`;
export type GroupId = `grp_${string}`;

export type Mandate = {
  readonly person: string;
  readonly from: CalendarDate;
  readonly document: string;
  readonly by: string;
  readonly at: Instant;
};
export type Signature = {
  readonly version: number;
  readonly language: string;
  readonly hash: string;
  readonly on: CalendarDate;
  readonly by: string;
  readonly at: Instant;
};
export type RecordedDecision = { readonly decision: CouncilDecision; readonly by: string; readonly at: Instant };

export const JOINING = ['interested', 'invited', 'council-decided', 'signed', 'checked'] as const;
export const IN_FORCE = ['active', 'suspended'] as const;
export const ENDED = ['withdrawn', 'lapsed', 'declined', 'stopped'] as const;
export type Status = (typeof JOINING)[number] | (typeof IN_FORCE)[number] | (typeof ENDED)[number];

export type Existing = {
  readonly status: Status;
  /** Counts the times that it has set out to sign, from 1. */
  readonly attempt: number;
  readonly declaration: DeclarationId;
  readonly city: CityId;
  readonly place: CityPlace;
  readonly decision: RecordedDecision | undefined;
  readonly mandate: Mandate | undefined;
  /** Who wrote a decision or a mandate since it set out to sign, also where another wrote the last. */
  readonly writers: readonly string[];
  readonly signature: Signature | undefined;
  /** The newest version that it has affirmed since, and the one that it is asked to affirm. */
  readonly affirmed: Signature | undefined;
  readonly asked: { readonly version: number; readonly until: CalendarDate } | undefined;
  readonly returnReasons: readonly ReturnReason[];
  /** The reference of the text with which it was returned, declined or stopped last. */
  readonly note: string;
  readonly checkedBy: string;
  readonly admittedBy: string;
  /** The day of the admission in the city’s time zone, and the rule of the version that it signed. */
  readonly admittedOn: CalendarDate | '';
  readonly rule: ReportingRule | undefined;
  /** What moved its obligations, in order, and what was recorded of each. */
  readonly facts: readonly ObligationFact[];
  readonly recorded: readonly Recorded[];
  /** The last day of which its stream says something. */
  readonly lastDay: CalendarDate | '';
  readonly suspendedOn: CalendarDate | '';
  readonly reinstatedOn: CalendarDate | '';
  readonly lapse: { readonly from: CalendarDate; readonly on: CalendarDate; readonly by: string } | undefined;
  readonly endedOn: CalendarDate | '';
  /** The group that it has joined last. */
  readonly group: { readonly id: GroupId; readonly leavesOn: CalendarDate | '' } | undefined;
  /** By the hash of which secret its deadlines are read as a calendar. */
  readonly calendar: { readonly hash: string; readonly language: string; readonly by: string; readonly at: Instant } | undefined;
  /** Since when it has its status on its way in. */
  readonly since: Instant;
  /** Reminders that were sent, `<matter>/<occurrence>/<role>/<organisation>`. */
  readonly reminded: ReadonlySet<string>;
};
export type State = { readonly status: 'absent' } | Existing;

export type Matter = { readonly matter: string; readonly role: string; readonly organisation: string; readonly occurrence: string };
type By = { readonly by: Actor };
type At = { readonly now: Instant } & By;
type OfObligation = { readonly obligation: string } & At;

/** The obligation for which something was handed in that the ladder has not recorded yet; '' where there is none. */
type Handed = { readonly handedIn: string };

/** What is known of a file: whether the caller’s organisation has uploaded it. */
type Cited = { readonly unknownEvidence: readonly string[] };
type ToCity = { readonly declaration: DeclarationId; readonly city: CityId; readonly place: CityPlace };
/** What is known of the declaration and the city. */
type Known = { readonly inForce: boolean } & RegisteredAs;

/** `text`: the hash of the text of that version in that language, '' where there is none; `inForce`: the number of the version in force. */
type Read = { readonly version: number; readonly language: string; readonly hash: string; readonly text: string; readonly inForce: number };

/** Notes are references of erasable texts. */
export type Command =
  | ({ type: 'ExpressInterest' } & ToCity & Known & At)
  | ({ type: 'InviteCity' } & ToCity & Known & At)
  | ({ type: 'RecordCouncilDecision'; decision: CouncilDecision } & Cited & At)
  | ({ type: 'RecordMandate'; person: string; organisation: string; from: CalendarDate; document: string } & Cited & At)
  | ({ type: 'SignDeclaration' } & Read & At)
  | ({ type: 'AffirmDeclaration' } & Read & At)
  /** `version`: the one in force, 0 where there is none. */
  | ({ type: 'AskToAffirm'; version: number } & At)
  | ({ type: 'ReturnSignature'; reasons: readonly ReturnReason[]; note: string } & At)
  | ({ type: 'CheckSignature'; checks: readonly SignatureCheck[] } & At)
  /** `rule`: of the version that was signed. */
  | ({ type: 'AdmitSignatory'; rule: ReportingRule | undefined } & At)
  | ({ type: 'DeclineCity'; note: string } & At)
  | ({ type: 'StopJoining'; note: string } & At)
  | ({ type: 'AskExtension'; days: number; note: string } & OfObligation)
  | ({ type: 'GrantExtension' } & OfObligation)
  | ({ type: 'RefuseExtension'; note: string } & OfObligation)
  | ({ type: 'PrepareNotice'; note: string; hash: string } & OfObligation)
  | ({ type: 'IssueNotice' } & Handed & OfObligation)
  | ({ type: 'AnswerNotice'; note: string } & OfObligation)
  | ({ type: 'SuspendSignatory' } & Handed & OfObligation)
  | ({ type: 'ReinstateSignatory' } & At)
  | ({ type: 'WithdrawSignatory'; decision: CouncilDecision } & Cited & At)
  | ({ type: 'AnnounceLapse' } & Handed & At)
  | ({ type: 'LapseSignatory' } & Handed & At)
  /** `invited`: the cities that the group has invited. */
  | ({ type: 'JoinGroup'; group: GroupId; invited: readonly string[]; isStanding: boolean } & At)
  | ({ type: 'LeaveGroup' } & At)
  | ({ type: 'OpenCalendar'; hash: string; language: string } & At)
  | ({ type: 'CloseCalendar' } & At)
  | ({ type: 'ReachRung'; rung: RungName; days: number } & OfObligation)
  /** `at`: when the plan, the report or the assessment was handed in, returned or accepted. */
  | ({ type: 'ChangeTurn'; fact: TurnFact; at: Instant; source: string } & OfObligation)
  | ({ type: 'RemindOf' } & Matter & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = Exclude<SignatoryFact, { matter: string }> | ({ readonly type: 'ReminderSent' } & Matter);
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Rejection =
  | NotAllowed
  | CityRejection
  | { type: 'SignatoryIsUnknown' }
  | { type: 'SignatoryIsInAnotherStatus'; status: Status }
  | { type: 'InterestIsKnown' }
  | { type: 'CityIsSignatory'; status: Status }
  | { type: 'DeclarationIsUnknown' }
  | { type: 'DateIsAhead'; today: CalendarDate }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'MandatePrecedesDecision'; decided: CalendarDate }
  | { type: 'PersonIsOfAnotherOrganisation'; person: string }
  | { type: 'SignerIsNotMandated'; person: string }
  | { type: 'SignerWroteTheForm'; person: string }
  | { type: 'AlreadySigned'; on: CalendarDate }
  | { type: 'TextIsAnother'; version: number }
  | { type: 'CheckIsIncomplete'; missing: readonly SignatureCheck[] }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' }
  | { type: 'ObligationIsUnknown'; obligation: string }
  | { type: 'ObligationIsAccepted'; obligation: string }
  | { type: 'ObligationIsOpen'; obligation: string }
  | { type: 'ExtendedOnce'; obligation: string }
  | { type: 'ExtensionIsTooLong'; longest: number }
  | { type: 'NothingIsAskedFor'; obligation: string }
  | { type: 'NoticeIsIssued'; obligation: string }
  | { type: 'NoticeIsMissing'; obligation: string }
  | { type: 'ReportIsInReview'; obligation: string }
  /** `from`: the first day on which it may be; '' where that is not known yet. */
  | { type: 'TooEarly'; from: CalendarDate | '' }
  | { type: 'CityIsInAnotherGroup'; group: string }
  | { type: 'CityIsNotInvited' }
  | { type: 'GroupIsDissolved' }
  | { type: 'NotInAGroup' }
  | { type: 'RungIsNotReached'; rung: RungName }
  | { type: 'TurnIsAnother'; standing: string };

export const initial: State = { status: 'absent' };

export const reminderOf = ({ matter, occurrence, role, organisation }: Matter): string =>
  [matter, occurrence, role, organisation].join('/');

/** Whether it is in the public register: from its admission on. */
export const isInRegister = ({ admittedOn }: Pick<Existing, 'admittedOn'>): boolean => admittedOn !== '';

/** Which day it is for the city. */
export const dayOf = ({ place }: Pick<Existing, 'place'>, at: Instant): CalendarDate => dayIn(place.timeZone, at);

export const isInForce = ({ status }: Pick<Existing, 'status'>): boolean => IN_FORCE.some((each) => each === status);
export const isJoining = ({ status }: Pick<Existing, 'status'>): boolean => JOINING.some((each) => each === status);

const nothing = {
  decision: undefined,
  mandate: undefined,
  writers: [],
  signature: undefined,
  affirmed: undefined,
  asked: undefined,
  returnReasons: [],
  note: '',
  checkedBy: '',
  admittedBy: '',
  admittedOn: '',
  rule: undefined,
  facts: [],
  recorded: [],
  lastDay: '',
  suspendedOn: '',
  reinstatedOn: '',
  lapse: undefined,
  endedOn: '',
  group: undefined,
  calendar: undefined,
  reminded: new Set<string>(),
} as const;

/** Interest is answered by an invitation; who was declined or has left may begin again. */
function begin(state: State, event: EventOf<'InterestExpressed' | 'CityInvited'>): Existing {
  const { declaration, city, place, attempt, at: since } = event;
  const reminded = state.status === 'absent' ? nothing.reminded : state.reminded;
  const status = event.type === 'CityInvited' ? 'invited' : 'interested';
  return { ...nothing, status, attempt, declaration, city, place, since, reminded };
}

type Later = Exclude<Event, EventOf<'InterestExpressed' | 'CityInvited'>>;
const FOLDS: { readonly [Type in Later['type']]: (state: Existing, event: EventOf<Type>) => Existing } = {
  CouncilDecided: (state, { decision, by, at }) => ({
    ...state,
    status: 'council-decided',
    decision: { decision, by, at },
    mandate: undefined,
    writers: [...state.writers, by],
    since: at,
  }),
  MandateGiven: (state, { type: _, ...mandate }) => ({
    ...state,
    mandate,
    writers: [...state.writers, mandate.by],
    since: mandate.at,
  }),
  DeclarationSigned: (state, { type: _, ...signature }) => ({
    ...state,
    status: 'signed',
    signature,
    returnReasons: [],
    note: '',
    since: signature.at,
  }),
  AffirmationAsked: (state, { version, until }) => ({ ...state, asked: { version, until } }),
  DeclarationAffirmed: (state, { type: _, ...affirmed }) => ({ ...state, affirmed, asked: undefined }),
  SignatureReturned: (state, { reasons, note, at }) => ({
    ...state,
    status: 'council-decided',
    signature: undefined,
    checkedBy: '',
    returnReasons: reasons,
    note,
    since: at,
  }),
  SignatureChecked: (state, { by, at }) => ({ ...state, status: 'checked', checkedBy: by, since: at }),
  SignatoryAdmitted: (state, { on, by, rule, at }) => ({
    ...state,
    status: 'active',
    admittedOn: on,
    admittedBy: by,
    rule,
    lastDay: on,
    since: at,
  }),
  CityDeclined: (state, { note }) => ({ ...state, status: 'declined', note }),
  JoiningStopped: (state, { note }) => ({ ...state, status: 'stopped', note }),
  RungReached: withObligation,
  TurnChanged: withObligation,
  ExtensionAsked: withObligation,
  ExtensionGranted: withObligation,
  ExtensionRefused: withObligation,
  NoticePrepared: withObligation,
  NoticeIssued: withObligation,
  NoticeAnswered: withObligation,
  SignatorySuspended: (state, event) => ({
    ...withObligation(state, event),
    status: 'suspended',
    suspendedOn: event.on,
    reinstatedOn: '',
    lapse: undefined,
  }),
  SignatoryReinstated: (state, { on }) => ({ ...state, status: 'active', reinstatedOn: on, suspendedOn: '', lapse: undefined }),
  LapseAnnounced: (state, { from, on, by }) => ({ ...state, lapse: { from, on, by } }),
  SignatoryWithdrew: (state, { on }) => ({ ...state, status: 'withdrawn', endedOn: on }),
  SignatoryLapsed: (state, { on }) => ({ ...state, status: 'lapsed', endedOn: on }),
  GroupJoined: (state, { group }) => ({ ...state, group: { id: group, leavesOn: '' } }),
  GroupLeft: (state, { group, leavesOn }) => ({ ...state, group: { id: group, leavesOn } }),
  CalendarOpened: (state, { type: _, ...calendar }) => ({ ...state, calendar }),
  CalendarClosed: (state) => ({ ...state, calendar: undefined }),
  ReminderSent: (state, event) => ({ ...state, reminded: new Set([...state.reminded, reminderOf(event)]) }),
};

export function evolve(state: State, event: Event): State {
  if (event.type === 'InterestExpressed' || event.type === 'CityInvited') return begin(state, event);
  if (state.status === 'absent') throw new Error(`${event.type} met a signatory that was never begun`);
  // The table types each entry by its own event, so the entry of this type takes this event.
  return (FOLDS[event.type] as (state: Existing, event: Later) => Existing)(state, event);
}

function withObligation(state: Existing, event: Extract<Event, { readonly obligation: string }>): Existing {
  const fact = factOf(event);
  const on = 'on' in event ? event.on : '';
  return {
    ...state,
    recorded: recordedWith(state.recorded, event),
    facts: fact ? [...state.facts, fact] : state.facts,
    lastDay: later(on, state.lastDay),
  };
}
