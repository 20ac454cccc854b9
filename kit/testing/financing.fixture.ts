import type { FinancialTerms } from '../finance/financing.ts';

const NOTHING = { loan: undefined, guarantee: undefined, security: '', advances: false, retentionPercent: '', conditions: [] } as const;

/** A grant without conditions. */
export const GRANT: FinancialTerms = { ...NOTHING, instrument: 'grant' };

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
