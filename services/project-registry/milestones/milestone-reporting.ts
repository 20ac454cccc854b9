import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import { indicatorFault, isSameIndicators } from '../reports/reporting.ts';
import {
  type Agreed,
  type CommandOf,
  type Event,
  type Existing,
  isReportable,
  type Known,
  REPORTABLE,
  type Rejection,
  type Report,
  type Reported,
  reportOf,
  type Status,
  type ToSign,
} from './milestone.ts';

type Decision = Decided<Event, Rejection>;
type Given = Pick<CommandOf<'SubmitMilestoneReport'>, 'now' | 'policy' | 'by'>;

/** A report that its proposer submits without a certifier, if the installation requires none and no draft of it exists. */
export function submitReport(command: CommandOf<'SubmitMilestoneReport'>, state: Existing): Decision {
  const refusal = notAllowed(command.by, ROLES.SubmitMilestoneReport, state.terms.proposer);
  if (refusal) return refuse(refusal);
  if (state.status === 'submitted' && isSameReport(state.report, command) && isAgreed(state.report, command)) return alreadyApplied;
  if (command.policy.signOffIsRequired) return refuse({ type: 'SignOffIsRequired' });
  if (!isReportable(state.status)) return wrongStatus(state, ...REPORTABLE);
  const { draft, status } = command.draft;
  return status === 'sent' ? refuse({ type: 'DraftIsAtTheCertifier', draft }) : submitted(command, WITHOUT_DRAFT, command, state);
}

/** A certifier answers for what others of the same organisation have prepared: what is signed off is submitted, by one event. */
export function signOff(command: CommandOf<'SignOffReport'>, state: Existing): Decision {
  const { draft: signed, version, uploadedBy, by } = command;
  const refusal = notAllowed(by, ROLES.SignOffReport, state.terms.proposer);
  if (refusal) return refuse(refusal);
  if (state.status === 'submitted' && isSigned(state.report, command)) return alreadyApplied;
  if (!isReportable(state.status)) return wrongStatus(state, ...REPORTABLE);
  if ([...signed.preparedBy, ...uploadedBy].includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (signed.status !== 'sent') return refuse({ type: 'DraftIsNotSent' });
  if (signed.version !== version) return refuse({ type: 'DraftIsAnother', asked: version, actual: signed.version });
  return submitted(signed, { draft: signed.draft, draftVersion: version, preparedBy: signed.preparedBy }, command, state);
}

type OfDraft = Pick<ToSign, 'preparedBy'> & { readonly draft: Report['draft']; readonly draftVersion: number };
const WITHOUT_DRAFT: OfDraft = { draft: '', draftVersion: 0, preparedBy: [] };

function submitted(
  said: Reported,
  ofDraft: OfDraft,
  { now, policy, by, fileNamesPublic, ...known }: Known & Agreed & Given,
  state: Existing,
): Decision {
  const { evidence, indicators, note } = said;
  const fault = faultOf(said, known) ?? sentBefore(said, state);
  if (fault) return refuse(fault);
  const report = (reportOf(state)?.number ?? 0) + 1;
  const verificationDue = daysAfter(now, policy.verificationDays);
  const reported = { report, evidence, indicators, note, verificationDue, at: now, by: by.person, uploadedBy: known.uploadedBy };
  // What earlier versions record in the same way is recorded so.
  const agreed = fileNamesPublic ? { fileNamesPublic } : {};
  return accept({ type: 'MilestoneReportSubmitted', ...reported, ...ofDraft, ...agreed });
}

/** There is evidence, and the indicators are answered as they were planned. */
function faultOf({ evidence, indicators }: Reported, { unknownEvidence, planned }: Known): Rejection | undefined {
  if (evidence.length === 0) return { type: 'EvidenceIsMissing' };
  if (unknownEvidence.length > 0) return { type: 'EvidenceIsUnknown', hashes: unknownEvidence };
  return indicatorFault({ indicators, planned });
}

/** What was returned lacked something, so the next report says something else. */
function sentBefore(said: Reported, state: Existing): Rejection | undefined {
  const before = reportOf(state);
  return before && isSameContent(before, said) ? { type: 'ReportIsUnchanged', report: before.number } : undefined;
}

const isSameReport = (report: Report, command: CommandOf<'SubmitMilestoneReport'>): boolean =>
  report.submittedBy === command.by.person && isSameContent(report, command);

const isSigned = (report: Report, { draft: { draft }, by, ...agreed }: CommandOf<'SignOffReport'>): boolean =>
  report.draft === draft && report.submittedBy === by.person && isAgreed(report, agreed);

const isAgreed = (report: Report, { fileNamesPublic }: Agreed): boolean => report.fileNamesPublic === fileNamesPublic;

const isSameContent = (report: Report, { evidence, indicators, note }: Reported): boolean =>
  report.note === note && report.evidence.join() === evidence.join() && isSameIndicators(report.indicators, indicators);

export const wrongStatus = (state: Existing, ...needed: readonly Status[]): Decision =>
  refuse({ type: 'MilestoneIsInAnotherStatus', needed, actual: state.status });
