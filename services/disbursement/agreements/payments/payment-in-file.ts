import { accept, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { measuredBudgets } from '../exchange/budget-measure.ts';
import type { PaymentId } from '../ids.ts';
import { endToEndReference, type Payment } from './payment.ts';
import type { InstructFile, PutInFile, TakeFromFile } from './payment-commands.ts';
import { accountFault, budgetFault } from './payment-decide.ts';
import { approvers, dutiesBefore, otherDuty } from './payment-duties.ts';
import { stopFault } from './payment-stop.ts';

type Answer = Decision<Event, Rejection>;

// Which of an agreement's payments go to the bank in which file: it is decided here, with the payments, so that each goes once.

/** Puts in what can be: what went another way meanwhile is not in it afterwards. */
export function putInFile({ file, payerAccount, payments, now, by }: PutInFile, state: InForce): Answer {
  return accept(
    ...payments.flatMap(({ payment, payeeAccount }): Event[] => {
      const order = state.payments.get(payment);
      if (order?.status !== 'approved' || order.route.file !== '' || stopFault(order, now, state)) return [];
      if (accountFault(payment, order, { payerAccount, payeeAccount })) return [];
      const { milestone } = order;
      return [{ type: 'PaymentPutInFile', payment, milestone, file, payerAccount, payeeAccount, at: now, by: by.person }];
    }),
  );
}

/** What the bank may have by a reference is never paid by the same again. */
export function takeFromFile({ file, payments, wasDownloaded, now, by }: TakeFromFile, state: InForce): Answer {
  return accept(
    ...payments.flatMap((payment): Event[] => {
      const order = state.payments.get(payment);
      if (order?.status !== 'approved' || order.route.file !== file) return [];
      const instruction = wasDownloaded ? endToEndReference(payment, order.attempt) : undefined;
      return [{ type: 'PaymentTakenFromFile', payment, milestone: order.milestone, file, at: now, by: by.person, instruction }];
    }),
  );
}

/** All of them, or none, once the bank has them whatever budgets hold by then: those that this file has instructed before are unchanged. */
export function instructFile(command: InstructFile, state: InForce): Answer {
  const { file, payments, debitCurrency, handedOver, withBankSince, isAtBank, budgets, now, by } = command;
  const events: Event[] = [];
  for (const payment of payments) {
    const order = state.payments.get(payment);
    if (!order) return refuse({ type: 'PaymentIsUnknown', payment });
    if (isInstructedBy(file, order)) continue;
    const measures = budgets ? measuredBudgets(state, order.sponsor, budgets) : [];
    const fault =
      instructionFault(payment, order, { file, handedOver, isAtBank, now, by }, state) ??
      (handedOver ? undefined : budgetFault(state, measures));
    if (fault) return refuse(fault);
    const { milestone, attempt } = order;
    const route = 'route' in order ? order.route : undefined;
    const instruction = endToEndReference(payment, attempt);
    const facts = { payment, milestone, instruction, by: by.person, at: now, ...route, debitCurrency, budgets: measures, withBankSince };
    events.push({ type: 'PaymentInstructed', ...facts });
  }
  return accept(...events);
}

/** Also where it has failed or is settled by now: a file that is sent again instructs nothing twice. */
const isInstructedBy = (file: string, order: Payment): boolean =>
  ('instruction' in order && order.route.file === file) ||
  order.attempts.some((attempt) => attempt.status === 'failed' && attempt.file === file);

function instructionFault(
  payment: PaymentId,
  order: Payment,
  { file, handedOver, isAtBank, now, by }: Omit<InstructFile, 'type' | 'payments'>,
  state: InForce,
): Rejection | undefined {
  if (order.status !== 'approved') return { type: 'PaymentIsNotApproved', payment, status: order.status };
  if (order.route.file !== file) return { type: 'PaymentIsNotInFile', payment, file };
  const held = otherDuty(by.person, [...dutiesBefore(order), ...approvers(order)]);
  return held ?? (isAtBank ? undefined : stopFault(order, now, state, handedOver));
}
