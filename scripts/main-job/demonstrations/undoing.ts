import { givesBack, isNotOver, isReversed, ordered, owedCells, settles, statementOf, stepsOf } from '../bank.ts';
import type { Cell } from '../messages.ts';
import type { Base } from './base.ts';

/** Payments that are undone after they were settled. */
export const undoing = (base: Base) => ({
  /** A payment of a tranche comes back: the bank has returned it, and it is ordered and paid again. */
  async paidAgain(agreement: string, tranche: number): Promise<void> {
    const { now } = await base.time.until(async () => true);
    const valueDate = now.slice(0, 10);
    for (const cell of owedCells(await base.agreement(agreement), tranche)) {
      const { step, sending, reference } = this.of(agreement, cell);
      await givesBack(step, { bankReference: `${reference}-BACK`, valueDate, note: 'The account is closed.' });
      await ordered(base.api, agreement, cell, (name) => sending(`${name}:anew`));
      await settles(step, { bankReference: `${reference}-AGAIN`, valueDate }, 3);
    }
  },
  /** A return is confirmed that was of another payment; then what was paid turns out to be booked for another, and is settled as the bank’s statement says. */
  async bookedAgain(agreement: string, tranche: number): Promise<void> {
    const { now } = await base.time.until(async () => true);
    for (const cell of owedCells(await base.agreement(agreement), tranche)) {
      const { step, reference } = this.of(agreement, cell);
      const valueDate = now.slice(0, 10);
      await givesBack(step, { bankReference: `${reference}-OTHER`, valueDate, note: 'The account is closed.' });
      await isNotOver(step, 'The bank has returned another payment of the same sum.');
      await isReversed(step, 'It was another payment of the same sum.', 4);
      await settles(step, { bankReference: `${reference}-RIGHT`, valueDate }, 5);
    }
  },
  of(agreement: string, { payment = '' }: Cell) {
    const sending = (name: string) => ({ key: `${base.name}:${name}:${payment}:undone`, correlationId: `demonstration:${base.name}` });
    return { step: stepsOf(base.api, { id: agreement, payment }, sending), sending, reference: statementOf(payment) };
  },
});
