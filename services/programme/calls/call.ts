import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { endOf, plusCalendarDays, plusDays, startOf } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type {
  AssignedReview,
  CallContent,
  CallEntered,
  ProjectCallFact,
  ReviewInterest,
  ReviewsOpened,
  SelectedAnswer,
  UnsealedReview,
} from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { ProjectCallStatus } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ToAssign, Unassignable } from '../judging/assignment.ts';
import { type Answered, type FoundInterest, mayJudge } from '../judging/interests.ts';
import type { Criterion } from '../judging/ranking.ts';
import type { ContentFault } from './rules.ts';

/** A call for projects. What reviewers mark is in their reviews, which nobody else reads until they are opened together. */
export type CallId = `cal_${string}`;
export type AnswerId = `ans_${string}`;

export type Entry = Pick<CallEntered, 'answer' | 'project' | 'city' | 'country'>;
export type Reviewer = { readonly person: string; readonly organisation: string; readonly country: string; readonly by: string };
export type Opened = Omit<ReviewsOpened, 'type'>;
export type Existing = {
  readonly status: ProjectCallStatus;
  /** The sponsor, or the secretariat. */
  readonly owner: string;
  readonly mandate: string;
  readonly mandateRevision: number;
  readonly content: CallContent;
  readonly reviewers: readonly Reviewer[];
  readonly entries: readonly Entry[];
  readonly interests: readonly Answered[];
  readonly eligible: readonly AnswerId[];
  readonly judging: readonly AssignedReview[];
  readonly opened: Opened | undefined;
  readonly selected: readonly SelectedAnswer[];
  /** The references of the texts that say why the selection is another than the order, and why the call was cancelled. */
  readonly endNote: string;
  readonly note: string;
  readonly decidedAt: Instant | '';
  readonly decidedBy: string;
  readonly draftedBy: readonly string[];
  readonly openedBy: string;
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type At = { readonly now: Instant; readonly by: Actor };
/** `exceeds`: the terms of the mandate that the call goes beyond. `isDeclared`: whether the declaration that it names, if any, is in force. */
export type ContentFacts = {
  readonly content: CallContent;
  readonly exceeds: readonly string[];
  readonly mandateRevision: number;
  readonly unknownCodes: readonly UnknownCode[];
  readonly isDeclared: boolean;
};
export type Command =
  | ({ type: 'DraftCall'; mandate: string } & ContentFacts & At)
  | ({ type: 'ReviseCall' } & ContentFacts & At)
  /** `actsFor`: for whom the person has acted so far; empty = for nobody yet. `isKnown`: whether there is such an organisation. `screeners`: who has screened any answer. */
  | ({
      type: 'AppointReviewer';
      person: string;
      organisation: string;
      actsFor: string;
      isKnown: boolean;
      country: string;
      screeners: readonly string[];
    } & At)
  | ({ type: 'OpenCall'; exceeds: readonly string[]; mandateRevision: number } & At)
  | ({ type: 'EnterAnswer'; answer: AnswerId; project: Entry['project']; city: Entry['city']; country: string; isMended: boolean } & At)
  /** `asked`: the answers that are not withdrawn. `found`: what the record says of the reviewer. */
  | ({
      type: 'DeclareReviewInterests';
      answered: readonly AnswerId[];
      interested: readonly AnswerId[];
      asked: readonly AnswerId[];
      found: readonly FoundInterest[];
    } & At)
  /** `isScreened`: whether every answer was screened, and none can be mended any more. */
  | ({
      type: 'AssignReviews';
      isScreened: boolean;
      eligible: readonly AnswerId[];
      judging: readonly AssignedReview[];
      refusal: Unassignable | undefined;
    } & At)
  | ({ type: 'ProlongReviews'; judgingUntil: CalendarDate } & At)
  /** `sealed`: the reviews as their reviewers have sealed them in time. `draw`: the reviewers in an order that was drawn. */
  | ({ type: 'OpenReviews'; sealed: readonly UnsealedReview[]; draw: readonly string[] } & At)
  /** `field`: what each eligible answer asks for. `screeners`: who has screened any answer. */
  | ({
      type: 'DecideCall';
      selected: readonly AnswerId[];
      note: string;
      field: readonly SelectedAnswer[];
      screeners: readonly string[];
    } & At)
  | ({ type: 'CancelCall'; note: string } & At)
  | ({ type: 'StepCall' } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = ProjectCallFact;
type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Rejection =
  | NotAllowed
  | { type: 'ProjectCallIsUnknown' }
  | { type: 'ProjectCallIsInAnotherStatus'; status: ProjectCallStatus }
  | { type: 'DeclarationIsUnknown' }
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] }
  | { type: 'WeightsDoNotSum'; sum: number }
  | { type: 'CriteriaAreUnclear'; twice: readonly string[] }
  | { type: 'QuestionsAreUnclear'; questions: readonly string[] }
  | { type: 'CallContentIsUnclear'; faults: readonly ContentFault[] }
  | { type: 'CallSumsDoNotFit' }
  | { type: 'DatesAreOutOfOrder' }
  | { type: 'CallExceedsTheMandate'; terms: readonly string[] }
  | { type: 'PersonIsOfAnotherOrganisation'; person: string }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'ReviewersAreTooFew'; needed: number }
  | { type: 'CallIsNotOpen'; closesOn: CalendarDate | '' }
  | { type: 'NotAReviewer' }
  | { type: 'InterestsAreSettled' }
  | { type: 'ReviewInterestsAreMissing'; answers: readonly string[] }
  | { type: 'AnswersAreUnscreened' }
  | { type: 'NothingIsEligible' }
  | { type: 'ReviewingIsClosed' }
  | { type: 'ReviewsAreTooFew'; answers: readonly string[]; needed: number }
  | { type: 'ReviewsAreNotComparable'; groups: readonly string[] }
  | { type: 'SelectionIsUnknown'; answers: readonly string[] }
  | { type: 'SelectionExceedsTheSum'; selected: SelectedAnswer['amount']; available: SelectedAnswer['amount'] }
  | { type: 'SelectionNeedsAReason' };

