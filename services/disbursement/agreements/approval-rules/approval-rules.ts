import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { areLooser, NO_RULES, type Rules, stricter } from '@junkan/kit/pure/limits.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { ApprovalRulesFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';

/**
 * Above which amounts two persons of a sponsor, or of the secretariat, approve, a limit for each currency: proposed by one person of it and approved by another.
 * One stream for each organisation. `decide` is in approval-rules-decide.ts.
 */
export type ApprovalRulesId = `apr_${string}`;

/** `limits`: of one matter. `dayLimits`: of a file of payments, with all that its payer pays on its day. */
export type Limits = { readonly limits: readonly Money[]; readonly dayLimits: readonly Money[] };

/** `decidedBy`, `decidedAt`: '' until it is decided. `note`: why it was refused, the reference of an erasable text. */
export type Proposal = Limits & {
  /** Counts the proposals of the organisation, from 1. */
  readonly number: number;
  readonly status: 'proposed' | 'approved' | 'refused';
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  /** From when they apply where they are looser than those before; '' = until they are approved, and in those of earlier versions, which applied to everything at once. */
  readonly effectiveFrom: Instant | '';
  readonly note: string;
};

/** The first of two approvals: above which limit, by which edition of the rules, and what was compared with it; nothing in those of earlier versions. */
export type FirstApproval = {
  readonly by: string;
  readonly at: Instant;
  readonly limit: Money;
  readonly rules: number;
  readonly measured: Money | undefined;
};

/** `edition`: the proposal that was approved last, and its limits; 0 = there are no limits yet. */
export type Existing = Rules &
  Limits & {
    /** Whether a proposal waits for its second person. */
    readonly status: 'standing' | 'proposed';
    readonly organisation: string;
    readonly proposals: readonly Proposal[];
  };
export type Status = Existing['status'];
export type State = { readonly status: 'absent' } | Existing;

export type Command =
  /** They take the place of all that stand. */
  | ({ type: 'ProposeLimits'; now: Instant; by: Actor } & Limits)
  /** `coolingDays`: after which looser limits apply. */
  | { type: 'ApproveLimits'; proposal: number; coolingDays: number; now: Instant; by: Actor }
  | { type: 'RefuseLimits'; proposal: number; note: string; now: Instant; by: Actor };
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = ApprovalRulesFact;

export type Rejection =
  | NotAllowed
  | { type: 'ApprovalRulesAreUnknown' }
  | { type: 'LimitIsNegative'; currency: string }
  | { type: 'CurrencyIsLimitedTwice'; currency: string }
  | { type: 'DayLimitsBindPaymentsAlone' }
  | { type: 'LimitsArePending'; proposal: number }
  | { type: 'LimitsAreUnknown'; proposal: number }
  | { type: 'LimitsInStatus'; proposal: number; status: Proposal['status'] }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' };

export const initial: State = { status: 'absent' };

/** What applies to something that was requested at a time and is decided now. */
export type Applicable = Rules & Limits;
const NO_LIMITS: Applicable = { ...NO_RULES, dayLimits: [] };

/**
 * The limits of what was requested `since` and is decided `now`: of all that applied in this time the stricter ones, so that limits which were raised
 * meanwhile do not count for it. Lower ones apply once they are approved, looser ones from `effectiveFrom` on, and until then those before them do as well.
 */
export function rulesOf(state: State, since: Instant | '', now: Instant): Applicable {
  if (state.status === 'absent') return NO_LIMITS;
  const approved = state.proposals.filter(({ status, decidedAt }) => status === 'approved' && decidedAt <= now);
  // Those of earlier versions took the place of all before them, for what had been requested as well.
  const atOnce = approved.findLastIndex(({ effectiveFrom }) => effectiveFrom === '');
  const sets = approved.slice(Math.max(atOnce, 0));
  const start = (set: Proposal): Instant | '' => set.effectiveFrom || set.decidedAt;
  // Each until the first of those after it applied.
  const binding = sets.filter((_, index) => !sets.slice(index + 1).some((later) => start(later) <= since));
  return {
    edition: approved.findLast((set) => start(set) <= now)?.number ?? 0,
    limits: binding.map(({ limits }) => limits).reduce(stricter, []),
    dayLimits: binding.map(({ dayLimits }) => dayLimits).reduce(stricter, []),
  };
}

/** From when limits apply that are approved now: at once, unless they let one person approve what two do now. */
export function effectiveFrom({ limits, dayLimits }: Limits, state: State, coolingDays: number, now: Instant): Instant {
  const present = rulesOf(state, now, now);
  return areLooser(limits, present.limits) || areLooser(dayLimits, present.dayLimits) ? plusDays(now, coolingDays) : now;
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'LimitsProposed') {
    const { organisation, proposal: number, limits, dayLimits, at: proposedAt, by: proposedBy } = event;
    const before = state.status === 'absent' ? { ...NO_LIMITS, proposals: [] } : state;
    const undecided = { status: 'proposed', decidedBy: '', decidedAt: '', effectiveFrom: '', note: '' } as const;
    const proposals = [...before.proposals, { number, limits, dayLimits, proposedBy, proposedAt, ...undecided }];
    return { ...before, status: 'proposed', organisation, proposals };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met an organisation that has proposed no limits`);
  return decided(state, event);
}

function decided(state: Existing, event: Exclude<Event, { type: 'LimitsProposed' }>): Existing {
  const { proposal: number, at: decidedAt, by: decidedBy } = event;
  const before = state.proposals[number - 1];
  if (before?.status !== 'proposed') throw new Error(`${event.type} met proposal ${number}, which was ${before?.status ?? 'never made'}`);
  const { limits, dayLimits } = before;
  const after = (change: Pick<Proposal, 'status'> & Partial<Proposal>): Pick<Existing, 'status' | 'proposals'> => ({
    status: 'standing',
    proposals: state.proposals.with(number - 1, { ...before, decidedBy, decidedAt, ...change }),
  });
  switch (event.type) {
    case 'LimitsApproved':
      return { ...state, ...after({ status: 'approved', effectiveFrom: event.effectiveFrom ?? '' }), edition: number, limits, dayLimits };
    case 'LimitsRefused':
      return { ...state, ...after({ status: 'refused', note: event.note }) };
  }
}
