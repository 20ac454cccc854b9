import { type CalendarDate, dateOf, dayIn, daysAfter, type Instant, plusMonths } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type {
  ExchangeFact,
  ExchangeGoal,
  ExchangeInvited,
  ExchangeMatch,
  ExchangeSource,
} from '@junkan/proto/junkan/programme/v1/facts.ts';
import type {
  CityExchangeStatus,
  ExchangeForm,
  FollowUpOutcome,
  FollowUpTime,
  MatchCondition,
} from '@junkan/proto/junkan/programme/v1/language.ts';
import type { CityId } from '../declaration/signatory.ts';
import type { ActionId } from '../results/action.ts';

/**
 * A city learns from another: the one that wants to invites the one that can, both agree, both conclude, and the one that has learnt reports what became of it.
 * What an exchange takes of its provider’s capacity is claimed there.
 */
export type ExchangeId = `exc_${string}`;
export type Travel = ExchangeInvited['travel'];

/** Notes are references of erasable texts. */
export type Visit = {
  readonly number: number;
  readonly form: ExchangeForm;
  readonly on: CalendarDate;
  readonly city: CityId;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
};
export type Conclusion = {
  readonly city: CityId;
  readonly note: string;
  readonly public: boolean;
  readonly by: string;
  readonly at: Instant;
};
export type FollowUp = {
  readonly followUp: FollowUpTime;
  readonly outcome: FollowUpOutcome;
  readonly action: ActionId | '';
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
};

