import { moneyText } from '@junkan/kit/money-text.ts';
import { decodeEvent } from '@junkan/proto/contexts.ts';
import type { ApprovalRulesEvent, PaymentFileEvent, StatementEvent } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { FundingEvent, QuestionsEvent } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { MilestoneEvent, ProjectEvent, ReportEvent } from '@junkan/proto/junkan/project/v1/language.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import type { EnvelopeEvent, MandateEvent, PassportEvent } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { EntryKind } from './kinds.ts';
import { day, money, party, share } from './spoken.ts';
import { BANK_ACCOUNT, type BankAccountEvent } from './words-of-accounts.ts';
import { AGREEMENT, type AgreementEvent } from './words-of-agreements.ts';
import { DELEGATIONS, type DelegationsEvent } from './words-of-delegations.ts';
import { PERIOD, type PeriodEvent } from './words-of-periods.ts';
import { RATES, type RatesEvent } from './words-of-rates.ts';

/** The events of what has a timeline. */
type Event =
  | RatesEvent
  | PeriodEvent
  | ProjectEvent
  | MilestoneEvent
  | ReportEvent
  | FundingEvent
  | QuestionsEvent
  | AgreementEvent
  | PassportEvent
  | ApprovalRulesEvent
  | DelegationsEvent
  | BankAccountEvent
  | PaymentFileEvent
  | StatementEvent
  | MandateEvent
  | EnvelopeEvent;
type DataOf<Type extends Event['type']> = Extract<Event, { readonly type: Type }>['data'];

type Notice = Extract<Event, { readonly type: 'ReminderSent' | 'MatterEscalated' }>;

/** What a reader may not see is empty or zero. */
type Sentences<Of extends Event> = { readonly [Type in Of['type']]: (data: DataOf<Type>) => string };

const rest = (what: string): string => (what === 'carried' ? 'the rest is carried to the next' : 'the rest is cancelled');

const andRest = (what: string): string => (what === '' ? '' : `; ${rest(what)}`);

const NOTICES: Sentences<Notice> = {
  ReminderSent: ({ matter, role, occurrence }) => `${role} was reminded of ${matter} (${occurrence}).`,
  MatterEscalated: ({ matter, role, occurrence }) => `${matter} (${occurrence}) went up to ${role}.`,
};

const PROJECT: Sentences<Exclude<ProjectEvent, Notice>> = {
  ProjectDrafted: () => 'The project was drafted.',
  ProjectRevised: () => 'Its proposal was revised.',
  ProjectDocumentsAttached: ({ documents }) =>
    `${documents.length === 1 ? 'A document was' : `${documents.length} documents were`} attached.`,
  ProjectContactsNamed: () => 'It was said whom to ask.',
  ProjectSubmitted: ({ submission, screeningDue }) =>
    `It was submitted (submission ${submission}); screening is due by ${day(screeningDue)}.`,
  MoreInformationRequested: ({ informationDue }) =>
    `The secretariat asked for more information${informationDue ? `, by ${day(informationDue)}` : ''}.`,
  InformationProvided: ({ screeningDue }) => `The proposer answered; screening is due by ${day(screeningDue)}.`,
  ProjectDeclaredEligible: ({ openingDue }) =>
    `It was declared eligible${openingDue ? `; it should be open to sponsors by ${day(openingDue)}` : ''}.`,
  ProjectDeclaredIneligible: ({ reasons }) => `It was declared ineligible${reasons.length > 0 ? `: ${reasons.join(', ')}` : ''}.`,
  ProjectOpenedToSponsors: ({ round, deadline }) => `Round ${round} was opened to sponsors until ${day(deadline)}.`,
  ProjectGapReopened: ({ round, deadline }) => `A co-funder withdrew: round ${round} goes on until ${day(deadline)}.`,
  ProjectFunded: ({ round, approvalDue }) => `Round ${round} is funded; approvals are due by ${day(approvalDue)}.`,
  ProjectLeftUnfunded: ({ round, reason }) => `Round ${round} left it unfunded: ${reason}.`,
  ProjectApproved: () => 'The secretariat approved it.',
  ProjectRefused: () => 'The secretariat refused it; every offer ends.',
  ProjectWithdrawn: () => 'The proposer withdrew it.',
  ImplementationStarted: () => 'Its agreement is effective and implementation began.',
  ProjectSuspended: () => 'It is suspended, as its agreement is.',
  ProjectResumed: () => 'It goes on, as its agreement does.',
  ProjectTerminated: () => 'It is terminated, as its agreement is.',
  ProjectCompleted: ({ closingDue }) =>
    `Nothing is left to be paid: it is completed${closingDue ? `, to be closed by ${day(closingDue)}` : ''}.`,
  ProjectRecoveriesCounted: ({ recoveries, unpaid }) => {
    const open = [
      ...recoveries.map((number) => `recovery ${number}`),
      ...(unpaid ? ['a payment that is in doubt or not settled again'] : []),
    ];
    return open.length === 0 ? 'Its closing waits for nothing any more.' : `Its closing waits for ${open.join(', ')}.`;
  },
  ProjectClosureProposed: ({ closure }) => `It was proposed to close it (closure ${closure}).`,
  ProjectClosureRefused: ({ closure }) => `Closure ${closure} was refused: it stays open.`,
  ProjectClosed: () => 'The secretariat closed it.',
};

