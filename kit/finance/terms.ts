import type { Money } from '../pure/money.ts';
import type { Percent } from './percent.ts';

/** Money that arrives so many whole months after effectiveness. */
export type Drawdown = { readonly month: number; readonly amount: Money };

/** What the outstanding balance bears, percent per year. An index rate is the value recorded of the index, with the margin on it. */
export type Rate =
  | { readonly kind: 'fixed'; readonly percent: Percent }
  | { readonly kind: 'index'; readonly index: string; readonly indexPercent: Percent; readonly marginPercent: Percent };

export const REPAYMENTS = ['bullet', 'equal-principal', 'annuity'] as const;
type Repayment = (typeof REPAYMENTS)[number];

export const PAYMENTS_PER_YEAR = [1, 2, 4, 12] as const;
export type PaymentsPerYear = (typeof PAYMENTS_PER_YEAR)[number];

/** Terms with their amount, in one currency. */
export type Loan = {
  readonly principal: Money;
  /** Together the principal. The order does not matter. */
  readonly drawdowns: readonly Drawdown[];
  readonly rate: Rate;
  /** Of the principal, once, at effectiveness. */
  readonly frontEndFeePercent: Percent;
  /** Per year, of what is not drawn yet. */
  readonly commitmentFeePercent: Percent;
  /** From effectiveness to the last payment: whole periods between payments. */
  readonly tenorMonths: number;
  /** Payments within these months pay interest and fees alone; the first principal is paid one period after them. Whole periods. */
  readonly graceMonths: number;
  readonly paymentsPerYear: PaymentsPerYear;
  readonly repayment: Repayment;
};

/** Money given and not paid back. */
type Grant = { readonly amount: Money; readonly drawdowns: readonly Drawdown[] };

/** Money given for results, each in the month in which the result is expected; not paid back. */
type ResultsBased = { readonly amount: Money; readonly results: readonly (Drawdown & { readonly result: string })[] };

/** A promise to pay if somebody else does not: fees are certain, what is covered comes only where it is called. */
export type Guarantee = {
  readonly covered: Money;
  /** Of what is covered, once, at effectiveness. */
  readonly frontEndFeePercent: Percent;
  /** Per year, of what is covered, at the end of each period. */
  readonly feePercent: Percent;
  readonly tenorMonths: number;
  readonly paymentsPerYear: PaymentsPerYear;
};

/** What is offered by any instrument: the terms, with the amount and when it comes. */
export type Financing =
  | ({ readonly instrument: 'loan' } & Loan)
  | ({ readonly instrument: 'grant' } & Grant)
  | ({ readonly instrument: 'results-based' } & ResultsBased)
  | ({ readonly instrument: 'guarantee' } & Guarantee)
  | { readonly instrument: 'in-kind'; readonly value: Money }
  | { readonly instrument: 'equity'; readonly amount: Money };

export const periodOf = (paymentsPerYear: PaymentsPerYear): number => 12 / paymentsPerYear;
