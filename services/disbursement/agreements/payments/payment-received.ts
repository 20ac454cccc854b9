import type { InForce } from '../agreement-state.ts';
import type { AgreementId } from '../ids.ts';
import { accounts } from '../journal.ts';
import type { Payment } from './payment.ts';

/** Where the proposer's money is booked: what is paid ahead is received once it is liquidated. */
export const receivedAs = ({ advance }: Payment, agreement: AgreementId, { proposer }: InForce): string =>
  advance > 0 ? accounts.advance(proposer, agreement) : accounts.received(proposer);
