import type { Money } from '@junkan/kit/pure/money.ts';
import { type InForce, paid } from '../agreement-state.ts';
import type { AgreementId } from '../ids.ts';
import { accounts, type JournalEntry, moved, summed } from '../journal.ts';
import { unbookedBy, unsettled } from '../retention/retention.ts';
import type { Payment, Settled } from './payment.ts';
import type { PaymentEvent } from './payment-events.ts';
import { paymentAfter } from './payment-evolve.ts';

/** Where the proposer's money is booked: what is paid ahead is received once it is liquidated. */
export const receivedAs = ({ advance }: Payment, agreement: AgreementId, { proposer }: InForce): string =>
  advance > 0 ? accounts.advance(proposer, agreement) : accounts.received(proposer);

/** What a return books: from what the proposer has received to where an approval had taken it from; with it what was retained, unless that has gone back. */
export function returnedBy(agreement: AgreementId, settled: Settled, state: InForce): JournalEntry['postings'] {
  const { sponsor, amount } = settled;
  const back = moved(receivedAs(settled, agreement, state), accounts.payable(agreement, sponsor), amount);
  return summed([...back, ...unbookedBy(agreement, settled, state)]).filter(({ money }) => money.amount !== 0n);
}

/** All that is paid after an event, where it leaves nothing to be paid: nothing is retained any more, either. */
export function paidInFull(
  state: InForce,
  event: Extract<PaymentEvent, { type: 'PaymentSettled' | 'OutcomeReversed' }>,
): Money | undefined {
  const payments = new Map(state.payments).set(event.payment, paymentAfter(event, state.payments));
  const after = { ...state, payments };
  return unsettled(after).length === 0 ? paid(after) : undefined;
}
