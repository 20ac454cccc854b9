import type { Received } from '@junkan/kit/call.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { withdrawing, within } from '../../../agreements/payments/api/bank.ts';
import { refunding } from '../../../agreements/recoveries/api/recoveries.ts';
import { claiming } from '../../../agreements/unfunded/api/drawings.ts';
import { type Entry, everNamedIn, isSameSettled, type Settled, type StatementId } from '../statement.ts';
import type { Rejection } from '../statement-rejections.ts';
import { nameOfSettled } from '../statement-saying.ts';

type Of = { readonly statement: StatementId; readonly entry: Entry };
type Clearing = { /** What it says from now on. */ readonly keeps: readonly Settled[]; readonly note?: string };

/**
 * What an entry has reported of payments and recoveries goes with what is said of it: before it is said otherwise, each report is taken back where it waits
 * for its second person. Then nobody confirms it, whatever becomes of the entry. What two persons have confirmed by the entry, it stays.
 */
export function clearing(parts: Parts) {
  const payments = withdrawing(parts);
  const refunds = refunding(parts);
  const claims = claiming(parts);

  async function withdrawn({ statement, entry }: Of, all: readonly Settled[], call: Received, words?: string): Promise<void> {
    const line = { statement, statementEntry: entry.number };
    const note = words || `Entry ${entry.number} of the bank’s statement is not said to be this any more.`;
    for (const { agreement: id, payment, recovery, drawing = 0 } of all) {
      const of = { agreement: id as AgreementId, line, note };
      const what = payment || (drawing > 0 ? `${id} call ${drawing}` : `${id} ${recovery}`);
      const own = within(call, `withdraw ${what} of ${statement} ${entry.number}`);
      if (payment !== '') await payments.withdraw({ ...of, payment: payment as PaymentId }, own);
      else if (drawing > 0) await claims.withdraw({ ...of, drawing }, own);
      else await refunds.withdraw({ ...of, recovery }, own);
    }
  }

  /** @throws ProblemError where two persons have confirmed one of them by this entry. */
  async function requireUnmoved({ statement, entry }: Of, all: readonly Settled[]): Promise<void> {
    const line = { statement, statementEntry: entry.number };
    for (const each of all) {
      const { agreement: id, payment, recovery, drawing = 0 } = each;
      const of = { agreement: id as AgreementId, line };
      const rests =
        payment !== ''
          ? payments.restsOn({ ...of, payment: payment as PaymentId })
          : drawing > 0
            ? claims.restsOn({ ...of, drawing })
            : refunds.restsOn({ ...of, recovery });
      if (!(await rests)) continue;
      const refusal: Rejection = { type: 'EntryHasMovedMoney', entry: entry.number, payment: nameOfSettled(each) };
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
