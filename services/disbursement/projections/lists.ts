import { ownList } from '@junkan/kit/messaging/list-projection.ts';
import { agreementMessage, agreements } from '../mapping.ts';

export const AGREEMENT_KEYS = ['project', 'status', 'agreement', 'milestone', 'sponsor', 'paymentStatus'] as const;

/** The payments are inside their agreements: the last three keys hold one value for each payment. */
export const agreementList = ownList({
  name: 'agreements',
  aggregate: agreements,
  message: agreementMessage,
  keys: ({ id, project, status, payments }) => ({
    project,
    status,
    agreement: id,
    milestone: [...new Set(payments.map((payment) => payment.milestone))],
    sponsor: [...new Set(payments.map((payment) => payment.sponsor))],
    paymentStatus: [...new Set(payments.map((payment) => payment.status))],
  }),
});
