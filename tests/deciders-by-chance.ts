import { agreementPermissions } from '@junkan/disbursement/agreements/permissions.ts';
import { bankAccountActs } from '@junkan/disbursement/banking/accounts/bank-account-acts.ts';
import { paymentFileActs } from '@junkan/disbursement/banking/files/payment-file-acts.ts';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import type { Permission } from '@junkan/kit/pure/permissions.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import type { Tried } from '@junkan/kit/testing/requests.fixture.ts';
import * as matching from '@junkan/matching/mapping.ts';
import { questionActs } from '@junkan/matching/questions/questions-acts.ts';
import { CLEAR as CLEAR_OF_OFFERS, fundingActs } from '@junkan/matching/rounds/funding-acts.ts';
import * as registry from '@junkan/project-registry/mapping.ts';
import { milestoneActs } from '@junkan/project-registry/milestones/milestone-acts.ts';
import { CLEAR, projectActs } from '@junkan/project-registry/projects/project-acts.ts';
import { toSign } from '@junkan/project-registry/reports/report.ts';
import { reportActs } from '@junkan/project-registry/reports/report-acts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { CONTEXTS } from '@junkan/proto/contexts.ts';
import { mandateActs } from '@junkan/sponsor-registry/mandates/mandate-acts.ts';
import * as sponsors from '@junkan/sponsor-registry/mapping.ts';
import { passportActs } from '@junkan/sponsor-registry/passports/passport-acts.ts';
import fc from 'fast-check';
import { ACTIONS } from './actions-by-chance.ts';
import { APPROVAL_RULES } from './approval-rules-by-chance.ts';
import { CYCLES, NOMINATIONS } from './awards-by-chance.ts';
import { CALL_ANSWERS, CALLS } from './calls-by-chance.ts';
import { CASH_BOOK } from './cash-book-by-chance.ts';
import { PROPOSER, SPONSOR } from './changes-by-chance.ts';
import {
  LATER,
  NOW,
  ON,
  ON_ROUND,
  onAgreement,
  onBankAccount,
  onFunding,
  onMandate,
  onMilestone,
  onPassport,
  onPaymentFile,
  onProject,
  onQuestions,
  onReport,
  PLANNED,
  POLICY,
  TO_SIGN,
  UNSENT,
} from './commands-by-chance.ts';
import { DECLARATIONS } from './declarations-by-chance.ts';
import { DELEGATIONS } from './delegations-by-chance.ts';
import { ENQUIRIES } from './enquiries-by-chance.ts';
import { ENVELOPE } from './envelope-by-chance.ts';
import { ASSESSMENTS, PLANS, REPORTS } from './handed-in-by-chance.ts';
import {
  amount,
  conditioned,
  converted,
  drafted,
  fileBegun,
  named,
  ofAgreement,
  ofBankAccount,
  ofFunding,
  ofMandate,
  ofMilestone,
  ofPassport,
  ofPaymentFile,
  ofProject,
  ofQuestions,
  ofReport,
  opened,
  proposal,
  TERMS,
  TONNES,
  transfersListed,
} from './histories-by-chance.ts';
import { CERTIFICATES, SESSIONS, TRAININGS } from './learning-by-chance.ts';
import { PARTNERS } from './partners-by-chance.ts';
import { EXCHANGES } from './peers-by-chance.ts';
import { PERIOD } from './period-by-chance.ts';
import { INSTRUMENTS, REQUESTS } from './policy-by-chance.ts';
import { RATES } from './rates-by-chance.ts';
import {
  AGREED_FACTS,
  IN_FORCE,
  isOfRecovery,
  PAID,
  REFUND_BOOKED,
  REFUNDED,
  RETURN_BOOKED,
  RETURNED,
  UNDOING,
} from './recoveries-by-chance.ts';
import { SERIES } from './series-by-chance.ts';
import { SIGNATORIES } from './signatories-by-chance.ts';
import { SIGNATORY_GROUPS } from './signatory-groups-by-chance.ts';
import { STATEMENT } from './statements-by-chance.ts';

// Each kind of stream that persons act on: its decider, random histories of it, and its answer of who may act.

export type Event = { readonly type: string };
type State = {
  readonly status?: string;
  readonly evidence?: { readonly value: readonly unknown[] };
  readonly measures?: readonly unknown[];
  readonly questions?: readonly unknown[];
  readonly offers?: ReadonlyMap<string, unknown>;
};
export type Case = {
  readonly context: keyof typeof CONTEXTS;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states and events of its own
  readonly owned: Aggregate<any, any, any, any>;
  readonly first: Event;
  readonly events: readonly fc.Arbitrary<Event>[];
  readonly commands: readonly fc.Arbitrary<Tried>[];
  /** The ways on which it may have gone, as far as it came, before chance takes over. */
  readonly begun?: readonly (readonly (Event & Readonly<Record<string, unknown>>)[])[];
  readonly now?: string;
  /** Whether a decider would let this happen, where `evolve` does not say. */
  readonly isLegal?: (event: Event, state: State) => boolean;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states of its own
  readonly permissionsOf: (state: any, by: Actor, now: string) => readonly Permission<{ type: string }>[];
};

