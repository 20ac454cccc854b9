import type { Actor } from '@junkan/proto/actor.ts';
import { READERS } from '@junkan/proto/junkan/project/v1/language.ts';
import { Milestone, Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { type Relation, readable, relationOf } from '@junkan/proto/readers.ts';

// Published: views of what this service decides filter it by the same rules.

/** A project as its reader may see it. In a list a sponsor sees the public fields; the item itself has more for its parties. */
export function projectFor(actor: Actor, project: Project, relation: Relation = relationOf(actor, project)): Project {
  const { shown, omitted } = readable(project, READERS.Project, relation);
  return { ...Project.fromPartial(shown), omitted };
}

/** The same of a milestone. */
export function milestoneFor(actor: Actor, milestone: Milestone, relation: Relation = relationOf(actor, milestone)): Milestone {
  const { shown, omitted } = readable(milestone, READERS.Milestone, relation);
  return { ...Milestone.fromPartial(shown), omitted };
}
