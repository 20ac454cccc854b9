import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { CityPlace, DraftParagraph, SupportRequestFact, Template, TemplateDistance } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type {
  AfterAdoption,
  CommentCircle,
  CommentOutcome,
  DeclinedBecause,
  ExpertInterest,
  HiddenBecause,
  NotAdoptedBecause,
  OpenCircle,
} from '@junkan/proto/junkan/programme/v1/language.ts';
import type { CityFacts, CityRejection } from '../declaration/city.ts';
import type { CityId } from '../declaration/signatory.ts';

/**
 * A city asks for support with an instrument of policy. One expert at a time advises it, who has said that there is no interest; drafts are
 * versions that never change, and each comment on them is answered before the draft is delivered.
 */
export type RequestId = `req_${string}`;
export type Status = 'submitted' | 'accepted' | 'declined' | 'assigned' | 'in-work' | 'delivered' | 'adopted' | 'not-adopted' | 'closed';

export type Expert = {
  readonly person: string;
  readonly organisation: string;
  readonly assignedAt: Instant;
  readonly interestsDue: Instant;
  readonly until: Instant | '';
  readonly declaredAt: Instant | '';
  readonly interests: readonly ExpertInterest[];
  /** The reference of the text that was said of them, or why somebody else advises. */
  readonly note: string;
};
export type Draft = {
  readonly number: number;
  readonly base: number;
  readonly paragraphs: readonly DraftParagraph[];
  readonly hash: string;
  readonly offeredAt: Instant;
  readonly by: string;
};
export type Comment = {
  readonly number: number;
  readonly circle: CommentCircle;
  readonly draft: number;
  readonly paragraph: number;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
  readonly organisation: string;
  readonly hidden: HiddenBecause | '';
  readonly outcome: CommentOutcome | '';
  readonly takenUpIn: number;
  readonly endNote: string;
  readonly answeredAt: Instant | '';
  readonly answeredBy: string;
};
export type Window = { readonly draft: number; readonly from: Instant; readonly until: Instant };
export type Outcome = {
  readonly months: number;
  readonly outcome: AfterAdoption;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
};
export type Adoption = {
  readonly draft: number;
  readonly decidedOn: string;
  readonly decisionNumber: string;
  readonly documents: readonly string[];
  readonly address: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly checkDue: Instant;
  readonly checkedAt: Instant | '';
  readonly checkedBy: string;
  readonly distances: readonly TemplateDistance[];
};
export type Existing = {
  readonly status: Status;
  readonly city: CityId;
  readonly place: CityPlace;
  readonly title: string;
  readonly instrumentType: string;
  readonly templates: readonly Template[];
  readonly question: string;
  readonly submittedBy: string;
  readonly submittedAt: Instant;
  readonly answerDue: Instant;
  readonly answeredBy: string;
  readonly answeredAt: Instant | '';
  readonly expertDue: Instant | '';
  readonly declinedBecause: DeclinedBecause | '';
  readonly endNote: string;
  readonly experts: readonly Expert[];
  readonly drafts: readonly Draft[];
  /** The key that the next new paragraph has. */
  readonly nextKey: number;
  readonly comments: readonly Comment[];
  readonly internalComments: readonly Comment[];
  readonly windows: readonly Window[];
  readonly delivered: number;
  readonly deliveredAt: Instant | '';
  readonly adoption: Adoption | undefined;
  readonly notAdoptedBecause: NotAdoptedBecause | '';
  readonly endedBy: string;
  readonly outcomes: readonly Outcome[];
  readonly reminded: ReadonlySet<string>;
};
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly now: Instant; readonly by: Actor };
type Matter = { readonly matter: string; readonly role: string; readonly organisation: string; readonly occurrence: string };
type Answering = { comment: number; commentOutcome: CommentOutcome; takenUpIn: number; note: string };
export type OfferedParagraph = { readonly key: number; readonly text: string };
/** What is known of a person who may advise: for whom this person acts. */
export type ExpertFacts = { readonly person: string; readonly organisation: string };

