import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { ApprovalRulesFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';

/**
 * Above which amounts two persons of a sponsor, or of the secretariat, approve, a limit for each currency: proposed by one person of it and approved by another.
 * One stream for each organisation. `decide` is in approval-rules-decide.ts.
 */
export type ApprovalRulesId = `apr_${string}`;

/** `decidedBy`, `decidedAt`: '' until it is decided. `note`: why it was refused, the reference of an erasable text. */
export type Proposal = {
  /** Counts the proposals of the organisation, from 1. */
  readonly number: number;
  readonly status: 'proposed' | 'approved' | 'refused';
  readonly limits: readonly Money[];
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  readonly note: string;
};

/** The rules that apply at a time. `edition`: the proposal that set them; 0 = there is no limit yet. */
export type Rules = { readonly edition: number; readonly limits: readonly Money[] };
export const NO_RULES: Rules = { edition: 0, limits: [] };

/** The first of two approvals: above which limit, by which edition of the rules, and what was compared with it; nothing in those of earlier versions. */
export type FirstApproval = {
  readonly by: string;
  readonly at: Instant;
  readonly limit: Money;
  readonly rules: number;
  readonly measured: Money | undefined;
};

export type Existing = Rules & {
  /** Whether a proposal waits for its second person. */
  readonly status: 'standing' | 'proposed';
  readonly organisation: string;
  readonly proposals: readonly Proposal[];
};
export type Status = Existing['status'];
export type State = { readonly status: 'absent' } | Existing;

export type Command =
  /** They take the place of all that stand. */
  | { type: 'ProposeLimits'; limits: readonly Money[]; now: Instant; by: Actor }
  | { type: 'ApproveLimits'; proposal: number; now: Instant; by: Actor }
  | { type: 'RefuseLimits'; proposal: number; note: string; now: Instant; by: Actor };
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = ApprovalRulesFact;

export type Rejection =
  | NotAllowed
  | { type: 'ApprovalRulesAreUnknown' }
  | { type: 'LimitIsNegative'; currency: string }
  | { type: 'CurrencyIsLimitedTwice'; currency: string }
  | { type: 'LimitsArePending'; proposal: number }
  | { type: 'LimitsAreUnknown'; proposal: number }
  | { type: 'LimitsInStatus'; proposal: number; status: Proposal['status'] }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' };

export const initial: State = { status: 'absent' };

export const rulesOf = (state: State): Rules => (state.status === 'absent' ? NO_RULES : state);

/** The limit that an amount is above, so that two persons approve it; nothing where one is enough. */
export const limitBelow = ({ limits }: Rules, { amount, currency }: Money): Money | undefined =>
  limits.find((limit) => limit.currency === currency && amount > limit.amount);

export function evolve(state: State, event: Event): State {
  if (event.type === 'LimitsProposed') {
    const { organisation, proposal: number, limits, at: proposedAt, by: proposedBy } = event;
    const before = state.status === 'absent' ? { ...NO_RULES, proposals: [] } : state;
    const undecided = { status: 'proposed', decidedBy: '', decidedAt: '', note: '' } as const;
    const proposals = [...before.proposals, { number, limits, proposedBy, proposedAt, ...undecided }];
    return { ...before, status: 'proposed', organisation, proposals };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met an organisation that has proposed no limits`);
  return decided(state, event);
}

function decided(state: Existing, event: Exclude<Event, { type: 'LimitsProposed' }>): Existing {
  const { proposal: number, at: decidedAt, by: decidedBy } = event;
  const before = state.proposals[number - 1];
  if (before?.status !== 'proposed') throw new Error(`${event.type} met proposal ${number}, which was ${before?.status ?? 'never made'}`);
  const after = (change: Pick<Proposal, 'status' | 'note'>): Pick<Existing, 'status' | 'proposals'> => ({
    status: 'standing',
    proposals: state.proposals.with(number - 1, { ...before, decidedBy, decidedAt, ...change }),
  });
  switch (event.type) {
    case 'LimitsApproved':
      return { ...state, ...after({ status: 'approved', note: '' }), edition: number, limits: before.limits };
    case 'LimitsRefused':
      return { ...state, ...after({ status: 'refused', note: event.note }) };
  }
}
