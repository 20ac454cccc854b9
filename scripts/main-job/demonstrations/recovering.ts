import { approver, certifierOf, checker, maker, secretary } from '../api.ts';
import { adviceOf, statementOf } from '../bank.ts';
import type { MoneyText } from '../summary.ts';
import type { Base } from './base.ts';

/** Money that was paid and has to come back. */
export const recovering = (base: Base) => ({
  /** What was paid is claimed back; the proposer is heard, and an approver decides. */
  async claimedBack(agreement: string, kind: 'ineligible' | 'clawback' | 'unspent', amount: MoneyText): Promise<void> {
    await base.as(secretary).claimRecovery({ id: agreement }, { kind, amount, note: 'The invoices are of another year.' });
    await base.as(certifierOf(base.city)).answerRecovery({ id: agreement, number: 1 }, { note: 'A part of it was delivered later.' });
    await base.as(approver).approveRecovery({ id: agreement, number: 1 });
  },
  async refunds(agreement: string, resolution: number, amount: MoneyText): Promise<void> {
    const { now } = await base.time.until(async () => true);
    const bankReference = `BACK ${resolution} ${statementOf(agreement)}`;
    const of = { id: agreement, number: 1 };
    const claimed = (await base.agreement(agreement)).recoveries[0]?.resolutions[resolution - 1];
    await base
      .as(maker)
      .reportRefund(of, { amount, bankReference, valueDate: claimed?.valueDate ?? now.slice(0, 10), document: await adviceOf(base.api) });
    await base.as(checker).confirmResolution({ ...of, resolution: String(resolution) });
  },
});
