import { type PassportInput, passportId } from '../contract.ts';
import type { PassportActivities } from '../flows/workflows.ts';
import type { PassportStep } from '../rules/passport.ts';
import { type Calls, calling, looked, take } from './calling.ts';
import type { Parts, Services } from './parts.ts';

export function passportActivities({ services: { sponsors }, looks, clock, policy, log }: Parts): PassportActivities {
  const callsOf = ({ passport, clearance, correlationId }: PassportInput) => calling(passportId(passport, clearance), correlationId);
  return {
    lookAtPassport: (input) =>
      looked(looks, passportId(input.passport, input.clearance), async () => {
        const { status, clearance, validUntil, underReview } = await sponsors.getPassport({ id: input.passport }, callsOf(input).query);
        return { now: clock.now(), status, clearance, validUntil, underReview, policy };
      }),
    async actOnPassport(input, steps: readonly PassportStep[]) {
      for (const step of steps) await take(log, step, () => actOnPassport(sponsors, input, step, callsOf(input)));
    },
  };
}

function actOnPassport(
  sponsors: Services['sponsors'],
  { passport, clearance }: PassportInput,
  step: PassportStep,
  { command }: Calls,
): Promise<unknown> {
  if (step.do === 'ExpireClearance') return sponsors.expireClearance({ passport, clearance }, command('expire', clearance));
  const { do: what, matter, role, organisation, occurrence } = step;
  return sponsors.remindOfPassport(
    { passport, matter, role, organisation, occurrence },
    command(what, matter, occurrence, role, organisation),
  );
}