export type Existing = {
  readonly status: CityExchangeStatus;
  readonly seeker: CityId;
  readonly provider: CityId;
  readonly round: number;
  readonly match: ExchangeMatch;
  readonly goals: readonly ExchangeGoal[];
  readonly travel: Travel;
  readonly note: string;
  readonly endNote: string;
  /** The time zones of both. */
  readonly zones: Readonly<Record<string, string>>;
  readonly invitedAt: Instant;
  readonly invitedBy: string;
  readonly answerDue: Instant;
  readonly agreedAt: Instant | '';
  readonly answeredBy: string;
  readonly endedAt: Instant | '';
  /** When its notes were erased. */
  readonly forgottenAt: Instant | '';
  readonly visits: readonly Visit[];
  readonly conclusions: readonly Conclusion[];
  readonly followUps: readonly FollowUp[];
  readonly practices: readonly ActionId[];
  readonly stoppedBy: string;
  /** Reminders that were sent, `<matter>/<occurrence>/<role>/<organisation>`. */
  readonly reminded: ReadonlySet<string>;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

export type Matter = { readonly matter: string; readonly role: string; readonly organisation: string; readonly occurrence: string };
type At = { readonly now: Instant; readonly by: Actor };
export type Command =
  /** `missed`: the conditions that do not hold now; `declinedUntil`: until when it is not asked again, where it has declined lately. */
  | ({
      type: 'InviteToExchange';
      id: ExchangeId;
      seeker: CityId;
      provider: CityId;
      round: number;
      match: ExchangeMatch;
      missed: readonly MatchCondition[];
      capacity: number;
      declinedUntil: CalendarDate | '';
      judgedOn: readonly ExchangeSource[];
      goals: readonly ExchangeGoal[];
      travel: Travel;
      note: string;
      zones: { readonly seeker: string; readonly provider: string };
    } & At)
  /** `missed`: the conditions of the provider’s own that do not hold now. */
  | ({ type: 'AcceptExchange'; missed: readonly MatchCondition[] } & At)
  | ({ type: 'DeclineExchange'; note: string } & At)
  | ({ type: 'RecordVisit'; form: ExchangeForm; on: CalendarDate; note: string } & At)
  | ({ type: 'ConcludeExchange'; note: string; public: boolean } & At)
  | ({ type: 'StopExchange'; note: string } & At)
  /** `action`: the one by which it was adopted. */
  | ({ type: 'TellFollowUp'; followUp: FollowUpTime; outcome: FollowUpOutcome; action: ActionId | ''; note: string } & At)
  | ({ type: 'StepExchange' } & At)
  | ({ type: 'RemindOf'; by: Actor } & Matter);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = ExchangeFact;
type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Rejection =
  | NotAllowed
  | { type: 'ExchangeIsUnknown' }
  | { type: 'ExchangeIsInAnotherStatus'; status: Existing['status'] }
  | { type: 'ExchangeIsOpen'; exchange: ExchangeId }
  | { type: 'OwnCity' }
  | { type: 'CapacityIsUsed'; capacity: number }
  | { type: 'DoesNotFit'; conditions: readonly MatchCondition[] }
  | { type: 'DeclinedLately'; until: CalendarDate | '' }
  | { type: 'GoalIsMissing' }
  | { type: 'GoalIsPast'; today: CalendarDate }
  | { type: 'DateIsAhead'; today: CalendarDate }
  | { type: 'NoteIsMissing' }
  | { type: 'TooEarly'; from: CalendarDate | '' }
  | { type: 'FollowUpIsTold'; followUp: FollowUpTime };

export const ANSWER_DAYS = 30;
/** How long notes of a first visit, the other city’s conclusion, and what became of it are waited for before somebody is reminded. */
export const NOTES_DAYS = 14;
export const FOLLOW_UPS: readonly FollowUpTime[] = ['at-the-end', 'after-6-months', 'after-12-months'];
const AFTER_MONTHS: Readonly<Record<FollowUpTime, number>> = { 'at-the-end': 0, 'after-6-months': 6, 'after-12-months': 12 };

export const citiesOf = ({ seeker, provider }: Pick<Existing, 'seeker' | 'provider'>): readonly CityId[] => [seeker, provider];
const OPEN: readonly Existing['status'][] = ['invited', 'agreed', 'active'];
export const isOpen = ({ status }: Pick<Existing, 'status'>): boolean => OPEN.includes(status);
/** Its day has passed without an answer. */
export const isUnanswered = ({ status, answerDue }: Pick<Existing, 'status' | 'answerDue'>, now: Instant): boolean =>
  status === 'invited' && answerDue <= now;
/** It takes of the provider’s capacity. */
export const isUnderWay = ({ status }: Pick<Existing, 'status'>): boolean => status === 'agreed' || status === 'active';
/** Both have agreed: that there is an exchange is no secret. */
export const isPublic = ({ agreedAt }: Pick<Existing, 'agreedAt'>): boolean => agreedAt !== '';
/** What is said at the end is public if both cities want it so. */
export const areConclusionsPublic = ({ status, conclusions }: Pick<Existing, 'status' | 'conclusions'>): boolean =>
  status === 'concluded' && conclusions.every((each) => each.public);
export const hasConcluded = ({ conclusions }: Pick<Existing, 'conclusions'>, city: string): boolean =>
  conclusions.some((each) => each.city === city);

export const zoneOf = ({ zones }: Pick<Existing, 'zones'>, city: string): string => zones[city] ?? 'UTC';
/** From which day on, in the seeker’s time zone, what became of it is reported. */
export const tellsFrom = (state: Pick<Existing, 'seeker' | 'endedAt' | 'zones'>, followUp: FollowUpTime): CalendarDate =>
  plusMonths(dayIn(zoneOf(state, state.seeker), state.endedAt), AFTER_MONTHS[followUp]);
export const isTold = ({ followUps }: Pick<Existing, 'followUps'>, followUp: FollowUpTime): boolean =>
  followUps.some((each) => each.followUp === followUp);
/** Which follow-up comes next. */
export const nextFollowUp = (state: Existing): FollowUpTime | undefined =>
  state.status === 'concluded' && state.forgottenAt === '' ? FOLLOW_UPS.find((each) => !isTold(state, each)) : undefined;

const KEPT_MONTHS = 36;
/** When its notes are erased: three years after its end; nothing while it goes on, and once they are. */
export const forgetsAt = ({ endedAt, forgottenAt }: Pick<Existing, 'endedAt' | 'forgottenAt'>): Instant | '' =>
  endedAt === '' || forgottenAt !== '' ? '' : `${plusMonths(dateOf(endedAt), KEPT_MONTHS)}${endedAt.slice(dateOf(endedAt).length)}`;
export const isKeptTooLong = (state: Pick<Existing, 'endedAt' | 'forgottenAt'>, now: Instant): boolean => {
  const until = forgetsAt(state);
  return until !== '' && until <= now;
};
/** The references of all that is erased then: of what is said at the end, what was not made public. */
export const notesIn = ({ note, endNote, visits, conclusions, followUps, ...state }: Existing): readonly string[] =>
  [
    ...[note, endNote],
    ...[...visits, ...followUps, ...(areConclusionsPublic({ ...state, conclusions }) ? [] : conclusions)].map((each) => each.note),
  ].filter((reference) => reference !== '');

/** Until when the next is expected: an answer, notes of a first visit, the other’s conclusion, or what became of it. */
export function dueOf(state: Existing): Instant | '' {
  const { status, answerDue, agreedAt, conclusions } = state;
  switch (status) {
    case 'invited':
      return answerDue;
    case 'agreed':
      return daysAfter(agreedAt, NOTES_DAYS);
    case 'active':
      return conclusions[0] ? daysAfter(conclusions[0].at, NOTES_DAYS) : '';
    case 'concluded': {
      const next = nextFollowUp(state);
      return next ? followUpDue(state, next) : '';
    }
    case 'stopped':
    case 'declined':
    case 'expired':
      return '';
  }
}

/** Days of a follow-up are counted from the one on which it may be reported. */
export const followUpDue = (state: Existing, followUp: FollowUpTime): Instant =>
  daysAfter(`${tellsFrom(state, followUp)}T00:00:00.000Z`, NOTES_DAYS);

export const reminderOf = ({ matter, occurrence, role, organisation }: Matter): string => `${matter}/${occurrence}/${role}/${organisation}`;

function invited(event: EventOf<'ExchangeInvited'>): Existing {
  const { seeker, provider, round, match, goals, travel, note, answerDue, seekerZone, providerZone, at, by } = event;
  return {
    status: 'invited',
    seeker,
    provider,
    round,
    match,
    goals,
    travel,
    note,
    endNote: '',
    zones: { [seeker]: seekerZone, [provider]: providerZone },
    invitedAt: at,
    invitedBy: by,
    answerDue,
    agreedAt: '',
    answeredBy: '',
    endedAt: '',
    forgottenAt: '',
    visits: [],
    conclusions: [],
    followUps: [],
    practices: [],
    stoppedBy: '',
    reminded: new Set(),
  };
}

type Later = Exclude<Event, EventOf<'ExchangeInvited'>>;
const FOLDS: { readonly [Type in Later['type']]: (state: Existing, event: EventOf<Type>) => Existing } = {
  ExchangeAgreed: (state, { at: agreedAt, by: answeredBy }) => ({ ...state, status: 'agreed', agreedAt, answeredBy }),
  ExchangeDeclined: (state, { note: endNote, at: endedAt, by: answeredBy }) => ({
    ...state,
    status: 'declined',
    endNote,
    endedAt,
    answeredBy,
  }),
  ExchangeExpired: (state, { at: endedAt }) => ({ ...state, status: 'expired', endedAt }),
  ExchangeVisitRecorded: (state, { visit: number, form, on, city, note, by, at }) => ({
    ...state,
    status: 'active',
    visits: [...state.visits, { number, form, on, city, note, by, at }],
  }),
  ExchangeConclusionGiven: (state, { city, note, public: isPublicToo, by, at }) => ({
    ...state,
    conclusions: [...state.conclusions, { city, note, public: isPublicToo, by, at }],
  }),
  ExchangeConcluded: (state, { at: endedAt }) => ({ ...state, status: 'concluded', endedAt }),
  ExchangeStopped: (state, { note: endNote, at: endedAt, by: stoppedBy }) => ({ ...state, status: 'stopped', endNote, endedAt, stoppedBy }),
  FollowUpTold: (state, { followUp, outcome, action, note, by, at }) => ({
    ...state,
    followUps: [...state.followUps, { followUp, outcome, action, note, by, at }],
  }),
  ExchangeForgotten: (state, { at: forgottenAt }) => ({ ...state, forgottenAt }),
  PracticeAdopted: (state, { action }) => ({ ...state, practices: [...state.practices, action] }),
  ReminderSent: (state, reminder) => ({ ...state, reminded: new Set([...state.reminded, reminderOf(reminder)]) }),
};

export function evolve(state: State, event: Event): State {
  if (event.type === 'ExchangeInvited') return invited(event);
  if (state.status === 'absent') throw new Error(`${event.type} met an exchange to which nobody was invited`);
  // The table types each entry by its own event, so the entry of this type takes this event.
  return (FOLDS[event.type] as (state: Existing, event: Later) => Existing)(state, event);
}

const OFFICER = 'proposer.officer';
type Awaited = Matter & { readonly due: Instant };

/** Who is reminded, once, of what is expected of them: from its day on. */
export const remindersOf = (state: Existing): Awaited[] => awaitedIn(state).filter((each) => !state.reminded.has(reminderOf(each)));

function awaitedIn(state: Existing): Awaited[] {
  const { status, agreedAt, conclusions, seeker } = state;
  const of = (matter: string, occurrence: string, due: Instant, ...cities: readonly string[]): Awaited[] =>
    cities.map((organisation) => ({ matter, role: OFFICER, organisation, occurrence, due }));
  if (status === 'agreed') return of('exchange-visit', '1', daysAfter(agreedAt, NOTES_DAYS), ...citiesOf(state));
  const [first] = conclusions;
  if (status === 'active' && first) {
    const others = citiesOf(state).filter((city) => !hasConcluded(state, city));
    return of('exchange-conclusion', '1', daysAfter(first.at, NOTES_DAYS), ...others);
  }
  if (status !== 'concluded' || state.forgottenAt !== '') return [];
  return FOLLOW_UPS.filter((each) => !isTold(state, each)).flatMap((each) =>
    of('exchange-follow-up', each, followUpDue(state, each), seeker),
  );
}
