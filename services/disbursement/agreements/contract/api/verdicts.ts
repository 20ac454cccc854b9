import type { Received } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { judgements, milestoneOf } from '../../../api/registry.ts';
import { agreements, milestoneFacts } from '../../../mapping.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import type { AgreementId } from '../../ids.ts';

/** What a milestone's verdict does to its tranche. */
export function verdictCommands(parts: Parts): Pick<Commands, 'applyVerdict'> {
  const { run, clock, projectRegistry } = parts;
  return {
    async applyVerdict({ agreement, tranche }, call) {
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
      return run(agreement, command, call);
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
