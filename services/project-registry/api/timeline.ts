import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { notFound } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { agreementIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { Existing } from '../domain/project.ts';
import { projects } from '../mapping.ts';

/** Every event of a project and its milestones in the order of policy time, with who caused it and why. */
export function timeline(store: EventStore, texts: Texts): Handlers<typeof ProjectQueryServiceService>['timeline'] {
  return async ({ project, page }) => {
    const { state } = await store.load(projects, idOf('prj', project, 'project'));
    if (state.status === 'absent') throw notFound('Project', project);
    const streams = new Set([project, ...milestonesOf(project, state)]);
    const histories = await Promise.all([...streams].map((stream) => store.history(stream)));
    return historyPage(texts, histories.flat(), page);
  };
}

/** Milestones begin when an agreement is effective, a moment before the project names it: ids follow from the round and the plan. */
function milestonesOf(project: string, state: Existing): readonly string[] {
  const agreement = 'agreement' in state ? state.agreement : agreementOf(project, state);
  return agreement === '' ? [] : state.proposal.milestones.map(({ number }) => idFrom(...milestoneIdParts(agreement, number)));
}

const agreementOf = (project: string, state: Existing): string =>
  'round' in state && state.round !== undefined ? idFrom(...agreementIdParts(idFrom(...fundingIdParts(project, state.round)))) : '';
