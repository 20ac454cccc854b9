import type { PolicyClock } from '@junkan/kit/clock.ts';
import { crashAt } from '@junkan/kit/crash.ts';
import type { Commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { paymentIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Command } from '../domain/agreement-commands.ts';
import type { AgreementId, PaymentId, SponsorId } from '../domain/agreement-state.ts';
import { milestoneFacts } from '../mapping.ts';
import { type BankRpcs, bankCommands } from './bank.ts';
import { named } from './named.ts';
import { milestoneOf, type ProjectRegistry } from './registry.ts';

type Parts = {
  toAgreement: Commander<Command>;
  texts: Texts;
  clock: PolicyClock;
  store: EventStore;
  projectRegistry: ProjectRegistry;
};
type Service = typeof DisbursementCommandServiceService;
type PaymentRpcs = 'requestPayment' | 'approvePayment' | 'refusePayment' | 'instructPayment' | BankRpcs;

/** The one payment of a cell. */
export const paymentOf = (agreement: AgreementId, tranche: number, sponsor: SponsorId): PaymentId =>
  idFrom(...paymentIdParts(agreement, tranche, sponsor));

/** The commands of payment orders, which are part of their agreement's stream. */
export function paymentCommands({ toAgreement, texts, clock, store, projectRegistry }: Parts): Pick<Handlers<Service>, PaymentRpcs> {
  return {
    async requestPayment({ agreement: id, tranche, sponsor: giver }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const sponsor = idOf('spo', giver, 'sponsor');
      const milestone = idFrom(...milestoneIdParts(agreement, tranche));
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
      const command = { type: 'RefusePayment' as const, payment, note: text.reference, now: clock.now(), by: call.actor };
      return toAgreement(agreement, command, call, text.keep);
    },

    async instructPayment(request, call) {
      const { agreement, payment } = named(request);
      const answer = await toAgreement(agreement, { type: 'InstructPayment', payment, now: clock.now(), by: call.actor }, call);
      crashAt('payment.instructed');
      return answer;
    },

    ...bankCommands({ toAgreement, texts, clock, store }),
  };
}
