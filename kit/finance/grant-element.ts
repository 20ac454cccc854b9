import { decimalOf, inPlaces } from './decimal.ts';
import { paid } from './flows.ts';
import type { Percent } from './percent.ts';
import { discounted, factorOfMonth } from './present-value.ts';
import { scheduleOf } from './schedule.ts';
import type { Loan } from './terms.ts';

/** The recipient's income, by which the OECD discounts: least developed and other low-income, lower and upper middle-income countries. */
export const INCOME_GROUPS = ['ldc', 'lic', 'lmic', 'umic'] as const;
type IncomeGroup = (typeof INCOME_GROUPS)[number];

/**
 * Whose discount rate a grant element goes by:
 * - `imf-world-bank`: the unified rate of 5 % (International Monetary Fund and World Bank, Unification of Discount Rates Used in
 *   External Debt Analysis for Low-Income Countries, 2013).
 * - `oecd-dac`: the IMF's rate and a margin for the income group, 9 % for least developed and other low-income countries, 7 % for
 *   lower and 6 % for upper middle-income countries (OECD Development Assistance Committee, High Level Meeting communiqué, 2014;
 *   Converged Statistical Reporting Directives for the Creditor Reporting System, 2018).
 * - `oecd-dac-before-2018`: the flat 10 % of the flows until 2017 (the same directives, 2013).
 */
export type GrantElementMethod =
  | { readonly kind: 'imf-world-bank' }
  | { readonly kind: 'oecd-dac'; readonly recipient: IncomeGroup }
  | { readonly kind: 'oecd-dac-before-2018' };

const BY_INCOME: Readonly<Record<IncomeGroup, Percent>> = { ldc: '9', lic: '9', lmic: '7', umic: '6' };

export function discountOf(method: GrantElementMethod): Percent {
  switch (method.kind) {
    case 'imf-world-bank':
      return '5';
    case 'oecd-dac':
      return BY_INCOME[method.recipient];
    case 'oecd-dac-before-2018':
      return '10';
  }
}

/**
 * The grant element of a loan, percent of its face value with two places, halves away from zero: what the face value exceeds the present
 * value of all payments by. Negative where the loan is dearer than the discount.
 *
 * The principal counts as drawn in full at effectiveness, as the published calculators have it: its plan of drawdowns and its commitment
 * fee do not matter, and offers compare by their terms. The front-end fee is a payment. The "grace period" of the IMF and the OECD runs to
 * the first repayment, which is one period more than `graceMonths`.
 * @throws where the terms have faults.
 */
export function grantElementOf(terms: Loan, method: GrantElementMethod): Percent {
  const { principal } = terms;
  const atOnce = scheduleOf({ ...terms, drawdowns: [{ month: 0, amount: principal }] });
  const face = decimalOf(principal.amount);
  // Payments are negative flows.
  const gain = face.plus(discounted(paid(atOnce), factorOfMonth(discountOf(method))));
  return inPlaces(gain.div(face).times(100), 2);
}
