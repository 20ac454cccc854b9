import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { isSameMoney, type Money } from '@junkan/kit/pure/money.ts';
import type { OfStatement } from './of-statement.ts';

type Report = {
  /** Counts the reports of the payment, over all its attempts, from 1. */
  readonly number: number;
  readonly by: string;
  readonly at: Instant;
};
/** What a person of finance says that the bank did; it counts once a second person has confirmed it. */
export type BankReport = Report &
  (
    | ({
        readonly outcome: 'settled';
        readonly bankReference: string;
        readonly valueDate: CalendarDate;
        /** What the bank took of an account in another currency than the payment's. */
        readonly debited?: Money | undefined;
      } & OfStatement)
    | { readonly outcome: 'failed'; readonly note: string }
  );
/** That a settlement, a return or a failure was booked by mistake. */
export type MistakeReport = Report & { readonly outcome: 'reversed'; readonly note: string; readonly document?: string | undefined };
/** What undoes a settlement: the bank has returned the money, under another reference, or the settlement was booked by mistake. */
export type UndoingReport =
  | (Report &
      OfStatement & {
        readonly outcome: 'returned';
        readonly bankReference: string;
        readonly valueDate: CalendarDate;
        readonly note: string;
        /** What it paid into such an account, where its statement or its advice says so. */
        readonly credited?: Money | undefined;
      })
  | MistakeReport;

/** Of what the bank moved on an account in another currency, if on one. */
export const isSameMoved = (one: Money | undefined, other: Money | undefined): boolean =>
  one === undefined || other === undefined ? one === other : isSameMoney(one, other);

/**
 * A second person did not find at the bank what was reported, or found that it was booked by mistake; or the entry of a statement that had reported it, which is
 * named then, is not said to be that any more.
 */
export type Objection = OfStatement & {
  readonly report: number;
  /** The reference that is free again; '' of a failure. */
  readonly bankReference: string;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
};
/** A settlement, a return or a failure that was booked by mistake, and the entry of a statement that it was based on. */
export type Reversal = Objection & { /** The report that was a mistake; 0 of a settlement. */ readonly of: number };
