import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { CommandAnswer } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, moneyOf, oneOf } from '@junkan/kit/grpc/fields.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { TrancheChange } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Command } from '../domain/agreement-commands.ts';
import * as domain from '../domain/agreement-state.ts';

type Parts = {
  toAgreement: (stream: string, command: Command, call: Received) => Promise<CommandAnswer>;
  texts: Texts;
  clock: PolicyClock;
};
type MeasureRpcs = 'proposeMeasure' | 'approveMeasure' | 'refuseMeasure';

/** The commands of measures, which are part of their agreement's stream. */
export function measureCommands({
  toAgreement,
  texts,
  clock,
}: Parts): Pick<Handlers<typeof DisbursementCommandServiceService>, MeasureRpcs> {
  return {
    async proposeMeasure({ agreement, kind, note, changes }, call) {
      const command = {
        type: 'ProposeMeasure' as const,
        kind: oneOf(domain.MEASURES, kind, 'kind'),
        note: await texts.keep(note.trim()),
        changes: changes.map(changeOf),
        now: clock.now(),
        by: call.actor,
      };
      return toAgreement(idOf('agr', agreement, 'agreement'), command, call);
    },

    async approveMeasure({ agreement: id, measure }, call) {
      const agreement = idOf('agr', id, 'agreement');
      return toAgreement(agreement, { type: 'ApproveMeasure', agreement, measure, now: clock.now(), by: call.actor }, call);
    },

    async refuseMeasure({ agreement, measure, note }, call) {
      const command = { type: 'RefuseMeasure' as const, measure, note: await texts.keep(note), by: call.actor };
      return toAgreement(idOf('agr', agreement, 'agreement'), command, call);
    },
  };
}

const changeOf = ({ tranche, dueOn, amount }: TrancheChange, index: number): domain.TrancheChange => ({
  tranche,
  dueOn,
  amount: amount && moneyOf(amount, `changes[${index}].amount`),
});
