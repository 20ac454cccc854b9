import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { statements } from '../../../mapping.ts';
import { waitsStill } from '../../statements/api/line-standing.ts';
import type { Entry } from '../../statements/statement.ts';
import { inFile } from '../format/document.ts';
import type { PaymentFileId, Shown, State, Transfer } from '../payment-file.ts';
import { statementsOfFile } from '../view/payments.ts';

type Parts = { readonly store: EventStore; readonly openPayments: Pick<OpenView, 'prepare'> };

/** A statement by which the bank has the file: an undecided debit of the payer's account is one of its transfers, in its amount. */
export async function shownFile({ store, openPayments }: Parts, file: PaymentFileId, state: State): Promise<Shown | undefined> {
  if (state.status === 'absent') return undefined;
  const transfers = inFile(state);
  for (const statement of statementsOfFile(openPayments.prepare, file)) {
    const { state: found } = await store.load(statements, statement);
    if (found.status === 'absent' || found.cashAccount !== state.payerAccount) continue;
    if (found.entries.some((entry) => transfers.some((transfer) => isDebitOf(transfer, entry)))) return { statement, by: found.importedBy };
  }
  return undefined;
}

/** In the currency of the account, where that is another, the amount is not known beforehand. */
function isDebitOf({ instruction, amount }: Pick<Transfer, 'instruction' | 'amount'>, entry: Entry): boolean {
  const isPaid = entry.booked && entry.direction === 'debit' && !entry.reversal && entry.instruction === instruction;
  const isOfAmount = entry.amount.currency !== amount.currency || entry.amount.amount === amount.amount;
  return isPaid && isOfAmount && waitsStill(entry);
}
