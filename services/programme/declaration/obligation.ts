import type { DutyFact } from '@junkan/kit/duties/duty.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { DueObligation, SignatoryFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { ObligationStanding, RungName, TurnFact } from '@junkan/proto/junkan/programme/v1/language.ts';
import { type Obligation as Name, type ObligationFact, type Owed, obligationsOf } from './obligations/obligations.ts';
import type { ReportingAct, ReportingRule } from './obligations/reporting-rule.ts';

// What a signatory owes, as its stream has recorded it, next to what the rule says.

export type Rung = { readonly name: RungName; readonly days: number; readonly on: CalendarDate; readonly due: CalendarDate };
export type Extension = {
  readonly status: 'asked' | 'granted' | 'refused';
  readonly days: number;
  readonly note: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly decidedBy: string;
  readonly on: CalendarDate | '';
  readonly endNote: string;
};
export type Notice = {
  readonly status: 'prepared' | 'issued';
  readonly note: string;
  readonly hash: string;
  readonly preparedBy: string;
  /** Everybody who wrote a text of it, of which the last is issued. */
  readonly preparers: readonly string[];
  readonly issuedBy: string;
  readonly on: CalendarDate | '';
  readonly suspensionFrom: CalendarDate | '';
  readonly answer: string;
  readonly answeredBy: string;
};
export type Recorded = {
  readonly name: Name;
  readonly reached: readonly Rung[];
  readonly turns: readonly { readonly fact: TurnFact; readonly on: CalendarDate; readonly source: string }[];
  readonly extension: Extension | undefined;
  readonly notice: Notice | undefined;
};

const unrecorded = (name: Name): Recorded => ({ name, reached: [], turns: [], extension: undefined, notice: undefined });

export const recordOf = (recorded: readonly Recorded[], name: string): Recorded =>
  recorded.find((each) => each.name === name) ?? unrecorded(name as Name);

type OfObligation = Extract<SignatoryFact, { readonly obligation: string }>;

/** What has been recorded of obligations, with one event more. */
export function recordedWith(recorded: readonly Recorded[], event: OfObligation): readonly Recorded[] {
  const before = recordOf(recorded, event.obligation);
  const others = recorded.filter(({ name }) => name !== event.obligation);
  return [...others, { ...before, ...changeOf(before, event) }];
}

function changeOf({ reached, turns, extension, notice }: Recorded, event: OfObligation): Partial<Recorded> {
  switch (event.type) {
    case 'RungReached':
      return { reached: [...reached, { name: event.rung, days: event.days, on: event.on, due: event.due }] };
    case 'TurnChanged':
      return {
        turns: [...turns, { fact: event.fact, on: event.on, source: event.source }],
        notice: stillTrue(notice, event.fact === 'submitted'),
      };
    case 'ExtensionAsked': {
      const { days, note, by: askedBy, at: askedAt } = event;
      return { extension: { status: 'asked', days, note, askedBy, askedAt, decidedBy: '', on: '', endNote: '' } };
    }
    case 'ExtensionGranted':
      return {
        extension: extension && { ...extension, status: 'granted', decidedBy: event.by, on: event.on },
        notice: stillTrue(notice, true),
      };
    case 'ExtensionRefused':
      return { extension: extension && { ...extension, status: 'refused', decidedBy: event.by, endNote: event.note } };
    case 'NoticePrepared': {
      const { note, hash, by: preparedBy } = event;
      const preparers = [...(notice?.preparers ?? []), preparedBy];
      return {
        notice: { ...UNISSUED, status: 'prepared', note, hash, preparedBy, preparers },
      };
    }
    case 'NoticeIssued': {
      const { by: issuedBy, on, suspensionFrom } = event;
      return { notice: notice && { ...notice, status: 'issued', issuedBy, on, suspensionFrom } };
    }
    case 'NoticeAnswered':
      return { notice: notice && { ...notice, answer: event.note, answeredBy: event.by } };
    case 'SignatorySuspended':
      return {};
  }
}

const UNISSUED = { issuedBy: '', on: '', suspensionFrom: '', answer: '', answeredBy: '' } as const;

/** A notice that is only prepared says nothing any more once what it misses has come, or has more time. */
const stillTrue = (notice: Notice | undefined, isOvertaken: boolean): Notice | undefined =>
  isOvertaken && notice?.status === 'prepared' ? undefined : notice;

