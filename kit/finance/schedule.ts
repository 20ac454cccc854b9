import { lesser, type Money, money } from '../pure/money.ts';
import { loanFaults } from './faults.ts';
import { levelPayment, levelPrincipal } from './instalment.ts';
import { halfUp, PARTS_OF_WHOLE, partsOf } from './percent.ts';
import { type Drawdown, type Loan, periodOf, type Rate } from './terms.ts';

/** What happens until and in one month of payment. `closing` is `opening + drawn - principal`, and the next row's `opening`. */
export type ScheduleRow = {
  /** 0 is effectiveness: the first drawdown and the front-end fee. Payments are numbered from 1. */
  readonly number: number;
  /** Months after effectiveness. */
  readonly month: number;
  /** Since the row before, this row's month included. */
  readonly drawn: Money;
  readonly opening: Money;
  readonly interest: Money;
  readonly fees: Money;
  readonly principal: Money;
  readonly closing: Money;
};

export type Schedule = {
  readonly principal: Money;
  readonly drawdowns: readonly Drawdown[];
  readonly rows: readonly ScheduleRow[];
  /** `nominalCost` is interest and fees, neither discounted. */
  readonly totals: { readonly interest: Money; readonly fees: Money; readonly principal: Money; readonly nominalCost: Money };
};

/** The rate of a year in parts. An index with its margin is taken for the whole tenor as it was recorded, and is never less than zero. */
export function ratePerYear(rate: Rate): bigint {
  if (rate.kind === 'fixed') return partsOf(rate.percent);
  const sum = partsOf(rate.indexPercent) + partsOf(rate.marginPercent);
  return sum < 0n ? 0n : sum;
}

/**
 * The repayment plan of a loan, in the loan's currency. All figures are exact; each posted figure is rounded once, half up to the minor
 * unit, and nothing is rounded before. The conventions:
 * - Interest of a period is simple, each month a twelfth of the year's rate, on what is outstanding; a drawdown bears interest from its
 *   month on. The commitment fee goes by the same months, on what is not drawn. The front-end fee is paid at effectiveness.
 * - Within grace no principal is paid. After it `equal-principal` pays equal principals and `annuity` equal payments of interest and
 *   principal; a drawdown in that time spreads the new balance over the remaining payments. `bullet` pays all at the end.
 * - The last row repays all that is left, so that the principals sum to the principal exactly.
 * @throws where the terms have faults (see faults.ts): callers check for those first, so one here is a bug.
 */
export function scheduleOf(terms: Loan): Schedule {
  const [fault] = loanFaults(terms);
  if (fault) throw new Error(`no schedule can be made of terms with a fault: ${fault.type}`);
  const plan = planOf(terms);
  const rows: Row[] = [effectiveness(plan)];
  let level = 0n;
  for (let number = 1; number <= plan.payments; number += 1) {
    const before = rows[number - 1] as Row;
    const due = accrued(plan, before, number);
    if (resetsLevel(plan, number, due.drawn)) level = levelOf(plan, due.balance, number);
    const principal = principalOf(plan, number, level, due);
    const { balance, ...figures } = due;
    rows.push({ number, opening: before.closing, ...figures, principal, closing: balance - principal });
  }
  return scheduleFromRows(terms, rows);
}

type Plan = Loan & {
  readonly amount: bigint;
  readonly period: number;
  readonly payments: number;
  /** The number of the first row that pays principal. */
  readonly first: number;
  readonly rateParts: bigint;
};
type Figure = 'drawn' | 'opening' | 'interest' | 'fees' | 'principal' | 'closing';
type Row = { readonly number: number; readonly month: number } & Readonly<Record<Figure, bigint>>;
type Due = { readonly month: number; readonly drawn: bigint; readonly interest: bigint; readonly fees: bigint; readonly balance: bigint };

function planOf(terms: Loan): Plan {
  const period = periodOf(terms.paymentsPerYear);
  const payments = terms.tenorMonths / period;
  const first = terms.repayment === 'bullet' ? payments : terms.graceMonths / period + 1;
  return { ...terms, amount: terms.principal.amount, period, payments, first, rateParts: ratePerYear(terms.rate) };
}

function effectiveness({ amount, drawdowns, frontEndFeePercent }: Plan): Row {
  const drawn = sumOf(drawdowns.filter(({ month }) => month === 0));
  const fees = halfUp(amount * partsOf(frontEndFeePercent), PARTS_OF_WHOLE);
  return { number: 0, month: 0, drawn, opening: 0n, interest: 0n, fees, principal: 0n, closing: drawn };
}

/** What a period has brought by its end, before principal is paid. */
function accrued(plan: Plan, before: Row, number: number): Due {
  const month = number * plan.period;
  const newly = plan.drawdowns.filter((each) => each.month > before.month && each.month <= month);
  const drawn = sumOf(newly);
  const months = BigInt(plan.period);
  // Outstanding and undrawn balances, each multiplied by its number of months.
  const fromNew = newly.reduce((sum, each) => sum + each.amount.amount * BigInt(month - each.month), 0n);
  const undrawn = sumOf(plan.drawdowns.filter((each) => each.month > before.month)) * months - fromNew;
  return {
    month,
    drawn,
    interest: ofYear(before.closing * months + fromNew, plan.rateParts),
    fees: ofYear(undrawn, partsOf(plan.commitmentFeePercent)),
    balance: before.closing + drawn,
  };
}

/** What a rate of a year comes to on a balance times months, half up to the minor unit. */
const ofYear = (balanceMonths: bigint, parts: bigint): bigint => halfUp(balanceMonths * parts, 12n * PARTS_OF_WHOLE);

const resetsLevel = ({ first }: Plan, number: number, drawn: bigint): boolean => number === first || (number > first && drawn > 0n);

/** What each payment from this one on comes to: its principal, or with an annuity its interest and principal. */
function levelOf({ repayment, payments, rateParts, paymentsPerYear }: Plan, balance: bigint, number: number): bigint {
  const remaining = payments - number + 1;
  switch (repayment) {
    case 'bullet':
    case 'equal-principal':
      return levelPrincipal(balance, remaining);
    case 'annuity':
      return levelPayment(balance, remaining, rateParts, paymentsPerYear);
  }
}

function principalOf({ first, payments, repayment }: Plan, number: number, level: bigint, { interest, balance }: Due): bigint {
  if (number < first) return 0n;
  if (number === payments) return balance;
  // A level payment is never less than the interest: it was worked out for a balance that has only fallen since.
  return lesser(repayment === 'annuity' ? level - interest : level, balance);
}

const sumOf = (drawdowns: readonly Drawdown[]): bigint => drawdowns.reduce((sum, { amount }) => sum + amount.amount, 0n);

function scheduleFromRows({ principal, drawdowns }: Loan, rows: readonly Row[]): Schedule {
  const of = (amount: bigint): Money => money(amount, principal.currency);
  const all = (figure: Figure): bigint => rows.reduce((sum, row) => sum + row[figure], 0n);
  const [interest, fees] = [all('interest'), all('fees')];
  return {
    principal,
    drawdowns,
    rows: rows.map(({ number, month, ...row }) => ({
      number,
      month,
      drawn: of(row.drawn),
      opening: of(row.opening),
      interest: of(row.interest),
      fees: of(row.fees),
      principal: of(row.principal),
      closing: of(row.closing),
    })),
    totals: { interest: of(interest), fees: of(fees), principal: of(all('principal')), nominalCost: of(interest + fees) },
  };
}
