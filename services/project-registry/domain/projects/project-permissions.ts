import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Policy } from '../policy.ts';
import type { Command, DueDiligence, Existing, ProjectDocument, Rejection } from './project.ts';
import { decide } from './project-decide.ts';

export type ProjectFacts = { readonly now: Instant; readonly policy: Policy; readonly dueDiligence: DueDiligence };

/** A due diligence that stops nothing. */
export const CLEAR: DueDiligence = { passport: 'cleared', level: '', validUntil: '', stops: false };

/** What an actor may do with a project: each operation is decided with a body that no rule objects to. */
export const projectPermissions = (state: Existing, facts: ProjectFacts, bodies: ProjectBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['ProjectIsUnknown'],
    by,
  });

/** Nobody has attached it before. */
const UNSEEN: ProjectDocument = { title: ' - ', hash: '', language: '' };

/** What the bodies of its operations say. */
export type ProjectBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

function attempts(state: Existing, { now, policy, dueDiligence }: ProjectFacts) {
  const closures = state.status === 'completed' ? state.closures : 0;
  const closure = (state.status === 'completed' && state.closure?.number) || closures + 1;
  return {
    reviseProposal: { type: 'ReviseProject', proposerCountries: [], strange: { codes: [], place: '' } },
    attachDocuments: { type: 'AttachDocuments', documents: [UNSEEN], unknownEvidence: [] },
    nameContacts: { type: 'NameContacts', contacts: UNSEEN.title },
    submitProject: { type: 'SubmitProject', now, policy },
    requestInformation: { type: 'RequestMoreInformation', now, policy },
    provideInformation: { type: 'ProvideInformation', now, policy },
    declareEligible: { type: 'DeclareEligible', now, policy },
    declareIneligible: { type: 'DeclareIneligible' },
    withdrawProject: { type: 'WithdrawProject' },
    openProject: { type: 'OpenToSponsors', now, policy },
    approveProject: { type: 'ApproveProject', dueDiligence },
    refuseProject: { type: 'RefuseProject' },
    proposeClosure: { type: 'ProposeClosure' },
    closeProject: { type: 'CloseProject', closure },
    refuseClosure: { type: 'RefuseClosure', closure },
  } as const satisfies Attempts<Command>;
}
