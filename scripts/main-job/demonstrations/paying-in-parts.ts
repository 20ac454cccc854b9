import { fails, givesBack, orderedInPart, settles, statementOf, stepsOf } from '../bank.ts';
import type { MoneyText } from '../summary.ts';
import type { Base } from './base.ts';

type Part = { readonly tranche: number; readonly sponsor: string };

/** A part of a tranche that is paid in several payments. */
export const payingInParts = (base: Base) => {
  const sendingOf = (number: number) => (step: string) => ({
    key: `${base.name}:${step}:part:${number}`,
    correlationId: `demonstration:${base.name}`,
  });
  const found = async (agreement: string, { tranche, sponsor }: Part, number: number) =>
    (await base.agreement(agreement)).payments.find(
      (payment) => payment.partPayment === number && payment.tranche === tranche && payment.sponsor === sponsor,
    );
  return {
    /** Some of the part is ordered, the part's payment of this number, and the bank pays it, or does not. */
    async paidInPart(
      agreement: string,
      part: Part,
      number: number,
      amount: MoneyText,
      ends: 'settled' | 'failed' = 'settled',
    ): Promise<void> {
      const { now } = await base.time.until(async () => true);
      const before = await found(agreement, part, number);
      if (before?.status === ends || before?.status === 'returned') return;
      const sending = sendingOf(number);
      const order = await orderedInPart(base.api, agreement, { ...part, amount }, sending);
      const step = stepsOf(base.api, order, sending);
      const booked = { bankReference: statementOf(order.payment), valueDate: before?.reported?.valueDate ?? now.slice(0, 10) };
      await (ends === 'failed' ? fails(step, 'It is above what the bank pays in one day.') : settles(step, booked));
    },
    /** The bank returns what it had paid of the part. */
    async partGivenBack(agreement: string, part: Part, number: number): Promise<void> {
      const payment = await found(agreement, part, number);
      if (payment?.status !== 'settled') return;
      const step = stepsOf(base.api, { id: agreement, payment: payment.id }, sendingOf(number));
      const { valueDate = '' } = payment;
      await givesBack(step, { bankReference: `${statementOf(payment.id)}-BACK`, valueDate, note: 'The account is closed.' });
    },
  };
};
