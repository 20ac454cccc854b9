import type { Received } from '@junkan/kit/call.ts';
import { crashAt } from '@junkan/kit/crash.ts';
import { commander, saying } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type { CommandAnswer } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { type AgreementId, isInForce, type OfStatement, type Payment, type PaymentId, type State } from '../domain/agreement-state.ts';
import { comparable, normalised, type RefundId } from '../domain/bank-reference.ts';
import { agreements, bankReferences } from '../mapping.ts';
import type { Commands, Parts } from './parts.ts';

export type BankRpcs = 'failPayment' | 'settlePayment' | 'confirmPayment' | 'objectToPayment';
type Paying = { readonly agreement: AgreementId; readonly payment: PaymentId };
type Holding = { readonly agreement: AgreementId; readonly payment: PaymentId | RefundId };

/** Says that the bank has paid, and confirms it: by hand, or as an entry of a statement tells it. */
export function settling({ run, clock, store }: Pick<Parts, 'run' | 'clock' | 'store'>) {
  const references = referencesIn(store);
  return {
    async report({ agreement, ...reported }: Reported, call: Received): Promise<CommandAnswer> {
      const { payment, bankReference } = reported;
      const command = { type: 'ReportSettlement' as const, ...reported, now: clock.now(), by: call.actor };
      const answer = await run(agreement, command, call, () => references.reserve(bankReference, { agreement, payment }, call));
      crashAt('payment.reported');
      return answer;
    },

    async confirm({ agreement, payment, report }: Paying & { readonly report: number }, call: Received): Promise<CommandAnswer> {
      const command = { type: 'ConfirmPayment' as const, agreement, payment, report, now: clock.now(), by: call.actor };
      const answer = await run(agreement, command, call, async () => {
        // What the command was just decided on: a later state would refuse it, and it would come here again.
        const order = paymentOf(await store.known(agreements, agreement), payment);
        if (order?.status === 'instructed' && order.reported?.outcome === 'settled')
          await references.reserve(order.reported.bankReference, { agreement, payment }, call);
      });
      crashAt('payment.settled');
      return answer;
    },
  };
}

type Reported = Paying & OfStatement & { readonly bankReference: string; readonly valueDate: CalendarDate };

/** What the bank did: reported by one person, confirmed or denied by another. */
export function bankCommands(parts: Parts): Pick<Commands, BankRpcs> {
  const { run, texts, clock, store } = parts;
  const references = referencesIn(store);
  const { report, confirm } = settling(parts);
  const said = saying(run, texts);
  return {
    failPayment: ({ agreement, payment, note: words }, call) =>
      said(agreement, words, call, (note) => ({ type: 'ReportFailure', payment, note, now: clock.now(), by: call.actor })),

    settlePayment: report,
    confirmPayment: confirm,

    async objectToPayment({ agreement, payment, report, note: words }, call) {
      const now = clock.now();
      const answer = await said(agreement, words, call, (note) => ({
        type: 'ObjectToPayment',
        payment,
        report,
        note,
        now,
        by: call.actor,
      }));
      // After the objection, so that a repeat makes up for a release that did not come to pass.
      const order = paymentOf(await store.load(agreements, agreement), payment);
      const reference = order?.objections.find((each) => each.report === report)?.bankReference;
      if (order && reference && referenceOf(order) !== reference) await references.release(reference, payment, call);
      return answer;
    },
  };
}

/** The streams of bank references, each taken by one payment or one refund. */
export function referencesIn(store: EventStore) {
  const toReference = commander(store, bankReferences, REJECTIONS);
  const run = async (
    spelt: string,
    command: Parameters<typeof toReference>[1],
    { expectedVersion: _, ...call }: Received,
  ): Promise<void> => {
    await toReference(idFrom('bnk', comparable(spelt)), command, call);
  };
  return {
    /** @throws ProblemError where another payment has it. What is this payment's already stays so. */
    reserve: (spelt: string, { agreement, payment }: Holding, call: Received) =>
      run(spelt, { type: 'ReserveReference', bankReference: normalised(spelt) ?? spelt, agreement, payment, by: call.actor }, call),
    release: (spelt: string, payment: PaymentId, call: Received) => run(spelt, { type: 'ReleaseReference', payment, by: call.actor }, call),
  };
}

export const paymentOf = ({ state }: Folded<State>, payment: PaymentId): Payment | undefined =>
  state.status !== 'absent' && isInForce(state) ? state.payments.get(payment) : undefined;

/** The reference by which it is settled, or is reported to be. */
const referenceOf = (payment: Payment): string | undefined =>
  'reported' in payment && payment.reported?.outcome === 'settled' ? payment.reported.bankReference : undefined;
