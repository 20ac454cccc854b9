import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import { listPage } from '@junkan/kit/messaging/list.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import { readerOf } from '@junkan/kit/pure/oversight.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { recordedIn } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { Milestone, Project, Proposer } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { THE_CLOCK } from '../domain/clock.ts';
import { clockMessage, clocks, milestoneMessage, milestones, projectMessage, projects, proposerMessage, proposers } from '../mapping.ts';
import { milestoneList, projectList, proposerList } from '../projections/lists.ts';
import { downloadEvidence } from './evidence.ts';
import { histories } from './histories.ts';
import { timeline } from './timeline.ts';
import type { Uploads } from './uploads.ts';

type Parts = { store: EventStore; db: Database; texts: Texts; blobs: Blobs; uploads: Uploads; clock: PolicyClock };

/** One item is folded from its stream, so a writer reads what it wrote; lists come from the read models. */
export function queries({ store, db, texts, blobs, uploads, clock }: Parts): Handlers<typeof ProjectQueryServiceService> {
  return {
    async getProposer({ id }) {
      return found('Proposer', id, proposerMessage(id, await store.load(proposers, id)));
    },
    async getProject({ id }) {
      return inWords(texts, found('Project', id, projectMessage(id, await store.load(projects, id))));
    },
    async getMilestone({ id }) {
      return inWords(texts, found('Milestone', id, milestoneMessage(id, await store.load(milestones, id))));
    },
    async getClock() {
      const folded = await store.load(clocks, THE_CLOCK);
      // Another replica may have advanced it.
      clock.adopt(Number(folded.state.offset));
      return clockMessage(THE_CLOCK, folded);
    },
    async listProposers({ page }) {
      const { messages, nextCursor } = await listPage<Proposer>(db, proposerList.name, {}, page);
      return { proposers: messages, nextCursor };
    },
    async listProjects({ page, status, proposer, country, reference }, call) {
      const { messages, nextCursor } = await listPage<Project>(
        db,
        projectList.name,
        { status, proposer, country, reference },
        page,
        readerOf(call.actor),
      );
      return { projects: await inWords(texts, messages), nextCursor };
    },
    async listMilestones({ page, project, agreement, status }) {
      const { messages, nextCursor } = await listPage<Milestone>(db, milestoneList.name, { project, agreement, status }, page);
      return { milestones: await inWords(texts, messages), nextCursor };
    },
    ...histories({ store, db, texts, blobs, uploads }),
    timeline: timeline(store, db, texts),
    milestoneHistory: async ({ milestone }) => ({
      entries: (await store.history(idOf('mst', milestone, 'milestone'))).flatMap(recordedIn),
    }),
    downloadEvidence: downloadEvidence(blobs),
  };
}
