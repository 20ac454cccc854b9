import type { FinancialTerms } from '../finance/financing.ts';

const NOTHING = {
  loan: undefined,
  guarantee: undefined,
  security: '',
  advances: false,
  retentionPercent: '',
  conditions: [],
  inKind: undefined,
} as const;

/** A grant without conditions. */
export const GRANT: FinancialTerms = { ...NOTHING, instrument: 'grant' };

/** A guarantee for twenty years. */
export const GUARANTEE: FinancialTerms = {
  ...NOTHING,
  instrument: 'guarantee',
  guarantee: { feePercent: '0.5', frontEndFeePercent: '', tenorMonths: 240, payments: 'yearly' },
};

/** Machines instead of money. */
export const IN_KIND: FinancialTerms = { ...NOTHING, instrument: 'in-kind', inKind: { contribution: 'Two compost turners' } };

/** A loan of twenty years, five of them without repayment. */
export const LOAN: FinancialTerms = {
  ...NOTHING,
  instrument: 'loan',
  loan: {
    rate: 'fixed',
    percent: '2.375',
    index: '',
    indexPercent: '',
    frontEndFeePercent: '0.25',
    commitmentFeePercent: '',
    tenorMonths: 240,
    graceMonths: 60,
    repayment: 'equal-principal',
    payments: 'half-yearly',
  },
};
