import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import { agreementIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import * as language from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { milestones, projects } from '../mapping.ts';
import type { Existing } from '../projects/project.ts';
import { draftOn } from '../reports/api/drafts.ts';
import { partnersInProject, type ReadParts, relationInProject, seenBy } from './reads.ts';

/** The events of a project and its milestones of which the caller may learn, in the order of policy time, with who caused them and why. */
export function timeline(parts: ReadParts): Handlers<typeof ProjectQueryServiceService>['timeline'] {
  const { store, texts } = parts;
  return async ({ project, page }, { actor }) => {
    const { state, version } = await store.read(projects, idOf('prj', project, 'project'));
    const message = seenBy(actor, project, { state, version });
    if (state.status === 'absent') throw notFound('Project', project);
    const relation = relationInProject(parts, message, actor);
    const own = milestonesOf(project, state);
    const drafts = relation === 'proposer' ? await draftsOn(parts, own) : [];
    const streams = new Set([project, ...own, ...drafts]);
    const histories = await Promise.all([...streams].map((stream) => store.history(stream)));
    const { proposer, submission } = message;
    const of = {
      proposer,
      submitted: submission > 0,
      organisations: [proposer, ...partnersInProject(parts, message)],
      sponsors: new Map(),
    };
    const forCaller = eventFor({ actor, relation, of }, language);
    return historyPage(texts, histories.flat(), page, forCaller);
  };
}

/** What the proposer has written of reports: of each milestone that has begun. */
async function draftsOn({ store }: ReadParts, ids: readonly string[]): Promise<string[]> {
  const drafts = await Promise.all(
    ids.map(async (id) => {
      const { state } = await store.read(milestones, id);
      if (state.status === 'absent') return [];
      const { number } = draftOn(id, state).on;
      return Array.from({ length: number }, (_, index) => idFrom(...language.reportDraftIdParts(id, index + 1)));
    }),
  );
  return drafts.flat();
}

/** Milestones begin when an agreement is effective, a moment before the project names it: ids follow from the round and the plan. */
function milestonesOf(project: string, state: Existing): readonly string[] {
  const agreement = 'agreement' in state ? state.agreement : agreementOf(project, state);
  return agreement === '' ? [] : state.proposal.milestones.map(({ number }) => idFrom(...language.milestoneIdParts(agreement, number)));
}

const agreementOf = (project: string, state: Existing): string =>
  'round' in state && state.round !== undefined ? idFrom(...agreementIdParts(idFrom(...fundingIdParts(project, state.round)))) : '';
