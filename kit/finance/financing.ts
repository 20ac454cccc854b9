/** On what terms money is given. Percentages are decimal texts ("2.375"), '' = none; months count from the day on which the agreement is effective. */
export type FinancialTerms = {
  readonly instrument: FinancingInstrument;
  /** Of a loan, and of a loan alone. */
  readonly loan: LoanTerms | undefined;
  /** Of a guarantee, and of a guarantee alone. */
  readonly guarantee: GuaranteeTerms | undefined;
  readonly security: string;
  /** Whether money may be paid before a milestone is verified. */
  readonly advances: boolean;
  readonly retentionPercent: string;
  readonly conditions: readonly FundingCondition[];
  /** Of a contribution in kind, and of one alone: what it is. */
  readonly inKind: { readonly contribution: string } | undefined;
};
export type FinancingInstrument = 'grant' | 'loan' | 'guarantee' | 'equity' | 'in-kind' | 'results-based';

/** What an instrument brings: money that is paid, a guarantee that may be called, or something else at its value. Equity is paid as a subscription. */
export type Brings = 'money' | 'exposure' | 'value';
const BRINGS: Readonly<Record<string, Brings>> = {
  grant: 'money',
  loan: 'money',
  'results-based': 'money',
  equity: 'money',
  guarantee: 'exposure',
  'in-kind': 'value',
} satisfies Readonly<Record<FinancingInstrument, Brings>>;
type Instrument = { readonly instrument: string } | undefined;
/** `financing`: nothing in offers of earlier versions, which were of money. What a newer version may bring is not taken for money. */
export const broughtBy = (financing: Instrument): Brings => (financing ? (BRINGS[financing.instrument] ?? 'value') : 'money');
export const isFunded = ({ financing }: { readonly financing?: Instrument }): boolean => broughtBy(financing) === 'money';

export type LoanTerms = {
  readonly rate: RateKind;
  /** A year: the rate, or the margin above the index. */
  readonly percent: string;
  readonly index: string;
  /** What the index was when the terms were made. */
  readonly indexPercent: string;
  readonly frontEndFeePercent: string;
  readonly commitmentFeePercent: string;
  readonly tenorMonths: number;
  readonly graceMonths: number;
  readonly repayment: Repayment;
  readonly payments: PaymentFrequency;
};
type GuaranteeTerms = {
  /** A year, of the amount that is guaranteed. */
  readonly feePercent: string;
  readonly frontEndFeePercent: string;
  readonly tenorMonths: number;
  readonly payments: PaymentFrequency;
};
export type RateKind = 'fixed' | 'index';
export type Repayment = 'bullet' | 'equal-principal' | 'annuity';
export type PaymentFrequency = 'yearly' | 'half-yearly' | 'quarterly' | 'monthly';

type FundingCondition = { readonly title: string; readonly phase: ConditionPhase; readonly kind: ConditionKind };
/** `precedent`: before the first payment. `covenant`: for as long as the agreement lasts. */
export type ConditionPhase = 'precedent' | 'covenant';
export type ConditionKind = 'policy' | 'performance' | 'fiduciary';

export type FinancingFault =
  | { type: 'LoanTermsDoNotFit'; instrument: FinancingInstrument }
  | { type: 'GuaranteeTermsDoNotFit'; instrument: FinancingInstrument }
  | { type: 'InKindTermsDoNotFit'; instrument: FinancingInstrument }
  | { type: 'IndexDoesNotFit'; rate: RateKind }
  | { type: 'GraceIsTooLong'; graceMonths: number; tenorMonths: number }
  | { type: 'MonthsDoNotFit'; months: number; every: number };

/** How many months lie between two payments. */
export const MONTHS_BETWEEN: Readonly<Record<PaymentFrequency, number>> = { yearly: 12, 'half-yearly': 6, quarterly: 3, monthly: 1 };

/** Why these terms do not fit together, or nothing. */
export function financingFault({ instrument, loan, guarantee, inKind }: FinancialTerms): FinancingFault | undefined {
  if ((instrument === 'loan') !== (loan !== undefined)) return { type: 'LoanTermsDoNotFit', instrument };
  if ((instrument === 'guarantee') !== (guarantee !== undefined)) return { type: 'GuaranteeTermsDoNotFit', instrument };
  if ((instrument === 'in-kind') !== (inKind !== undefined)) return { type: 'InKindTermsDoNotFit', instrument };
  return (loan && loanFault(loan)) ?? (guarantee && monthsFault(guarantee.payments, guarantee.tenorMonths));
}

function loanFault({ rate, index, indexPercent, tenorMonths, graceMonths, payments }: LoanTerms): FinancingFault | undefined {
  const follows = rate === 'index';
  if ((index !== '') !== follows || (indexPercent !== '') !== follows) return { type: 'IndexDoesNotFit', rate };
  if (graceMonths >= tenorMonths) return { type: 'GraceIsTooLong', graceMonths, tenorMonths };
  return monthsFault(payments, tenorMonths, graceMonths);
}

function monthsFault(payments: PaymentFrequency, ...all: readonly number[]): FinancingFault | undefined {
  const every = MONTHS_BETWEEN[payments];
  const months = all.find((each) => each % every !== 0);
  return months === undefined ? undefined : { type: 'MonthsDoNotFit', months, every };
}

/** Whether the terms that are asked for are those before; nothing asked = as they were. */
export const isSame = (asked: FinancialTerms | undefined, before: FinancialTerms | undefined): boolean =>
  asked === undefined || (before !== undefined && JSON.stringify(plain(asked)) === JSON.stringify(plain(before)));

/** In one fixed order: what the parties sign by its hash. */
export const plain = ({ instrument, loan, guarantee, security, advances, retentionPercent, conditions, inKind }: FinancialTerms) => [
  [instrument, security, advances, retentionPercent, ...(inKind ? [inKind.contribution] : [])],
  loan ? plainLoan(loan) : [],
  guarantee ? [guarantee.feePercent, guarantee.frontEndFeePercent, guarantee.tenorMonths, guarantee.payments] : [],
  conditions.map(({ title, phase, kind }) => [title, phase, kind]),
];

const plainLoan = ({ rate, percent, index, indexPercent, frontEndFeePercent, commitmentFeePercent, ...when }: LoanTerms) => [
  rate,
  percent,
  index,
  indexPercent,
  frontEndFeePercent,
  commitmentFeePercent,
  when.tenorMonths,
  when.graceMonths,
  when.repayment,
  when.payments,
];
