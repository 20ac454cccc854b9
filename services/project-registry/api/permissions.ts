import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { permissionsMessage, whereKnown } from '@junkan/kit/grpc/permissions.ts';
import { isAllowed } from '@junkan/kit/pure/permissions.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Uploads } from '@junkan/kit/store/uploads.ts';
import type { Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import { citedIn } from '../evidence/api/cited.ts';
import { BODIES } from '../mapping.ts';
import { earlierThan } from '../milestones/api/earlier.ts';
import type * as milestone from '../milestones/milestone.ts';
import { type MilestoneFacts, milestoneActs } from '../milestones/milestone-acts.ts';
import { dueDiligenceOf, type Sponsors } from '../projects/api/due-diligence.ts';
import type { Policy } from '../projects/policy.ts';
import type * as project from '../projects/project.ts';
import { CLEAR, projectActs } from '../projects/project-acts.ts';
import { draftOn, draftToSign, type OfMilestone, plannedOf } from '../reports/api/drafts.ts';
import type * as report from '../reports/report.ts';
import { toSign } from '../reports/report.ts';
import { reportActs } from '../reports/report-acts.ts';

export type PermissionParts = {
  readonly store: EventStore;
  readonly clock: PolicyClock;
  readonly sponsors: Sponsors;
  readonly policy: Policy;
  readonly uploads: Uploads;
};

// Facts of other streams are read only if nothing else prevents what they decide on.

/** What the caller may do with a project. */
export async function permittedWithProject(
  { store, clock, sponsors, policy }: PermissionParts,
  state: project.Existing,
  call: Received,
): Promise<Permissions> {
  const facts = { now: clock.now(), policy, dueDiligence: CLEAR };
  const best = projectActs.permissions(state, facts, BODIES, call.actor);
  if (!isAllowed(best, 'approveProject')) return permissionsMessage(best, REJECTIONS);
  const dueDiligence = await whereKnown(dueDiligenceOf({ sponsors, store }, state.proposer, call));
  if (dueDiligence === 'out-of-reach') return permissionsMessage(best, REJECTIONS, { approveProject: 'due-diligence' });
  return permissionsMessage(projectActs.permissions(state, { ...facts, dueDiligence }, BODIES, call.actor), REJECTIONS);
}

/** What the caller may do with a milestone. */
export async function permittedWithMilestone(
  parts: PermissionParts,
  id: string,
  state: milestone.Existing,
  call: Received,
): Promise<Permissions> {
  const facts = await milestoneFacts(parts, await signable(parts, draftOn(id, state), call), call);
  const best = milestoneActs.permissions(state, facts, BODIES, call.actor);
  if (!isAllowed(best, 'waiveMilestone')) return permissionsMessage(best, REJECTIONS);
  const earlier = await earlierThan(parts.store, id);
  return permissionsMessage(milestoneActs.permissions(state, { ...facts, earlier }, BODIES, call.actor), REJECTIONS);
}

/** What the caller may do with the draft of a report, its sign-off included, which is an act on the milestone. */
export async function permittedWithDraft(
  parts: PermissionParts,
  { id, on }: OfMilestone,
  { state, milestone }: { readonly state: report.State; readonly milestone: milestone.Existing },
  call: Received,
): Promise<Permissions> {
  const planned = await plannedOf(parts.store, on.milestone);
  const drafting = reportActs.permissions(state, { on, planned, now: parts.clock.now() }, BODIES, call.actor);
  const facts = await milestoneFacts(parts, toSign(id, state), call);
  const signing = milestoneActs.permissions(milestone, facts, BODIES, call.actor).filter(({ operation }) => operation === 'signOffReport');
  return {
    operations: [permissionsMessage(drafting, REJECTIONS), permissionsMessage(signing, REJECTIONS)].flatMap((each) => each.operations),
  };
}

/** The draft, for those who may know of it. */
const signable = (
  { store }: PermissionParts,
  { id, on }: OfMilestone,
  { actor }: Received,
): Promise<milestone.ToSign> | milestone.ToSign => (actor.organisation === on.proposer ? draftToSign(store, id) : toSign(id, NOTHING));
const NOTHING: report.State = { status: 'absent' };

async function milestoneFacts(
  { clock, policy, uploads }: PermissionParts,
  draft: milestone.ToSign,
  call: Received,
): Promise<MilestoneFacts> {
  const { uploadedBy } = await citedIn(uploads, draft.evidence, call);
  return { now: clock.now(), policy, earlier: [], draft, uploadedBy };
}
