import { type CycleInput, cycleId } from '../contract.ts';
import type { CycleActivities } from '../flows/flows.ts';
import type { WholeCycleView } from '../rules/cycle.ts';
import { calling, observed, take } from './calling.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

/** Awards and calls for projects move with the clock in the same way: which of the two it is, the stream says. */
const isCall = ({ cycle }: CycleInput): boolean => cycle.startsWith('cal_');

export function cycleActivities(parts: Parts): CycleActivities {
  const { wakeRecords, clock, log } = parts;
  const { programme } = parts.services;
  const callsOf = ({ cycle, correlationId }: CycleInput) => calling(cycleId(cycle), correlationId);
  return {
    lookAtCycle: (input) =>
      observed<WholeCycleView>(wakeRecords, cycleId(input.cycle), async () => {
        const { query } = callsOf(input);
        const of = isCall(input)
          ? programme.getProjectCall({ call: input.cycle }, query)
          : programme.getAwardCycle({ cycle: input.cycle }, query);
        const { status, version, due, next } = await of;
        const known = knowing(parts, cycleId(input.cycle))(isCall(input) ? 'call' : 'cycle', status);
        return { now: clock.now(), status: known, version, due, next };
      }),
    async actOnCycle(input, steps) {
      for (const step of steps)
        await take(log, step, () => {
          const command = callsOf(input).command('step', step.version);
          return isCall(input)
            ? programme.stepCall({ call: input.cycle }, command)
            : programme.stepAwardCycle({ cycle: input.cycle }, command);
        });
    },
  };
}
