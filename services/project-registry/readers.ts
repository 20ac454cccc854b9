import type { Actor } from '@junkan/kit/pure/actor.ts';
import { type Relation, readable, relationOf } from '@junkan/kit/pure/readers.ts';
import { READERS } from '@junkan/proto/junkan/project/v1/language.ts';
import { Milestone, Project } from '@junkan/proto/junkan/project/v1/model.ts';

// Published: whoever lists what this service decides cuts it as this service does.

/** A project as somebody may read it. In a list a sponsor is told what everybody may know; the item says more to its parties. */
export function projectFor(actor: Actor, project: Project, relation: Relation = relationOf(actor, project)): Project {
  const { shown, omitted } = readable(project, READERS.Project, relation);
  return { ...Project.fromPartial(shown), omitted };
}

/** The same of a milestone. */
export function milestoneFor(actor: Actor, milestone: Milestone, relation: Relation = relationOf(actor, milestone)): Milestone {
  const { shown, omitted } = readable(milestone, READERS.Milestone, relation);
  return { ...Milestone.fromPartial(shown), omitted };
}
