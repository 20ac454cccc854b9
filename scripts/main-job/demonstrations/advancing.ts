import { maker, officerOf, verifier } from '../api.ts';
import { advanced, settles, statementOf, stepsOf } from '../bank.ts';
import type { MoneyText } from '../summary.ts';
import type { Base } from './base.ts';

/** Money that is paid before its milestone is verified. */
export const advancing = (base: Base) => ({
  /** The city asks for it, finance requests it, and the bank pays it. */
  async advanced(agreement: string, number: number, part: { tranche: number; sponsor: string; amount: MoneyText }): Promise<void> {
    await base.as(officerOf(base.city)).askAdvance({ id: agreement }, { ...part, note: 'Containers for the first two wards.' });
    const { now } = await base.time.until(async () => true);
    const { payments } = await base.agreement(agreement);
    const before = payments.find(({ advance }) => advance === number);
    if (before?.status === 'settled') return;
    const sending = (step: string) => ({ key: `${base.name}:${step}:advance:${number}`, correlationId: `demonstration:${base.name}` });
    const order = await advanced(base.api, agreement, number, sending);
    const booked = { bankReference: statementOf(order.payment), valueDate: before?.reported?.valueDate ?? now.slice(0, 10) };
    await settles(stepsOf(base.api, order, sending), booked);
  },
  async refusesAdvance(agreement: string, part: { tranche: number; sponsor: string; amount: MoneyText }): Promise<void> {
    await base.as(officerOf(base.city)).askAdvance({ id: agreement }, { ...part, note: 'A lorry.' });
    await base.as(maker).refuseAdvance({ id: agreement, number: 1 }, { note: 'A lorry is not in the proposal.' });
  },
  /** What was spent of it, stated twice: the first statement is returned. */
  async liquidated(agreement: string, number: number, stated: MoneyText, accepted: MoneyText): Promise<void> {
    const { effectiveAt = '' } = await base.agreement(agreement);
    const day = effectiveAt.slice(0, 10);
    const of = { id: agreement, number };
    const spent = { amount: stated, firstDay: day, lastDay: day };
    const words = new TextEncoder().encode(`Invoices 17 to 19 of ${agreement}`);
    const { hash } = await base.as(officerOf(base.city)).upload(words, 'text/plain', { name: 'Invoices.txt' });
    await base.as(officerOf(base.city)).submitExpenditure(of, { ...spent, note: 'Forty containers.', evidence: [hash] });
    await base.as(verifier).returnExpenditure({ ...of, expenditure: '1' }, { note: 'Which invoices?' });
    const proven = { ...spent, note: 'Forty containers, invoices 17 to 19.', evidence: [hash] };
    await base.as(officerOf(base.city)).submitExpenditure(of, proven);
    await base.as(verifier).acceptExpenditure({ ...of, expenditure: '2' }, { amount: accepted });
  },
});
