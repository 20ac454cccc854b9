import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { crashAt } from '@junkan/kit/crash.ts';
import type { CommandAnswer } from '@junkan/kit/grpc/command.ts';
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
  toAgreement: (stream: string, command: Command, call: Received) => Promise<CommandAnswer>;
  texts: Texts;
  clock: PolicyClock;
  projectRegistry: ProjectRegistry;
};
type Service = typeof DisbursementCommandServiceService;
type BankRpcs = 'failPayment' | 'settlePayment' | 'confirmPayment' | 'objectToPayment';
type PaymentRpcs = 'requestPayment' | 'approvePayment' | 'refusePayment' | 'instructPayment' | BankRpcs;

/** The one payment of a cell. */
export const paymentOf = (agreement: AgreementId, tranche: number, sponsor: SponsorId): PaymentId =>
  idFrom('pay', agreement, tranche, sponsor);

const named = (request: { agreement: string; payment: string }) => ({
  agreement: idOf('agr', request.agreement, 'agreement'),
  payment: idOf('pay', request.payment, 'payment'),
});

/** The commands of payment orders, which are part of their agreement's stream. */
export function paymentCommands({ toAgreement, texts, clock, projectRegistry }: Parts): Pick<Handlers<Service>, PaymentRpcs> {
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
      const note = await texts.keep(request.note);
      return toAgreement(agreement, { type: 'RefusePayment', payment, note, now: clock.now(), by: call.actor }, call);
    },

    async instructPayment(request, call) {
      const { agreement, payment } = named(request);
      const answer = await toAgreement(agreement, { type: 'InstructPayment', payment, now: clock.now(), by: call.actor }, call);
      crashAt('payment.instructed');
      return answer;
    },

    ...bankCommands({ toAgreement, texts, clock }),
  };
}

/** What the bank did: reported by one person, confirmed or denied by another. */
function bankCommands({ toAgreement, texts, clock }: Omit<Parts, 'projectRegistry'>): Pick<Handlers<Service>, BankRpcs> {
  return {
    async failPayment(request, call) {
      const { agreement, payment } = named(request);
      const note = await texts.keep(request.note.trim());
      return toAgreement(agreement, { type: 'ReportFailure', payment, note, now: clock.now(), by: call.actor }, call);
    },

    async settlePayment(request, call) {
      const { agreement, payment } = named(request);
      const { bankReference, valueDate } = request;
      const command = { type: 'ReportSettlement' as const, payment, bankReference, valueDate, now: clock.now(), by: call.actor };
      const answer = await toAgreement(agreement, command, call);
      crashAt('payment.reported');
      return answer;
    },

    async confirmPayment(request, call) {
      const { agreement, payment } = named(request);
      const command = { type: 'ConfirmPayment' as const, agreement, payment, report: request.report, now: clock.now(), by: call.actor };
      const answer = await toAgreement(agreement, command, call);
      crashAt('payment.settled');
      return answer;
    },

    async objectToPayment(request, call) {
      const { agreement, payment } = named(request);
      const note = await texts.keep(request.note.trim());
      const command = { type: 'ObjectToPayment' as const, payment, report: request.report, note, now: clock.now(), by: call.actor };
      return toAgreement(agreement, command, call);
    },
  };
}
