import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type MilestoneStatus, parseMilestoneStatus, parseProjectStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import type { MilestoneState } from '../milestone.ts';
import type { ProjectState } from '../project.ts';
import { dueAtEndOf, excluding, type Task, task } from './task.ts';

/** What a project waits for, in whichever status. What silence does, workflows/rules says. */
export function tasksOfProject(state: ProjectState): Task[] {
  const { id: project, proposer, proposal, preparedBy, screeners } = state;
  const common = { project, readers: [proposer], amount: proposal?.target };
  const ofProposer = { ...common, role: 'proposer.officer', organisation: proposer };
  const of = (role: 'officer' | 'approver') => ({ ...common, role: `secretariat.${role}`, organisation: SECRETARIAT });
  const prepared = (...persons: readonly string[]) => ({ excluded: excluding('PreparedByTheSamePerson', persons) });
  const status = parseProjectStatus(state.status);
  switch (status) {
    case 'draft':
      return [task({ ...ofProposer, kind: 'proposal-to-submit', operations: ['submitProject'], silence: 'nothing' })];
    case 'submitted': {
      const eligible = (proposal?.target?.amount ?? 0n) > 0n ? ['declareEligible'] : [];
      const operations = [...eligible, 'declareIneligible', 'requestInformation'];
      const due = state.screeningDue;
      return [task({ ...of('officer'), ...prepared(...preparedBy), kind: 'screening', operations, due, silence: 'escalates' })];
    }
    case 'more-information-required': {
      const due = state.informationDue;
      const operations = ['provideInformation'];
      return [task({ ...ofProposer, kind: 'information-asked', operations, due, silence: due === '' ? 'nothing' : 'escalates' })];
    }
    case 'eligible': {
      const due = state.openingDue;
      const silence = due === '' ? 'nothing' : 'reminder';
      return [task({ ...of('officer'), kind: 'project-to-open', operations: ['openProject'], due, silence })];
    }
    case 'funded': {
      const who = { ...of('approver'), ...prepared(...preparedBy, ...screeners) };
      const operations = ['approveProject', 'refuseProject'];
      return [task({ ...who, kind: 'project-to-approve', operations, due: state.approvalDue, silence: 'escalates' })];
    }
    case 'completed':
      return isClosable(state) ? [closingOf(state, of)] : [];
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
    case 'unrecognised':
      return [];
  }
}

type Who = Pick<Task, 'role' | 'organisation' | 'project' | 'readers' | 'amount'>;

/** While money is claimed back, or is to be paid again, the project is not closed, and nobody is asked to. */
const isClosable = ({ openRecoveries, unpaid }: ProjectState): boolean => openRecoveries.length === 0 && !unpaid;

function closingOf({ closure, closingDue: due }: ProjectState, of: (role: 'officer' | 'approver') => Who): Task {
  const silence = due === '' ? 'nothing' : 'escalates';
  if (!closure) return task({ ...of('officer'), kind: 'closure-to-propose', operations: ['proposeClosure'], due, silence });
  const excluded = excluding('PreparedByTheSamePerson', [closure.proposedBy]);
  const operations = ['closeProject', 'refuseClosure'];
  return task({ ...of('approver'), kind: 'closure-to-decide', operations, due, silence, excluded });
}

/** What a milestone waits for, in whichever status; that the agreement's sponsors may see it too is added from the agreement. */
export function tasksOfMilestone(state: MilestoneState): Task[] {
  const status = parseMilestoneStatus(state.status);
  return [...reportTasks(status, state), ...waiverTasks(status, state)];
}

type Known = MilestoneStatus | Unrecognised;

function reportTasks(status: Known, state: MilestoneState): Task[] {
  const { project, proposer, amount, report, dueOn, reportedBy, verificationDue } = state;
  const common = { project, readers: [proposer], amount };
  const due = { ...common, ...dueAtEndOf(dueOn), role: 'proposer.officer', organisation: proposer, operations: ['reportMilestone'] };
  switch (status) {
    case 'scheduled':
      return isReminded(state) ? [task({ ...due, kind: 'report-due', silence: 'becomes-overdue' })] : [];
    case 'due':
      return [task({ ...due, kind: 'report-due', silence: 'becomes-overdue' })];
    case 'overdue':
      return [task({ ...due, kind: report ? 'report-returned' : 'report-due', silence: 'escalates' })];
    case 'returned':
      return [task({ ...due, kind: 'report-returned', silence: 'becomes-overdue' })];
    case 'submitted': {
      const who = { role: 'secretariat.verifier', organisation: SECRETARIAT };
      const excluded = excluding('SubmittedByTheSamePerson', reportedBy);
      const operations = ['verifyMilestone', 'returnReport', 'rejectMilestone'];
      return [task({ ...common, ...who, kind: 'report-to-verify', operations, due: verificationDue, silence: 'escalates', excluded })];
    }
    case 'verified':
    case 'partially-met':
    case 'rejected':
    case 'waived':
    case 'cancelled':
    case 'unrecognised':
      return [];
  }
}

/** A report far in the future waits for nobody yet: it does once its proposer was reminded of its date. */
const isReminded = ({ reminded, dueOn }: MilestoneState): boolean =>
  ['1', `1/${dueOn}`].some((occurrence) =>
    reminded.some((each) => each.startsWith(`RemindOf/milestone-report/${occurrence}/proposer.officer/`)),
  );

function waiverTasks(status: Known, { project, proposer, amount, waiver, reportedBy }: MilestoneState): Task[] {
  if (!waiver) return [];
  const who = { role: 'secretariat.approver', organisation: SECRETARIAT, project, readers: [proposer], amount };
  const excluded = {
    ...excluding('SubmittedByTheSamePerson', reportedBy),
    ...excluding('PreparedByTheSamePerson', [waiver.proposedBy]),
  };
  const common = { ...who, kind: 'waiver-to-decide', silence: 'nothing', excluded } as const;
  switch (status) {
    case 'scheduled':
    case 'due':
    case 'overdue':
    case 'returned':
      return [task({ ...common, operations: ['waiveMilestone', 'refuseWaiver'] })];
    case 'submitted':
      // The report gets its verdict first.
      return [task({ ...common, operations: ['refuseWaiver'], excluded: {} })];
    case 'verified':
    case 'partially-met':
    case 'rejected':
    case 'waived':
    case 'cancelled':
    case 'unrecognised':
      return [];
  }
}
