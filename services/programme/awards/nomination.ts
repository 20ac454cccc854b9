import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { NominatedSeries, NominatedValue, NominationFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type {
  AwardResult,
  IneligibilityReason,
  NominationStatus,
  PrizeWithdrawalGrounds,
} from '@junkan/proto/junkan/programme/v1/language.ts';
import type { CityId } from '../declaration/signatory.ts';
import type { ActionId } from '../results/action.ts';
import type { SeriesId } from '../series/series.ts';
import type { Category, CycleId } from './cycle.ts';

/** What a city is nominated for. Its values come from its actions, and from nowhere else. */
export type MustHave =
  | 'accepted-report'
  | 'verified-results'
  | 'recent-admission'
  | 'accepted-plan'
  | 'published-assessment'
  | 'small-population'
  | 'concluded-exchange';

export type Content = {
  readonly title: string;
  /** The reference of an erasable text. */
  readonly note: string;
  readonly actions: readonly ActionId[];
  readonly series: readonly SeriesId[];
};
export type Withdrawal = {
  readonly grounds: PrizeWithdrawalGrounds;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly due: Instant;
  readonly answer: string;
  readonly outcome: '' | 'withdrawn' | 'kept';
  readonly endNote: string;
  readonly decidedAt: Instant | '';
};
/** Values with which it won a prize that are others now; as they were when it was signed off. */
export type Undermined = { readonly values: readonly NominatedValue[]; readonly below: boolean; readonly at: Instant };
export type Objection = { readonly note: string; readonly raisedAt: Instant; readonly answer: string; readonly answeredAt: Instant | '' };
export type Existing = Content & {
  readonly status: NominationStatus;
  readonly cycle: CycleId;
  readonly category: Category;
  readonly city: CityId;
  readonly country: string;
  /** For whom it was proposed, where that is not the city. */
  readonly proposedFor: string;
  readonly agreeUntil: Instant | '';
  readonly values: readonly NominatedValue[];
  readonly verifiedShare: string;
  readonly lastValues: readonly NominatedSeries[];
  readonly reasons: readonly IneligibilityReason[];
  readonly mendUntil: Instant | '';
  readonly submittedAt: Instant | '';
  /** Who has proposed, agreed to or written it. */
  readonly writtenBy: readonly string[];
  readonly signedOffBy: string;
  readonly objectionsUntil: Instant | '';
  readonly tookPart: readonly string[];
  readonly objection: Objection | undefined;
  readonly withdrawal: Withdrawal | undefined;
  readonly undermined: Undermined | undefined;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type At = { readonly now: Instant; readonly by: Actor };
/** Facts of content: how many words it has, and which of its actions and series are not the city's. */
type Told = Content & { readonly words: number; readonly ofOthers: readonly string[]; readonly seriesOfOthers: readonly string[] };
export type Command =
  | ({
      type: 'Nominate';
      cycle: CycleId;
      category: Category;
      city: CityId;
      country: string;
      isOpen: boolean;
      closesOn: CalendarDate;
      isSignatory: boolean;
    } & Told &
      At)
  | ({ type: 'AgreeToNomination' } & At)
  | ({ type: 'ReviseNomination' } & Told & At)
  /** `lacking`: what its category asks for and the city does not have. */
  | ({
      type: 'SignOffNomination';
      values: readonly NominatedValue[];
      verifiedShare: string;
      lastValues: readonly NominatedSeries[];
      isInGoodStanding: boolean;
      lacking: readonly MustHave[];
    } & At)
  /** `isClosed`: whether the call is closed. */
  | ({ type: 'ScreenNomination'; reasons: readonly IneligibilityReason[]; isClosed: boolean; isInGoodStanding: boolean } & At)
  | ({ type: 'WithdrawNomination' } & At)
  | ({ type: 'TellNominationOutcome'; result: AwardResult; objectionsUntil: Instant; tookPart: readonly string[] } & At)
  /** `below`: whether fewer results are verified now than its category asks for. */
  | ({ type: 'NoteUnderminedPrize'; values: readonly NominatedValue[]; below: boolean } & At)
  | ({ type: 'ObjectToOutcome'; note: string } & At)
  | ({ type: 'AnswerObjection'; note: string } & At)
  | ({ type: 'ProposePrizeWithdrawal'; grounds: PrizeWithdrawalGrounds; note: string } & At)
  | ({ type: 'AnswerPrizeWithdrawal'; note: string } & At)
  | ({ type: 'DecidePrizeWithdrawal'; outcome: 'withdrawn' | 'kept'; note: string } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = NominationFact;
type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Rejection =
  | NotAllowed
  | { type: 'NominationIsUnknown' }
  | { type: 'NominationIsInAnotherStatus'; status: string }
  | { type: 'NominatedAlready'; nomination: string }
  | { type: 'CallIsClosed'; closesOn: CalendarDate }
  | { type: 'NotInGoodStanding'; city: string }
  | { type: 'MustHaveIsMissing'; missing: readonly string[] }
  | { type: 'WordsAreTooMany'; words: number; most: number }
  | { type: 'ActionsAreOfOthers'; actions: readonly string[] }
  | { type: 'SeriesAreOfOthers'; series: readonly string[] }
  | { type: 'AgreementIsLate' }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'ObjectionIsLate' }
  | { type: 'TookPart'; person: string }
  | { type: 'TooEarly'; from: CalendarDate | '' }
  | { type: 'ReasonIsMissing' };

export const isTold = ({ status }: Pick<Existing, 'status'>): boolean =>
  ['awarded', 'commended', 'not-awarded', 'prize-withdrawn'].includes(status);
export const canBeMended = ({ status, mendUntil }: Pick<Existing, 'status' | 'mendUntil'>, now: Instant): boolean =>
  status === 'ineligible' && now <= mendUntil;

const begun = (event: EventOf<'NominationBegun'>): Existing => {
  const { cycle, category, city, country, title, note, actions, series, organisation, person, agreeUntil } = event;
  return {
    status: agreeUntil === '' ? 'draft' : 'proposed',
    cycle: cycle as CycleId,
    category,
    city,
    country,
    title,
    note,
    actions: actions as readonly ActionId[],
    series: series as readonly SeriesId[],
    proposedFor: organisation === city ? '' : organisation,
    agreeUntil,
    values: [],
    verifiedShare: '',
    lastValues: [],
    reasons: [],
    mendUntil: '',
    submittedAt: '',
    writtenBy: [person],
    signedOffBy: '',
    objectionsUntil: '',
    tookPart: [],
    objection: undefined,
    withdrawal: undefined,
    undermined: undefined,
  };
};

const withWriter = (state: Existing, person: string): Pick<Existing, 'writtenBy'> => ({
  writtenBy: [...new Set([...state.writtenBy, person])],
});

type Later = Exclude<Event, EventOf<'NominationBegun'>>;
const FOLDS: { readonly [Type in Later['type']]: (state: Existing, event: EventOf<Type>) => Existing } = {
  NominationAgreedTo: (state, { by }) => ({ ...state, status: 'draft', agreeUntil: '', ...withWriter(state, by) }),
  NominationRevised: (state, { title, note, actions, series, by }) => ({
    ...state,
    title,
    note,
    actions: actions as readonly ActionId[],
    series: series as readonly SeriesId[],
    ...withWriter(state, by),
  }),
  NominationSubmitted: (state, { values, verifiedShare, lastValues, at, by }) => ({
    ...state,
    status: 'submitted',
    values,
    verifiedShare,
    lastValues,
    submittedAt: at,
    signedOffBy: by,
    reasons: [],
  }),
  NominationScreened: (state, { eligible, reasons, mendUntil }) => ({
    ...state,
    status: eligible ? 'eligible' : 'ineligible',
    reasons,
    mendUntil,
  }),
  NominationWithdrawn: (state) => ({ ...state, status: 'withdrawn' }),
  NominationOutcomeTold: (state, { result, objectionsUntil, tookPart }) => ({ ...state, status: result, objectionsUntil, tookPart }),
  ObjectionRaised: (state, { note, at }) => ({ ...state, objection: { note, raisedAt: at, answer: '', answeredAt: '' } }),
  ObjectionAnswered: (state, { note, at }) => ({
    ...state,
    objection: state.objection && { ...state.objection, answer: note, answeredAt: at },
  }),
  PrizeUndermined: (state, { values, below, at }) => ({ ...state, undermined: { values, below, at } }),
  PrizeWithdrawalProposed: (state, { grounds, note, due, at, by }) => ({
    ...state,
    undermined: undefined,
    withdrawal: { grounds, note, due, proposedBy: by, proposedAt: at, answer: '', outcome: '', endNote: '', decidedAt: '' },
  }),
  PrizeWithdrawalAnswered: (state, { note }) => ({ ...state, withdrawal: state.withdrawal && { ...state.withdrawal, answer: note } }),
  PrizeWithdrawn: (state, { note, at }) => ({ ...decided(state, 'withdrawn', note, at), status: 'prize-withdrawn' }),
  PrizeKept: (state, { note, at }) => decided(state, 'kept', note, at),
};

const decided = (state: Existing, outcome: 'withdrawn' | 'kept', endNote: string, decidedAt: Instant): Existing => ({
  ...state,
  withdrawal: state.withdrawal && { ...state.withdrawal, outcome, endNote, decidedAt },
});

export function evolve(state: State, event: Event): State {
  if (event.type === 'NominationBegun') return begun(event);
  if (state.status === 'absent') throw new Error(`${event.type} met a nomination that was never begun`);
  // The table types each entry by its own event, so the entry of this type takes this event.
  return (FOLDS[event.type] as (state: Existing, event: Later) => Existing)(state, event);
}
