import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Attempts } from '@junkan/kit/pure/permissions.ts';
import type { Waits } from '@junkan/kit/pure/waits.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { UNCHECKED } from '../criteria/criteria.ts';
import { AT_ONCE, type Policy } from './policy.ts';
import type { Command, DueDiligence, Existing, ProjectDocument, Rejection } from './project.ts';
import { decide } from './project-decide.ts';
import { hasTarget } from './proposal.ts';

export type ProjectFacts = { readonly now: Instant; readonly policy: Policy; readonly dueDiligence: DueDiligence };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: ProjectFacts }>();

/** A due diligence that stops nothing. */
export const CLEAR: DueDiligence = { passport: 'cleared', level: '', validUntil: '', stops: false };

/** Nobody has attached it before. */
const UNSEEN: ProjectDocument = { title: ' - ', hash: '', language: '' };

function attempts(state: Existing, { now, policy, dueDiligence }: ProjectFacts) {
  const closures = state.status === 'completed' ? state.closures : 0;
  const closure = (state.status === 'completed' && state.closure?.number) || closures + 1;
  return {
    reviseProposal: { type: 'ReviseProject', proposerCountries: [], strange: { codes: [], place: '' } },
    attachDocuments: { type: 'AttachDocuments', documents: [UNSEEN], unknownEvidence: [] },
    nameContacts: { type: 'NameContacts', contacts: UNSEEN.title },
    submitProject: { type: 'SubmitProject', now, policy },
    requestInformation: { type: 'RequestMoreInformation', now, policy, checked: UNCHECKED },
    provideInformation: { type: 'ProvideInformation', now, policy },
    declareEligible: { type: 'DeclareEligible', now, policy, checked: UNCHECKED },
    declareIneligible: { type: 'DeclareIneligible', checked: UNCHECKED },
    withdrawProject: { type: 'WithdrawProject' },
    openProject: { type: 'OpenToSponsors', now, policy },
    approveProject: { type: 'ApproveProject', dueDiligence },
    refuseProject: { type: 'RefuseProject' },
    proposeClosure: { type: 'ProposeClosure' },
    closeProject: { type: 'CloseProject', closure },
    refuseClosure: { type: 'RefuseClosure', closure },
  } as const satisfies Attempts<Command>;
}

/** What it waits for in each status. What silence does, workflows/rules says. */
function waits(state: Existing): Omit<Waits<keyof ReturnType<typeof attempts>, Rejection['type']>, 'amount'>[] {
  switch (state.status) {
    case 'draft':
      return [{ kind: 'proposal-to-submit', ends: ['submitProject'], despite: ['ProjectIsIncomplete'], silence: 'nothing' }];
    case 'submitted': {
      const { proposal, proposedBy, screeningDue: due } = state;
      const eligible = hasTarget(proposal) ? (['declareEligible'] as const) : [];
      const ends = [...eligible, 'declareIneligible', 'requestInformation'] as const;
      return [{ kind: 'screening', ends, asks: 'requestInformation', against: [...proposedBy], due, silence: 'escalates' }];
    }
    case 'more-information-required': {
      const due = state.informationDue;
      const silence = due === '' ? 'nothing' : 'escalates';
      return [{ kind: 'information-asked', ends: ['provideInformation'], despite: ['ProjectIsIncomplete'], due, silence }];
    }
    case 'eligible': {
      const due = state.openingDue;
      return [{ kind: 'project-to-open', ends: ['openProject'], due, silence: due === '' ? 'nothing' : 'reminder' }];
    }
    case 'funded': {
      const against = [...state.proposedBy, ...state.screeners];
      const ends = ['approveProject', 'refuseProject'] as const;
      return [{ kind: 'project-to-approve', ends, against, due: state.approvalDue, silence: 'escalates' }];
    }
    case 'completed': {
      const { closure, closingDue: due } = state;
      const silence = due === '' ? 'nothing' : 'escalates';
      if (!closure) return [{ kind: 'closure-to-propose', ends: ['proposeClosure'], due, silence }];
      return [{ kind: 'closure-to-decide', ends: ['closeProject', 'refuseClosure'], against: [closure.proposedBy], due, silence }];
    }
    case 'ineligible':
    case 'open':
    case 'unfunded':
    case 'approved':
    case 'refused':
    case 'withdrawn':
    case 'in-implementation':
    case 'suspended':
    case 'terminated':
    case 'closed':
      return [];
  }
}

export const projectActs = acts({
  decide,
  hiding: ['ProjectIsUnknown'],
  acts: [whole(attempts).waiting((state) => waits(state).map((wait) => ({ ...wait, amount: state.proposal.target })))],
  organisations: ({ proposer }) => [SECRETARIAT, proposer],
  readers: ({ proposer }) => [proposer],
  alone: (_, now) => ({ now, policy: AT_ONCE, dueDiligence: CLEAR }),
});
