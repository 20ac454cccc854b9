import type { Notice } from '../rules/next.ts';
import type { Calls } from './calling.ts';
import type { Services } from './parts.ts';

export function sendProjectNotice(
  projects: Services['project-registry'],
  project: string,
  notice: Notice,
  { command }: Calls,
): Promise<unknown> {
  const { do: what, matter, role, organisation, occurrence } = notice;
  const request = { project, matter, role, organisation, occurrence };
  const call = command(what, matter, occurrence, role, organisation);
  return what === 'RemindOf' ? projects.remindOfProject(request, call) : projects.escalateProject(request, call);
}

export function sendMilestoneNotice(
  projects: Services['project-registry'],
  milestone: string,
  notice: Notice,
  { command }: Calls,
): Promise<unknown> {
  const { do: what, matter, role, organisation, occurrence } = notice;
  const request = { milestone, matter, role, organisation, occurrence };
  const call = command(what, matter, occurrence, role, organisation);
  return what === 'RemindOf' ? projects.remindOfMilestone(request, call) : projects.escalateMilestone(request, call);
}
