import type { Projection } from '@junkan/kit/messaging/projection.ts';
import { ProjectDrafted, ProjectRevised } from '@junkan/proto/junkan/project/v1/events.ts';
import type { Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import { MandatePublished } from '@junkan/proto/junkan/sponsor/v1/events.ts';
import type { MandateTerms } from '@junkan/proto/junkan/sponsor/v1/model.ts';

/** What other contexts say of those who can be matched; the index in memory is filled from these rows. */
export type MandateCandidate = { readonly sponsor: string; readonly status: string; readonly terms: MandateTerms | undefined };
export type ProjectCandidate = { readonly proposal: Proposal | undefined; readonly seeking: boolean };

export const mandateCandidates: Projection<MandateCandidate> = {
  name: 'mandate_candidates',
  context: 'sponsor',
  aggregates: ['mandate'],
  fold(view, { type, data }) {
    if (type === 'MandatePublished') {
      const { sponsor, terms } = MandatePublished.fromJSON(data);
      return { sponsor, status: 'published', terms };
    }
    if (!view) throw new Error(`${type} met a mandate that was never published`);
    return view;
  },
};

/** From eligible until its round is over, a project seeks sponsors. */
const SEEKING: Record<string, boolean> = {
  ProjectDeclaredEligible: true,
  ProjectFunded: false,
  ProjectLeftUnfunded: false,
  ProjectDeclaredIneligible: false,
};

export const projectCandidates: Projection<ProjectCandidate> = {
  name: 'project_candidates',
  context: 'project',
  aggregates: ['project'],
  fold(view, { type, data }) {
    if (type === 'ProjectDrafted') return { proposal: ProjectDrafted.fromJSON(data).proposal, seeking: false };
    if (!view) throw new Error(`${type} met a project that was never drafted`);
    if (type === 'ProjectRevised') return { ...view, proposal: ProjectRevised.fromJSON(data).proposal };
    return { ...view, seeking: SEEKING[type] ?? view.seeking };
  },
};