/** How long a call stays decided before it is closed: by then who answered has read what reviewers say. */
const FEEDBACK_DAYS = 14;

export const answeredBy = ({ interests }: Pick<Existing, 'interests'>, reviewer: string): Answered | undefined =>
  interests.find(({ juror }) => juror === reviewer);
export const isReviewing = ({ status, content }: Pick<Existing, 'status' | 'content'>, now: Instant): boolean =>
  status === 'judging' && now <= endOf(content.judgingUntil);
export const isOpen = ({ status, content }: Pick<Existing, 'status' | 'content'>, now: Instant): boolean =>
  status === 'open' && now <= endOf(content.closesOn);
export const isAssigned = ({ judging }: Pick<Existing, 'judging'>, reviewer: string, answer: string): boolean =>
  judging.some((each) => each.reviewer === reviewer && each.answer === answer);
export const criteriaOf = ({ content }: Pick<Existing, 'content'>): Criterion[] =>
  content.criteria.map(({ code, weightBasisPoints, tieOrder }) => ({ code, weight: weightBasisPoints, tie: tieOrder }));

/** So many days after the last of reviewing the reviews are to be opened, and as many after that the call is to be decided. */
const DECIDING_DAYS = 14;
export const openingDue = ({ content }: Pick<Existing, 'content'>): Instant => endOf(plusCalendarDays(content.judgingUntil, DECIDING_DAYS));
export const decisionDue = ({ at }: Pick<Opened, 'at'>): Instant => plusDays(at, DECIDING_DAYS);

