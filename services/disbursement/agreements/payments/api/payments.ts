import type { Received } from '@junkan/kit/call.ts';
import { withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { paymentIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { milestoneOf } from '../../../api/registry.ts';
import { areOneAccount } from '../../../banking/accounts/view/owners.ts';
import { payingAccount, usableAccounts } from '../../../banking/accounts/view/usable.ts';
import { limitsOfDay } from '../../../banking/files/api/limits-of-day.ts';
import { crashAt } from '../../../crash.ts';
import { agreements, milestoneFacts } from '../../../mapping.ts';
import { isInForce, type State } from '../../agreement-state.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { rulesFor } from '../../approval-rules/api/approval-rules.ts';
import { budgetsOf } from '../../exchange/api/budgets.ts';
import type { AgreementId, PaymentId, SponsorId } from '../../ids.ts';
import { OF_ALL_TRANCHES } from '../../retention/retention.ts';
import { partPaymentUnderWay } from '../part-payment.ts';
import type { Accounts, Payment } from '../payment.ts';
import type { InstructPayment } from '../payment-commands.ts';
import { type BankRpcs, bankCommands, paymentOf as paymentIn } from './bank.ts';

type PaymentRpcs =
  | 'requestPayment'
  | 'requestPartPayment'
  | 'requestRelease'
  | 'approvePayment'
  | 'refusePayment'
  | 'instructPayment'
  | BankRpcs;

/** The one payment of a cell. */
export const paymentOf = (agreement: AgreementId, tranche: number, sponsor: SponsorId): PaymentId =>
  idFrom(...paymentIdParts(agreement, tranche, sponsor));

/** What was requested by this call, or else what of the cell is under way; otherwise what the call would request, so that a repeat is answered as before. */
export function partPaymentIn(
  agreement: AgreementId,
  state: State,
  part: { readonly tranche: number; readonly sponsor: SponsorId },
  { actor, commandId }: Pick<Received, 'actor' | 'commandId'>,
): PaymentId {
  const own: PaymentId = idFrom('pay', agreement, 'part', actor.person, commandId);
  if (state.status === 'absent' || !isInForce(state) || state.payments.has(own)) return own;
  const [underWay = own] = partPaymentUnderWay(state, part) ?? [];
  return underWay;
}

/** The accounts that are used now, if there are any. */
async function accountsOf(
  parts: Parts,
  { state }: Folded<State>,
  payment: PaymentId,
): Promise<Accounts & Pick<InstructPayment, 'debitCurrency'>> {
  if (state.status === 'absent' || !isInForce(state)) return { payerAccount: '', payeeAccount: '' };
  const order = state.payments.get(payment);
  if (!order) return { payerAccount: '', payeeAccount: '' };
  const usable = usableAccounts(parts);
  const { currency } = order.amount;
  const [payer, payee] = await Promise.all([payingAccount(usable, state, order.sponsor), usable(state.proposer, currency)]);
  const from = payer?.account.currency ?? currency;
  const accounts = { payerAccount: payer?.id ?? '', payeeAccount: payee?.id ?? '' } as const;
  return from === currency ? accounts : { ...accounts, debitCurrency: from };
}

/** What was instructed, whatever came of it. */
const WITH_THE_BANK: readonly Payment['status'][] = ['instructed', 'settled', 'failed', 'returned'];

/** Instructs the bank by hand, after it was counted towards the limits of its day. */
function instructing(parts: Parts): Commands['instructPayment'] {
  const { run, clock, store, dayOfBooks } = parts;
  const limits = limitsOfDay(parts);
  return async ({ agreement, payment, ...read }, call) => {
    const loaded = await store.load(agreements, agreement);
    const now = clock.now();
    const asked = { type: 'InstructPayment' as const, payment, ...read, now, by: call.actor };
    const order = paymentIn(loaded, payment);
    if (!order) return run(agreement, { ...asked, payerAccount: '', payeeAccount: '' }, call);
    const { sponsor: payer, requestedAt, amount } = order;
    const measured = { user: payment, day: { payer, currency: amount.currency, day: dayOfBooks(now) } };
    const [accounts, limited, budgets] = await Promise.all([
      accountsOf(parts, loaded, payment),
      limits.measured(measured, requestedAt, now),
      budgetsOf(parts)(loaded.state, call),
    ]);
    const command = { ...asked, ...accounts, limited, budgets };
    const answer = await limits.counting({ ...measured, amount, limited, alone: true, now }, call, {
      act: (count) => run(agreement, command, call, count),
      isDone: async () => WITH_THE_BANK.includes(paymentIn(await store.load(agreements, agreement), payment)?.status ?? 'requested'),
    });
    crashAt('payment.instructed');
    return answer;
  };
}

/** The commands of payment orders, which are part of their agreement's stream. */
export function paymentCommands(parts: Parts): Pick<Commands, PaymentRpcs> {
  const { run, texts, clock, store, projectRegistry } = parts;
  const said = withNote(run, texts);

  return {
    async requestPayment({ agreement, tranche, sponsor }, call) {
      const milestone = idFrom(...milestoneIdParts(agreement, tranche));
      const facts = milestoneFacts(milestone, await milestoneOf(projectRegistry, milestone, call));
      const command = { type: 'RequestPayment' as const, agreement, tranche, sponsor, milestone: facts, now: clock.now(), by: call.actor };
      return { answer: await run(agreement, command, call), payment: paymentOf(agreement, tranche, sponsor) };
    },

    async requestPartPayment({ agreement, ...part }, call) {
      const milestone = idFrom(...milestoneIdParts(agreement, part.tranche));
      const facts = milestoneFacts(milestone, await milestoneOf(projectRegistry, milestone, call));
      const { state } = await store.load(agreements, agreement);
      const payment = partPaymentIn(agreement, state, part, call);
      const command = {
        type: 'RequestPartPayment' as const,
        agreement,
        ...part,
        payment,
        milestone: facts,
        now: clock.now(),
        by: call.actor,
      };
      const answer = await run(agreement, command, call);
      crashAt('part-payment.requested');
      return { answer, payment };
    },

    async requestRelease({ agreement, sponsor }, call) {
      const payment = paymentOf(agreement, OF_ALL_TRANCHES, sponsor);
      const command = { type: 'RequestRelease' as const, agreement, sponsor, payment, now: clock.now(), by: call.actor };
      return { answer: await run(agreement, command, call), payment };
    },

    async approvePayment({ agreement, payment, ...read }, call) {
      const loaded = await store.load(agreements, agreement);
      const now = clock.now();
      const [rules, { debitCurrency: _, ...accounts }] = await Promise.all([
        rulesFor(store, SECRETARIAT, paymentIn(loaded, payment)?.requestedAt ?? now, now),
        accountsOf(parts, loaded, payment),
      ]);
      const isToItself = await areOneAccount(accounts, parts);
      const command = { type: 'ApprovePayment' as const, agreement, payment, rules, isToItself, ...accounts, ...read, now, by: call.actor };
      return run(agreement, command, call);
    },

    refusePayment: ({ agreement, payment, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'RefusePayment', agreement, payment, note, now: clock.now(), by: call.actor })),

    instructPayment: instructing(parts),
    ...bankCommands(parts),
  };
}
