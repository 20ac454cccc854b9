import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found, notFound } from '@junkan/kit/problem.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { DraftStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ReportDraft } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { permittedWithDraft } from '../../api/permissions.ts';
import type { ReadParts } from '../../api/reads.ts';
import { fileOf, siteOf } from '../../evidence/api/files.ts';
import { reportMessage } from '../../fold.ts';
import { milestones, reports } from '../../mapping.ts';
import { type Existing, isReportable, reportOf } from '../../milestones/milestone.ts';
import { draftHistory } from '../view/draft-history.ts';
import { draftOn, type OfMilestone } from './drafts.ts';

/** A draft is visible to its proposer alone: for all others it does not exist, whatever the milestone. */
export function readDraft(parts: ReadParts): Handlers<typeof ProjectQueryServiceService>['readDraft'] {
  const { store, texts } = parts;
  return async ({ id, permissions }, call) => {
    const { state: milestone, commits: begun } = await store.read(milestones, idOf('mst', id, 'id'));
    if (milestone.status === 'absent' || milestone.terms.proposer !== call.actor.organisation) throw notFound('Draft', id);
    const of = draftOn(id, milestone);
    const { state, version, commits } = await store.read(reports, of.id);
    const draft = reportMessage(of.id, { state, version }) ?? empty(of);
    const history = draftHistory(commits);
    const hashes = [...new Set(history.evidence.flatMap(({ evidence }) => evidence))];
    const file = await fileOf(parts, hashes, { organisation: of.on.proposer, site: await siteOf(parts, milestone, begun) });
    const may = permissions ? await permittedWithDraft(parts, of, { state, milestone }, call) : undefined;
    const read = { draft: { ...draft, status: statusOf(draft, milestone) }, history };
    return { ...(await inWords(texts, read)), files: hashes.map(file), may };
  };
}

export function getDraftOwner({ store }: ReadParts): Handlers<typeof ProjectQueryServiceService>['getDraftOwner'] {
  return async ({ id }) => {
    const { project, proposer, milestone } = found('Draft', id, reportMessage(id, await store.load(reports, idOf('rep', id, 'id'))));
    return { project, proposer, milestone };
  };
}

/** What became of a draft, the milestone knows. */
function statusOf({ id, status }: ReportDraft, milestone: Existing): string {
  if (isReportable(milestone.status)) return status;
  return (reportOf(milestone)?.draft === id ? 'signed-off' : 'lapsed') satisfies DraftStatus;
}

/** Of which nothing was written yet. */
const empty = ({ id, on: { milestone, project, proposer, number } }: OfMilestone): ReportDraft => ({
  id,
  version: 0,
  status: 'editing' satisfies DraftStatus,
  milestone,
  project,
  proposer,
  number,
  results: { version: 0, indicators: [], saved: undefined },
  evidence: { version: 0, evidence: [], saved: undefined },
  narrative: { version: 0, note: '', erased: false, saved: undefined },
  preparedBy: [],
  sent: undefined,
  returned: undefined,
});
