import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { BankAccountId } from '../../banking/accounts/bank-account.ts';
import type { AgreementId, PaymentId } from '../ids.ts';
import { isSameLine, type Line, lineIn } from './of-statement.ts';

/** What the bank's reference is of: a payment, a refund of a recovery, or what a guarantor has paid. */
export type RefundId = `rfd_${string}`;
export type ClaimId = `clm_${string}`;
export type Holder = PaymentId | RefundId | ClaimId;
export const isPayment = (holder: Holder): holder is PaymentId => holder.startsWith('pay_');

/** All records of the account that the bank moved money of, or of those that it may have been; none = every account. */
export type OfAccounts = readonly BankAccountId[];
export const EVERY_ACCOUNT: OfAccounts = [];
/** `line`: absent where a person reported it, and no statement contains it yet. */
export type Taken = {
  readonly agreement: AgreementId | '';
  readonly payment: Holder;
  readonly accounts: OfAccounts;
  readonly line: Line | undefined;
};

/**
 * A bank's reference settles one payment, or one refund, of an account: another bank may use the same one. Each reference is one stream for all accounts, so
 * that two agreements cannot take it concurrently: it is reserved before a settlement is recorded, and free again after an objection. It is one entry of one
 * statement, also of what a person had reported before the statement came.
 */
export type State = { readonly status: 'free' | 'reserved'; readonly taken: readonly Taken[] };
export type Command =
  | {
      type: 'ReserveReference';
      bankReference: string;
      agreement: AgreementId;
      payment: Holder;
      accounts: OfAccounts;
      line: Line | undefined;
      by: Actor;
    }
  | ({ type: 'FindReference'; payment: Holder; by: Actor } & Line)
  | { type: 'ReleaseReference'; payment: Holder; by: Actor };
export type Event =
  | ({
      type: 'BankReferenceReserved';
      bankReference: string;
      agreement: AgreementId;
      payment: Holder;
      accounts: OfAccounts;
      by: string;
    } & Partial<Line>)
  | ({ type: 'BankReferenceFound'; payment: Holder; by: string } & Line)
  | { type: 'BankReferenceReleased'; payment: Holder; by: string };
export type Rejection = NotAllowed | { type: 'BankReferenceIsUsed'; payment: Holder };

export const initial: State = { status: 'free', taken: [] };

export function decide(command: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(command.by, [...ROLES.SettlePayment, ...ROLES.ObjectToPayment]);
  if (refusal) return refuse(refusal);
  const { payment, by } = command;
  switch (command.type) {
    case 'ReserveReference': {
      const { bankReference, agreement, accounts, line } = command;
      const taken = state.taken.filter((each) => mayBeOne(each.accounts, accounts));
      const other = taken.find((each) => each.payment !== payment);
      if (other) return refuse({ type: 'BankReferenceIsUsed', payment: other.payment });
      if (taken.length > 0) return alreadyApplied;
      return accept({ type: 'BankReferenceReserved', bankReference, agreement, payment, accounts, ...line, by: by.person });
    }
    case 'FindReference': {
      const { statement, statementEntry } = command;
      const own = linesOf(state, payment);
      if (own.some((line) => isSameLine(line, command))) return alreadyApplied;
      if (own.length > 0 && !own.includes(undefined)) return refuse({ type: 'BankReferenceIsUsed', payment });
      return accept({ type: 'BankReferenceFound', payment, statement, statementEntry, by: by.person });
    }
    case 'ReleaseReference':
      // Another payment has the reservation: a late repeat must not take it away.
      return state.taken.some((each) => each.payment === payment)
        ? accept({ type: 'BankReferenceReleased', payment, by: by.person })
        : alreadyApplied;
  }
}

const mayBeOne = (one: OfAccounts, other: OfAccounts): boolean =>
  one.length === 0 || other.length === 0 || one.some((account) => other.includes(account));

/** In which entries a payment has it; several, where it was refunded by one reference of several accounts. */
export const linesOf = ({ taken }: State, payment: Holder): (Line | undefined)[] =>
  taken.filter((each) => each.payment === payment).map(({ line }) => line);

/** What was reported under it, of an account that may be one of these, and is in no statement yet. */
export const withoutLine = ({ taken }: State, accounts: OfAccounts): Taken | undefined =>
  taken.find((each) => !each.line && mayBeOne(each.accounts, accounts));

export function evolve({ taken }: State, event: Event): State {
  const { payment } = event;
  switch (event.type) {
    case 'BankReferenceReserved': {
      const { agreement, accounts } = event;
      return standing([...taken, { agreement, payment, accounts, line: lineIn(event) }]);
    }
    case 'BankReferenceFound': {
      const { statement, statementEntry } = event;
      // What was reported before references were reserved has none.
      const at = taken.findIndex((each) => each.payment === payment && !each.line);
      const { agreement = '', accounts = [] } = taken[at] ?? {};
      const found = { agreement, payment, accounts, line: { statement, statementEntry } };
      return standing([...taken.filter((_, index) => index !== at), found]);
    }
    case 'BankReferenceReleased':
      return standing(taken.filter((each) => each.payment !== payment));
  }
}

const standing = (taken: readonly Taken[]): State => ({ status: taken.length > 0 ? 'reserved' : 'free', taken });

/** What banks may put into a reference: the character set of ISO 20022 payments in upper case. */
const ALLOWED = /^[A-Z0-9/\-?:().,'+ ]*$/;
export const ALLOWED_IN_REFERENCES = "letters A to Z, digits, spaces and / - ? : ( ) . , ' +";

/** A reference in the one spelling in which it is compared and kept; nothing where it has other characters. */
export function normalised(bankReference: string): string | undefined {
  const spelt = bankReference.trim().toUpperCase().replaceAll(/ +/g, ' ');
  return ALLOWED.test(spelt) && (spelt === '' || /[A-Z0-9]/.test(spelt)) ? spelt : undefined;
}

/** By what two references are the same: banks print spaces and marks as they like. */
export const comparable = (bankReference: string): string => bankReference.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
export const isSameReference = (one: string | undefined, other: string): boolean =>
  one !== undefined && comparable(one) !== '' && comparable(one) === comparable(other);
