import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { Uploads } from '@junkan/kit/store/uploads.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { milestones } from '../mapping.ts';
import { milestoneReports } from '../views/milestone-reports.ts';
import { projectHistory } from '../views/project-history.ts';
import { hashOf } from './evidence.ts';

type Parts = { store: EventStore; texts: Texts; blobs: Blobs; uploads: Uploads };
type Queries = Pick<Handlers<typeof ProjectQueryServiceService>, 'projectHistory' | 'milestoneReports' | 'evidenceUse'>;

/** What was said and shown, then and since: folded from the streams when it is asked for. */
export function histories({ store, texts, blobs, uploads }: Parts): Queries {
  return {
    projectHistory: async ({ id }) => inWords(texts, projectHistory(await store.history(idOf('prj', id, 'id')))),

    async milestoneReports({ id: asked }) {
      const id = idOf('mst', asked, 'id');
      const [{ state }, commits] = await Promise.all([store.load(milestones, id), store.history(id)]);
      if (state.status === 'absent') return { reports: [], waivers: [] };
      const cited = [...state.cited];
      const [files, sent] = cited.length === 0 ? [new Map(), []] : await Promise.all([blobs.known(cited), uploads.of(cited)]);
      const history = milestoneReports(commits, (hash) => ({
        hash,
        size: BigInt(files.get(hash)?.size ?? 0),
        mediaType: files.get(hash)?.mediaType ?? '',
        uploads: sent
          .filter((upload) => upload.hash === hash && upload.organisation === state.terms.proposer)
          .map(({ person, organisation, at }) => ({ person, organisation, at })),
      }));
      return inWords(texts, history);
    },

    async evidenceUse({ hash: asked }) {
      const hash = hashOf(asked, 'hash');
      const sent = await uploads.of([hash]);
      return { organisations: [...new Set(sent.map(({ organisation }) => organisation))] };
    },
  };
}
