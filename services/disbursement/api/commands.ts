import type { PolicyClock } from '@junkan/kit/clock.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, oneOf } from '@junkan/kit/grpc/fields.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { VOID_CAUSES } from '../domain/agreement-commands.ts';
import { agreements, contentHashOf } from '../mapping.ts';
import { measureCommands } from './measures.ts';
import { paymentCommands, paymentOf } from './payments.ts';
import { preparedByOf } from './preparing.ts';
import type { ProjectRegistry } from './registry.ts';
import { termsOf } from './terms.ts';
import { verdictCommands } from './verdicts.ts';

type Parts = { store: EventStore; texts: Texts; clock: PolicyClock; projectRegistry: ProjectRegistry; signingDays: number };

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export function commands({ store, texts, clock, projectRegistry, signingDays }: Parts): Handlers<typeof DisbursementCommandServiceService> {
  const toAgreement = commander(store, agreements, REJECTIONS);

  return {
    async draftAgreement(request, call) {
      const agreement = idOf('agr', request.agreement, 'agreement');
      const terms = termsOf(request);
      const facts = {
        contentHash: contentHashOf(agreement, terms),
        payments: terms.tranches.flatMap(({ number }) => terms.shares.map(({ sponsor }) => paymentOf(agreement, number, sponsor))),
        signingDays,
        now: clock.now(),
      };
      return toAgreement(agreement, { type: 'DraftAgreement', terms, ...facts, by: call.actor }, call);
    },

    async signAgreement({ agreement: id, party, contentHash }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const preparedBy = await preparedByOf(agreement, party, { store, projectRegistry }, call);
      const command = { type: 'SignAgreement' as const, agreement, party, contentHash, preparedBy, now: clock.now(), by: call.actor };
      return toAgreement(agreement, command, call);
    },

    async declineSignature({ agreement: id, party, note }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const text = await texts.draft(note.trim(), { stream: agreement, by: call.actor });
      return toAgreement(agreement, { type: 'DeclineSignature', party, note: text.reference, by: call.actor }, call, text.keep);
    },

    voidAgreement: ({ agreement, because }, call) =>
      toAgreement(
        idOf('agr', agreement, 'agreement'),
        { type: 'VoidAgreement', because: oneOf(VOID_CAUSES, because, 'because'), by: call.actor },
        call,
      ),

    endAgreement: async ({ agreement }, call) =>
      toAgreement(idOf('agr', agreement, 'agreement'), { type: 'EndAgreement', by: call.actor }, call),

    ...verdictCommands({ toAgreement, store, clock, projectRegistry }),
    ...measureCommands({ toAgreement, texts, clock, store, projectRegistry }),
    ...paymentCommands({ toAgreement, texts, clock, store, projectRegistry }),
  };
}
