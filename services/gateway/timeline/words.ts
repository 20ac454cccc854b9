import { moneyText } from '@junkan/kit/money-text.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';

/** An event as it is recorded: proto3 JSON, in which zeros and empty texts are left out. */
type Data = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (value === undefined ? '' : String(value));
const day = (value: unknown): string => text(value).slice(0, 10);
const money = (value: unknown): string => {
  const { amount = '0', currency = '' } = (value ?? {}) as { amount?: string; currency?: string };
  return currency === '' ? 'nothing' : `${currency} ${moneyText({ amount: BigInt(amount), currency }).amount}`;
};
const share = (basisPoints: unknown): string => `${Number(basisPoints ?? 0) / 100} %`;
const list = (value: unknown): string => (Array.isArray(value) ? value.map(text).join(', ') : '');
const party = (value: unknown): string => {
  const id = text(value);
  return id.startsWith('spo_') ? `sponsor ${id}` : id.startsWith('org_') ? `proposer ${id}` : id;
};
const rest = (value: unknown): string => (value === 'carried' ? 'the rest is carried to the next' : 'the rest is cancelled');

const andRest = (value: unknown): string => (value === undefined ? '' : `; ${rest(value)}`);

const PROJECT: Record<string, (data: Data) => string> = {
  ProjectDrafted: () => 'The project was drafted.',
  ProjectRevised: () => 'Its proposal was revised.',
  ProjectSubmitted: ({ submission, screeningDue }) =>
    `It was submitted (submission ${text(submission)}); screening is due by ${day(screeningDue)}.`,
  MoreInformationRequested: ({ informationDue }) =>
    `The secretariat asked for more information${informationDue ? `, by ${day(informationDue)}` : ''}.`,
  InformationProvided: ({ screeningDue }) => `The proposer answered; screening is due by ${day(screeningDue)}.`,
  ProjectDeclaredEligible: ({ openingDue }) =>
    `It was declared eligible${openingDue ? `; it should be open to sponsors by ${day(openingDue)}` : ''}.`,
  ProjectDeclaredIneligible: ({ reasons }) => `It was declared ineligible${reasons ? `: ${list(reasons)}` : ''}.`,
  ProjectOpenedToSponsors: ({ round, deadline }) => `Round ${text(round)} was opened to sponsors until ${day(deadline)}.`,
  ProjectGapReopened: ({ round, deadline }) => `A co-funder withdrew: round ${text(round)} goes on until ${day(deadline)}.`,
  ProjectFunded: ({ round, approvalDue }) => `Round ${text(round)} is funded; approvals are due by ${day(approvalDue)}.`,
  ProjectLeftUnfunded: ({ round, reason }) => `Round ${text(round)} left it unfunded: ${text(reason)}.`,
  ProjectApproved: () => 'The secretariat approved it.',
  ProjectRefused: () => 'The secretariat refused it; every offer ends.',
  ProjectWithdrawn: () => 'The proposer withdrew it.',
  ImplementationStarted: () => 'Its agreement is effective and implementation began.',
  ProjectSuspended: () => 'It is suspended, as its agreement is.',
  ProjectResumed: () => 'It goes on, as its agreement does.',
  ProjectTerminated: () => 'It is terminated, as its agreement is.',
  ProjectCompleted: ({ closingDue }) =>
    `Nothing is left to be paid: it is completed${closingDue ? `, to be closed by ${day(closingDue)}` : ''}.`,
  ProjectClosureProposed: ({ closure }) => `It was proposed to close it (closure ${text(closure)}).`,
  ProjectClosureRefused: ({ closure }) => `Closure ${text(closure)} was refused: it stays open.`,
  ProjectClosed: () => 'The secretariat closed it.',
  ReminderSent: ({ matter, role, occurrence }) => `${text(role)} was reminded of ${text(matter)} (${text(occurrence)}).`,
  MatterEscalated: ({ matter, role, occurrence }) => `${text(matter)} (${text(occurrence)}) went up to ${text(role)}.`,
};

