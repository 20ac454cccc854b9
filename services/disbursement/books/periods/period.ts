import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { PeriodFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { Duty } from '../../agreements/payments/payment-commands.ts';
import type { Coverage, Missing } from './coverage.ts';

/**
 * The days between one closing of the books and the next. Its identifier follows from its first day, which follows from the period before,
 * so that no two periods contain the same day, even after concurrent proposals. `decide` is in period-decide.ts.
 */
export type PeriodId = `prd_${string}`;

/** What there is of a kind of account in a currency; never nothing. */
export type TrialBalanceLine = { readonly kind: string; readonly closing: Money };
export type TrialBalance = { readonly balances: readonly TrialBalanceLine[]; readonly balanceHash: string };

type Proposed = TrialBalance & {
  readonly number: number;
  readonly through: CalendarDate;
  /** Who reported anything within its days, or confirmed what a bank did. */
  readonly reportedBy: readonly string[];
  /** Absent where an earlier version proposed it. */
  readonly coverage?: Coverage | undefined;
  /** Why days are closed of which there is no statement; '' = there are none. */
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
};
type Decided = { readonly decidedBy: string; readonly decidedAt: Instant };
export type Proposal =
  | (Proposed & { readonly standing: 'proposed' })
  | (Proposed & Decided & { readonly standing: 'confirmed' })
  | (Proposed & Decided & { readonly standing: 'refused'; readonly note: string });

export const STATUSES = ['proposed', 'closed', 'refused'] as const;
export type Status = (typeof STATUSES)[number];
export type Existing = {
  readonly status: Status;
  /** '' = from the first entry of all. */
  readonly from: CalendarDate | '';
  /** As it was proposed last. */
  readonly through: CalendarDate;
  readonly proposals: readonly Proposal[];
};
export type State = { readonly status: 'absent' } | Existing;

/** An item with something that would still move the period, and its day. */
export type Matter = {
  readonly kind: 'statement-entry' | 'bank-report' | 'unshown-report' | 'unshown-refund' | 'unshown-claim' | 'rates' | 'cash-book';
  readonly item: string;
  readonly day: CalendarDate;
};
/** The first of so many, and the items of the first of them. */
export type Unresolved = Matter & { readonly count: number; readonly matters: readonly Matter[] };

/** As a refusal names days of which there is no statement: by the account and the first of them. */
type MissingSaid = { readonly item: Missing['account']; readonly day: CalendarDate; readonly through: CalendarDate };

/** Through which day the statements of bank accounts reach, and what is missing of them. */
export type Statements = { readonly coverage: Coverage; readonly missing: readonly Missing[] };

type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  | ({
      type: 'ProposePeriod';
      /** By the midnight of those who keep the books. */
      today: CalendarDate;
      from: CalendarDate | '';
      through: CalendarDate;
      reportedBy: readonly string[];
      unresolved: Unresolved | undefined;
      /** Why days are closed of which there is no statement. */
      note: string;
    } & TrialBalance &
      Statements &
      By)
  /** `balanceHash`: of the present trial balance. */
  | ({ type: 'ClosePeriod'; balanceHash: string; unresolved: Unresolved | undefined } & Statements & By)
  | ({ type: 'RefusePeriod'; note: string } & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = PeriodFact;

/** `day` is within what is closed. */
export type Closed = { type: 'PeriodIsClosed'; day: CalendarDate; closedThrough: CalendarDate };
type MatterSaid = Omit<Matter, 'kind'> & { readonly waits: Matter['kind'] };
export type Rejection =
  | NotAllowed
  | Closed
  | { type: 'PeriodIsUnknown' }
  | { type: 'PeriodEndsWithinAMonth'; through: CalendarDate; lastDay: CalendarDate }
  | { type: 'PeriodIsNotOver'; through: CalendarDate; today: CalendarDate }
  | { type: 'PeriodIsProposed'; through: CalendarDate }
  | { type: 'PeriodDoesNotWait'; status: Status }
  | ({ type: 'PeriodIsUnresolved'; waits: Matter['kind']; matters: readonly MatterSaid[] } & Omit<Unresolved, 'kind' | 'matters'>)
  | { type: 'StatementsAreMissing'; missing: readonly MissingSaid[] }
  | { type: 'TrialBalanceDiffers'; proposed: string; now: string }
  | { type: 'PersonHasAnotherDuty'; person: string; duty: Duty }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' };

export const initial: State = { status: 'absent' };

/** The proposal that waits for its second person. */
export const pendingIn = ({ proposals }: Pick<Existing, 'proposals'>): Proposal | undefined =>
  proposals.find(({ standing }) => standing === 'proposed');

export function evolve(state: State, event: Event): State {
  if (event.type === 'PeriodProposed') {
    const { type: _, from, proposal: number, at: proposedAt, by: proposedBy, note: reason = '', ...data } = event;
    const before = state.status === 'absent' ? [] : state.proposals;
    const proposals = [...before, { ...data, number, reason, standing: 'proposed' as const, proposedAt, proposedBy }];
    return { status: 'proposed', from, through: event.through, proposals };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a period that was never proposed`);
  const decided = { decidedAt: event.at, decidedBy: event.by };
  const proposals = state.proposals.map((proposal): Proposal => {
    if (proposal.number !== event.proposal) return proposal;
    if (event.type === 'PeriodRefused') return { ...proposal, ...decided, standing: 'refused', note: event.note };
    return { ...proposal, ...decided, standing: 'confirmed' };
  });
  return { ...state, proposals, status: event.type === 'PeriodClosed' ? 'closed' : 'refused' };
}
