import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { crashAt } from '@junkan/kit/crash.ts';
import { type Commander, commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Command } from '../domain/agreement-commands.ts';
import { type AgreementId, isInForce, type Payment, type PaymentId, type State } from '../domain/agreement-state.ts';
import { comparable, normalised } from '../domain/bank-reference.ts';
import { agreements, bankReferences } from '../mapping.ts';
import { named } from './named.ts';

type Parts = { toAgreement: Commander<Command>; texts: Texts; clock: PolicyClock; store: EventStore };
export type BankRpcs = 'failPayment' | 'settlePayment' | 'confirmPayment' | 'objectToPayment';
type Paying = { readonly agreement: AgreementId; readonly payment: PaymentId };

/** What the bank did: reported by one person, confirmed or denied by another. */
export function bankCommands({
  toAgreement,
  texts,
  clock,
  store,
}: Parts): Pick<Handlers<typeof DisbursementCommandServiceService>, BankRpcs> {
  const references = referencesIn(store);
  return {
    async failPayment(request, call) {
      const { agreement, payment } = named(request);
      const text = await texts.draft(request.note.trim(), { stream: agreement, by: call.actor });
      const command = { type: 'ReportFailure' as const, payment, note: text.reference, now: clock.now(), by: call.actor };
      return toAgreement(agreement, command, call, text.keep);
    },

    async settlePayment(request, call) {
      const { agreement, payment } = named(request);
      const { bankReference, valueDate } = request;
      const command = { type: 'ReportSettlement' as const, payment, bankReference, valueDate, now: clock.now(), by: call.actor };
      const answer = await toAgreement(agreement, command, call, () => references.reserve(bankReference, { agreement, payment }, call));
      crashAt('payment.reported');
      return answer;
    },

    async confirmPayment(request, call) {
      const { agreement, payment } = named(request);
      const command = { type: 'ConfirmPayment' as const, agreement, payment, report: request.report, now: clock.now(), by: call.actor };
      const answer = await toAgreement(agreement, command, call, async () => {
        // What the command was just decided on: a later state would refuse it, and it would come here again.
        const order = paymentOf(await store.known(agreements, agreement), payment);
        if (order?.status === 'instructed' && order.reported?.outcome === 'settled')
          await references.reserve(order.reported.bankReference, { agreement, payment }, call);
      });
      crashAt('payment.settled');
      return answer;
    },

    async objectToPayment(request, call) {
      const { agreement, payment } = named(request);
      const { reference: note, keep } = await texts.draft(request.note.trim(), { stream: agreement, by: call.actor });
      const command = { type: 'ObjectToPayment' as const, payment, report: request.report, note, now: clock.now(), by: call.actor };
      const answer = await toAgreement(agreement, command, call, keep);
      // After the objection, so that a repeat makes up for a release that did not come to pass.
      const order = paymentOf(await store.load(agreements, agreement), payment);
      const reference = order?.objections.find(({ report }) => report === request.report)?.bankReference;
      if (order && reference && referenceOf(order) !== reference) await references.release(reference, payment, call);
      return answer;
    },
  };
}

/** The streams of bank references, each taken by one payment. */
function referencesIn(store: EventStore) {
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
    reserve: (spelt: string, { agreement, payment }: Paying, call: Received) =>
      run(spelt, { type: 'ReserveReference', bankReference: normalised(spelt) ?? spelt, agreement, payment, by: call.actor }, call),
    release: (spelt: string, payment: PaymentId, call: Received) => run(spelt, { type: 'ReleaseReference', payment, by: call.actor }, call),
  };
}

const paymentOf = ({ state }: Folded<State>, payment: PaymentId): Payment | undefined =>
  state.status !== 'absent' && isInForce(state) ? state.payments.get(payment) : undefined;

/** The reference by which it is settled, or is reported to be. */
const referenceOf = (payment: Payment): string | undefined =>
  'reported' in payment && payment.reported?.outcome === 'settled' ? payment.reported.bankReference : undefined;
