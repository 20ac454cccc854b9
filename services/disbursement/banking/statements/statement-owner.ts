import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { StatementOwnerConfirmed, StatementOwnerNamed, StatementOwnerRefused } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { SponsorId } from '../../agreements/ids.ts';
import type { BankAccountId } from '../accounts/bank-account.ts';

/** What finance says a statement is of, that has no owner or another one: one person says it, and another confirms or refuses it. */
export type OwnerNaming = {
  readonly account: BankAccountId;
  readonly sponsor: SponsorId;
  readonly status: 'proposed' | 'confirmed' | 'refused';
  readonly note: string;
  readonly by: string;
  /** The second person; '' while it waits. */
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  /** Why it was refused. */
  readonly reason: string;
};

/** Why a statement cannot be of an account: it is no sponsor’s, no second person has confirmed it, or it has another number, currency or bank. */
export type Lack = 'sponsor' | 'confirmation' | 'number' | 'currency' | 'bank';
/** An account compared with a statement. */
export type AccountRelation = { readonly sponsor: SponsorId; readonly lacks: Lack | '' };

type At = { readonly now: Instant; readonly by: Actor };
export type OwnerCommand =
  /** `foreign`: an entry that settles or returns what is paid from another account than the one named. */
  | ({ type: 'NameStatementOwner'; account: BankAccountId; relation: AccountRelation; foreign: number | undefined; note: string } & At)
  | ({ type: 'ConfirmStatementOwner'; account: BankAccountId; foreign: number | undefined } & At)
  | ({ type: 'RefuseStatementOwner'; note: string } & At);

type By = { readonly at: Instant; readonly by: string };
export type OwnerEvent =
  | StatementOwnerNamed
  /** `entry`: what it moves into suspense, and to the charges of the bank. */
  | StatementOwnerConfirmed
  | StatementOwnerRefused;

export type OwnerRejection =
  | { type: 'StatementHasOwner'; owner: SponsorId }
  | { type: 'AccountIsNotOfStatement'; account: BankAccountId; lacks: Lack }
  /** It waits for its second person. */
  | { type: 'StatementOwnerIsNamed'; account: BankAccountId }
  | { type: 'StatementOwnerIsNotNamed' };

/** The facts of a statement that identify its owner. */
type Owned = {
  readonly owner?: SponsorId | '' | undefined;
  readonly cashAccount?: BankAccountId | '' | undefined;
  readonly leftAccounts: readonly BankAccountId[];
  readonly naming?: OwnerNaming | undefined;
};

/** The naming that waits for its second person. */
export const waitingNaming = ({ naming }: Pick<Owned, 'naming'>): OwnerNaming | undefined =>
  naming?.status === 'proposed' ? naming : undefined;

export function ownedAfter<State extends Owned>(state: State, event: OwnerEvent): State {
  switch (event.type) {
    case 'StatementOwnerNamed': {
      const { account, sponsor, note, by } = event;
      return { ...state, naming: { account, sponsor, status: 'proposed', note, by, decidedBy: '', decidedAt: '', reason: '' } };
    }
    case 'StatementOwnerConfirmed':
      return {
        ...decided(state, 'confirmed', event),
        owner: event.sponsor,
        cashAccount: event.cashAccount ?? '',
        leftAccounts: state.cashAccount ? [...state.leftAccounts, state.cashAccount] : state.leftAccounts,
      };
    case 'StatementOwnerRefused':
      return decided(state, 'refused', event, event.note);
  }
}

function decided<State extends Owned>(
  state: State,
  status: 'confirmed' | 'refused',
  { by: decidedBy, at: decidedAt }: By,
  reason = '',
): State {
  if (!state.naming) throw new Error('nobody has said whose the statement is');
  return { ...state, naming: { ...state.naming, status, decidedBy, decidedAt, reason } };
}
