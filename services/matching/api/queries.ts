import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found, invalid, notFound } from '@junkan/kit/problem.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords, wordsIn } from '@junkan/kit/store/words.ts';
import * as language from '@junkan/proto/junkan/matching/v1/language.ts';
import type { MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { LiveIndex } from '../candidates/live-index.ts';
import { newMatches } from '../engine/api/new-matches.ts';
import { ownMatches } from '../engine/api/own-matches.ts';
import { whatIf } from '../engine/api/what-if.ts';
import { mandatesOf } from '../engine/of-sponsor.ts';
import { fundingMessage } from '../fold.ts';
import { fundings, mandateProfile, matchMessage, projectProfile } from '../mapping.ts';
import { questionsFor, questionsOf, questionsOwner } from '../questions/api/questions.ts';
import { fundingFor, roundOf } from '../readers.ts';
import { figures } from '../rounds/api/figures.ts';
import { partiesOf, relationIn } from '../rounds/readers.ts';
import { fundingHistory } from '../rounds/view/funding-history.ts';
import { explanationOf, type Facts, type Neighbours } from './facts.ts';
import { type PermissionParts, permittedWith, permittedWithQuestions } from './permissions.ts';

type Parts = Neighbours & PermissionParts & { facts: Facts } & { store: EventStore; texts: Texts; index: LiveIndex };

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;
const shown = (limit: number): number => Math.min(limit || DEFAULT_LIMIT, MAX_LIMIT);

export function queries(parts: Parts): Handlers<typeof MatchingQueryServiceService> {
  const { texts, index, projects, sponsors } = parts;
  return {
    ...rounds(parts),
    ...figures(parts),

    texts: wordsIn(texts),

    // In the name of the caller: of a draft of others the registry knows nothing.
    async sponsorsForProject({ project, limit, after, near: isNearWanted }, call) {
      const [asked, engine] = await Promise.all([projects.getProject({ id: project }, call), index.current(after, call.actor.person)]);
      const profile = projectProfile(asked);
      if (!profile) throw invalid('project', 'must ask for a sum');
      const { best, eligible } = engine.sponsorsFor(profile, shown(limit));
      const explained = (mandates: typeof best) => mandates.map(({ mandate }) => matchMessage(engine.explain(profile, mandate)));
      const missing = isNearWanted ? engine.nearSponsorsFor(profile, shown(limit)) : { near: 0, best: [] };
      return { matches: explained(best), eligible, nearMisses: explained(missing.best), near: missing.near };
    },

    async projectsForMandate({ mandate, limit, after, near: isNearWanted }, call) {
      const [offering, engine] = await Promise.all([
        sponsors.getMandate({ id: mandate, revision: 0 }, call),
        index.current(after, call.actor.person),
      ]);
      const profile = mandateProfile(offering);
      if (!profile) throw invalid('mandate', 'must say its tickets');
      const { best, eligible } = engine.projectsFor(profile, shown(limit));
      const explained = (found: typeof best) => found.map(({ project }) => matchMessage(engine.explain(project, profile)));
      const missing = isNearWanted ? engine.nearProjectsFor(profile, shown(limit)) : { near: 0, best: [] };
      return { matches: explained(best), eligible, nearMisses: explained(missing.best), near: missing.near };
    },

    async ownMatches(asked, { actor }) {
      return ownMatches(await index.current(asked.after, actor.person), actor.organisation, asked);
    },

    async newMatches(asked, { actor }) {
      return { matches: newMatches(await index.current('', actor.person), actor.organisation, asked) };
    },

    async whatIf({ terms, mandate }, call) {
      const [one, engine] = await Promise.all([
        mandate === '' ? undefined : sponsors.getMandate({ id: mandate, revision: 0 }, call),
        index.current('', call.actor.person),
      ]);
      const { organisation } = call.actor;
      const wanted = mandateProfile({ id: mandate, sponsor: organisation, status: 'published', terms });
      if (!wanted) throw invalid('terms', 'must say the tickets');
      // Of one that is paused too: what its terms would match.
      const known = one && mandateProfile({ ...one, status: 'published' });
      return whatIf(engine, wanted, one ? (known ? [known] : []) : mandatesOf(engine, organisation), one !== undefined);
    },

    async explainMatch({ project, mandate }, call) {
      const [asked, offering] = await Promise.all([
        projects.getProject({ id: project }, call),
        sponsors.getMandate({ id: mandate, revision: 0 }, call),
      ]);
      return matchMessage(explanationOf(asked, offering));
    },
  };
}

type Rounds = Pick<
  Handlers<typeof MatchingQueryServiceService>,
  'getFunding' | 'readFunding' | 'getQuestionsOwner' | 'parties' | 'history'
>;

/** Rounds, each as the caller may see it. */
function rounds(parts: Parts): Rounds {
  const { store, texts } = parts;
  return {
    async getFunding({ id }, { actor }) {
      const message = found('Funding', id, fundingMessage(id, await store.load(fundings, idOf('fnd', id, 'id'))));
      return inWords(texts, fundingFor(actor, message));
    },

    async readFunding({ id, permissions }, call) {
      const { state, version, commits } = await store.read(fundings, idOf('fnd', id, 'id'));
      if (state.status === 'absent') throw notFound('Funding', id);
      const funding = fundingFor(call.actor, found('Funding', id, fundingMessage(id, { state, version })));
      const seen = new Set(funding.offers.map((offer) => offer.id));
      const offers = fundingHistory(commits).filter(({ offer }) => seen.has(offer));
      const { questions, state: asked } = await questionsFor(store, id, call.actor);
      const { operations } = permissions ? await permittedWith(parts, state, call) : { operations: [] };
      const asking = permissions ? permittedWithQuestions(parts, id, { round: state, questions: asked }, call).operations : [];
      const may = { operations: [...operations.filter(({ offer }) => offer === '' || seen.has(offer)), ...asking] };
      return { ...(await inWords(texts, { funding, offers, questions })), may };
    },

    getQuestionsOwner: questionsOwner(parts),

    async parties({ id }) {
      const message = fundingMessage(id, await store.load(fundings, idOf('fnd', id, 'id')));
      return { organisations: message ? partiesOf(roundOf(message)) : [] };
    },

    async history({ id, page }, { actor }) {
      const stream = idOf('fnd', id, 'id');
      const { state } = await store.read(fundings, stream);
      if (state.status === 'absent') return { entries: [], more: false };
      const round = { ...state, offers: [...state.offers.values()] };
      const of = {
        proposer: state.proposer,
        submitted: true,
        organisations: partiesOf(round),
        sponsors: new Map(round.offers.map(({ id: offer, sponsor }) => [offer, sponsor])),
      };
      const [own, asked] = [await store.history(stream), await store.history(questionsOf(id))];
      return historyPage(texts, [...own, ...asked], page, eventFor({ actor, relation: relationIn(round, actor), of }, language));
    },
  };
}