const MILESTONE: Sentences<Exclude<MilestoneEvent, Notice>> = {
  MilestoneBegun: ({ number, dueOn, amount }) => `Milestone ${number} began: ${money(amount)}, due on ${dueOn}.`,
  MilestoneFellDue: () => 'The milestone fell due.',
  MilestoneBecameOverdue: () => 'The milestone is overdue.',
  MilestoneReportSubmitted: ({ report, evidence, preparedBy }) =>
    `Report ${report} was ${preparedBy.length > 0 ? 'signed off and ' : ''}submitted${evidence.length > 0 ? ` with ${evidence.length} files of evidence` : ''}.`,
  MilestoneReportReturned: ({ report }) => `Report ${report} was returned for revision.`,
  MilestoneVerified: ({ report, payableBasisPoints, rest: left }) => {
    if (payableBasisPoints === 0) return `Report ${report} was accepted.`;
    return left ? `Report ${report}: met by ${share(payableBasisPoints)}; ${rest(left)}.` : `Report ${report}: met in full.`;
  },
  MilestoneRejected: ({ report, rest: left }) => `Report ${report}: not met${andRest(left)}.`,
  MilestoneWaiverProposed: ({ rest: left }) => `It was proposed to waive the milestone; ${rest(left)}.`,
  MilestoneWaiverRefused: () => 'The waiver was refused.',
  MilestoneWaived: ({ rest: left, amount }) =>
    `The milestone is waived${amount ? `, with ${money(amount)} at stake` : ''}${andRest(left)}.`,
  MilestoneChanged: ({ dueOn, amount, targets }) =>
    `The milestone is now ${money(amount)}, due on ${dueOn}${targets.map((each) => `; ${each.code} is to reach ${each.target}, not ${each.before}, by amendment ${each.measure}`).join('')}.`,
  MilestoneCancelled: ({ because }) => `The milestone is cancelled: ${because}.`,
};

const REPORT: Sentences<ReportEvent> = {
  ReportDraftBegun: ({ number }) => `Report ${number} was begun.`,
  ReportResultsSaved: ({ section }) => `The results of the report were saved (version ${section}).`,
  ReportEvidenceSaved: ({ section, evidence }) =>
    `The evidence of the report was saved (version ${section}): ${evidence.length === 1 ? 'one file' : `${evidence.length} files`}.`,
  ReportNarrativeSaved: ({ section }) => `The account of the report was saved (version ${section}).`,
  ReportSentToCertifier: () => 'The report was sent to the certifier.',
  ReportDraftReturned: () => 'The certifier returned the report.',
};

const FUNDING: Sentences<Exclude<FundingEvent, Notice>> = {
  FundingOpened: ({ round, target, minimumClose }) =>
    `Round ${round} asks for ${money(target)}, and closes with at least ${money(minimumClose)}.`,
  OfferProposed: ({ sponsor, amount, expiresAt }) =>
    `${party(sponsor)} offered ${money(amount)}${expiresAt ? `, until ${day(expiresAt)}` : ''}.`,
  OfferCountered: ({ side, amount }) => `The ${side} answered with ${money(amount)}.`,
  OfferBacked: () => 'Budget backs the offer.',
  BackingRefused: ({ left }) => `No budget backs these terms: ${money(left)} is left.`,
  OfferAgreed: () => 'The sponsor agreed to what was asked; the offer is accepted once budget backs it.',
  OfferAccepted: () => 'The offer was accepted.',
  OfferDeclined: () => 'The offer was declined.',
  OfferRetracted: () => 'The sponsor retracted its offer.',
  OfferExpired: () => 'The offer expired without an answer.',
  OfferWithdrawn: () => 'The sponsor took back what had been accepted.',
  OfferApprovedOnce: ({ limit }) => `One approver of the sponsor confirmed the offer; above ${money(limit)} another confirms it as well.`,
  OfferApproved: () => 'The sponsor’s approver confirmed the offer.',
  FundingReachedTarget: ({ accepted }) => `The target is reached: ${money(accepted)}.`,
  FundingClosed: ({ accepted }) => `The round closed with ${money(accepted)}.`,
  FundingFellShort: ({ accepted, minimumClose }) =>
    `The round ended with ${money(accepted)} of at least ${money(minimumClose)}: every offer ends.`,
  FundingGapReopened: ({ gap, deadline }) => `${gap === undefined ? 'A part' : money(gap)} is open again, until ${day(deadline)}.`,
  FundingSealed: () => 'What was approved is fixed; an agreement is made of it.',
  FundingCancelled: ({ because }) => `The round is cancelled: ${because}.`,
};

