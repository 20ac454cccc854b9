import { type ScreeningInput, screeningId } from '../contract.ts';
import type { ScreeningActivities } from '../flows/flows.ts';
import type { Notice } from '../rules/next.ts';
import type { WholeScreeningView } from '../rules/screening.ts';
import { calling, observed, take } from './calling.ts';
import { sendProjectNotice } from './notices.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function screeningActivities(parts: Parts): ScreeningActivities {
  const { wakeRecords, clock, policy, log } = parts;
  const { 'project-registry': projects } = parts.services;
  const callsOf = ({ project, submission, correlationId }: ScreeningInput) => calling(screeningId(project, submission), correlationId);
  return {
    lookAtScreening: (input) =>
      observed<WholeScreeningView>(wakeRecords, screeningId(input.project, input.submission), async () => {
        const project = await projects.getProject({ id: input.project }, callsOf(input).query);
        const { submission, screeningDue, informationDue, openingDue, proposer } = project;
        const status = knowing(parts, screeningId(input.project, input.submission))('project', project.status);
        const information = { due: informationDue, proposer };
        return { now: clock.now(), status, submission, screeningDue, policy, information, openingDue };
      }),
    async actOnScreening(input, steps: readonly Notice[]) {
      for (const step of steps) await take(log, step, () => sendProjectNotice(projects, input.project, step, callsOf(input)));
    },
  };
}
