import type { BodyOf } from '@junkan/client/operations.ts';
import type { ARMS } from './tables/projects.ts';

type Arm = (typeof ARMS)[number];

/**
 * On what terms each arm of the Bank offers. The tables say which arm gave, but contain no rates: the figures are invented for the trial,
 * in the manner of a loan at a market rate and of a concessional credit.
 */
export const FINANCING: Readonly<Record<Arm, BodyOf<'proposeOffer'>['financing']>> = {
  ibrd: {
    instrument: 'loan',
    loan: {
      rate: 'index',
      index: 'SOFR 6M',
      indexPercent: '4.25',
      percent: '1.25',
      frontEndFeePercent: '0.25',
      commitmentFeePercent: '0.25',
      tenorMonths: 240,
      graceMonths: 60,
      repayment: 'equal-principal',
      payments: 'half-yearly',
    },
  },
  ida: {
    instrument: 'loan',
    loan: {
      rate: 'fixed',
      percent: '0.75',
      tenorMonths: 456,
      graceMonths: 72,
      repayment: 'equal-principal',
      payments: 'half-yearly',
    },
  },
  grant: { instrument: 'grant' },
};