const MILESTONE: Record<string, (data: Data) => string> = {
  MilestoneBegun: ({ number, dueOn, amount }) => `Milestone ${text(number)} began: ${money(amount)}, due on ${text(dueOn)}.`,
  MilestoneFellDue: () => 'The milestone fell due.',
  MilestoneBecameOverdue: () => 'The milestone is overdue.',
  MilestoneReportSubmitted: ({ report, evidence }) =>
    `Report ${text(report)} was submitted${Array.isArray(evidence) ? ` with ${evidence.length} files of evidence` : ''}.`,
  MilestoneReportReturned: ({ report }) => `Report ${text(report)} was returned for revision.`,
  MilestoneVerified: ({ report, payableBasisPoints, rest: left }) => {
    if (payableBasisPoints === undefined) return `Report ${text(report)} was accepted.`;
    return left ? `Report ${text(report)}: met by ${share(payableBasisPoints)}; ${rest(left)}.` : `Report ${text(report)}: met in full.`;
  },
  MilestoneRejected: ({ report, rest: left }) => `Report ${text(report)}: not met${andRest(left)}.`,
  MilestoneWaiverProposed: ({ rest: left }) => `It was proposed to waive the milestone; ${rest(left)}.`,
  MilestoneWaiverRefused: () => 'The waiver was refused.',
  MilestoneWaived: ({ rest: left, amount }) =>
    `The milestone is waived${amount ? `, with ${money(amount)} at stake` : ''}${andRest(left)}.`,
  MilestoneChanged: ({ dueOn, amount }) => `The milestone is now ${money(amount)}, due on ${text(dueOn)}.`,
  MilestoneCancelled: ({ because }) => `The milestone is cancelled: ${text(because)}.`,
};

const FUNDING: Record<string, (data: Data) => string> = {
  FundingOpened: ({ round, target, minimumClose }) =>
    `Round ${text(round)} asks for ${money(target)}, and closes with at least ${money(minimumClose)}.`,
  OfferProposed: ({ sponsor, amount, expiresAt }) =>
    `${party(sponsor)} offered ${money(amount)}${expiresAt ? `, until ${day(expiresAt)}` : ''}.`,
  OfferCountered: ({ side, amount }) => `The ${text(side)} answered with ${money(amount)}.`,
  OfferBacked: () => 'Budget backs the offer.',
  BackingRefused: ({ left }) => `No budget backs these terms: ${money(left)} is left.`,
  OfferAgreed: () => 'The sponsor agreed to what was asked; the offer is accepted once budget backs it.',
  OfferAccepted: () => 'The offer was accepted.',
  OfferDeclined: () => 'The offer was declined.',
  OfferRetracted: () => 'The sponsor retracted its offer.',
  OfferExpired: () => 'The offer expired without an answer.',
  OfferWithdrawn: () => 'The sponsor took back what had been accepted.',
  OfferApproved: () => 'The sponsor’s approver confirmed the offer.',
  FundingReachedTarget: ({ accepted }) => `The target is reached: ${money(accepted)}.`,
  FundingClosed: ({ accepted }) => `The round closed with ${money(accepted)}.`,
  FundingFellShort: ({ accepted, minimumClose }) =>
    `The round ended with ${money(accepted)} of at least ${money(minimumClose)}: every offer ends.`,
  FundingGapReopened: ({ gap, deadline }) => `${gap === undefined ? 'A part' : money(gap)} is open again, until ${day(deadline)}.`,
  FundingSealed: () => 'What was approved is fixed; an agreement is made of it.',
  FundingCancelled: ({ because }) => `The round is cancelled: ${text(because)}.`,
};

