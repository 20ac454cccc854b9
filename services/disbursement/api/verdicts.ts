import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Command } from '../domain/agreement-commands.ts';
import type { AgreementId } from '../domain/agreement-state.ts';
import { agreements, milestoneFacts } from '../mapping.ts';
import { judgements, milestoneOf, type ProjectRegistry } from './registry.ts';

type Parts = {
  toAgreement: Commander<Command>;
  store: EventStore;
  clock: PolicyClock;
  projectRegistry: ProjectRegistry;
};

/** What a milestone's verdict does to its tranche. */
export function verdictCommands(parts: Parts): Pick<Handlers<typeof DisbursementCommandServiceService>, 'applyVerdict'> {
  const { toAgreement, clock, projectRegistry } = parts;
  return {
    async applyVerdict({ agreement: id, tranche }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const milestone = idFrom(...milestoneIdParts(agreement, tranche));
      const command = {
        type: 'ApplyVerdict' as const,
        agreement,
        tranche,
        milestone: milestoneFacts(milestone, await milestoneOf(projectRegistry, milestone, call)),
        unjudged: await unjudgedAfter(tranche, agreement, parts, call),
        now: clock.now(),
        by: call.actor,
      };
      return toAgreement(agreement, command, call);
    },
  };
}

/** Later tranches whose milestones have no verdict yet. */
async function unjudgedAfter(
  tranche: number,
  agreement: AgreementId,
  { store, projectRegistry }: Parts,
  call: Received,
): Promise<number[]> {
  const { state } = await store.load(agreements, agreement);
  if (state.status === 'absent') return [];
  const later = state.tranches.map(({ number }) => number).filter((number) => number > tranche);
  const found = await judgements(projectRegistry, agreement, later, call);
  return found.filter(({ judgement }) => judgement === 'open').map(({ number }) => number);
}
