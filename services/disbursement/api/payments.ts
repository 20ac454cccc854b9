import type { PolicyClock } from '@junkan/kit/clock.ts';
import { crashAt } from '@junkan/kit/crash.ts';
import type { Commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Command } from '../domain/agreement-commands.ts';
import type { AgreementId, PaymentId, SponsorId } from '../domain/agreement-state.ts';
import { milestoneFacts } from '../mapping.ts';
import { milestoneOf, type ProjectRegistry } from './registry.ts';

type Parts = {
  toAgreement: Commander<Command>;
  texts: Texts;
  clock: PolicyClock;
  projectRegistry: ProjectRegistry;
};
type PaymentRpcs = 'requestPayment' | 'approvePayment' | 'refusePayment' | 'instructPayment' | 'failPayment' | 'settlePayment';

/** The one payment of a cell. */
export const paymentOf = (agreement: AgreementId, tranche: number, sponsor: SponsorId): PaymentId =>
  idFrom('pay', agreement, tranche, sponsor);

/** The commands of payment orders, which are part of their agreement's stream. */
export function paymentCommands({
  toAgreement,
  texts,
  clock,
  projectRegistry,
}: Parts): Pick<Handlers<typeof DisbursementCommandServiceService>, PaymentRpcs> {
  const named = (request: { agreement: string; payment: string }) => ({
    agreement: idOf('agr', request.agreement, 'agreement'),
    payment: idOf('pay', request.payment, 'payment'),
  });

  return {
    async requestPayment({ agreement: id, tranche, sponsor: giver }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const sponsor = idOf('spo', giver, 'sponsor');
      const milestone = idFrom('mst', agreement, tranche);
      const facts = milestoneFacts(milestone, await milestoneOf(projectRegistry, milestone, call));
      const command = { type: 'RequestPayment' as const, agreement, tranche, sponsor, milestone: facts, now: clock.now(), by: call.actor };
      return { answer: await toAgreement(agreement, command, call), payment: paymentOf(agreement, tranche, sponsor) };
    },

    async approvePayment(request, call) {
      const { agreement, payment } = named(request);
      return toAgreement(agreement, { type: 'ApprovePayment', agreement, payment, now: clock.now(), by: call.actor }, call);
    },

    async refusePayment(request, call) {
      const { agreement, payment } = named(request);
      const text = await texts.draft(request.note.trim(), { stream: agreement, by: call.actor });
      return toAgreement(agreement, { type: 'RefusePayment', payment, note: text.reference, by: call.actor }, call, text.keep);
    },

    async instructPayment(request, call) {
      const { agreement, payment } = named(request);
      const answer = await toAgreement(agreement, { type: 'InstructPayment', payment, by: call.actor }, call);
      crashAt('payment.instructed');
      return answer;
    },

    async failPayment(request, call) {
      const { agreement, payment } = named(request);
      const text = await texts.draft(request.note.trim(), { stream: agreement, by: call.actor });
      const command = { type: 'FailPayment' as const, agreement, payment, note: text.reference, by: call.actor };
      return toAgreement(agreement, command, call, text.keep);
    },

    async settlePayment(request, call) {
      const { agreement, payment } = named(request);
      const { bankReference, valueDate } = request;
      const answer = await toAgreement(
        agreement,
        { type: 'SettlePayment', agreement, payment, bankReference, valueDate, now: clock.now(), by: call.actor },
        call,
      );
      crashAt('payment.settled');
      return answer;
    },
  };
}
