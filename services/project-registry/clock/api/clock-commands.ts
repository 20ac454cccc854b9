import { MAX_OFFSET_MS } from '@junkan/kit/clock.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { invalid } from '@junkan/kit/problem.ts';
import { instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import { clocks } from '../../mapping.ts';
import { THE_CLOCK } from '../clock.ts';

export function clockCommands({ store, clock, trial }: CommandParts): Pick<Commands, 'advanceClock'> {
  const toClock = commander(store, clocks, REJECTIONS);
  return {
    async advanceClock({ to: wanted }, call) {
      const to = instant(milliseconds(wanted));
      if (milliseconds(to) - Date.now() > MAX_OFFSET_MS) throw invalid('to', 'must be within a hundred years');
      const command = {
        type: 'AdvanceClock' as const,
        to,
        now: clock.now(),
        offset: clock.offset(),
        trial,
        by: call.actor,
      };
      const answer = await toClock(THE_CLOCK, command, call);
      clock.adopt(Number((await store.load(clocks, THE_CLOCK)).state.offset));
      return answer;
    },
  };
}
