import { type ScreeningInput, screeningId } from '../contract.ts';
import type { ScreeningActivities } from '../flows/workflows.ts';
import type { Notice } from '../rules/next.ts';
import { calling, looked, take } from './calling.ts';
import { sendProjectNotice } from './notices.ts';
import type { Parts } from './parts.ts';

export function screeningActivities({ services: { projects }, looks, clock, policy, log }: Parts): ScreeningActivities {
  const callsOf = ({ project, submission, correlationId }: ScreeningInput) => calling(screeningId(project, submission), correlationId);
  return {
    lookAtScreening: (input) =>
      looked(looks, screeningId(input.project, input.submission), async () => {
        const { status, submission, screeningDue, informationDue, proposer } = await projects.getProject(
          { id: input.project },
          callsOf(input).query,
        );
        return { now: clock.now(), status, submission, screeningDue, policy, information: { due: informationDue, proposer } };
      }),
    async actOnScreening(input, steps: readonly Notice[]) {
      for (const step of steps) await take(log, step, () => sendProjectNotice(projects, input.project, step, callsOf(input)));
    },
  };
}