const QUESTIONS: Sentences<QuestionsEvent> = {
  QuestionAsked: ({ question, sponsor }) => `${party(sponsor)} asked question ${question}.`,
  QuestionAnswered: ({ question }) => `The proposer answered question ${question}.`,
  QuestionPublished: ({ question, answered }) =>
    `Question ${question} can be read by all who may see the round${answered ? ', with its answer' : ''}.`,
};

const PASSPORT: Sentences<Exclude<PassportEvent, Notice>> = {
  DueDiligenceRequested: ({ subject, request }) => `Due diligence on ${party(subject)} was asked for (request ${request}).`,
  SubjectCleared: ({ clearance, validUntil }) => `It was cleared until ${validUntil} (clearance ${clearance}).`,
  SubjectFlagged: ({ level }) => `It was flagged: ${level}.`,
  ClearanceRevoked: ({ clearance }) => `Clearance ${clearance} was revoked.`,
  ClearanceExpired: ({ clearance }) => `Clearance ${clearance} expired.`,
  ClearanceReliedOn: ({ organisation, project, clearance }) =>
    `${party(organisation)} relied on clearance ${clearance} for project ${project}.`,
};

const entries = (numbers: readonly unknown[]): string => (numbers.length === 1 ? 'one entry' : `${numbers.length} entries`);

const STATEMENT: Sentences<Exclude<StatementEvent, Notice>> = {
  StatementImported: ({ reference, account, entries: count }) =>
    `Statement ${reference} of the account ${account} was imported, with ${count} entries.`,
  EntriesRead: ({ entries: read }) => `The bank told ${entries(read)}.`,
  EntriesMatched: ({ entries: matched }) => `What ${entries(matched)} say of payments was looked up.`,
  EntryLinked: ({ number, payment, recovery }) =>
    recovery === undefined
      ? `Entry ${number} was said to settle the payment ${payment}.`
      : `Entry ${number} was said to be a refund of recovery ${recovery}.`,
  FeeRefused: ({ number }) => `Entry ${number} was not taken for a charge of the bank, and waits again.`,
  FeeRecorded: ({ number }) => `Entry ${number} was said to be a charge of the bank.`,
  DismissalRefused: ({ number }) => `Entry ${number} was not found to concern no payment, and waits again.`,
  EntryIgnored: ({ number }) => `Entry ${number} was said to concern no payment.`,
  EntryHeld: ({ number }) => `Entry ${number} waits, with a note.`,
  EntriesConfirmed: ({ numbers }) => `A second person confirmed what ${entries(numbers)} settled.`,
  EntriesReopened: ({ numbers }) => `What was reported by ${entries(numbers)} does not stand any more.`,
  StatementOwnerNamed: ({ sponsor }) => `The statement was said to be of an account of ${party(sponsor)}.`,
  StatementOwnerConfirmed: ({ sponsor }) => `A second person confirmed that the statement is of an account of ${party(sponsor)}.`,
  StatementOwnerRefused: () => 'A second person did not find that the statement is of that account.',
};

const transfers = (count: number): string => (count === 1 ? 'one transfer' : `${count} transfers`);

const PAYMENT_FILE: Sentences<PaymentFileEvent> = {
  PaymentFileBegun: ({ payer, currency, executionDate }) =>
    `A file of payments of ${party(payer)} in ${currency} was begun, to be carried out on ${executionDate}.`,
  TransfersListed: ({ transfers: listed }) => `${transfers(listed.length)} were listed.`,
  PaymentFileMade: ({ transfers: count, sum }) => `The file was made: ${transfers(count)} of ${money(sum)} in all.`,
  PaymentFileApproved: () => 'A second person approved the file.',
  PaymentFileRefused: ({ note }) => (note ? 'The file was refused.' : 'Nothing was left in the file.'),
  PaymentFileHandedOver: () => 'The file was handed to the bank.',
  PaymentFileSent: () => 'Each payment of the file is instructed.',
  PaymentFileAnswered: ({ reference, untold }) =>
    `The bank answered (${reference})${untold.length > 0 ? '; a person has to look at what it says of no single payment' : ''}.`,
  TransfersTold: ({ transfers: told }) => `The bank told of ${transfers(told.length)}.`,
};

