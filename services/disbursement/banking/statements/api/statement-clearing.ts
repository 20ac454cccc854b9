import type { Received } from '@junkan/kit/call.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { withdrawing, within } from '../../../agreements/payments/api/bank.ts';
import { refunding } from '../../../agreements/recoveries/api/recoveries.ts';
import { type Entry, everNamedIn, isSameSettled, type Rejection, type Settled, type StatementId } from '../statement.ts';

type Of = { readonly statement: StatementId; readonly entry: Entry };
type Clearing = { /** What it says from now on. */ readonly keeps: readonly Settled[]; readonly note?: string };

/**
 * What an entry has reported of payments and recoveries goes with what is said of it: before it is said otherwise, each report is taken back where it waits
 * for its second person. Then nobody confirms it, whatever becomes of the entry. What two persons have confirmed by the entry, it stays.
 */
export function clearing(parts: Parts) {
  const payments = withdrawing(parts);
  const refunds = refunding(parts);

  async function withdrawn({ statement, entry }: Of, all: readonly Settled[], call: Received, words?: string): Promise<void> {
    const line = { statement, statementEntry: entry.number };
    const note = words || `Entry ${entry.number} of the bank’s statement is not said to be this any more.`;
    for (const { agreement: id, payment, recovery } of all) {
      const of = { agreement: id as AgreementId, line, note };
      const own = within(call, `withdraw ${payment || `${id} ${recovery}`} of ${statement} ${entry.number}`);
      if (payment !== '') await payments.withdraw({ ...of, payment: payment as PaymentId }, own);
      else await refunds.withdraw({ ...of, recovery }, own);
    }
  }

  /** @throws ProblemError where two persons have confirmed one of them by this entry. */
  async function requireUnmoved({ statement, entry }: Of, all: readonly Settled[]): Promise<void> {
    const line = { statement, statementEntry: entry.number };
    for (const { agreement: id, payment, recovery } of all) {
      const of = { agreement: id as AgreementId, line };
      const rests = payment !== '' ? payments.restsOn({ ...of, payment: payment as PaymentId }) : refunds.restsOn({ ...of, recovery });
      if (!(await rests)) continue;
      const refusal: Rejection = { type: 'EntryHasMovedMoney', entry: entry.number, payment: payment || `${id}/${recovery}` };
      throw new ProblemError(problemOf(refusal, REJECTIONS));
    }
  }

  return {
    withdrawn,

    async cleared(of: Of, { keeps, note }: Clearing, call: Received): Promise<void> {
      const before = everNamedIn(of.entry).filter((each) => !keeps.some((kept) => isSameSettled(kept, each)));
      await requireUnmoved(of, before);
      await withdrawn(of, before, call, note);
      // What was confirmed in between was not taken back.
      await requireUnmoved(of, before);
    },
  };
}
