import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { formerNames } from '@junkan/kit/pure/proposals.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, PublishedFold } from '@junkan/kit/store/fold.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/project/v1/commands.ts';
import { EVENTS } from '@junkan/proto/junkan/project/v1/language.ts';
import * as model from '@junkan/proto/junkan/project/v1/model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as delegation from './delegations/delegation.ts';
import { delegationActs } from './delegations/delegation-acts.ts';
import * as milestone from './milestones/milestone.ts';
import { milestoneActs } from './milestones/milestone-acts.ts';
import { evolve as evolveMilestone } from './milestones/milestone-evolve.ts';
import * as project from './projects/project.ts';
import { projectActs } from './projects/project-acts.ts';
import { evolve as evolveProject } from './projects/project-evolve.ts';
import * as proposer from './proposers/proposer.ts';
import { proposerActs } from './proposers/proposer-acts.ts';
import * as report from './reports/report.ts';
import { evolve as evolveReport } from './reports/report-evolve.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

export const proposerFold: PublishedFold<proposer.State, proposer.Event, model.Proposer> = {
  aggregate: 'proposer',
  foldVersion: FOLD_VERSIONS.proposer,
  initial: proposer.initial,
  evolve: proposer.evolve,
  codec: eventCodec<proposer.Event>(EVENTS.proposer),
  messageOf: proposerMessage,
  waitsOf: (id, state, now) => (state.status === 'absent' ? [] : proposerActs.waits({ ...state, id }, now, CONTRACT)),
  toJson: model.Proposer.toJSON,
};

export const projectFold: PublishedFold<project.State, project.Event, model.Project> = {
  aggregate: 'project',
  foldVersion: FOLD_VERSIONS.project,
  initial: project.initial,
  evolve: evolveProject,
  codec: eventCodec<project.Event>(EVENTS.project),
  messageOf: projectMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : projectActs.waits(state, now, CONTRACT)),
  toJson: model.Project.toJSON,
};

export const milestoneFold: PublishedFold<milestone.State, milestone.Event, model.Milestone> = {
  aggregate: 'milestone',
  foldVersion: FOLD_VERSIONS.milestone,
  initial: milestone.initial,
  evolve: evolveMilestone,
  codec: eventCodec<milestone.Event>(EVENTS.milestone),
  messageOf: milestoneMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : milestoneActs.waits(state, now, CONTRACT)),
  toJson: model.Milestone.toJSON,
};

export const reportFold: PublishedFold<report.State, report.Event, model.ReportDraft> = {
  aggregate: 'report',
  foldVersion: FOLD_VERSIONS.report,
  initial: report.initial,
  evolve: evolveReport,
  codec: eventCodec<report.Event>(EVENTS.report),
  messageOf: reportMessage,
  toJson: model.ReportDraft.toJSON,
};

export const delegationsFold: PublishedFold<delegation.State, delegation.Event, model.Delegations> = {
  aggregate: 'delegations',
  foldVersion: FOLD_VERSIONS.delegations,
  initial: delegation.initial,
  evolve: delegation.evolve,
  codec: eventCodec<delegation.Event>(EVENTS.delegations),
  messageOf: delegationsMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : delegationActs.waits(state, now, CONTRACT)),
  toJson: model.Delegations.toJSON,
};

/** `note` and `endNote` of a delegation are references of texts that a query resolves. */
export function delegationsMessage(id: string, { state, version }: Folded<delegation.State>): model.Delegations | undefined {
  return state.status === 'absent' ? undefined : { id, version, ...state, delegations: [...state.delegations] };
}

export function proposerMessage(id: string, { state, version }: Folded<proposer.State>): model.Proposer | undefined {
  if (state.status === 'absent') return undefined;
  const { name, kind, countries } = state;
  return { id, version, name, kind, countries: [...countries], formerNames: formerNames(state) };
}

