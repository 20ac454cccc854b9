import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { CashBookFact } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { SponsorId } from '../../agreements/ids.ts';
import type { BankAccountId } from '../../banking/accounts/bank-account.ts';
import type { StatementId } from '../../banking/statements/statement.ts';

/**
 * The cash in one bank account of a sponsor, in one currency: which statements tell of it, and where they do not follow on each other or do
 * not add up. Their lines are booked in the streams of the statements; here stand the opening balance and what two persons have accepted, so
 * that the account in the journal has what the bank has. `decide` is in cash-book-decide.ts.
 */
export type CashBookId = `csb_${string}`;

/** What the lines of a day come to; above zero what came in. `repeated`: how much of that an earlier statement contained. */
export type CashDay = { readonly day: CalendarDate; readonly moved: Money; readonly repeated: Money };
export type Entered = {
  readonly statement: StatementId;
  readonly reference: string;
  readonly page: string;
  readonly from: CalendarDate | '';
  readonly to: CalendarDate | '';
  readonly openingBalance: Money | undefined;
  readonly closingBalance: Money | undefined;
  /** One of several pages, whose balances other pages give. */
  readonly isPage: boolean;
  readonly days: readonly CashDay[];
  /** Who entered it: by the import, or as it was confirmed whose it is. */
  readonly enteredBy?: string | undefined;
};

export type GapKind = 'opening-differs' | 'sum-differs' | 'days-missing' | 'balance-missing';
/** `statement`: at which it shows. `difference`: what the bank has more than follows from its statements. */
export type Gap = {
  readonly kind: GapKind;
  readonly statement: StatementId;
  readonly from: CalendarDate | '';
  readonly to: CalendarDate | '';
  readonly difference: Money | undefined;
};
/** What a difference is, and so to which account it is booked. */
export type DifferenceKind = 'fee' | 'interest' | 'other-income' | 'receivable-from-bank' | 'unrelated';
/** By which a gap is named. */
export const gapKey = ({ kind, statement }: Pick<Gap, 'kind' | 'statement'>): string => `${kind}.${statement}`;
export type Explanation = Gap & {
  readonly number: number;
  /** '' where there is no difference, and where an earlier version did not ask for it. */
  readonly as: DifferenceKind | '';
  readonly status: 'proposed' | 'confirmed' | 'refused';
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
  /** Who has confirmed it as the first of two, as it is above a limit. */
  readonly first?: string | undefined;
  /** The second person; '' while it waits. */
  readonly decidedBy: string;
  /** Why it was refused. */
  readonly reason: string;
};

export type Existing = {
  readonly status: Status;
  readonly account: BankAccountId;
  readonly sponsor: SponsorId;
  readonly currency: string;
  /** In the order in which they were entered. */
  readonly statements: readonly Entered[];
  readonly explanations: readonly Explanation[];
  /** How often it has moved money. */
  readonly moves: number;
};
export type Status = 'reconciled' | 'explained' | 'open';
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

/** Whether one person may confirm it, or is the second, as it was `first` confirmed when it was measured. `rules`: the edition of the limits; 0 = there are none. */
export type GapLimited = { readonly fits: boolean; readonly first: string | undefined; readonly rules: number };
type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  | ({ type: 'EnterStatement'; account: BankAccountId; sponsor: SponsorId; currency: string } & Entered & By)
  | ({ type: 'WithdrawStatement'; statement: StatementId } & By)
  | ({ type: 'ExplainGap'; gap: string; as: DifferenceKind | ''; note: string } & By)
  | ({ type: 'ConfirmGap'; explanation: number; limited?: GapLimited | undefined } & By)
  | ({ type: 'RefuseGap'; explanation: number; note: string } & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = CashBookFact;

export type Rejection =
  | NotAllowed
  | { type: 'CashBookIsUnknown' }
  | { type: 'GapIsUnknown'; gap: string }
  | { type: 'DifferenceIsNotNamed'; difference: Money }
  | { type: 'GapIsExplained'; explanation: number }
  | { type: 'ExplanationIsUnknown'; explanation: number }
  | { type: 'ExplanationDoesNotWait'; explanation: number; status: Explanation['status'] }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' };

export function evolve(state: State, event: Event): State {
  if (event.type === 'StatementEntered') {
    const { type: _, account, sponsor, currency, at: _at, by: enteredBy, entry, ...entered } = event;
    const before = state.status === 'absent' ? { account, sponsor, currency, statements: [], explanations: [], moves: 0 } : state;
    return {
      ...before,
      status: 'open',
      statements: [...before.statements, { ...entered, enteredBy }],
      moves: before.moves + (entry ? 1 : 0),
    };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a cash book without a statement`);
  return changed(state, event);
}

function changed(state: Existing, event: Exclude<Event, { type: 'StatementEntered' }>): Existing {
  const moves = state.moves + ('entry' in event && event.entry ? 1 : 0);
  switch (event.type) {
    case 'StatementWithdrawn':
      return { ...state, statements: state.statements.filter(({ statement }) => statement !== event.statement), moves };
    case 'GapExplained': {
      const { explanation: number, kind, statement, from, to, difference, as = '', note, at, by } = event;
      const explained: Explanation = {
        number,
        as,
        kind,
        statement,
        from,
        to,
        difference,
        note,
        at,
        by,
        status: 'proposed',
        decidedBy: '',
        reason: '',
      };
      return { ...state, explanations: [...state.explanations, explained] };
    }
    case 'GapConfirmedOnce':
      return decided(state, event.explanation, { first: event.by });
    case 'GapConfirmed':
      return { ...decided(state, event.explanation, { status: 'confirmed', decidedBy: event.by }), moves };
    case 'GapRefused':
      return decided(state, event.explanation, { status: 'refused', decidedBy: event.by, reason: event.note });
  }
}

const decided = (state: Existing, number: number, decision: Partial<Explanation>): Existing => ({
  ...state,
  explanations: state.explanations.map((each) => (each.number === number ? { ...each, ...decision } : each)),
});
