import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';

/** What one booking did to the account, or one transfer within a booking of several. */
export type Entry = {
  /**
   * Equal whenever the entry is reported again: in the same statement sent twice, and in another of the same account whose days overlap. Where the
   * bank gives it a reference, what else it says of it may grow. An entry without a reference of the bank or of ours cannot be distinguished from equal ones, and belongs to its own statement and page.
   */
  readonly key: string;
  /** The key that it has with all that the bank says of it in words, which an earlier version used; absent where that is the same. */
  readonly earlierKey?: string;
  /** The day on which the bank booked it. */
  readonly bookedOn?: CalendarDate;
  /** Of the account; never negative. */
  readonly amount: Money;
  readonly direction: 'credit' | 'debit';
  /** What the bank says was instructed: another sum where it has converted, or charged for it. */
  readonly instructed?: Money;
  readonly isReversal: boolean;
  readonly isBooked: boolean;
  /** As the bank wrote it; its booking date where it has none, and nothing where it has neither. */
  readonly valueDate?: CalendarDate;
  /** Of several transfers in one booking without references of their own: the booking's, a slash, and which of them it is. */
  readonly bankReference?: string;
  /** Our reference as we wrote it, though the bank writes it in small letters or with other marks. */
  readonly endToEndId?: string;
  /** The payments of ours that something else of it names: its words, or the details of a batch that cannot be taken apart. */
  readonly mentions?: readonly string[];
  readonly counterparty: { readonly name?: string; readonly account?: string };
  readonly remittance?: string;
  /** The code with which a bank says why money came back (ISO 20022 external return reason). */
  readonly returnReason?: string;
  /** A booking of several transfers that cannot be taken apart: it has no details, or they are not its sum. */
  readonly batch?: 'without-details' | 'details-differ';
  /** In the file. */
  readonly line: number;
};

export type Sum =
  | { readonly type: 'adds-up' }
  /** Opening balance + booked entries are another sum than the closing balance; `by`: closing less that. */
  | { readonly type: 'differs'; readonly by: Money }
  | {
      readonly type: 'cannot-be-told';
      readonly reason: 'no-opening-balance' | 'no-closing-balance' | 'one-of-several-pages';
    };

/** Balances are negative where the account is overdrawn. */
export type Statement = {
  readonly statementId: string;
  /** Of several pages which one it is, from 1. */
  readonly page: string;
  readonly account: string;
  /** The bank that keeps the account; '' if unknown. */
  readonly servicer: { readonly bic: string; readonly bankCode: string };
  readonly currency: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly openingBalance?: Money;
  readonly closingBalance?: Money;
  readonly sum: Sum;
  readonly entries: readonly Entry[];
};
