import { ownList } from '@junkan/kit/messaging/list-projection.ts';
import { agreementMessage, agreements } from '../mapping.ts';

export const AGREEMENT_KEYS = ['project', 'status', 'agreement', 'readers', 'milestone', 'sponsor', 'paymentStatus'] as const;

/** The payments are inside their agreements: the last three keys hold one value for each payment. */
export const agreementList = ownList({
  name: 'agreements',
  aggregate: agreements,
  message: agreementMessage,
  keys: ({ id, project, status, proposer, shares, payments }) => ({
    project,
    status,
    agreement: id,
    readers: [...new Set([proposer, ...shares.map(({ sponsor }) => sponsor)])],
    milestone: [...new Set(payments.map((payment) => payment.milestone))],
    sponsor: [...new Set(payments.map((payment) => payment.sponsor))],
    paymentStatus: [...new Set(payments.map((payment) => payment.status))],
  }),
});
