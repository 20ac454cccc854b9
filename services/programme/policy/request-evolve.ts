import { type Comment, type Draft, type Event, type Existing, type Expert, expertOf, reminderOf, type State } from './request.ts';

type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;
type After = { readonly [Type in Exclude<Event['type'], 'SupportRequested'>]: (state: Existing, event: EventOf<Type>) => Existing };

export function evolve(state: State, event: Event): State {
  if (event.type === 'SupportRequested') return requested(event);
  if (state.status === 'absent') throw new Error(`${event.type} met a request that was never submitted`);
  return (AFTER[event.type] as (state: Existing, event: Event) => Existing)(state, event);
}

function requested({ city, place, title, instrumentType, templates, question, answerDue, at, by }: EventOf<'SupportRequested'>): Existing {
  const asked = { city, place, title, instrumentType, templates, question, answerDue };
  return { ...NEW, ...asked, status: 'submitted', submittedBy: by, submittedAt: at };
}

const NEW = {
  answeredBy: '',
  answeredAt: '',
  expertDue: '',
  declinedBecause: '',
  endNote: '',
  experts: [],
  drafts: [],
  nextKey: 1,
  comments: [],
  internalComments: [],
  windows: [],
  delivered: 0,
  deliveredAt: '',
  adoption: undefined,
  notAdoptedBecause: '',
  endedBy: '',
  outcomes: [],
  reminded: new Set<string>(),
} as const;

type Made = EventOf<'PartnerCommentMade' | 'PublicCommentMade'>;
type Answered = EventOf<'PartnerCommentAnswered' | 'PublicCommentAnswered' | 'InternalCommentAnswered'>;

const UNANSWERED = { hidden: '', outcome: '', takenUpIn: 0, endNote: '', answeredAt: '', answeredBy: '' } as const;
const commentOf = ({ comment: number, draft, paragraph, note, at, person: by, organisation, type }: Made): Comment => ({
  ...{ number, draft, paragraph, note, at, by, organisation },
  circle: type === 'PublicCommentMade' ? 'public' : 'partner',
  ...UNANSWERED,
});
const made = (state: Existing, event: Made): Existing => ({ ...state, comments: [...state.comments, commentOf(event)] });

const answeredIn = (comments: readonly Comment[], event: Answered): Comment[] =>
  comments.map((each) =>
    each.number === event.comment
      ? {
          ...each,
          outcome: event.outcome,
          takenUpIn: event.takenUpIn,
          endNote: event.note,
          answeredAt: event.at,
          answeredBy: 'by' in event ? event.by : event.person,
        }
      : each,
  );
const answered = (state: Existing, event: Answered): Existing => ({ ...state, comments: answeredIn(state.comments, event) });

/** What is said of who advises now. */
const ofExpert = (state: Existing, change: (expert: Expert) => Expert): Expert[] => {
  const current = expertOf(state);
  return state.experts.map((each) => (each === current ? change(each) : each));
};

function offered(state: Existing, { number, base, paragraphs, hash, at: offeredAt, person: by }: EventOf<'PolicyDraftOffered'>): Existing {
  const draft: Draft = { number, base, paragraphs, hash, offeredAt, by };
  const nextKey = Math.max(state.nextKey, ...paragraphs.map(({ key }) => key + 1));
  return { ...state, drafts: [...state.drafts, draft], nextKey };
}

const reminded = (state: Existing, event: EventOf<'ReminderSent' | 'MatterEscalated'>): Existing => ({
  ...state,
  reminded: new Set([...state.reminded, `${event.type}/${reminderOf(event)}`]),
});

const AFTER: After = {
  RequestAccepted: (state, { expertDue, at: answeredAt, by: answeredBy }) => ({
    ...state,
    status: 'accepted',
    expertDue,
    answeredAt,
    answeredBy,
  }),
  RequestDeclined: (state, { because: declinedBecause, note: endNote, at: answeredAt, by: answeredBy }) => ({
    ...state,
    status: 'declined',
    declinedBecause,
    endNote,
    answeredAt,
    answeredBy,
  }),
  ExpertAssigned: (state, { person, organisation, interestsDue, at: assignedAt }) => {
    const expert = { person, organisation, assignedAt, interestsDue, until: '', declaredAt: '', interests: [], note: '' } as const;
    return { ...state, status: 'assigned', experts: [...state.experts, expert] };
  },
  ExpertInterestsDeclared: (state, { interests, note, at: declaredAt }) => {
    const isFree = interests.length === 0;
    const experts = ofExpert(state, (each) => ({ ...each, interests, note, declaredAt, until: isFree ? '' : declaredAt }));
    return { ...state, status: isFree ? 'in-work' : 'accepted', experts };
  },
  ExpertReleased: (state, { note, expertDue, at: until }) => ({
    ...state,
    status: 'accepted',
    expertDue,
    experts: ofExpert(state, (each) => ({ ...each, note, until })),
  }),
  PolicyDraftOffered: offered,
  InternalCommentMade: (state, { comment: number, draft, paragraph, note, at, by }) => {
    const comment = { number, circle: 'internal', draft, paragraph, note, at, by, organisation: state.city, ...UNANSWERED } as const;
    return { ...state, internalComments: [...state.internalComments, comment] };
  },
  InternalCommentAnswered: (state, event) => ({ ...state, internalComments: answeredIn(state.internalComments, event) }),
  PartnerCommentMade: made,
  PublicCommentMade: made,
  PartnerCommentAnswered: answered,
  PublicCommentAnswered: answered,
  CommentHidden: (state, { comment, because: hidden }) => ({
    ...state,
    comments: state.comments.map((each) => (each.number === comment ? { ...each, hidden } : each)),
  }),
  CommentWindowOpened: (state, { draft, until, at: from }) => ({ ...state, windows: [...state.windows, { draft, from, until }] }),
  PolicyDraftDelivered: (state, { draft: delivered, at: deliveredAt }) => ({ ...state, status: 'delivered', delivered, deliveredAt }),
  PolicyAdopted: (state, { type: _, at: recordedAt, by: recordedBy, ...adopted }) => ({
    ...state,
    status: 'adopted',
    adoption: { ...adopted, recordedAt, recordedBy, checkedAt: '', checkedBy: '', distances: [] },
  }),
  AdoptionChecked: (state, { distances, at: checkedAt, by: checkedBy }) => ({
    ...state,
    adoption: state.adoption && { ...state.adoption, distances, checkedAt, checkedBy },
  }),
  AdoptionReturned: (state, { note: endNote }) => ({ ...state, status: 'delivered', adoption: undefined, endNote }),
  PolicyNotAdopted: (state, { because: notAdoptedBecause, note: endNote, by: endedBy }) => ({
    ...state,
    status: 'not-adopted',
    notAdoptedBecause,
    endNote,
    endedBy,
  }),
  OutcomeOfAdoptionTold: (state, { months, outcome, note, at, by }) => ({
    ...state,
    status: months === 24 ? 'closed' : state.status,
    outcomes: [...state.outcomes, { months, outcome, note, at, by }],
  }),
  RequestClosed: (state, { by: endedBy }) => ({ ...state, status: 'closed', endedBy }),
  ReminderSent: reminded,
  MatterEscalated: reminded,
};