const policy = POLICY as never;
const plan = [{ number: 1, title: 'a', monthsAfterEffective: 1, amount: { amount: 5n, currency: 'USD' } }];
const complete = { ...fc.sample(proposal, 1)[0], milestones: plan };
const SUBMITTED = { type: 'ProjectSubmitted', submission: 1, screeningDue: LATER, by: 'per_a' };
const milestoneTerms = { project: 'prj_a', agreement: 'agr_a', proposer: 'org_a', number: 1, title: 'a', dueOn: '2026-12-01', amount };
const live = [
  {
    type: 'OfferProposed',
    offer: 'off_a',
    sponsor: 'spo_a',
    mandate: 'man_a',
    envelope: 'env_a',
    amount,
    terms: 1,
    by: 'per_a',
    expiresAt: '',
  },
  { type: 'OfferBacked', offer: 'off_a', terms: 1 },
];
/** The sign-off of a draft, which is an act on its milestone: one that is due. */
const signingOf = (state: Parameters<typeof toSign>[1], by: Actor, now: string) =>
  milestoneActs
    .permissions(DUE as never, { now, policy, earlier: [], draft: toSign('rep_a', state), uploadedBy: [] }, registry.BODIES, by)
    .filter(({ operation }) => operation === 'signOffReport');
const DUE = [{ type: 'MilestoneBegun', ...milestoneTerms }, { type: 'MilestoneFellDue' }].reduce(
  (state, event) => registry.milestones.evolve(state, event as never),
  registry.milestones.initial,
);

const fileMade = {
  type: 'PaymentFileMade',
  leftOut: [],
  transfers: 2,
  sum: { amount: 120n, currency: 'USD' },
  sha256: 'h',
  at: NOW,
  by: 'per_a',
};
const said = { code: 'RJCT', reasonCode: '', refusal: '' };
/** The bank has it, and rejects the whole and its first transfer. */
const fileRejected = [
  { type: 'PaymentFileApproved', at: NOW, by: 'per_c' },
  { type: 'PaymentFileHandedOver', at: NOW, by: 'per_a' },
  { type: 'PaymentFileSent', at: NOW, by: 'per_a' },
  {
    type: 'PaymentFileAnswered',
    reference: 'r',
    answer: 'g',
    untold: [{ because: 'group', code: 'RJCT', reasonCode: '', instruction: '' }],
    at: NOW,
    by: 'per_a',
  },
  { type: 'TransfersTold', transfers: [{ number: 1, standing: 'rejected', ...said }], at: NOW },
] as const;
const fileDownloaded = { type: 'PaymentFileDownloaded', at: NOW, by: 'per_a' };
/** The status of a file before each of its events. */
const FILE_BEFORE: Readonly<Record<string, readonly string[]>> = {
  TransfersListed: ['making'],
  PaymentFileMade: ['making'],
  PaymentFileApprovedOnce: ['made'],
  PaymentFileApproved: ['made'],
  PaymentFileDownloaded: ['made', 'approved', 'sending', 'sent', 'answered'],
  PaymentFileRefusalRequested: ['made', 'approved'],
  PaymentFileRefused: ['making', 'made', 'approved'],
  PaymentFileHandedOver: ['approved'],
  PaymentFileSent: ['sending'],
  PaymentFileAnswered: ['sent', 'answered'],
  TransfersTold: ['sent', 'answered'],
  RemainingTransfersRejected: ['sent', 'answered'],
  FileFailuresConfirmed: ['sent', 'answered'],
};

/** Nothing is exchanged of an agreement without a budget in another currency. */
const isConverted = (state: object): boolean => 'conversions' in state && Array.isArray(state.conversions) && state.conversions.length > 0;

