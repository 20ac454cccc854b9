import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import { recordedIn } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { Uploads } from '@junkan/kit/store/uploads.ts';
import { inWords, wordsIn } from '@junkan/kit/store/words.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { THE_CLOCK } from '../domain/clock.ts';
import { milestoneMessage, projectMessage, proposerMessage } from '../fold.ts';
import { clockMessage, clocks, milestones, projects, proposers } from '../mapping.ts';
import { downloadEvidence } from './evidence.ts';
import { histories } from './histories.ts';
import { type PermissionParts, permissionQueries } from './permissions.ts';
import { personNames } from './person-commands.ts';
import { timeline } from './timeline.ts';

type Parts = PermissionParts & { texts: Texts; blobs: Blobs; uploads: Uploads };

/** One item is folded from its stream, so a writer reads what it wrote. */
export function queries(parts: Parts): Handlers<typeof ProjectQueryServiceService> {
  const { store, texts, blobs, uploads, clock } = parts;
  return {
    async getProposer({ id }) {
      return found('Proposer', id, proposerMessage(id, await store.load(proposers, idOf('org', id, 'id'))));
    },
    async getProject({ id }) {
      return inWords(texts, found('Project', id, projectMessage(id, await store.load(projects, idOf('prj', id, 'id')))));
    },
    async getMilestone({ id }) {
      return inWords(texts, found('Milestone', id, milestoneMessage(id, await store.load(milestones, idOf('mst', id, 'id')))));
    },
    ...permissionQueries(parts),
    async getClock() {
      const folded = await store.load(clocks, THE_CLOCK);
      // Another replica may have advanced it.
      clock.adopt(Number(folded.state.offset));
      return clockMessage(THE_CLOCK, folded);
    },
    ...histories({ store, texts, blobs, uploads }),
    texts: wordsIn(texts),
    personNames: personNames(texts),
    timeline: timeline(store, texts),
    milestoneHistory: async ({ milestone }) => ({
      entries: (await store.history(idOf('mst', milestone, 'milestone'))).flatMap(recordedIn),
    }),
    downloadEvidence: downloadEvidence(blobs),
  };
}