/** The instant at which the clock moves a call on; days end at midnight UTC. */
export function nextStep({ status, content, decidedAt }: Existing): Instant | '' {
  switch (status) {
    case 'open':
      return startOf(plusCalendarDays(content.closesOn, 1));
    case 'judging':
      return startOf(plusCalendarDays(content.judgingUntil, 1));
    case 'decided':
      return plusDays(decidedAt, FEEDBACK_DAYS);
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

/** What there is to assign, by what reviewers have answered. */
export const toAssign = (state: Existing, eligible: readonly string[]): ToAssign => ({
  nominations: state.entries.filter(({ answer }) => eligible.includes(answer)).map(({ answer, country }) => ({ id: answer, country })),
  jurors: state.reviewers,
  may: (reviewer, answer) => mayJudge(answeredBy(state, reviewer), answer),
});

export const asRecorded = (reviewer: string, found: readonly FoundInterest[]): ReviewInterest[] =>
  found.map(({ nomination, interest, bars }) => ({ reviewer, answer: nomination as AnswerId, interest, bars }));
const asFound = (found: readonly ReviewInterest[]): FoundInterest[] =>
  found.flatMap(({ answer, interest, bars }) => (interest === '' ? [] : [{ nomination: answer, interest, bars }]));

const begun = ({ owner, mandate, mandateRevision, content, by }: EventOf<'CallDrafted'>): Existing => ({
  status: 'draft',
  owner,
  mandate,
  mandateRevision,
  content,
  reviewers: [],
  entries: [],
  interests: [],
  eligible: [],
  judging: [],
  opened: undefined,
  selected: [],
  endNote: '',
  note: '',
  decidedAt: '',
  decidedBy: '',
  draftedBy: [by],
  openedBy: '',
});

type Later = Exclude<Event, EventOf<'CallDrafted'>>;
const FOLDS: { readonly [Type in Later['type']]: (state: Existing, event: EventOf<Type>) => Existing } = {
  CallRevised: (state, { mandateRevision, content, by }) => ({
    ...state,
    mandateRevision,
    content,
    draftedBy: [...new Set([...state.draftedBy, by])],
  }),
  ReviewerAppointed: (state, { reviewer: person, organisation, country, by }) => ({
    ...state,
    reviewers: [...state.reviewers, { person, organisation, country, by }],
  }),
  CallOpened: (state, { mandateRevision, by }) => ({ ...state, status: 'open', mandateRevision, openedBy: by }),
  CallEntered: (state, { answer, project, city, country }) => ({
    ...state,
    entries: [...state.entries, { answer, project, city, country }],
  }),
  CallClosedToAnswers: (state) => ({ ...state, status: 'screening' }),
  ReviewInterestsDeclared: (state, { person: juror, answered, declared, found, at }) => ({
    ...state,
    interests: [...state.interests.filter((each) => each.juror !== juror), { juror, answered, declared, found: asFound(found), at }],
  }),
  ReviewsAssigned: (state, { reviews, eligible }) => ({ ...state, judging: reviews, eligible: eligible as readonly AnswerId[] }),
  ReviewingBegun: (state) => ({ ...state, status: 'judging' }),
  ReviewingClosed: (state) => ({ ...state, status: 'deciding' }),
  ReviewingProlonged: (state, { judgingUntil }) => ({ ...state, status: 'judging', content: { ...state.content, judgingUntil } }),
  ReviewsOpened: (state, { type: _, ...opened }) => ({ ...state, opened }),
  CallDecided: (state, { selected, note, at, by }) => ({
    ...state,
    status: 'decided',
    selected,
    endNote: note,
    decidedAt: at,
    decidedBy: by,
  }),
  CallClosed: (state) => ({ ...state, status: 'closed' }),
  CallCancelled: (state, { note }) => ({ ...state, status: 'cancelled', note }),
};

export function evolve(state: State, event: Event): State {
  if (event.type === 'CallDrafted') return begun(event);
  if (state.status === 'absent') throw new Error(`${event.type} met a call that was never drafted`);
  // The table types each entry by its own event, so the entry of this type takes this event.
  return (FOLDS[event.type] as (state: Existing, event: Later) => Existing)(state, event);
}
