import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { endOf, instant, milliseconds, plusCalendarDays, startOf } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type {
  AssignedBallot,
  AwardCategory,
  AwardCriterion,
  AwardCycleFact,
  AwardInterest,
  BallotStruck,
  EligibleNomination,
  JurorInfluence,
  JurorLetter,
  NominationEntered,
  OutcomeResult,
  RankedNomination,
  UnsealedBallot,
  UnsealedVote,
} from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { AwardCategoryCode, AwardCycleStatus } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { DeclarationId } from '../declaration/declaration.ts';
import type { CityId } from '../declaration/signatory.ts';
import type { ToAssign, Unassignable } from '../judging/assignment.ts';
import { type Answered, type FoundInterest, mayJudge } from '../judging/interests.ts';
import type { Criterion } from '../judging/ranking.ts';

/** A call for nominations and its jury. What jurors mark is in their ballots, which nobody else reads until an outcome opens them. */
export type CycleId = `cyc_${string}`;
export type NominationId = `nom_${string}`;
export type Category = AwardCategoryCode;

export type Entry = Pick<NominationEntered, 'nomination' | 'category' | 'city' | 'country'>;
export type Juror = {
  readonly person: string;
  readonly organisation: string;
  readonly country: string;
  readonly category: Category;
  readonly by: string;
};
export type AnsweredIn = Answered & { readonly category: Category };
/** What was opened: it stays open. */
export type Opened = {
  readonly category: Category;
  readonly ballots: readonly UnsealedBallot[];
  readonly votes: readonly UnsealedVote[];
  readonly letters: readonly JurorLetter[];
};
export type Outcome = {
  readonly category: Category;
  readonly order: readonly RankedNomination[];
  readonly jurors: readonly JurorInfluence[];
  readonly firm: boolean;
  readonly mayVote: number;
  readonly reordered: boolean;
  readonly at: Instant;
  readonly by: string;
};
export type Existing = {
  readonly status: AwardCycleStatus;
  readonly declaration: DeclarationId;
  readonly title: string;
  readonly closesOn: CalendarDate;
  readonly judgingUntil: CalendarDate;
  readonly categories: readonly AwardCategory[];
  readonly criteria: readonly AwardCriterion[];
  readonly jury: readonly Juror[];
  readonly entries: readonly Entry[];
  readonly interests: readonly AnsweredIn[];
  readonly eligible: readonly EligibleNomination[];
  readonly judging: readonly AssignedBallot[];
  readonly opened: readonly Opened[];
  readonly struck: readonly Pick<BallotStruck, 'category' | 'juror' | 'nomination'>[];
  readonly outcomes: readonly Outcome[];
  readonly results: readonly OutcomeResult[];
  readonly announcedAt: Instant | '';
  readonly objectionsUntil: Instant | '';
  /** The reference of the text that says why it was cancelled. */
  readonly note: string;
  /** Who has decided an outcome, or announced it. */
  readonly tookPart: readonly string[];
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type At = { readonly now: Instant; readonly by: Actor };
export type Command =
  | ({
      type: 'DraftAwardCycle';
      declaration: DeclarationId;
      title: string;
      closesOn: CalendarDate;
      judgingUntil: CalendarDate;
      categories: readonly AwardCategory[];
      criteria: readonly AwardCriterion[];
      isInForce: boolean;
    } & At)
  /** `actsFor`: for whom the person has acted so far; empty = for nobody yet. `isKnown`: whether there is such an organisation. */
  | ({
      type: 'AppointJuror';
      category: Category;
      person: string;
      organisation: string;
      actsFor: string;
      isKnown: boolean;
      country: string;
    } & At)
  | ({ type: 'OpenAwardCycle' } & At)
  | ({ type: 'EnterNomination'; nomination: NominationId; category: Category; city: CityId; country: string; isMended: boolean } & At)
  | ({ type: 'CloseNominations' } & At)
  /** `found`: what the record says of the juror. */
  | ({
      type: 'DeclareAwardInterests';
      category: Category;
      answered: readonly NominationId[];
      interested: readonly NominationId[];
      found: readonly FoundInterest[];
    } & At)
  /** `isScreened`: whether every nomination was screened, and none can be mended any more. */
  | ({
      type: 'AssignBallots';
      isScreened: boolean;
      eligible: readonly EligibleNomination[];
      judging: readonly AssignedBallot[];
      refusal: Unassignable | undefined;
    } & At)
  | ({ type: 'CloseJudging' } & At)
  | ({ type: 'ProlongJudging'; judgingUntil: CalendarDate } & At)
  /** `sealed`: the ballots as their jurors have sealed them in time. `draw`: the jurors in an order that was drawn. */
  | ({
      type: 'DecideOutcome';
      category: Category;
      sealed: Pick<Opened, 'ballots' | 'votes'>;
      draw: readonly string[];
    } & At)
  | ({
      type: 'StrikeBallot';
      category: Category;
      juror: string;
      nomination: NominationId | '';
      found: readonly FoundInterest[];
      note: string;
    } & At)
  /** `standing`: the nominations whose cities are admitted and not suspended. */
  | ({ type: 'AnnounceOutcome'; standing: readonly string[] } & At)
  | ({ type: 'CloseAwardCycle' } & At)
  | ({ type: 'CancelAwardCycle'; note: string } & At)
  | ({ type: 'StepAwardCycle' } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = AwardCycleFact;
type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Rejection =
  | NotAllowed
  | { type: 'AwardCycleIsUnknown' }
  | { type: 'AwardCycleIsInAnotherStatus'; status: AwardCycleStatus }
  | { type: 'DeclarationIsUnknown' }
  | { type: 'CategoryIsUnknown'; category: string }
  | { type: 'WeightsDoNotSum'; sum: number }
  | { type: 'CriteriaAreUnclear'; twice: readonly string[] }
  | { type: 'DatesAreOutOfOrder' }
  | { type: 'PersonIsOfAnotherOrganisation'; person: string }
  | { type: 'JuryIsTooSmall'; category: string; needed: number }
  | { type: 'NominatedAlready'; nomination: string }
  | { type: 'CallIsClosed'; closesOn: CalendarDate }
  | { type: 'NotOfTheJury'; category: string }
  | { type: 'InterestsAreSettled' }
  | { type: 'InterestsAreMissing'; nominations: readonly string[] }
  | { type: 'NominationIsInAnotherStatus'; status: string }
  | { type: 'JurorsAreTooFew'; nominations: readonly string[] }
  | { type: 'ScoresAreNotComparable'; groups: readonly string[] }
  | { type: 'TooEarly'; from: CalendarDate | '' }
  | { type: 'JudgingIsClosed' }
  | { type: 'QuorumIsMissing'; needed: number }
  | { type: 'NoInterestIsRecorded'; juror: string }
  | { type: 'OutcomeIsMissing'; categories: readonly string[] }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'ReasonIsMissing' };

export const jurorsOf = ({ jury }: Pick<Existing, 'jury'>, category: Category): Juror[] =>
  jury.filter((each) => each.category === category);
export const answeredBy = ({ interests }: Pick<Existing, 'interests'>, category: Category, juror: string): AnsweredIn | undefined =>
  interests.find((each) => each.category === category && each.juror === juror);
export const entriesOf = ({ entries }: Pick<Existing, 'entries'>, category: Category): Entry[] =>
  entries.filter((each) => each.category === category);
export const isJudging = ({ status, judgingUntil }: Pick<Existing, 'status' | 'judgingUntil'>, now: Instant): boolean =>
  status === 'judging' && now <= endOf(judgingUntil);
/** The instant at which the clock moves an award on; days end at midnight UTC. */
export function nextStep({ status, closesOn, judgingUntil, objectionsUntil }: Existing): Instant | '' {
  switch (status) {
    case 'open':
      return startOf(plusCalendarDays(closesOn, 1));
    case 'judging':
      return startOf(plusCalendarDays(judgingUntil, 1));
    case 'announced':
      return instant(milliseconds(objectionsUntil) + 1);
    case 'draft':
    case 'screening':
    case 'deciding':
    case 'closed':
    case 'cancelled':
      return '';
  }
}
export const isDue = (state: Existing, now: Instant): boolean => {
  const next = nextStep(state);
  return next !== '' && next <= now;
};
export const criteriaOf = ({ criteria }: Pick<Existing, 'criteria'>): Criterion[] =>
  criteria.map(({ code, weightBasisPoints, tieOrder }) => ({ code, weight: weightBasisPoints, tie: tieOrder }));
export const isStruck = ({ struck }: Pick<Existing, 'struck'>, category: Category, juror: string, nomination: string): boolean =>
  struck.some((each) => each.category === category && each.juror === juror && (each.nomination === '' || each.nomination === nomination));
export const isAssigned = ({ judging }: Pick<Existing, 'judging'>, category: Category, juror: string, nomination: string): boolean =>
  judging.some((each) => each.category === category && each.juror === juror && each.nomination === nomination);

/** What there is to assign in a category, by what jurors have answered. */
export function toAssign(state: Existing, category: Category, eligible: readonly EligibleNomination[]): ToAssign {
  const ids = eligible.filter((each) => each.category === category).map(({ nomination }) => nomination);
  return {
    nominations: entriesOf(state, category)
      .filter(({ nomination }) => ids.includes(nomination))
      .map(({ nomination, country }) => ({ id: nomination, country })),
    jurors: jurorsOf(state, category),
    may: (juror, nomination) => mayJudge(answeredBy(state, category, juror), nomination),
  };
}

export const asRecorded = (category: Category, juror: string, found: readonly FoundInterest[]): AwardInterest[] =>
  found.map(({ nomination, interest, bars }) => ({ category, juror, nomination: nomination as NominationId, interest, bars }));
const asFound = (found: readonly AwardInterest[]): FoundInterest[] =>
  found.flatMap(({ nomination, interest, bars }) => (interest === '' ? [] : [{ nomination, interest, bars }]));

const begun = ({ type: _, at: __, by: ___, ...draft }: EventOf<'AwardCycleDrafted'>): Existing => ({
  ...draft,
  declaration: draft.declaration as DeclarationId,
  status: 'draft',
  jury: [],
  entries: [],
  interests: [],
  eligible: [],
  judging: [],
  opened: [],
  struck: [],
  outcomes: [],
  results: [],
  announcedAt: '',
  objectionsUntil: '',
  note: '',
  tookPart: [],
});

const others = <Each extends { readonly category: string }>(all: readonly Each[], category: string): Each[] =>
  all.filter((each) => each.category !== category);

type Later = Exclude<Event, EventOf<'AwardCycleDrafted'>>;
const FOLDS: { readonly [Type in Later['type']]: (state: Existing, event: EventOf<Type>) => Existing } = {
  JurorAppointed: (state, { category, juror: person, organisation, country, by }) => ({
    ...state,
    jury: [...state.jury, { category, person, organisation, country, by }],
  }),
  AwardCycleOpened: (state) => ({ ...state, status: 'open' }),
  NominationEntered: (state, { nomination, category, city, country }) => ({
    ...state,
    entries: [...state.entries, { nomination, category, city, country }],
  }),
  NominationsClosed: (state) => ({ ...state, status: 'screening' }),
  InterestsDeclared: (state, { category, person: juror, answered, declared, found, at }) => ({
    ...state,
    interests: [
      ...state.interests.filter((each) => each.category !== category || each.juror !== juror),
      { category, juror, answered, declared, found: asFound(found), at },
    ],
  }),
  BallotsAssigned: (state, { ballots, eligible }) => ({ ...state, judging: ballots, eligible }),
  JudgingBegun: (state) => ({ ...state, status: 'judging' }),
  JudgingClosed: (state) => ({ ...state, status: 'deciding' }),
  JudgingProlonged: (state, { judgingUntil }) => ({ ...state, status: 'judging', judgingUntil }),
  OutcomeDecided: (state, { category, ballots, votes, letters, order, jurors, firm, mayVote, reordered, at, by }) => ({
    ...state,
    opened: [...others(state.opened, category), { category, ballots, votes, letters }],
    outcomes: [...others(state.outcomes, category), { category, order, jurors, firm, mayVote, reordered, at, by }],
    tookPart: [...state.tookPart, by],
  }),
  BallotStruck: (state, { category, juror, nomination, reopens }) => ({
    ...state,
    status: reopens ? 'deciding' : state.status,
    struck: [...state.struck, { category, juror, nomination }],
    outcomes: reopens ? others(state.outcomes, category) : state.outcomes,
  }),
  OutcomeAnnounced: (state, { results, objectionsUntil, at, by }) => ({
    ...state,
    status: 'announced',
    results,
    objectionsUntil,
    announcedAt: at,
    tookPart: [...state.tookPart, by],
  }),
  AwardCycleClosed: (state) => ({ ...state, status: 'closed' }),
  AwardCycleCancelled: (state, { note }) => ({ ...state, status: 'cancelled', note }),
};

export function evolve(state: State, event: Event): State {
  if (event.type === 'AwardCycleDrafted') return begun(event);
  if (state.status === 'absent') throw new Error(`${event.type} met an award that was never drafted`);
  // The table types each entry by its own event, so the entry of this type takes this event.
  return (FOLDS[event.type] as (state: Existing, event: Later) => Existing)(state, event);
}
