import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type {
  ActionPlanFact,
  CommitmentLeft,
  CouncilDecision,
  IntendedAction,
  PlanRemark,
} from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CityId, SignatoryId } from '../declaration/signatory.ts';
import type { Turn } from './handed-in.ts';
import type { Owing, OwingRejection } from './owing.ts';

/**
 * What a signatory plans for the commitments of its declaration: drafted by its officers, signed off by a certifier who has drafted nothing of it,
 * accepted or returned by the secretariat. An edition that is accepted never changes; the next one takes its place.
 */
export type PlanId = `pln_${string}`;

/** What a plan says. */
export type Content = {
  readonly decision: CouncilDecision | undefined;
  readonly objectives: readonly string[];
  readonly actions: readonly IntendedAction[];
  /** The commitments for which nothing is planned; their reasons are references of erasable texts. */
  readonly left: readonly CommitmentLeft[];
};
export type EditionStatus = 'draft' | 'submitted' | 'returned' | 'accepted' | 'superseded';
export type Edition = Content & {
  readonly number: number;
  readonly status: EditionStatus;
  readonly preparedBy: readonly string[];
  readonly signedOffBy: string;
  readonly signedOffAt: Instant | '';
  readonly reviewDue: Instant | '';
  readonly reviewedBy: string;
  readonly reviewedAt: Instant | '';
  readonly remarks: readonly PlanRemark[];
};

export type Existing = {
  readonly status: 'draft' | 'submitted' | 'returned' | 'accepted';
  /** Counts its events. */
  readonly version: number;
  readonly signatory: SignatoryId;
  readonly attempt: number;
  readonly city: CityId;
  readonly timeZone: string;
  readonly dueOn: string;
  readonly due: Instant;
  readonly editions: readonly Edition[];
  readonly turns: readonly Turn[];
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type At = { readonly now: Instant; readonly by: Actor };
/** `commitments`: the codes of the version that the city has signed; `unknownEvidence`: files that it has not uploaded. */
export type Command =
  | ({ type: 'OpenPlan'; owing: Owing } & At)
  | ({ type: 'DraftPlan'; edition: number; content: Content; commitments: readonly string[]; unknownEvidence: readonly string[] } & At)
  | ({ type: 'SignOffPlan'; edition: number; owing: Owing | undefined; commitments: readonly string[] } & At)
  | ({ type: 'AcceptPlan'; edition: number } & At)
  | ({ type: 'ReturnPlan'; edition: number; remarks: readonly PlanRemark[] } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = ActionPlanFact;
export type Rejection =
  | OwingRejection
  | { type: 'ActionPlanIsUnknown' }
  | { type: 'ActionPlanIsInAnotherStatus'; status: EditionStatus }
  | { type: 'EditionIsLocked'; edition: number; correction: string }
  | { type: 'CommitmentsAreUnknown'; commitments: readonly string[] }
  | { type: 'CommitmentWithoutAction'; commitments: readonly string[] }
  | { type: 'CouncilDecisionIsMissing' }
  | { type: 'DateIsAhead'; today: string }
  | { type: 'NothingIsChanged'; edition: number }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'PreparedByTheSamePerson'; person: string };

const IS_CURRENT: readonly EditionStatus[] = ['draft', 'submitted', 'returned'];
/** The edition that is drafted, or in review. */
export const currentOf = ({ editions }: Pick<Existing, 'editions'>): Edition | undefined =>
  editions.find(({ status }) => IS_CURRENT.includes(status));
export const standing = (state: State): Edition | undefined =>
  state.status === 'absent' ? undefined : state.editions.find(({ status }) => status === 'accepted');

const NOTHING: Content = { decision: undefined, objectives: [], actions: [], left: [] };
const begun = (number: number): Edition => ({
  ...NOTHING,
  number,
  status: 'draft',
  preparedBy: [],
  signedOffBy: '',
  signedOffAt: '',
  reviewDue: '',
  reviewedBy: '',
  reviewedAt: '',
  remarks: [],
});

export function evolve(state: State, event: Event): State {
  const version = state.status === 'absent' ? 1 : state.version + 1;
  if (event.type === 'PlanOpened') {
    const { signatory, attempt, city, timeZone, dueOn, due } = event;
    return { status: 'draft', version, signatory, attempt, city, timeZone, dueOn, due, editions: [], turns: [] };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met an action plan that was never opened`);
  const editions = editionsWith(state, event);
  // Until one is accepted it is as its only edition.
  const status = standing({ ...state, editions }) ? 'accepted' : statusOf(editions);
  return { ...state, version, status, editions, turns: turnsWith(state, event, version) };
}

function statusOf(editions: readonly Edition[]): Existing['status'] {
  const status = editions.at(-1)?.status ?? 'draft';
  return status === 'superseded' ? 'accepted' : status;
}

type Later = Exclude<Event, { type: 'PlanOpened' }>;

function editionsWith({ editions }: Existing, event: Later): readonly Edition[] {
  const all = editions.length < event.edition ? [...editions, begun(event.edition)] : editions;
  return all.map((each) => {
    if (each.number === event.edition) return editionWith(each, event);
    return event.type === 'PlanAccepted' && each.status === 'accepted' ? { ...each, status: 'superseded' } : each;
  });
}

function editionWith(edition: Edition, event: Later): Edition {
  switch (event.type) {
    case 'PlanDrafted': {
      const { decision, objectives, actions, left, by } = event;
      return { ...edition, decision, objectives, actions, left, status: 'draft', preparedBy: [...new Set([...edition.preparedBy, by])] };
    }
    case 'PlanSubmitted': {
      const { reviewDue, at: signedOffAt, by: signedOffBy } = event;
      return { ...edition, status: 'submitted', reviewDue, signedOffAt, signedOffBy, remarks: [] };
    }
    case 'PlanReturned':
      return { ...edition, status: 'returned', remarks: event.remarks, reviewedBy: event.by, reviewedAt: event.at };
    case 'PlanAccepted':
      return { ...edition, status: 'accepted', remarks: [], reviewedBy: event.by, reviewedAt: event.at };
  }
}

const FACTS = { PlanSubmitted: 'submitted', PlanReturned: 'returned', PlanAccepted: 'accepted' } as const;

/** The ladder ends with the first edition that is accepted. */
function turnsWith(state: Existing, event: Later, version: number): readonly Turn[] {
  if (event.type === 'PlanDrafted' || standing(state)) return state.turns;
  return [...state.turns, { obligation: 'plan', fact: FACTS[event.type], at: event.at, version }];
}
