import { idOfPassport, type PassportInput } from '../contract.ts';
import type { PassportActivities } from '../flows/flows.ts';
import type { PassportStep, WholePassportView } from '../rules/passport.ts';
import { type Calls, calling, observed, take } from './calling.ts';
import type { Parts, Services } from './parts.ts';
import { knowing } from './statuses.ts';

export function passportActivities(parts: Parts): PassportActivities {
  const { wakeRecords, clock, policy, log } = parts;
  const { 'sponsor-registry': sponsors } = parts.services;
  const callsOf = (input: PassportInput) => calling(idOfPassport(input), input.correlationId);
  return {
    lookAtPassport: (input) =>
      observed<WholePassportView>(wakeRecords, idOfPassport(input), async () => {
        const passport = await sponsors.getPassport({ id: input.passport }, callsOf(input).query);
        const { clearance, validUntil, underReview, requests } = passport;
        const status = knowing(parts, idOfPassport(input))('passport', passport.status);
        return { now: clock.now(), status, clearance, validUntil, underReview, requests, policy };
      }),
    async actOnPassport(input, steps: readonly PassportStep[]) {
      for (const step of steps) await take(log, step, () => actOnPassport(sponsors, input, step, callsOf(input)));
    },
  };
}

function actOnPassport(
  sponsors: Services['sponsor-registry'],
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