export const CASES: Readonly<Record<string, Case>> = {
  project: {
    context: 'project',
    owned: registry.projects,
    events: ofProject,
    commands: onProject,
    first: { type: 'ProjectDrafted', proposer: 'org_a', proposal: complete, by: 'per_a' } as Event,
    begun: [
      [
        SUBMITTED,
        { type: 'ProjectDeclaredEligible', submission: 1, by: 'per_b', openingDue: LATER, checks: [] },
        { type: 'ProjectOpenedToSponsors', round: 1, deadline: LATER, by: 'per_b', at: NOW },
        { type: 'ProjectFunded', round: 1, funding: 'fnd_a', approvalDue: LATER },
        { type: 'ProjectApproved', round: 1, by: 'per_d' },
        { type: 'ImplementationStarted', round: 1, agreement: 'agr_a' },
        { type: 'ProjectCompleted', round: 1, closingDue: LATER },
        { type: 'ProjectClosureProposed', round: 1, closure: 1, note: '', by: 'per_b' },
      ],
      [SUBMITTED, { type: 'MoreInformationRequested', submission: 1, note: 'n', by: 'per_b', informationDue: LATER, checks: [] }],
    ],
    permissionsOf: (state, by, now) => projectActs.permissions(state, { now, policy, dueDiligence: CLEAR }, registry.BODIES, by),
  },
  milestone: {
    context: 'project',
    owned: registry.milestones,
    events: ofMilestone,
    commands: onMilestone,
    first: { type: 'MilestoneBegun', ...milestoneTerms } as Event,
    permissionsOf: (state, by, now) =>
      [TO_SIGN, UNSENT].flatMap((draft) =>
        milestoneActs
          .permissions(state, { now, policy, earlier: [], draft, uploadedBy: [] }, registry.BODIES, by)
          .filter(({ operation }) => (operation === 'reportMilestone') === (draft === UNSENT)),
      ),
  },
  report: {
    context: 'project',
    owned: registry.reports,
    events: ofReport,
    commands: onReport,
    first: { type: 'ReportDraftBegun', milestone: 'mst_a', project: 'prj_a', proposer: 'org_a', number: 1 } as Event,
    begun: [
      [
        { type: 'ReportEvidenceSaved', section: 1, evidence: ['f'], at: NOW, by: 'per_a', uploadedBy: ['per_c'] },
        { type: 'ReportResultsSaved', section: 1, indicators: [TONNES], at: NOW, by: 'per_a' },
        { type: 'ReportSentToCertifier', at: NOW, by: 'per_a' },
        { type: 'ReportDraftReturned', note: 'txt_a', at: NOW, by: 'per_b' },
      ],
    ],
    isLegal: ({ type }, { status, evidence }) =>
      type === 'ReportSentToCertifier'
        ? status !== 'sent' && evidence?.value.length === 1
        : (type === 'ReportDraftReturned') === (status === 'sent'),
    permissionsOf: (state, by, now) => [
      ...reportActs.permissions(state, { on: ON, planned: PLANNED, now }, registry.BODIES, by),
      ...signingOf(state, by, now),
    ],
  },
  funding: {
    context: 'matching',
    owned: matching.fundings,
    events: ofFunding,
    commands: onFunding,
    first: { type: 'FundingOpened', ...opened, target: amount, minimumClose: amount } as Event,
    begun: [
      [...live, { type: 'OfferAccepted', offer: 'off_a', terms: 1, by: 'per_b' }, { type: 'FundingClosed', accepted: amount, ended: [] }],
      [
        ...live,
        { type: 'OfferCountered', offer: 'off_a', amount: { ...amount, amount: 30n }, terms: 2, side: 'proposer', note: '', by: 'per_b' },
      ],
    ],
    isLegal: (event, { offers }) => event.type !== 'OfferProposed' || !('offer' in event && offers?.has(String(event.offer))),
    permissionsOf: (state, by, now) =>
      fundingActs.permissions(state, { now, reopenedDays: 1, dueDiligence: CLEAR_OF_OFFERS }, matching.BODIES, by),
  },
  questions: {
    context: 'matching',
    owned: matching.roundQuestions,
    events: ofQuestions,
    commands: onQuestions,
    first: { type: 'QuestionAsked', ...ON_ROUND, question: 1, sponsor: 'spo_a', note: 'n', at: NOW, by: 'per_a' } as Event,
    isLegal: (event, { questions = [] }) =>
      !('question' in event) ||
      (event.type === 'QuestionAsked' ? event.question === questions.length + 1 : Number(event.question) <= questions.length),
    permissionsOf: (state, by, now) => questionActs.permissions(state, { on: ON_ROUND, now }, matching.BODIES, by),
  },
  agreement: {
    context: 'disbursement',
    owned: disbursement.agreements,
    events: ofAgreement,
    commands: onAgreement,
    first: drafted,
    now: LATER,
    begun: [
      ...IN_FORCE,
      [
        { type: 'AgreementVoided', because: 'round-reopened', party: '', note: '', by: 'per_a' },
        conditioned,
        { type: 'AgreementBecameEffective', at: NOW, entry: undefined },
        { type: 'ConditionReported', condition: 1, offer: 'off_a', note: 'txt_a', evidence: [], by: 'per_r', at: NOW },
      ],
      [
        { type: 'AgreementVoided', because: 'round-reopened', party: '', note: '', by: 'per_a' },
        converted,
        { type: 'AgreementBecameEffective', at: NOW, entry: undefined },
        ...PAID,
        ...REFUNDED,
        REFUND_BOOKED,
      ],
      [
        { type: 'AgreementVoided', because: 'round-reopened', party: '', note: '', by: 'per_a' },
        converted,
        { type: 'AgreementBecameEffective', at: NOW, entry: undefined },
        ...UNDOING.flatMap((undoing, at) => (at === 0 ? undoing : [])),
      ],
      [
        { type: 'AgreementVoided', because: 'round-reopened', party: '', note: '', by: 'per_a' },
        converted,
        { type: 'AgreementBecameEffective', at: NOW, entry: undefined },
        ...RETURNED,
        ...RETURN_BOOKED,
      ],
    ],
    isLegal: (event, state) =>
      (event.type !== 'MeasureProposed' || ('measure' in event && event.measure === (state.measures ?? []).length + 1)) &&
      (event.type !== 'ExchangeBooked' || isConverted(state)) &&
      isOfRecovery(event, state),
    permissionsOf: (state, by, now) => agreementPermissions(state, { ...AGREED_FACTS, now }, disbursement.BODIES, by),
  },
  statement: STATEMENT,
  'bank-account': {
    context: 'disbursement',
    owned: disbursement.bankAccounts,
    events: ofBankAccount,
    commands: onBankAccount,
    first: named,
    isLegal: ({ type }, { status }) =>
      status === (type === 'BankAccountRetired' || type === 'StatementsAttributed' ? 'confirmed' : 'proposed'),
    permissionsOf: (state, by, now) => bankAccountActs.permissions(state, { now, coolingDays: 3 }, disbursement.BODIES, by),
  },
  envelope: ENVELOPE,
  sponsor: SPONSOR,
  proposer: PROPOSER,
  'approval-rules': APPROVAL_RULES,
  delegations: DELEGATIONS,
  rates: RATES,
  period: PERIOD,
  'cash-book': CASH_BOOK,
  declaration: DECLARATIONS,
  signatory: SIGNATORIES,
  'signatory-group': SIGNATORY_GROUPS,
  partner: PARTNERS,
  exchange: EXCHANGES,
  enquiry: ENQUIRIES,
  training: TRAININGS,
  'training-session': SESSIONS,
  certificate: CERTIFICATES,
  'policy-instrument': INSTRUMENTS,
  'support-request': REQUESTS,
  'award-cycle': CYCLES,
  nomination: NOMINATIONS,
  'project-call': CALLS,
  'call-answer': CALL_ANSWERS,
  assessment: ASSESSMENTS,
  'action-plan': PLANS,
  'progress-report': REPORTS,
  action: ACTIONS,
  series: SERIES,
  'payment-file': {
    context: 'disbursement',
    owned: disbursement.paymentFiles,
    events: ofPaymentFile,
    commands: onPaymentFile,
    first: fileBegun as Event,
    begun: [
      [transfersListed as Event],
      [transfersListed as Event, fileMade],
      [transfersListed as Event, fileMade, ...fileRejected],
      [transfersListed as Event, fileMade, fileDownloaded],
    ],
    isLegal: ({ type }, { status = '' }) => FILE_BEFORE[type]?.includes(status) ?? false,
    permissionsOf: (state, by, now) =>
      paymentFileActs.permissions(state, { now, today: dateOf(now), fault: undefined, shown: undefined }, disbursement.BODIES, by),
  },
  mandate: {
    context: 'sponsor',
    owned: sponsors.mandates,
    events: ofMandate,
    commands: onMandate,
    first: { type: 'MandatePublished', sponsor: 'spo_a', terms: TERMS, by: 'per_a' } as Event,
    isLegal: (_, { status }) => status !== 'retired',
    permissionsOf: (state, by) => mandateActs.permissions(state, {}, sponsors.BODIES, by),
  },
  passport: {
    context: 'sponsor',
    owned: sponsors.passports,
    events: ofPassport,
    commands: onPassport,
    first: { type: 'DueDiligenceRequested', subject: 'org_a', request: 1, by: 'per_a' } as Event,
    begun: [
      [
        { type: 'SubjectCleared', clearance: 1, validUntil: '2026-12-01', note: '', by: 'per_b' },
        {
          type: 'ReminderSent',
          matter: 'clearance',
          occurrence: '1/2026-12-01',
          role: 'secretariat.officer',
          organisation: 'secretariat',
        },
      ],
    ],
    permissionsOf: (state, by, now) => passportActs.permissions(state, { now }, sponsors.BODIES, by),
  },
};
