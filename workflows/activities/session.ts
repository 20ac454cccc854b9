import { type SessionInput, sessionId } from '../contract.ts';
import type { SessionActivities } from '../flows/flows.ts';
import type { SessionStep, WholeSessionView } from '../rules/session.ts';
import { calling, observed, take } from './calling.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function sessionActivities(parts: Parts): SessionActivities {
  const { wakeRecords, clock, log } = parts;
  const { programme } = parts.services;
  const callsOf = ({ session, correlationId }: SessionInput) => calling(sessionId(session), correlationId);
  const actOn = (input: SessionInput, step: SessionStep): Promise<unknown> => {
    const { session } = input;
    const { command } = callsOf(input);
    switch (step.do) {
      case 'StepSession':
        return programme.stepSession({ session }, command('step', step.version));
      case 'ProposeCertificate':
        return programme.proposeCertificate({ session, holder: step.holder }, command('certificate', step.holder));
    }
  };
  return {
    lookAtSession: (input) =>
      observed<WholeSessionView>(wakeRecords, sessionId(input.session), async () => {
        const { status, version, due, next, holders } = await programme.getTrainingSession({ id: input.session }, callsOf(input).query);
        return { now: clock.now(), status: knowing(parts, sessionId(input.session))('session', status), version, due, next, holders };
      }),
    async actOnSession(input, steps) {
      for (const step of steps) await take(log, step, () => actOn(input, step));
    },
  };
}
