import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { notFound } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { ListRow } from '@junkan/kit/messaging/list-projection.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { Existing } from '../domain/project.ts';
import { projects } from '../mapping.ts';
import { milestoneList } from '../projections/lists.ts';

const MOST_MILESTONES = 500;

/** Every event of a project and its milestones in the order of policy time, with who caused it and why. */
export function timeline(store: EventStore, db: Database, texts: Texts): Handlers<typeof ProjectQueryServiceService>['timeline'] {
  return async ({ project, page }) => {
    const { state } = await store.load(projects, idOf('prj', project, 'project'));
    if (state.status === 'absent') throw notFound('Project', project);
    const streams = new Set([project, ...planned(state), ...(await begun(db, project))]);
    const histories = await Promise.all([...streams].map((stream) => store.history(stream)));
    return historyPage(texts, histories.flat(), page);
  };
}

/** Milestones that the list may not have seen yet: their ids follow from the agreement and the plan. */
const planned = (state: Existing): readonly string[] =>
  'agreement' in state ? state.proposal.milestones.map(({ number }) => idFrom(...milestoneIdParts(state.agreement, number))) : [];

async function begun(db: Database, project: string): Promise<readonly string[]> {
  const rows = db.collection<ListRow<Milestone>>(milestoneList.name);
  const found = rows.find({ 'keys.project': project } as never, { projection: { _id: 1 } }).limit(MOST_MILESTONES);
  return (await found.toArray()).map(({ _id }) => _id);
}
