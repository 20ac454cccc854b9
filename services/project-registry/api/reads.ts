import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { found, notFound } from '@junkan/kit/problem.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { agreementIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import { READERS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { type Relation, readable, relationOf } from '@junkan/proto/readers.ts';
import { type Files, reportsOf } from '../evidence/api/files.ts';
import { milestoneMessage, projectMessage } from '../fold.ts';
import { milestones, projects } from '../mapping.ts';
import { hasParties, partnersOf } from '../parties/partners.ts';
import { contactsIn } from '../projects/api/paper-commands.ts';
import type * as project from '../projects/project.ts';
import { mayKnowOf } from '../projects/readers.ts';
import { projectHistory } from '../projects/view/project-history.ts';
import { milestoneFor, projectFor } from '../readers.ts';
import { type PermissionParts, permittedWithMilestone, permittedWithProject } from './permissions.ts';

export type ReadParts = PermissionParts & Files & { readonly texts: Texts; readonly parties: Pick<OpenView, 'prepare'> };
type Queries = Pick<Handlers<typeof ProjectQueryServiceService>, 'getProject' | 'getMilestone' | 'readProject' | 'readMilestone'>;

/** One item is folded from its stream, so that a writer reads its own writes; each reader receives the fields that it may see. */
export function reads(parts: ReadParts): Queries {
  const { store, texts } = parts;
  return {
    async getProject({ id }, { actor }) {
      const message = seenBy(actor, id, await store.load(projects, idOf('prj', id, 'id')));
      return inWords(texts, projectFor(actor, message));
    },

    async getMilestone({ id }, { actor }) {
      const message = found('Milestone', id, milestoneMessage(id, await store.load(milestones, idOf('mst', id, 'id'))));
      return inWords(texts, milestoneFor(actor, message));
    },

    async readProject({ id, permissions }, call) {
      const { state, version, commits } = await store.read(projects, idOf('prj', id, 'id'));
      const message = seenBy(call.actor, id, { state, version });
      if (state.status === 'absent') throw notFound('Project', id);
      const relation = relationInProject(parts, message, call.actor);
      const own = projectFor(call.actor, { ...message, agreement: message.agreement || draftOf(parts, message) }, relation);
      const history = { ...projectHistory(commits), contacts: await contactsIn(texts, state.contacts) };
      const { shown, omitted } = readable(history, READERS.ReadProjectResponse, relation);
      const may = permissions ? await permittedWithProject(parts, state, call) : undefined;
      const project = { ...own, omitted: [...own.omitted, ...omitted] };
      const read = { project, information: [], declarations: [], contacts: [], ...shown };
      return { ...(await inWords(texts, read)), may };
    },

    async readMilestone({ id, permissions }, call) {
      const { state, version, commits } = await store.read(milestones, idOf('mst', id, 'id'));
      if (state.status === 'absent') throw notFound('Milestone', id);
      const message = found('Milestone', id, milestoneMessage(id, { state, version }));
      const relation = relationOf(call.actor, message, partnersOf(parts.parties.prepare, message.agreement));
      const own = milestoneFor(call.actor, message, relation);
      const { shown, omitted } = readable(await reportsOf(parts, state, commits, call.actor), READERS.ReadMilestoneResponse, relation);
      const may = permissions ? await permittedWithMilestone(parts, id, state, call) : undefined;
      const read = { milestone: { ...own, omitted: [...own.omitted, ...omitted] }, reports: [], waivers: [], inspections: [], ...shown };
      return { ...(await inWords(texts, read)), may };
    },
  };
}

/** @throws ProblemError for a draft of others as for what is not there. */
export function seenBy(actor: Actor, id: string, folded: Folded<project.State>): Project {
  const message = projectMessage(id, folded);
  return found('Project', id, message && mayKnowOf(actor, message) ? message : undefined);
}

type OfRound = Pick<Project, 'id' | 'round' | 'proposer'>;
type Parties = Pick<ReadParts, 'parties'>;

/** The sponsors whose offers the proposer has accepted in the present round. */
export const partnersInProject = ({ parties }: Parties, { id, round }: OfRound): string[] =>
  round === 0 ? [] : partnersOf(parties.prepare, roundOf(id, round));

export const relationInProject = (parts: Parties, of: OfRound, actor: Actor): Relation =>
  relationOf(actor, of, partnersInProject(parts, of));

const roundOf = (id: string, round: number): string => idFrom(...fundingIdParts(id, round));

/** The agreement that waits for its signatures: the project itself learns of it once it is effective. */
function draftOf({ parties }: Parties, { status, funding }: Project): string {
  if (status !== 'approved' || funding === '') return '';
  const agreement = idFrom(...agreementIdParts(funding));
  return hasParties(parties.prepare, agreement) ? agreement : '';
}
