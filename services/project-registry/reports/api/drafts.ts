import { idFrom } from '@junkan/kit/ids.ts';
import { notFound } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { reportDraftIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { milestones, projects, reports } from '../../mapping.ts';
import { type Existing, isReportable, type Promised, type ReportId, reportOf, type ToSign } from '../../milestones/milestone.ts';
import { type OnMilestone, toSign } from '../report.ts';
import { promisedIn } from '../reporting.ts';

/** Which draft is a milestone's: that of the report it waits for, or of the one that it had last. */
export type OfMilestone = { readonly id: ReportId; readonly on: OnMilestone };

export function draftOn(milestone: string, state: Existing): OfMilestone {
  const { status, terms } = state;
  const reported = reportOf(state)?.number ?? 0;
  const number = isReportable(status) ? reported + 1 : Math.max(reported, 1);
  const { project, proposer } = terms;
  return {
    id: idFrom(...reportDraftIdParts(milestone, number)),
    on: { milestone: milestone as OnMilestone['milestone'], project, proposer, number, status },
  };
}

/** @throws ProblemError where there is no such milestone. */
export async function draftOf(store: EventStore, milestone: string): Promise<OfMilestone> {
  const { state } = await store.load(milestones, milestone);
  if (state.status === 'absent') throw notFound('Milestone', milestone);
  return draftOn(milestone, state);
}

/** A draft as a certifier would sign it now. */
export async function draftToSign(store: EventStore, id: ReportId): Promise<ToSign> {
  return toSign(id, (await store.load(reports, id)).state);
}

/** The indicators that the milestone's proposal promises. */
export async function plannedOf(store: EventStore, milestone: string): Promise<readonly Promised[]> {
  const { state } = await store.known(milestones, milestone);
  if (state.status === 'absent') return [];
  const project = (await store.load(projects, state.terms.project)).state;
  return project.status === 'absent' ? [] : promisedIn(project.proposal, state.terms.number);
}