export type Command =
  | ({
      type: 'RequestSupport';
      title: string;
      instrumentType: string;
      typeIsKnown: boolean;
      templates: readonly Template[];
      unknownTemplates: readonly string[];
      question: string;
    } & Omit<CityFacts, 'city'> & { readonly city: CityId } & By)
  | ({ type: 'AcceptRequest' } & By)
  | ({ type: 'DeclineRequest'; declinedBecause: DeclinedBecause; note: string } & By)
  | ({ type: 'AssignExpert' } & ExpertFacts & By)
  | ({ type: 'DeclareExpertInterests'; interests: readonly ExpertInterest[]; note: string } & By)
  | ({ type: 'ReleaseExpert'; note: string } & By)
  | ({ type: 'OfferDraft'; base: number; paragraphs: readonly OfferedParagraph[]; hash: string } & By)
  | ({ type: 'CommentOnDraft'; draft: number; paragraph: number; circle: OpenCircle; note: string } & By)
  | ({ type: 'CommentInternally'; draft: number; paragraph: number; note: string } & By)
  | ({ type: 'AnswerComment' } & Answering & By)
  | ({ type: 'AnswerInternalComment' } & Answering & By)
  | ({ type: 'HideComment'; comment: number; hiddenBecause: HiddenBecause } & By)
  | ({ type: 'OpenCommentWindow'; draft: number; days: number } & By)
  | ({ type: 'DeliverDraft'; draft: number } & By)
  | ({
      type: 'RecordAdoption';
      draft: number;
      decidedOn: string;
      decisionNumber: string;
      documents: readonly string[];
      unknownEvidence: readonly string[];
      address: string;
    } & By)
  | ({ type: 'CheckAdoption'; distances: readonly TemplateDistance[] } & By)
  | ({ type: 'ReturnAdoption'; note: string } & By)
  | ({ type: 'RecordNotAdopted'; notAdoptedBecause: NotAdoptedBecause; note: string } & By)
  | ({ type: 'TellOutcomeOfAdoption'; afterAdoption: AfterAdoption; note: string } & By)
  | ({ type: 'CloseRequest' } & By)
  | ({ type: 'RemindOf' | 'Escalate' } & Matter & { readonly by: Actor });
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = SupportRequestFact;
export type Rejection =
  | NotAllowed
  | CityRejection
  | { type: 'SupportRequestIsUnknown' }
  | { type: 'SupportRequestIsInAnotherStatus'; status: Status }
  | { type: 'TypeIsUnknown'; code: string }
  | { type: 'TemplateIsUnknown'; instruments: readonly string[] }
  | { type: 'NoteIsMissing' }
  | { type: 'TooEarly'; from: string }
  | { type: 'ByTheSamePerson'; person: string }
  | { type: 'ExpertIsUnknown'; person: string }
  | { type: 'ExpertHasAnInterest'; interests: readonly ExpertInterest[] }
  | { type: 'NotTheExpert' }
  | { type: 'ExpertInterestsAreMissing' }
  | { type: 'InterestsAreDeclared' }
  | { type: 'VersionIsAnother'; newest: number; paragraphs: readonly number[] }
  | { type: 'ParagraphsAreMissing' }
  | { type: 'ParagraphIsUnknown'; paragraph: number }
  | { type: 'DraftIsUnknown'; draft: number }
  | { type: 'NotInTheCircle'; circle: OpenCircle }
  | { type: 'WindowIsClosed' }
  | { type: 'WindowIsOpen'; until: Instant }
  | { type: 'CommentIsUnknown'; comment: number }
  | { type: 'CommentIsAnswered' }
  | { type: 'CommentIsHidden' }
  | { type: 'CommentIsOpen'; comments: readonly number[] }
  | { type: 'DocumentIsMissing' }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'WebsiteIsMalformed'; website: string }
  | { type: 'DateIsAhead'; today: string }
  | { type: 'DecisionPrecedesDelivery'; delivered: string }
  | { type: 'AdoptionIsChecked' };

export type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent' };

/** When the city is asked what came of an adoption, in months after the decision. */
export const ASKED_AFTER: readonly number[] = [12, 24];

export const newestDraft = ({ drafts }: Pick<Existing, 'drafts'>): Draft | undefined => drafts.at(-1);
/** Who advises now, whether or not the interests are declared. */
export const expertOf = ({ experts }: Pick<Existing, 'experts'>): Expert | undefined => experts.find(({ until }) => until === '');
/** Who advises now is the one person and no other. */
export const isExpert = (state: Existing, { person, organisation }: Actor): boolean => {
  const expert = expertOf(state);
  return expert?.person === person && expert.organisation === organisation;
};

export const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'SupportRequestIsInAnotherStatus', status });
/** A hidden comment needs no answer: it is not about the draft. */
export const isWaiting = ({ outcome, hidden }: Comment): boolean => outcome === '' && hidden === '';
export const openComments = (comments: readonly Comment[]): readonly Comment[] => comments.filter(isWaiting);
export const openWindow = ({ windows }: Pick<Existing, 'windows'>, now: Instant): Window | undefined =>
  windows.find(({ from, until }) => from <= now && now < until);
/** The answer that an outcome is awaited for next; 0 = none. */
export const nextOutcome = ({ outcomes }: Pick<Existing, 'outcomes'>): number =>
  ASKED_AFTER.find((months) => !outcomes.some((each) => each.months === months)) ?? 0;

export const reminderOf = ({ matter, role, organisation, occurrence }: Matter): string =>
  [matter, occurrence, role, organisation].join('/');