const APPROVAL_RULES: Sentences<ApprovalRulesEvent> = {
  LimitsProposed: ({ proposal, limits }) => `Proposal ${proposal}: two approve above ${limits.map(money).join(', ') || 'no amount'}.`,
  LimitsApproved: ({ proposal }) => `Proposal ${proposal} was approved; its limits stand from now on.`,
  LimitsRefused: ({ proposal }) => `Proposal ${proposal} was refused; the limits stay as they were.`,
};

const MANDATE: Sentences<MandateEvent> = {
  MandatePublished: () => 'The mandate was published.',
  MandateRevised: ({ revision }) => `It was revised: version ${revision} is in force.`,
  MandatePaused: () => 'It was paused: nothing new is matched with it or offered under it.',
  MandateResumed: () => 'It was resumed.',
  MandateRetired: () => 'It was retired: nothing new is matched with it or offered under it again.',
};

const ENVELOPE: Sentences<EnvelopeEvent> = {
  EnvelopeOpened: ({ total, periodEnd }) => `The budget was opened with ${money(total)}${periodEnd ? `, until ${periodEnd}` : ''}.`,
  EnvelopeEndProposed: ({ proposal, before, periodEnd }) =>
    `Proposal ${proposal}: the period ends on ${periodEnd}${before ? `, not on ${before}` : ''}.`,
  EnvelopeEndMoved: ({ proposal, periodEnd }) => `Proposal ${proposal} was confirmed: the period ends on ${periodEnd}.`,
  EnvelopeEndRefused: ({ proposal }) => `Proposal ${proposal} was refused: the period stays as it is.`,
  BudgetReserved: ({ amount }) => `${money(amount)} were reserved for an offer.`,
  ReservationChanged: ({ amount }) => `An offer has new terms and holds ${money(amount)} from now on.`,
  OfferReleased: ({ amount, because }) => `${money(amount)} that an offer held are free again: ${because}.`,
  OfferCommitted: ({ amount }) => `${money(amount)} were committed for an offer.`,
  CommitmentReturned: ({ amount, because }) => `${money(amount)} that were committed are budget again: ${because}.`,
};

/** A sentence for each event: one that is missing does not compile. */
const SENTENCES: Sentences<Event> = {
  ...NOTICES,
  ...PROJECT,
  ...MILESTONE,
  ...REPORT,
  ...FUNDING,
  ...QUESTIONS,
  ...AGREEMENT,
  ...PASSPORT,
  ...STATEMENT,
  ...APPROVAL_RULES,
  ...DELEGATIONS,
  ...BANK_ACCOUNT,
  ...RATES,
  ...PERIOD,
  ...PAYMENT_FILE,
  ...MANDATE,
  ...ENVELOPE,
};

export type Told = TimelineEntry & { readonly kind: EntryKind; readonly facts: Record<string, unknown>; readonly summary: string };

/** An entry with what it says, as an object and in a sentence, and with its sums as money is written everywhere. */
export function told(entry: TimelineEntry, kind: EntryKind): Told {
  const facts = factsOf(entry.data);
  return { ...entry, kind, facts, data: JSON.stringify(facts), summary: inWords(entry) };
}

/** What an event tells, from its proto3 JSON, with its sums as money is written everywhere. */
export const factsOf = (data: string): Record<string, unknown> => sumsInWords(JSON.parse(data)) as Record<string, unknown>;

/** Minor units and their currency as a decimal text, wherever they stand; zero is left out of what is recorded. */
function sumsInWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sumsInWords);
  if (typeof value !== 'object' || value === null) return value;
  const { amount = '0', currency, ...rest } = value as { amount?: unknown; currency?: unknown };
  if (typeof currency === 'string' && typeof amount === 'string' && Object.keys(rest).length === 0)
    return moneyText({ amount: BigInt(amount), currency });
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sumsInWords(inner)]));
}

/** What an event says, in a sentence for people; of what a newer version of a service tells, its name. */
export function inWords({ type, data }: { readonly type: string; readonly data: string }): string {
  const event = decodeEvent(type, JSON.parse(data));
  if (event === 'unrecognised' || !Object.hasOwn(SENTENCES, type)) return `${type}.`;
  // The map types each sentence by its own event, so the sentence of this type takes this data.
  const sentence = SENTENCES[type as Event['type']] as unknown as (data: object) => string;
  return sentence(event.data);
}
