import type { Weights } from './criteria.ts';
import { checkWeights, standardWeights } from './criteria.ts';
import type { Explanation } from './explain.ts';
import { explain } from './explain.ts';
import { mandateIndex, removeMandate, upsertMandate } from './mandate-index.ts';
import { nearSponsorsFor } from './mandate-near.ts';
import type { RankedMandates } from './mandate-rank.ts';
import { sponsorsFor } from './mandate-rank.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import { projectIndex, removeProject, upsertProject } from './project-index.ts';
import type { RankedProject, RankedProjects, Visit } from './project-rank.ts';
import { nearProjectsFor, projectsFor, visitFitting, visitNear } from './project-rank.ts';

/**
 * Matches mandates and projects: two indexes in memory, each kept up to date one mandate or project at a time. They contain nothing that is
 * not in the profiles, so they can be rebuilt at any time; equal profiles give equal answers, whatever their order.
 */
export type Engine = {
  readonly mandates: ReadonlyMap<string, MandateProfile>;
  readonly projects: ReadonlyMap<string, ProjectProfile>;
  readonly upsertMandate: (mandate: MandateProfile) => void;
  readonly removeMandate: (id: string) => void;
  readonly upsertProject: (project: ProjectProfile) => void;
  readonly removeProject: (id: string) => void;
  /** The best `limit` mandates: score downwards, then id upwards. The project need not be held by the engine. */
  readonly sponsorsFor: (project: ProjectProfile, limit: number) => RankedMandates;
  /** The best `limit` of the projects that the engine holds. The mandate need not be held. */
  readonly projectsFor: (mandate: MandateProfile, limit: number) => RankedProjects;
  /** The best `limit` mandates of which the project misses exactly one condition, ranked as if it did not. */
  readonly nearSponsorsFor: (project: ProjectProfile, limit: number) => { readonly near: number; readonly best: RankedMandates['best'] };
  /** The best `limit` projects that miss exactly one condition of the mandate, ranked as if they did not. */
  readonly nearProjectsFor: (mandate: MandateProfile, limit: number) => { readonly near: number; readonly best: readonly RankedProject[] };
  /** Every project that matches, in no order. */
  readonly visitFitting: (mandate: MandateProfile, visit: Visit) => void;
  /** Every project that misses exactly one condition, in no order. */
  readonly visitNear: (mandate: MandateProfile, visit: Visit) => void;
  readonly explain: (project: ProjectProfile, mandate: MandateProfile) => Explanation;
};

/** @throws when the weights do not sum to 1, and on a profile whose figures are out of range. */
export function createEngine(weights: Weights = standardWeights): Engine {
  checkWeights(weights);
  const mandates = new Map<string, MandateProfile>();
  const projects = new Map<string, ProjectProfile>();
  const byMandate = mandateIndex(weights);
  const byProject = projectIndex(weights);
  return {
    mandates,
    projects,
    upsertMandate: (mandate) => {
      upsertMandate(byMandate, mandate);
      mandates.set(mandate.id, mandate);
    },
    removeMandate: (id) => {
      removeMandate(byMandate, id);
      mandates.delete(id);
    },
    upsertProject: (project) => {
      upsertProject(byProject, project);
      projects.set(project.id, project);
    },
    removeProject: (id) => {
      removeProject(byProject, id);
      projects.delete(id);
    },
    sponsorsFor: (project, limit) => sponsorsFor(byMandate, project, limit),
    projectsFor: (mandate, limit) => projectsFor(byProject, mandate, limit),
    nearSponsorsFor: (project, limit) => nearSponsorsFor(byMandate, project, limit),
    nearProjectsFor: (mandate, limit) => nearProjectsFor(byProject, mandate, limit),
    visitFitting: (mandate, visit) => visitFitting(byProject, mandate, visit),
    visitNear: (mandate, visit) => visitNear(byProject, mandate, visit),
    explain: (project, mandate) => explain(project, mandate, weights),
  };
}