/** What of an event moves the ladder. */
export function factOf(event: OfObligation): ObligationFact | undefined {
  const obligation = event.obligation as Name;
  const fact = dutyFactOf(event);
  return fact && { obligation, ...fact };
}

function dutyFactOf(event: OfObligation): DutyFact<ReportingAct> | undefined {
  switch (event.type) {
    case 'TurnChanged':
      return { type: event.fact, on: event.on };
    case 'ExtensionGranted':
      return { type: 'extended', on: event.on, days: event.days };
    case 'NoticeIssued':
      return { type: 'decided', on: event.on, act: 'notice' };
    case 'SignatorySuspended':
      return { type: 'decided', on: event.on, act: 'suspension' };
    case 'RungReached':
    case 'ExtensionAsked':
    case 'ExtensionRefused':
    case 'NoticePrepared':
    case 'NoticeAnswered':
      return undefined;
  }
}

type Facts = { readonly facts: readonly ObligationFact[] };
type Kept = { readonly recorded: readonly Recorded[] };
type Owing = Facts & { readonly rule: ReportingRule | undefined; readonly admittedOn: CalendarDate | '' };

/** What it owes on a day; nothing before its admission. */
export function owedBy({ rule, admittedOn, facts }: Owing, today: CalendarDate): ReturnType<typeof obligationsOf> {
  return rule && admittedOn !== '' ? obligationsOf({ rule, admittedOn, facts }, today) : { owed: [], next: undefined };
}

export const owed = (state: Owing, obligation: string, today: CalendarDate): Owed | undefined =>
  owedBy(state, today).owed.find((each) => each.obligation === obligation);

/** What a signatory was suspended for last. */
export const suspendedFor = ({ facts }: Facts): Name | undefined =>
  facts.findLast((fact) => fact.type === 'decided' && fact.act === 'suspension')?.obligation;

/** What keeps it suspended on a day: what it was suspended for, and what it could be suspended for at once. */
export const missingOn = (state: Owing & Kept, today: CalendarDate): Name | undefined =>
  state.recorded.find(({ name, notice }) => {
    const { acceptedOn, may } = (notice?.status === 'issued' && owed(state, name, today)) || { acceptedOn: '', may: {} as Owed['may'] };
    return acceptedOn === undefined && (may.suspension?.is === 'decided' || may.suspension?.is === 'open');
  })?.name;

/** What falls due first, of each kind. */
export const dueAtAdmission = (rule: ReportingRule, admittedOn: CalendarDate): DueObligation[] =>
  obligationsOf({ rule, admittedOn, facts: [] }, admittedOn).owed.map(({ obligation, dueOn }) => ({ name: obligation, due: dueOn }));

const REMINDED = /^reminded-(\d+)$/;
/** A step of the ladder as it is recorded: a reminder says how many days before the due day it comes. */
export function rungOf(step: Owed['steps'][number]): Rung {
  const [, days] = REMINDED.exec(step.name) ?? [];
  const name = days === undefined ? (step.name as RungName) : 'reminded';
  return { name, days: Number(days ?? 0), on: step.on, due: step.dueOn };
}

export const isSameRung = (one: Rung, other: Pick<Rung, 'name' | 'days' | 'due'>): boolean =>
  one.name === other.name && one.days === other.days && one.due === other.due;

/** The steps that have come by a day and are not recorded yet, the earliest first. */
export function unreached(state: Owing & Kept, today: CalendarDate): readonly (Rung & { readonly obligation: Name })[] {
  return owedBy(state, today)
    .owed.flatMap(({ obligation, steps }) => {
      const { reached } = recordOf(state.recorded, obligation);
      return steps
        .map(rungOf)
        .filter((step) => !reached.some((each) => isSameRung(each, step)))
        .map((step) => ({ ...step, obligation }));
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Whose turn it is, as far as the stream says: what has not been recorded has not come. */
export function standingOf(
  { turn, acceptedOn, dueOn }: Pick<Owed, 'turn' | 'acceptedOn' | 'dueOn'>,
  { reached, turns }: Recorded,
): ObligationStanding {
  if (acceptedOn !== undefined) return 'accepted';
  if (turn === 'other') return 'in-review';
  if (reached.some(({ name, due }) => (name === 'overdue' || name === 'left-to-secretariat') && due === dueOn)) return 'overdue';
  if (turns.at(-1)?.fact === 'returned') return 'returned';
  return reached.some(({ name }) => name === 'opened' || name === 'reminded') ? 'open' : 'coming';
}
