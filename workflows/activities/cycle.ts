import { type CycleInput, cycleId } from '../contract.ts';
import type { CycleActivities } from '../flows/flows.ts';
import type { WholeCycleView } from '../rules/cycle.ts';
import { calling, observed, take } from './calling.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function cycleActivities(parts: Parts): CycleActivities {
  const { wakeRecords, clock, log } = parts;
  const { programme } = parts.services;
  const callsOf = ({ cycle, correlationId }: CycleInput) => calling(cycleId(cycle), correlationId);
  return {
    lookAtCycle: (input) =>
      observed<WholeCycleView>(wakeRecords, cycleId(input.cycle), async () => {
        const { status, version, due, next } = await programme.getAwardCycle({ cycle: input.cycle }, callsOf(input).query);
        return { now: clock.now(), status: knowing(parts, cycleId(input.cycle))('cycle', status), version, due, next };
      }),
    async actOnCycle(input, steps) {
      for (const step of steps)
        await take(log, step, () => programme.stepAwardCycle({ cycle: input.cycle }, callsOf(input).command('step', step.version)));
    },
  };
}
