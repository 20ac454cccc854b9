import { ROLES } from '@junkan/proto/actor.ts';
import type { Reads } from '@junkan/proto/command.ts';
import { ITEMS, kindsWith } from '@junkan/proto/items.ts';
import { READS } from '@junkan/proto/reads.ts';
import { z } from 'zod';
import { count, key, maybe, money, names } from '../parts.ts';
import { ENTRY_KINDS } from '../timeline/kinds.ts';
import { may, operationId, problemType } from './permissions.ts';
import { type Deviation, shapesWith } from './shapes.ts';

const [PROJECT, SPONSOR, MATCHING, DISBURSEMENT, NOTICE, CATALOGUE, PROGRAMME] = [
  'project',
  'sponsor',
  'matching',
  'disbursement',
  'notice',
  'catalogue',
  'programme',
].map((context) => `junkan.${context}.v1`);

const named: Deviation = (shape) => shape.extend({ names });
/** The items that are answered by id as they travel. */
const PLAIN = Object.values<Reads>(READS).flatMap((reads) => Object.values(reads).map(({ answer }) => answer));
/** With the fields that only the answer for one id has. */
const read =
  (typeName: string, ...fields: readonly string[]): Deviation =>
  (shape) =>
    shape.extend({ ...fieldsOf(typeName, ...fields), may, names });

/** Fields that differ between the wire and the answer: separate, or renamed. */
const DEVIATIONS: Readonly<Record<string, Deviation>> = {
  ...Object.fromEntries(PLAIN.map((typeName) => [typeName, named])),
  ...Object.fromEntries(kindsWith('read').map((kind) => [ITEMS[kind].message, (shape) => shape.extend({ may, names })])),
  [`${PROJECT}.Project`]: read(`${PROJECT}.ReadProjectResponse`, 'information', 'declarations', 'contacts'),
  [`${PROJECT}.Milestone`]: read(`${PROJECT}.ReadMilestoneResponse`, 'reports', 'waivers', 'inspections'),
  [`${PROJECT}.ReportDraft`]: read(`${PROJECT}.ReadDraftResponse`, 'history', 'files'),
  [`${PROJECT}.EvidenceFile`]: (shape) =>
    shape.omit({ alike: true }).extend({
      usedBefore: z.array(key('mst')).meta({ description: 'Other milestones whose reports cite the same file.' }),
      looksLike: z.array(key('mst')).meta({
        description:
          'Other milestones whose reports cite another file that looks like this picture: smaller, brighter or packed again. For overseers.',
      }),
    }),
  [`${PROJECT}.TimelineEntry`]: (shape) =>
    shape.extend({
      kind: z.enum(ENTRY_KINDS).meta({ description: 'What it is about.' }),
      facts: z
        .record(z.string(), z.unknown())
        .meta({ description: 'The data of the event, as far as the caller may read it, with money as Money.' }),
      data: z.string().meta({ description: '`facts` as JSON in a text.' }),
      summary: z.string().meta({ description: 'What happened, in a sentence.' }),
    }),
  // In the currency of the envelope, which a claim does not repeat on its way.
  [`${SPONSOR}.Claim`]: (shape) => shape.extend({ amount: money }),
  [`${PROJECT}.AttendResponse`]: named,
  [`${SPONSOR}.Envelope`]: (shape) => shape.extend({ may, names }),
  [`${SPONSOR}.Mandate`]: read(`${SPONSOR}.ReadMandateResponse`, 'revisions'),
  [`${SPONSOR}.Sponsor`]: read(`${SPONSOR}.ReadSponsorResponse`, 'changes'),
  [`${PROJECT}.Proposer`]: read(`${PROJECT}.ReadProposerResponse`, 'changes'),
  [`${MATCHING}.Reason`]: (shape) =>
    shape.extend({
      facts: z.record(z.string(), z.union([z.string(), money])).meta({ description: 'Codes and figures as text; amounts as money.' }),
    }),
  [`${MATCHING}.Match`]: named,
  [`${MATCHING}.CompareOffersResponse`]: named,
  [`${MATCHING}.Offer`]: (shape) => shape.extend(fieldsOf(`${MATCHING}.OfferHistory`, 'versions', 'ended')),
  [`${MATCHING}.Funding`]: read(`${MATCHING}.ReadFundingResponse`, 'questions'),
  [`${DISBURSEMENT}.CashBook`]: read(`${DISBURSEMENT}.ReadCashBookResponse`, 'accounts'),
  [`${DISBURSEMENT}.Period`]: read(`${DISBURSEMENT}.ReadPeriodResponse`, 'accounts'),
  [`${DISBURSEMENT}.Measure`]: (shape) => shape.extend(fieldsOf(`${DISBURSEMENT}.MeasureRefusal`, 'refusal')),
  [`${DISBURSEMENT}.Agreement`]: read(`${DISBURSEMENT}.ReadAgreementResponse`, 'declined'),
  [`${DISBURSEMENT}.MoneyOfMilestoneResponse`]: named,
  [`${PROGRAMME}.Signatory`]: read(`${PROGRAMME}.ReadSignatoryResponse`, 'clocks', 'reportedBy'),
  [`${PROGRAMME}.ProgressReport`]: read(`${PROGRAMME}.ReadProgressReportResponse`, 'sums'),
  [`${PROGRAMME}.SignatoryGroup`]: read(`${PROGRAMME}.ReadSignatoryGroupResponse`, 'members'),
  [`${PROGRAMME}.CallAnswer`]: read(`${PROGRAMME}.ReadCallAnswerResponse`, 'unmet'),
  [`${NOTICE}.Settings`]: named,
  [`${PROGRAMME}.ResultTotalsResponse`]: named,
  [`${PROGRAMME}.FindPeersResponse`]: named,
  [`${PROGRAMME}.ResultAtomsResponse`]: named,
  [`${NOTICE}.Notice`]: (shape) =>
    shape.omit({ data: true }).extend({
      facts: z
        .record(z.string(), z.unknown())
        .meta({ description: 'The data of the event, as far as the caller may read it, with money as Money.' }),
      summary: z.string().meta({ description: 'What happened, in a sentence.' }),
    }),
  [`${CATALOGUE}.Work`]: (shape) =>
    shape.extend({
      href: z.string().meta({ description: 'Where the item is to be read; its `may` says what the caller may do.' }),
      measure: maybe(count).meta({ description: 'The number of the agreement’s measure.' }),
      tranche: maybe(count).meta({ description: 'The tranche of which a part can be requested.' }),
      question: maybe(count).meta({ description: 'The number of the round’s question.' }),
      condition: maybe(count).meta({ description: 'The number of the agreement’s condition.' }),
      recovery: maybe(count).meta({ description: 'The number of the agreement’s recovery.' }),
      resolution: maybe(count).meta({ description: 'The number of the recovery’s resolution.' }),
      advance: maybe(count).meta({ description: 'The number of the agreement’s advance.' }),
      expenditure: maybe(count).meta({ description: 'The number of the advance’s statement of expenditure.' }),
      hold: maybe(count).meta({ description: 'The number of the agreement’s hold.' }),
      delegation: maybe(count).meta({ description: 'The number of the organisation’s delegation.' }),
      drawing: maybe(count).meta({ description: 'The number of the agreement’s drawing.' }),
      increase: maybe(count).meta({ description: 'The number of the envelope’s increase.' }),
      contest: maybe(count).meta({ description: 'The number of the report’s contest.' }),
      correction: maybe(count).meta({ description: 'The number of the series’ correction.' }),
      comment: maybe(count).meta({ description: 'The number of the comment on a draft.' }),
      role: z.enum(ROLES),
      operations: z.array(operationId).meta({ description: 'The operations that end the wait.' }),
      excluded: maybe(problemType).meta({
        description: 'Where the caller has the role, but separated duties keep the caller from it: the problem that an act would meet.',
      }),
    }),
};