const AGREEMENT: Record<string, (data: Data) => string> = {
  AgreementDrafted: ({ signingDue }) => `An agreement was drafted, to be signed by ${day(signingDue)}.`,
  AgreementSigned: ({ party: signer }) => `${party(signer)} signed.`,
  AgreementVoided: ({ because, party: signer }) => `The draft is void: ${text(because)}${signer ? ` by ${party(signer)}` : ''}.`,
  AgreementBecameEffective: () => 'All have signed: the agreement is effective.',
  MeasureProposed: ({ measure, kind }) => `Measure ${text(measure)} was proposed: ${text(kind)}.`,
  MeasureApproved: ({ measure, party: by }) => `Measure ${text(measure)} was approved for ${party(by)}.`,
  MeasureRefused: ({ measure }) => `Measure ${text(measure)} was refused.`,
  AgreementSuspended: () => 'The agreement is suspended.',
  AgreementResumed: () => 'The agreement goes on.',
  AgreementTerminationBegun: () => 'The agreement is to be terminated: the milestones without a verdict are closed first.',
  AgreementTerminated: () => 'The agreement is terminated: what was not paid is owed no more.',
  AgreementAmended: ({ changes, amendedHash }) =>
    `The agreement is amended in ${Array.isArray(changes) ? changes.length : 0} tranches${amendedHash ? `; its content is now ${text(amendedHash)}` : ''}.`,
  TrancheReduced: ({ tranche, verdict, carriedTo }) =>
    `Tranche ${text(tranche)} is cut, as its milestone is ${text(verdict)}; ${carriedTo ? `the rest goes to tranche ${text(carriedTo)}` : 'the rest is owed no more'}.`,
  PaymentRequested: ({ tranche, sponsor, amount }) => `${money(amount)} of tranche ${text(tranche)} was requested of ${party(sponsor)}.`,
  PaymentApproved: () => 'The payment was approved.',
  PaymentRefused: () => 'The payment was refused.',
  PaymentInstructed: ({ instruction }) => `The bank was instructed (${text(instruction)}).`,
  PaymentSettlementReported: ({ report, bankReference, valueDate }) =>
    `It was reported that the bank has paid: ${text(bankReference)}, value ${text(valueDate)} (report ${text(report)}).`,
  PaymentFailureReported: ({ report }) => `It was reported that the bank did not carry the payment out (report ${text(report)}).`,
  PaymentObjectedTo: ({ report }) => `A second person objected to report ${text(report)} of the bank.`,
  PaymentFailed: () => 'The bank did not carry the payment out.',
  PaymentSettled: ({ bankReference, valueDate }) => `The payment is settled: ${text(bankReference)}, value ${text(valueDate)}.`,
  AgreementPaidInFull: ({ paid }) => `Nothing is left to be paid: ${money(paid)} in all.`,
  AgreementEnded: ({ paid }) => `The agreement ended with ${money(paid)} paid.`,
};

const PASSPORT: Record<string, (data: Data) => string> = {
  DueDiligenceRequested: ({ subject, request }) => `Due diligence on ${party(subject)} was asked for (request ${text(request)}).`,
  SubjectCleared: ({ clearance, validUntil }) => `It was cleared until ${text(validUntil)} (clearance ${text(clearance)}).`,
  SubjectFlagged: ({ level }) => `It was flagged: ${text(level)}.`,
  ClearanceRevoked: ({ clearance }) => `Clearance ${text(clearance)} was revoked.`,
  ClearanceExpired: ({ clearance }) => `Clearance ${text(clearance)} expired.`,
  ClearanceReliedOn: ({ organisation, project, clearance }) =>
    `${party(organisation)} relied on clearance ${text(clearance)} for project ${text(project)}.`,
};

const WORDS: Readonly<Record<string, (data: Data) => string>> = { ...PROJECT, ...MILESTONE, ...FUNDING, ...AGREEMENT, ...PASSPORT };

/** The events that have words of their own; another is told by its name. */
export const WORDED: readonly string[] = Object.keys(WORDS);

export type Told = TimelineEntry & { readonly summary: string };

/** An entry with what it says in a sentence, and with its sums as texts that people read. */
export const told = (entry: TimelineEntry): Told => ({
  ...entry,
  data: JSON.stringify(sumsInWords(JSON.parse(entry.data))),
  summary: inWords(entry),
});

/** Minor units and their currency as a decimal text, wherever they stand; zero is left out of what is recorded. */
function sumsInWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sumsInWords);
  if (typeof value !== 'object' || value === null) return value;
  const { amount = '0', currency, ...rest } = value as { amount?: unknown; currency?: unknown };
  if (typeof currency === 'string' && typeof amount === 'string' && Object.keys(rest).length === 0)
    return moneyText({ amount: BigInt(amount), currency });
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sumsInWords(inner)]));
}

/** What an event says, in a sentence for people. */
export function inWords({ type, data }: { readonly type: string; readonly data: string }): string {
  const words = Object.hasOwn(WORDS, type) ? WORDS[type] : undefined;
  return words ? words(JSON.parse(data) as Data) : `${type}.`;
}