/** `reason` holds codes, `note` the reference of a text that a query resolves. */
export function projectMessage(id: string, { state, version }: Folded<project.State>): model.Project | undefined {
  if (state.status === 'absent') return undefined;
  const { status, proposer, proposal, documents, submission, proposedBy, reminded, ...rest } = state;
  const known: Partial<Reached> = rest;
  return {
    id,
    version,
    status,
    proposer,
    proposal,
    submission,
    screeningDue: known.screeningDue ?? '',
    round: known.round ?? 0,
    roundDeadline: known.deadline ?? '',
    funding: known.funding ?? '',
    agreement: known.agreement ?? '',
    reason: reasonOf(state),
    submittedBy: known.submittedBy ?? '',
    screenedBy: known.screenedBy ?? '',
    approvedBy: known.approvedBy ?? '',
    approvalDue: known.approvalDue ?? '',
    reminded: [...reminded],
    note: known.note ?? '',
    informationDue: known.informationDue ?? '',
    closingDue: known.closingDue ?? '',
    closure: state.status === 'completed' ? state.closure : undefined,
    openRecoveries: state.status === 'completed' ? [...state.openRecoveries] : [],
    unpaid: state.status === 'completed' && state.unpaid,
    preparedBy: [...proposedBy],
    openedAt: known.openedAt ?? '',
    openingDue: state.status === 'eligible' ? state.openingDue : '',
    documents,
    omitted: [],
  };
}

/** All that a project may have reached, in whichever status. */
type Reached = Omit<project.In<'closed'>, 'status'> &
  Pick<project.In<'completed'>, 'closingDue'> &
  Pick<project.In<'more-information-required'>, 'informationDue'>;

function reasonOf(state: project.Existing): string {
  if (state.status === 'ineligible') return state.reasons.join(', ');
  return state.status === 'unfunded' ? state.reason : '';
}

/** `note` is the reference of a text that a query resolves: the verifier's on a returned report, else the reporter's. */
export function milestoneMessage(id: string, { state, version }: Folded<milestone.State>): model.Milestone | undefined {
  if (state.status === 'absent') return undefined;
  const report = milestone.reportOf(state);
  const returned = 'returned' in state ? state.returned : undefined;
  return {
    id,
    version,
    status: state.status,
    ...state.terms,
    report: report && {
      number: report.number,
      evidence: report.evidence,
      indicators: report.indicators,
      submittedBy: report.submittedBy,
      submittedAt: report.submittedAt,
      preparedBy: [...report.preparedBy],
      accepted: [...report.accepted],
    },
    verifiedBy: 'judgedBy' in state ? state.judgedBy : '',
    payableBasisPoints: 'payableBasisPoints' in state ? state.payableBasisPoints : 0,
    verificationDue: state.status === 'submitted' ? state.report.verificationDue : '',
    note: ('judgedBy' in state && state.note) || (returned?.note ?? report?.note ?? ''),
    reminded: [...state.reminded],
    rest: 'rest' in state ? state.rest : '',
    paymentDue: 'paymentDue' in state ? state.paymentDue : '',
    carriedFrom: state.carriedFrom,
    targets: [...state.targets],
    waiver: state.waiver && { ...state.waiver, amount: state.terms.amount },
    reportedBy: [...state.reportedBy],
    omitted: [],
  };
}

/** As the draft's own events have it: what became of it, the milestone says. */
export function reportMessage(id: string, { state, version }: Folded<report.State>): model.ReportDraft | undefined {
  if (state.status === 'absent') return undefined;
  const { status, of, results, evidence, narrative, preparedBy } = state;
  const returned = 'returned' in state ? state.returned : undefined;
  return {
    id,
    version,
    status,
    ...of,
    results: { version: results.version, indicators: [...results.value], saved: results.saved },
    evidence: { version: evidence.version, evidence: [...evidence.value], saved: evidence.saved },
    narrative: { version: narrative.version, note: narrative.value, erased: false, saved: narrative.saved },
    preparedBy: [...preparedBy],
    sent: 'sent' in state ? state.sent : undefined,
    returned: returned && { ...returned, erased: false },
  };
}

/** Those of items that are listed as their contracts say. */
export const FOLDS = { delegations: delegationsFold };
