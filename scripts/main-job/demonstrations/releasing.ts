import { released, settles, statementOf, stepsOf } from '../bank.ts';
import type { Base } from './base.ts';

/** What was retained, once all is settled. */
export const releasing = (base: Base) => ({
  /** What was retained of every sponsor's payments, once all of them are settled. */
  async released(agreement: string): Promise<void> {
    const { now } = await base.time.until(async () => true);
    const { shares, payments } = await base.agreement(agreement);
    for (const { sponsor } of shares) {
      const own = payments.filter((payment) => payment.sponsor === sponsor);
      if (!own.some(({ retained }) => /[1-9]/.test(retained.amount))) continue;
      const before = own.find(({ tranche }) => tranche === 0);
      if (before?.status === 'settled') continue;
      const sending = (step: string) => ({ key: `${base.name}:${step}:release:${sponsor}`, correlationId: `demonstration:${base.name}` });
      const order = await released(base.api, agreement, sponsor, sending);
      const booked = { bankReference: statementOf(order.payment), valueDate: before?.reported?.valueDate ?? now.slice(0, 10) };
      await settles(stepsOf(base.api, order, sending), booked);
    }
  },
});
