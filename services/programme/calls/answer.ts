import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { AnswerFacts, CallAnswerFact, QuestionAnswer } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CallAnswerStatus, CallRule } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { CityId } from '../declaration/signatory.ts';
import type { CallId } from './call.ts';
import type { Unfit } from './rules.ts';

/** That a project answers a call. A project answers a call once, and a proposal need not answer any. */
export type Existing = {
  readonly status: CallAnswerStatus;
  readonly call: CallId;
  /** Of the call: the sponsor, or the secretariat. */
  readonly owner: string;
  readonly project: `prj_${string}`;
  readonly city: CityId;
  readonly country: string;
  readonly title: string;
  readonly amount: Money;
  /** Their texts by the references of erasable ones. */
  readonly answers: readonly QuestionAnswer[];
  /** What the proposal said when it was signed off last. */
  readonly facts: AnswerFacts | undefined;
  readonly reasons: readonly CallRule[];
  readonly mendUntil: Instant | '';
  readonly submittedAt: Instant | '';
  readonly writtenBy: readonly string[];
  readonly signedOffBy: string;
  readonly screenedBy: readonly string[];
  readonly followedAt: Instant | '';
  /** The reference of the text that says what follows for a project that was selected. */
  readonly note: string;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type At = { readonly now: Instant; readonly by: Actor };
/** `currency`: of the call. `unfit`: the first answer that does not fit its question. */
type Answering = {
  readonly amount: Money;
  readonly answers: readonly QuestionAnswer[];
  readonly currency: string;
  readonly unfit: Unfit | undefined;
};
/** `mayAnswer`: whether it is handed in, and neither funded nor withdrawn. */
type OfProject = { readonly projectStatus: string; readonly mayAnswer: boolean };
/** `isOpen`: whether the call takes answers. */
type OfCall = { readonly isOpen: boolean; readonly closesOn: CalendarDate | '' };
export type Command =
  /** `isOwn`: whether the project is the caller's. */
  | ({
      type: 'AnswerCall';
      call: CallId;
      owner: string;
      project: `prj_${string}`;
      country: string;
      title: string;
      isOwn: boolean;
    } & Answering &
      OfProject &
      OfCall &
      At)
  | ({ type: 'ReviseAnswer' } & Answering & OfCall & At)
  /** `unmet`: the rules of the call that the project does not meet. `unanswered`: the questions that have to be answered, and are not. */
  | ({ type: 'SignOffAnswer'; facts: AnswerFacts; unmet: readonly CallRule[]; unanswered: readonly string[] } & OfProject & OfCall & At)
  /** `isClosed`: whether the call takes no answers any more. `reviewers`: who reviews what answers it. */
  | ({
      type: 'ScreenAnswer';
      reasons: readonly CallRule[];
      isClosed: boolean;
      reviewers: readonly string[];
      closesOn: CalendarDate | '';
      unmet: readonly CallRule[];
    } & OfProject &
      At)
  | ({ type: 'WithdrawAnswer' } & OfCall & At)
  | ({ type: 'TellAnswerOutcome'; selected: boolean } & At)
  | ({ type: 'FollowUpSelection'; note: string } & At)
  /** Its call was cancelled. */
  | ({ type: 'EndAnswer' } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = CallAnswerFact;
type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Rejection =
  | NotAllowed
  | { type: 'CallAnswerIsUnknown' }
  | { type: 'CallAnswerIsInAnotherStatus'; status: CallAnswerStatus }
  | { type: 'CallProjectIsUnknown'; project: string }
  | { type: 'ProjectCannotAnswer'; status: string }
  | { type: 'CallIsNotOpen'; closesOn: CalendarDate | '' }
  | { type: 'AnsweredAlready'; answer: string }
  | { type: 'WrongCurrency'; currency: string }
  | ({ type: 'QuestionAnswerIsUnfit' } & Unfit)
  | { type: 'QuestionsAreUnanswered'; questions: readonly string[] }
  | { type: 'CallRuleIsNotMet'; rule: CallRule }
  | { type: 'TooEarly'; from: CalendarDate | '' }
  | { type: 'PreparedByTheSamePerson'; person: string };

export const canBeMended = ({ status, mendUntil }: Pick<Existing, 'status' | 'mendUntil'>, now: Instant): boolean =>
  status === 'ineligible' && now <= mendUntil;
/** Who has opened the call learns of an answer once it is handed in. */
export const partiesOf = ({ city, owner, submittedAt }: Pick<Existing, 'city' | 'owner' | 'submittedAt'>): string[] =>
  submittedAt === '' ? [city] : [city, owner];
export const isTold = ({ status }: Pick<Existing, 'status'>): boolean => status === 'selected' || status === 'not-selected';

const begun = ({ call, owner, project, city, country, title, amount, answers, by }: EventOf<'AnswerBegun'>): Existing => ({
  status: 'draft',
  call: call as CallId,
  owner,
  project: project as Existing['project'],
  city,
  country,
  title,
  amount,
  answers,
  facts: undefined,
  reasons: [],
  mendUntil: '',
  submittedAt: '',
  writtenBy: [by],
  signedOffBy: '',
  screenedBy: [],
  followedAt: '',
  note: '',
});

type Later = Exclude<Event, EventOf<'AnswerBegun'>>;
const FOLDS: { readonly [Type in Later['type']]: (state: Existing, event: EventOf<Type>) => Existing } = {
  AnswerRevised: (state, { amount, answers, by }) => ({
    ...state,
    amount,
    answers,
    writtenBy: [...new Set([...state.writtenBy, by])],
  }),
  AnswerSubmitted: (state, { facts, at, by }) => ({
    ...state,
    status: 'submitted',
    facts,
    submittedAt: at,
    signedOffBy: by,
    reasons: [],
  }),
  AnswerScreened: (state, { eligible, reasons, mendUntil, by }) => ({
    ...state,
    status: eligible ? 'eligible' : 'ineligible',
    reasons,
    mendUntil,
    screenedBy: [...new Set([...state.screenedBy, by])],
  }),
  AnswerWithdrawn: (state) => ({ ...state, status: 'withdrawn' }),
  AnswerOutcomeTold: (state, { selected }) => ({ ...state, status: selected ? 'selected' : 'not-selected' }),
  AnswerEnded: (state) => ({ ...state, status: 'ended', mendUntil: '' }),
  SelectionFollowedUp: (state, { note, at }) => ({ ...state, note, followedAt: at }),
};

export function evolve(state: State, event: Event): State {
  if (event.type === 'AnswerBegun') return begun(event);
  if (state.status === 'absent') throw new Error(`${event.type} met an answer that was never begun`);
  // The table types each entry by its own event, so the entry of this type takes this event.
  return (FOLDS[event.type] as (state: Existing, event: Later) => Existing)(state, event);
}
