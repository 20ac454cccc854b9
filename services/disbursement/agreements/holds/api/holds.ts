import { withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { undecidedAmong } from '../../../banking/statements/api/line-standing.ts';
import { agreements } from '../../../mapping.ts';
import { isInForce } from '../../agreement-state.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import type { AgreementId, MilestoneId } from '../../ids.ts';
import { lineIn } from '../../payments/of-statement.ts';
import { OF_ALL_TRANCHES } from '../../retention/retention.ts';

/** The commands of holds, which are part of their agreement's stream as the payments are. */
export function holdCommands({
  run,
  texts,
  clock,
  store,
  releaseDays,
}: Pick<Parts, 'run' | 'texts' | 'clock' | 'store'> & { readonly releaseDays: number }): Pick<Commands, 'holdPayment' | 'releaseHold'> {
  const said = withNote(run, texts);
  return {
    holdPayment: ({ agreement, note: words, ...held }, call) =>
      said(agreement, words, call, (note) => ({
        ...({ type: 'HoldPayment', ...held, note, milestone: milestoneOf(agreement, held.tranche), releaseDays } as const),
        now: clock.now(),
        by: call.actor,
      })),

    async releaseHold({ agreement, note: words, ...released }, call) {
      const { state } = await store.load(agreements, agreement);
      const hold = state.status !== 'absent' && isInForce(state) ? state.holds[released.hold - 1] : undefined;
      const line = hold && lineIn(hold);
      const [undecided] = line ? await undecidedAmong(store, [line]) : [];
      return said(agreement, words, call, (note) => ({
        type: 'ReleaseHold',
        ...released,
        note,
        undecided,
        now: clock.now(),
        by: call.actor,
      }));
    },
  };
}

/** The milestone of a part that is held; '' = it is of all tranches. */
export const milestoneOf = (agreement: AgreementId, tranche: number): MilestoneId | '' =>
  tranche === OF_ALL_TRANCHES ? '' : idFrom(...milestoneIdParts(agreement, tranche));
