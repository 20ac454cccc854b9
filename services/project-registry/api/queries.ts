import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { historyOf } from '@junkan/kit/grpc/item-queries.ts';
import { notFound } from '@junkan/kit/problem.ts';
import type { Presence } from '@junkan/kit/store/presence.ts';
import { recordedIn } from '@junkan/kit/store/recorded.ts';
import { wordsIn } from '@junkan/kit/store/words.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { THE_CLOCK } from '../clock/clock.ts';
import { delegationQueries, delegationsHistory } from '../delegations/api/delegations.ts';
import { citable } from '../evidence/api/cited.ts';
import { downloadEvidence } from '../evidence/api/evidence.ts';
import { clockMessage, clocks, projects } from '../mapping.ts';
import { proofs } from '../milestones/api/proofs.ts';
import { checkProposals } from '../projects/api/checks.ts';
import { statusSince } from '../projects/view/project-history.ts';
import { affiliation, people, personNames } from '../proposers/api/person-commands.ts';
import { proposerHistory, proposerQueries } from '../proposers/api/proposer-queries.ts';
import { getDraftOwner, readDraft } from '../reports/api/draft-reads.ts';
import { attend } from './attendance.ts';
import type { CommandParts } from './parts.ts';
import { type ReadParts, reads } from './reads.ts';
import { timeline } from './timeline.ts';

type Parts = ReadParts & Pick<CommandParts, 'gazetteer' | 'lists'> & { readonly presence: Presence };

export function queries(parts: Parts): Handlers<typeof ProjectQueryServiceService> {
  const { store, texts, clock } = parts;
  return {
    ...reads(parts),
    ...proposerQueries(parts),
    ...delegationQueries(parts),
    history: historyOf({
      [ITEMS.proposer.prefix]: proposerHistory(parts),
      [ITEMS.delegations.prefix]: delegationsHistory(parts),
    }),
    proofs: proofs(parts),
    readDraft: readDraft(parts),
    getDraftOwner: getDraftOwner(parts),
    attend: attend(parts),
    async getClock() {
      const folded = await store.load(clocks, THE_CLOCK);
      // Another replica may have advanced it.
      clock.adopt(Number(folded.state.offset));
      return clockMessage(THE_CLOCK, folded);
    },
    texts: wordsIn(texts),
    checkProposals: checkProposals(parts),
    checkEvidence: async ({ evidence }, call) => ({ unknown: [...(await citable(parts, evidence, call)).unknownEvidence] }),
    findPlaces: async ({ words, country, limit }) => ({ places: await parts.gazetteer.search(words, { country, limit }) }),
    async getPlace({ id }) {
      const { place, population = 0, timeZone = '' } = (await parts.gazetteer.facts(id)) ?? {};
      return { place, population, timeZone };
    },
    affiliation: affiliation(store),
    people: people(parts.parties),
    personNames: personNames(texts),
    timeline: timeline(parts),
    async statusOfProject({ project: id }) {
      const { state, version, commits } = await store.read(projects, idOf('prj', id, 'project'));
      if (state.status === 'absent') throw notFound('Project', id);
      return { ...statusSince(commits), version };
    },
    milestoneHistory: async ({ milestone }) => ({
      entries: (await store.history(idOf('mst', milestone, 'milestone'))).flatMap(recordedIn),
    }),
    downloadEvidence: downloadEvidence(parts),
  };
}
