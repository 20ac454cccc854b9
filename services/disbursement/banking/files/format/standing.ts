import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { decide, evolve } from '../../../agreements/agreement.ts';
import type { Rejection } from '../../../agreements/agreement-faces.ts';
import { type State as Agreement, isInForce } from '../../../agreements/agreement-state.ts';
import type { Budgets } from '../../../agreements/exchange/exchange-state.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import type { Accounts } from '../../../agreements/payments/payment.ts';
import { accountFault } from '../../../agreements/payments/payment-decide.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import type { LeftOutReason, ListedTransfer, PaymentFileId, StandingFault } from '../payment-file.ts';

/** Who would instruct, where it does not matter who. */
const NOBODY = { person: '', organisation: SECRETARIAT, roles: ['finance.maker'] } as const;

type World = {
  readonly agreementOf: (agreement: AgreementId) => Agreement;
  /** The account that an organisation is paid to, or from, now; nothing where it has none. */
  readonly usableOf: (organisation: string) => BankAccountId | undefined;
  /** What budgets in other currencies hold for the offers of an agreement. */
  readonly budgetsOf: (agreement: AgreementId) => Budgets | undefined;
  readonly now: Instant;
};
type File = {
  readonly id: PaymentFileId;
  readonly payer: string;
  readonly payerAccount: BankAccountId;
  readonly transfers: readonly ListedTransfer[];
};

/** What prevents sending a file now, by the deciders that would answer it: the first thing that has changed since it was made. */
export function standingFault({ id, payer, payerAccount, transfers }: File, world: World, by = NOBODY): StandingFault | undefined {
  const nothing = { type: 'PaymentFileDoesNotStand', agreement: '', payment: '', account: '' } as const;
  if (world.usableOf(payer) !== payerAccount) return { ...nothing, because: 'AccountIsNotUsable', account: payerAccount };
  for (const { agreement, payment, payee, payeeAccount } of transfers) {
    const of = { ...nothing, agreement, payment };
    if (world.usableOf(payee) !== payeeAccount) return { ...of, because: 'AccountIsNotUsable', account: payeeAccount };
    const command = {
      type: 'InstructFile' as const,
      file: id,
      payments: [payment],
      budgets: world.budgetsOf(agreement),
      now: world.now,
      by,
    };
    const decision = decide(command, world.agreementOf(agreement));
    if (!decision.ok) return { ...of, because: decision.rejection.type };
  }
  return undefined;
}

/** Why a payment cannot go into a file; nothing where it can. `accounts`: those by which it would. */
export function leftOutReason(
  state: Agreement,
  payment: PaymentId,
  { file, budgets, now, ...accounts }: { readonly file: PaymentFileId; readonly budgets: Budgets; readonly now: Instant } & Accounts,
): LeftOutReason | undefined {
  const order = state.status !== 'absent' && isInForce(state) ? state.payments.get(payment) : undefined;
  if (order?.status !== 'approved') return order?.status ?? 'not-approved';
  if (order.route.file !== '' && order.route.file !== file) return 'in-another-file';
  const { payerAccount, payeeAccount } = accounts;
  if (payerAccount === '' || payeeAccount === '') return 'no-usable-account';
  if (accountFault(payment, order, accounts)) return 'account-changed';
  const { milestone } = order;
  const put = evolve(state, { type: 'PaymentPutInFile', payment, milestone, file, payerAccount, payeeAccount, at: now, by: '' });
  const decision = decide({ type: 'InstructFile', file, payments: [payment], budgets, now, by: NOBODY }, put);
  return decision.ok ? undefined : (REASONS[decision.rejection.type] ?? 'not-approved');
}

const REASONS: Partial<Record<Rejection['type'], LeftOutReason>> = {
  AgreementIsNotEffective: 'agreement-not-effective',
  OutsideThePeriodOfTheBudget: 'outside-period',
  PersonHasAnotherDuty: 'other-duty',
  PaymentIsHeld: 'on-hold',
  BudgetIsOverspent: 'budget-overspent',
};
