import type { Received } from '@junkan/kit/call.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { isInForce } from '../../../agreements/agreement-state.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { budgetsOf } from '../../../agreements/exchange/api/budgets.ts';
import type { PaymentId, SponsorId } from '../../../agreements/ids.ts';
import { endToEndReference, type Payment } from '../../../agreements/payments/payment.ts';
import { approversOf, dutiesBefore } from '../../../agreements/payments/payment-duties.ts';
import type { Erased } from '../../../mapping.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import { payingAccount, usableAccounts } from '../../accounts/view/usable.ts';
import { documentOf, writingFaults } from '../format/document.ts';
import { leftOutReason } from '../format/standing.ts';
import type { Existing, FileDuty, ListedTransfer, PaymentFileId, Rejection, WritingFault } from '../payment-file.ts';
import { paymentNamed, paymentsToInstruct, type Waiting } from '../view/payments.ts';
import { type FilingParts, orderIn, standingOf } from './payment-file-parts.ts';

const MAX_TRANSFERS = 10_000;

export type GatheringParts = FilingParts & Pick<Parts, 'openPayments'>;
export type Gathering = {
  readonly payer: SponsorId;
  readonly currency: string;
  readonly payments: readonly string[];
  readonly file: PaymentFileId;
};
export type Gathered = {
  readonly payerAccount: BankAccountId | '';
  readonly transfers: readonly ListedTransfer[];
  readonly duties: readonly FileDuty[];
  readonly approvedAlone: readonly string[];
  /** The orders of all of them. */
  readonly orders: ReadonlyMap<PaymentId, Payment>;
};

/** What a file is to be made of: the approved payments with their accounts, or why each cannot go. */
export function gathering(parts: GatheringParts) {
  const { clock, openPayments } = parts;
  const { agreementsOf } = standingOf(parts);

  function asked({ payer, currency, payments }: Gathering, most: number): Waiting[] {
    if (payments.length === 0) return paymentsToInstruct(openPayments.prepare, payer, currency, most);
    return [...new Set(payments)].map((payment) => {
      const found = paymentNamed(openPayments.prepare, payment);
      if (!found) throw refused({ type: 'PaymentIsUnknown', payment });
      if (found.payer !== payer) throw refused({ type: 'PaymentIsOfAnotherPayer', payment: found.payment, payer: found.payer });
      if (found.currency !== currency)
        throw refused({ type: 'PaymentIsInAnotherCurrency', payment: found.payment, currency: found.currency });
      return found;
    });
  }

  /** `most`: where none are named, so many of all that wait. */
  async function gathered(of: Gathering, call: Received, most = MAX_TRANSFERS): Promise<Gathered> {
    const { payer, currency, file } = of;
    const usable = usableAccounts(parts);
    const waiting = asked(of, most);
    const states = await agreementsOf(waiting);
    const paying = new Map<string, BankAccountId | ''>();
    for (const [agreement, state] of states)
      if (state.status !== 'absent' && isInForce(state)) paying.set(agreement, (await payingAccount(usable, state, payer))?.id ?? '');
    // A file is paid from one account: that of the first payment that has one.
    const [payerAccount = (await usable(payer, currency))?.id ?? ''] = waiting.flatMap(({ agreement }) => paying.get(agreement) || []);
    const transfers: ListedTransfer[] = [];
    const duties = new Map<string, FileDuty>();
    const approvedAlone = new Set<string>();
    const orders = new Map<PaymentId, Payment>();
    for (const { agreement, payment } of waiting) {
      const known = orderIn(states.get(agreement), payment);
      if (!known) continue;
      const { state, order } = known;
      orders.set(payment, order);
      const { proposer: payee } = state;
      const payeeAccount = (await usable(payee, currency))?.id ?? '';
      const because =
        leftOutReason(state, payment, {
          file,
          budgets: await budgetsOf(parts)(state, call),
          now: clock.now(),
          payerAccount: paying.get(agreement) === payerAccount ? payerAccount : '',
          payeeAccount,
        }) ?? '';
      const { tranche, amount, attempt } = order;
      const instruction = endToEndReference(payment, attempt);
      transfers.push({ agreement, payment, tranche, payee, payeeAccount, amount, instruction, because });
      if (because !== '') continue;
      for (const each of dutiesOf(order)) duties.set(`${each.duty} ${each.person}`, each);
      const [approver = '', other] = approversOf(order);
      if (other === undefined) approvedAlone.add(approver);
    }
    return { payerAccount, transfers, duties: [...duties.values()], approvedAlone: [...approvedAlone], orders };
  }

  /** Why a bank would refuse the file as it would be written. */
  async function faultIn({ payerAccount, transfers }: Gathered, header: Header): Promise<WritingFault | undefined> {
    if (payerAccount === '' || transfers.every(({ because }) => because !== '')) return undefined;
    const written = await documentOf(parts, { ...header, payerAccount, transfers });
    if (written.ok === 'erased') throw erased(written.account);
    return written.ok ? undefined : writingFaults(written.faults, transfers)[0];
  }

  return { gathered, faultIn };
}

type Header = Pick<Existing, 'message' | 'madeAt' | 'executionDate' | 'currency'>;

function dutiesOf(order: Payment): FileDuty[] {
  const held = dutiesBefore(order).flatMap(([duty, person]) => (duty === 'submitted' || duty === 'verified' ? [{ duty, person }] : []));
  const approved = approversOf(order).map((person) => ({ duty: 'approved' as const, person }));
  return [...held, { duty: 'requested', person: order.requestedBy }, ...approved];
}

const refused = (rejection: Rejection | Erased | { type: 'PaymentIsUnknown'; payment: string }): ProblemError =>
  new ProblemError(problemOf(rejection, REJECTIONS));
export const erased = (account: BankAccountId): ProblemError => refused({ type: 'AccountNumberIsErased', account });