const OUTCOME = 'junkan.common.v1.CommandAnswer';
export const { shapeOf, fieldsOf } = shapesWith(DEVIATIONS, {
  [`${DISBURSEMENT}.MoneyOfMilestoneResponse`]: 'MoneyOfMilestone',
  [OUTCOME]: 'Outcome',
  // A declaration of screeners, that they have no conflict of interest, has the name already.
  [`${PROGRAMME}.Declaration`]: 'CitiesDeclaration',
  [`${MATCHING}.WhatIfResponse`]: 'WhatIf',
  [`${PROGRAMME}.ResultTotalsResponse`]: 'ResultTotals',
  [`${PROGRAMME}.FindPeersResponse`]: 'Peers',
  [`${PROGRAMME}.ResultAtomsResponse`]: 'ResultRows',
  [`${DISBURSEMENT}.ImportStatementsResponse`]: 'ImportedStatements',
  [`${DISBURSEMENT}.AnswerPaymentFileResponse`]: 'AnsweredPaymentFile',
  [`${PROJECT}.CheckProposalsResponse`]: 'CheckedProposals',
});

export const outcome = shapeOf(OUTCOME);
export const search = shapeOf('junkan.catalogue.v1.SearchResponse');

export const proposer = shapeOf(`${PROJECT}.Proposer`);
export const project = shapeOf(`${PROJECT}.Project`);
export const checked = shapeOf(`${PROJECT}.CheckProposalsResponse`);
export const place = shapeOf(`${PROJECT}.Place`);
export const milestone = shapeOf(`${PROJECT}.Milestone`);
export const proof = shapeOf(`${PROJECT}.Proof`);
export const reportDraft = shapeOf(`${PROJECT}.ReportDraft`);
export const evidence = shapeOf(`${PROJECT}.Evidence`);
export const timelineEntry = shapeOf(`${PROJECT}.TimelineEntry`);
export const sponsor = shapeOf(`${SPONSOR}.Sponsor`);
export const mandate = shapeOf(`${SPONSOR}.Mandate`);
export const envelope = shapeOf(`${SPONSOR}.Envelope`);
export const match = shapeOf(`${MATCHING}.Match`);
export const matchedProject = shapeOf(`${MATCHING}.MatchedProject`);
export const attendance = shapeOf(`${PROJECT}.AttendResponse`);
export const whatIf = shapeOf(`${MATCHING}.WhatIfResponse`);
export const resultTotals = shapeOf(`${PROGRAMME}.ResultTotalsResponse`);
export const peers = shapeOf(`${PROGRAMME}.FindPeersResponse`);
export const resultRows = shapeOf(`${PROGRAMME}.ResultAtomsResponse`);
export const enrolmentOf = fieldsOf(`${PROGRAMME}.EnrolResponse`, 'place');
export const ownLearning = shapeOf(`${PROGRAMME}.OwnLearningResponse`);
export const certificateKeys = shapeOf(`${PROGRAMME}.CertificateKeysResponse`);
export const checkedCertificate = shapeOf(`${PROGRAMME}.CheckCertificateResponse`);
export const offer = shapeOf(`${MATCHING}.Offer`);
export const offerFigures = shapeOf(`${MATCHING}.CompareOffersResponse`);
export const taken = shapeOf(`${MATCHING}.TakenOfEnvelopeResponse`);
export const schedule = shapeOf('junkan.common.v1.RepaymentSchedule');
export const funding = shapeOf(`${MATCHING}.Funding`);
export const agreement = shapeOf(`${DISBURSEMENT}.Agreement`);
export const payment = shapeOf(`${DISBURSEMENT}.Payment`);
export const statement = shapeOf(`${DISBURSEMENT}.Statement`);
export const ownerCandidate = shapeOf(`${DISBURSEMENT}.OwnerCandidate`);
export const statementEntry = shapeOf(`${DISBURSEMENT}.StatementEntry`);
export const importedStatements = shapeOf(`${DISBURSEMENT}.ImportStatementsResponse`);
export const confirmationOf = fieldsOf(`${DISBURSEMENT}.ConfirmStatementResponse`, 'confirmed', 'unconfirmed', 'left', 'once');
export const rejectionOf = fieldsOf(`${DISBURSEMENT}.RejectRemainingTransfersResponse`, 'rejected', 'unreported');
export const failuresOf = fieldsOf(`${DISBURSEMENT}.ConfirmFileFailuresResponse`, 'confirmed', 'unconfirmed', 'left');
export const paymentFile = shapeOf(`${DISBURSEMENT}.PaymentFile`);
export const fileTransfer = shapeOf(`${DISBURSEMENT}.FileTransfer`);
export const namedAccount = shapeOf(`${DISBURSEMENT}.NamedAccount`);
export const accountsOfPayments = shapeOf(`${DISBURSEMENT}.AccountsOfPaymentsResponse`);
export const paymentsForFile = shapeOf(`${DISBURSEMENT}.PaymentsForFileResponse`);
export const answeredPaymentFile = shapeOf(`${DISBURSEMENT}.AnswerPaymentFileResponse`);
export const makingOf = fieldsOf(`${DISBURSEMENT}.MakePaymentFileResponse`, 'transfers', 'sum', 'leftOut');
export { may };
export const accountBalance = shapeOf(`${DISBURSEMENT}.AccountBalance`);
export const ledgerBalance = shapeOf(`${DISBURSEMENT}.LedgerBalance`);
export const ledgerTotal = shapeOf(`${DISBURSEMENT}.LedgerTotal`);
export const ledgerLine = shapeOf(`${DISBURSEMENT}.LedgerLine`);
export const importedDays = fieldsOf(`${DISBURSEMENT}.ImportRatesResponse`, 'days');
export const moneyOfMilestone = shapeOf(`${DISBURSEMENT}.MoneyOfMilestoneResponse`);
export const settings = shapeOf(`${NOTICE}.Settings`);
export const savedSearch = shapeOf(`${NOTICE}.SavedSearch`);
export const notice = shapeOf(`${NOTICE}.Notice`);
export const unreadCount = shapeOf(`${NOTICE}.UnreadCount`);
export const task = shapeOf(`${CATALOGUE}.Work`);
