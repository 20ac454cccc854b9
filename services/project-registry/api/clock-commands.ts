import { MAX_OFFSET_MS } from '@junkan/kit/clock.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { invalid } from '@junkan/kit/grpc/problem.ts';
import { type Instant, instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { THE_CLOCK } from '../domain/clock.ts';
import { clocks } from '../mapping.ts';
import type { CommandParts } from './parts.ts';

export function clockCommands({ store, clock, trial }: CommandParts): Pick<Handlers<typeof ProjectCommandServiceService>, 'advanceClock'> {
  const toClock = commander(store, clocks, REJECTIONS);
  return {
    async advanceClock({ to: wanted }, call) {
      const to = instantOf(wanted, 'to');
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

function instantOf(value: string, field: string): Instant {
  const at = milliseconds(value);
  if (Number.isNaN(at) || !/^\d{4}-\d{2}-\d{2}T/.test(value)) throw invalid(field, 'must be an ISO 8601 instant');
  return instant(at);
}
