import { queryOptions } from '@tanstack/react-query';
import { project } from '#messages';
import { ofMilestone, ofRetained } from '#messages/statements';
import { shortId } from '../../acts/facts.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';

const AT_ONCE = 500;

type Money = Schemas['Money'];

/** The recoveries of which at least this amount is still to come back; where banks convert, those in other currencies as well. */
export const openRefundsQuery = ({ amount, currency }: Money, isConverted = false) =>
  queryOptions({
    queryKey: keys.list('refunds', { amount, currency, isConverted }),
    queryFn: async ({ signal }) => {
      const asked = { kind: 'recovery-to-resolve', limit: AT_ONCE, with: 'names' } as const;
      const { work, names } = await api.operations.listWork(asked, { signal });
      const isEnough = (open: Money | undefined): boolean =>
        open?.currency === currency ? Number(open.amount) >= Number(amount) : isConverted && open !== undefined;
      return { refunds: work.filter((each) => isEnough(each.amount)), names };
    },
  });

/** What was called of guarantees and accepted, in a currency, and is not confirmed as paid: of this sum, where one is given. */
export const openClaimsQuery = (currency: string, sum?: Money) =>
  queryOptions({
    queryKey: keys.list('claims', { currency, sum }),
    queryFn: async ({ signal }) => {
      const asked = { waits: 'all', limit: AT_ONCE, with: 'names' } as const;
      const [open, reported] = await Promise.all([
        api.operations.listWork({ ...asked, kind: 'claim-to-report' }, { signal }),
        api.operations.listWork({ ...asked, kind: 'claim-to-confirm' }, { signal }),
      ]);
      const claims = [...open.work, ...reported.work].filter(
        ({ amount }) => amount?.currency === currency && (!sum || amount.amount === sum.amount),
      );
      return { claims, names: { ...open.names, ...reported.names } };
    },
  });

/** The agreements of a sponsor, with what was called of its guarantees and paid back to it. */
export const agreementsOfQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('agreements', { sponsor, names: true }),
    queryFn: ({ signal }) => api.operations.listAgreements({ sponsor, limit: AT_ONCE, with: 'names' }, { signal }),
  });

/** The payments of an agreement, whatever has become of them. */
export const paymentsOfQuery = (agreement: string) =>
  queryOptions({
    queryKey: keys.list('payments', { agreement }),
    queryFn: ({ signal }) => api.operations.findPayments({ agreement, limit: AT_ONCE, with: 'names' }, { signal }),
  });

/** What the bank was instructed to pay, or is confirmed to have paid: of one sum, or as many as one request returns. */
export const openPaymentsQuery = (currency: string, status: 'instructed' | 'settled' = 'instructed', sum?: Money) =>
  queryOptions({
    queryKey: keys.list('payments', { status, currency, sum }),
    queryFn: ({ signal }) =>
      api.operations.findPayments(
        {
          status,
          currency,
          limit: AT_ONCE,
          with: 'names',
          ...(sum ? { amountFrom: sum.amount, amountTo: sum.amount } : {}),
        },
        { signal },
      ),
  });

/** Of these, what is paid in another currency from an account in this one. */
export const convertedPaymentsQuery = (currency: string, status: 'instructed' | 'settled') =>
  queryOptions({
    queryKey: keys.list('payments', { status, debited: currency }),
    queryFn: async ({ signal }) => {
      const { payments, names } = await api.operations.findPayments({ status, limit: AT_ONCE, with: 'names' }, { signal });
      return { payments: payments.filter(({ debitCurrency }) => debitCurrency === currency), names };
    },
  });

export type Found = Schemas['FoundPayment'];

/** A payment by its project, milestone and sponsor; by the letters of its id where nothing more is known. */
export const paymentText = (payment: Found | undefined, names: Schemas['Names'], id: string): string =>
  payment ? told(payment, names) : shortId(id);

function told(payment: Found, names: Schemas['Names']): string {
  const of = { project: names[payment.project]?.text ?? project(), sponsor: names[payment.sponsor]?.text ?? payment.sponsor };
  // What releases retained money is of no milestone.
  return payment.tranche === 0 ? ofRetained(of) : ofMilestone({ ...of, number: payment.tranche });
}

/** The problem type of a rejection: PaymentIsNotReported is payment-is-not-reported. */
export const problemOf = (rejection: string): string => `/problems/${rejection.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
