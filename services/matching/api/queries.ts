import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found, invalid } from '@junkan/kit/grpc/problem.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords, wordsIn } from '@junkan/kit/store/words.ts';
import type { MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { LiveIndex } from '../candidates/live-index.ts';
import { fundingMessage } from '../fold.ts';
import { fundings, mandateProfile, matchMessage, projectProfile } from '../mapping.ts';
import { fundingHistory } from '../views/funding-history.ts';
import { explanationOf, type Neighbours } from './facts.ts';
import { fundingPermissionsQuery, type PermissionParts } from './permissions.ts';

type Parts = Neighbours & PermissionParts & { texts: Texts; index: LiveIndex };

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;
const shown = (limit: number): number => Math.min(limit || DEFAULT_LIMIT, MAX_LIMIT);

export function queries(parts: Parts): Handlers<typeof MatchingQueryServiceService> {
  const { store, texts, index, projects, sponsors } = parts;
  return {
    async getFunding({ id }) {
      return inWords(texts, found('Funding', id, fundingMessage(id, await store.load(fundings, idOf('fnd', id, 'id')))));
    },

    fundingPermissions: fundingPermissionsQuery(parts),

    texts: wordsIn(texts),

    fundingHistory: async ({ id }) => ({ offers: await inWords(texts, fundingHistory(await store.history(idOf('fnd', id, 'id')))) }),

    history: async ({ id, page }) => historyPage(texts, await store.history(idOf('fnd', id, 'id')), page),

    async sponsorsForProject({ project, limit, after }, call) {
      const [asked, engine] = await Promise.all([projects.getProject({ id: project }, call), index.current(after, call.actor.person)]);
      const profile = projectProfile(asked);
      if (!profile) throw invalid('project', 'must ask for a sum');
      const { best, eligible } = engine.sponsorsFor(profile, shown(limit));
      return { matches: best.map(({ mandate }) => matchMessage(engine.explain(profile, mandate))), eligible };
    },

    async projectsForMandate({ mandate, limit, after }, call) {
      const [offering, engine] = await Promise.all([sponsors.getMandate({ id: mandate }, call), index.current(after, call.actor.person)]);
      const profile = mandateProfile(offering);
      if (!profile) throw invalid('mandate', 'must be published');
      const { best, eligible } = engine.projectsFor(profile, shown(limit));
      return { matches: best.map(({ project }) => matchMessage(engine.explain(project, profile))), eligible };
    },

    async explainMatch({ project, mandate }, call) {
      const [asked, offering] = await Promise.all([projects.getProject({ id: project }, call), sponsors.getMandate({ id: mandate }, call)]);
      return matchMessage(explanationOf(asked, offering));
    },
  };
}
