import { ROLES } from '@junkan/proto/actor.ts';
import { z } from 'zod';
import { count, counted, counts, day, key, list, maybe, moment, names, word } from '../parts.ts';
import { printAnswers } from '../prints/printed.ts';
import * as items from './items.ts';
import { portfolioAnswers } from './portfolio.ts';
import { publishedAnswers } from './published.ts';
import { vocabularyAnswers } from './vocabulary.ts';

const { outcome } = items;
const proposedOffer = outcome.extend({ offer: key('off') }).meta({ id: 'ProposedOffer' });
const requestedPayment = outcome.extend({ payment: key('pay') }).meta({ id: 'RequestedPayment' });
const rejectedTransfers = outcome.extend(items.rejectionOf).meta({ id: 'RejectedTransfers' });
const confirmedFailures = outcome.extend(items.failuresOf).meta({ id: 'ConfirmedFailures' });
const confirmedStatement = outcome.extend(items.confirmationOf).meta({ id: 'ConfirmedStatement' });
const enrolled = outcome.extend(items.enrolmentOf).meta({ id: 'EnrolledInSession' });
const importedRates = outcome.extend(items.importedDays).meta({ id: 'ImportedRateDays' });
const madePaymentFile = outcome.extend(items.makingOf).meta({ id: 'MadePaymentFile' });
const advanced = outcome.extend({ status: word, now: moment }).meta({ id: 'AdvancedClock' });

const session = z
  .strictObject({
    person: z.string(),
    name: word,
    organisation: z.string(),
    roles: z.array(z.enum(ROLES)),
    heldFor: maybe(z.array(z.strictObject({ role: z.enum(ROLES), person: z.string() }))).meta({
      description: 'Which of the roles are not the caller’s own, and for whom they are held, by a delegation that is in force today.',
    }),
    ends: moment.meta({ description: 'When the caller has to sign in again, or get a new token, unless something is done before.' }),
    now: moment.meta({ description: 'Policy time: what deadlines go by.' }),
    settings: maybe(items.settings),
    unread: maybe(items.unreadCount),
  })
  .meta({ id: 'Session' });

const { proposer, project, milestone, sponsor, mandate, envelope, match, offer, funding, agreement, payment } = items;

/** What the API answers, for its description and for the test that holds real answers against it. */
export const answers = {
  session,
  outcome,
  proposedOffer,
  requestedPayment,
  advanced,
  proposers: counted('proposers', proposer),
  publicProposer: proposer,
  publicSponsor: sponsor,
  project,
  timeline: list('entries', items.timelineEntry),
  milestone,
  reportDraft: items.reportDraft,
  milestones: counted('milestones', milestone),
  sponsors: counted('sponsors', sponsor),
  mandates: counted('mandates', mandate),
  envelope,
  envelopes: list('envelopes', envelope),
  foundEnvelopes: counted('envelopes', envelope),
  statement: items.statement.extend({
    lines: z.array(items.statementEntry),
    ownerCandidates: z
      .array(items.ownerCandidate)
      .meta({ description: 'Of a statement that has no owner: the accounts of which it may be.' }),
    nextCursor: z.string().optional().meta({ description: 'Leads to the next page of entries; only where one follows.' }),
    may: items.may,
    names,
  }),
  importedStatements: items.importedStatements,
  confirmedStatement,
  rejectedTransfers,
  confirmedFailures,
  paymentFile: items.paymentFile.extend({
    lines: z.array(items.fileTransfer),
    accounts: z
      .array(items.namedAccount)
      .meta({ description: 'The accounts of the payer and of these transfers, as far as the caller may know of them.' }),
    nextCursor: z.string().optional().meta({ description: 'Leads to the next page of transfers; only where one follows.' }),
    may: items.may,
    names,
  }),
  accountsOfPayments: items.accountsOfPayments,
  paymentsForFile: items.paymentsForFile.extend({ names }),
  madePaymentFile,
  answeredPaymentFile: items.answeredPaymentFile,
  ...portfolioAnswers,
  search: items.search.extend({ names }).meta({ id: 'Search' }),
  ...publishedAnswers,
  ...vocabularyAnswers,
  ...printAnswers,
  offerFigures: items.offerFigures,
  schedule: items.schedule,
  taken: items.taken,
  match,
  matches: z.strictObject({
    matches: z.array(match),
    eligible: count.meta({ description: 'All eligible pairs, of which these are the best.' }),
    nearMisses: maybe(
      z.array(match).meta({
        description: 'Where `near` was asked for: the best of those that miss exactly one condition, ranked as if they did not.',
      }),
    ),
    near: maybe(count.meta({ description: 'All that miss exactly one condition.' })),
    names,
  }),
  attendance: items.attendance,
  whatIf: items.whatIf,
  resultTotals: items.resultTotals,
  peers: items.peers,
  resultRows: items.resultRows,
  enrolled,
  ownLearning: items.ownLearning.extend({ names }),
  certificateKeys: items.certificateKeys.extend({ names }),
  checkedCertificate: items.checkedCertificate.extend({ names }),
  // The same for everybody.
  enquiryReceived: z.strictObject({}),
  checked: items.checked,
  ownMatches: z.strictObject({
    projects: z.array(items.matchedProject),
    fitting: count.meta({ description: 'Projects that fit a mandate, under the filters.' }),
    near: count.meta({ description: 'Projects that fit none, and miss exactly one condition of one, under the filters.' }),
    seeking: count.meta({ description: 'All projects that seek sponsors.' }),
    mandates: count.meta({ description: 'The mandates of the sponsor.' }),
    counts: counts.meta({ description: 'By country, theme and mandate, under all filters but that on the field itself.' }),
    names,
    nextCursor: z.string().optional().meta({ description: 'Leads to the next page; only where one follows.' }),
  }),
  funding,
  fundings: list('fundings', funding),
  foundFundings: counted('fundings', funding),
  offers: z.strictObject({ offers: z.array(offer), names }),
  foundOffers: counted(
    'offers',
    offer.extend({ funding: key('fnd'), project: key('prj'), proposer: key('org') }).meta({ id: 'FoundOffer' }),
  ),
  agreement,
  agreements: counted('agreements', agreement),
  payments: list('payments', payment),
  foundPayments: counted('payments', payment.extend({ project: key('prj'), proposer: key('org') }).meta({ id: 'FoundPayment' })),
  importedRates,
  accounts: z.strictObject({ accounts: z.array(items.accountBalance), names }),
  ledger: z
    .strictObject({
      balances: z.array(items.ledgerBalance).meta({ description: 'By kind of account, party and currency.' }),
      totals: z.array(items.ledgerTotal).meta({ description: 'In the currency that was asked for; none where none was.' }),
      lines: z.array(items.ledgerLine),
      nextCursor: z.string().optional().meta({ description: 'Leads to the next page of lines; only where one follows.' }),
      closedThrough: maybe(day).meta({
        description: 'The books are closed through that day, which is within; left out where they never were.',
      }),
      names,
    })
    .meta({ id: 'Ledger' }),
  moneyOfMilestone: items.moneyOfMilestone,
  evidence: items.evidence,
  settings: items.settings,
  searches: z.strictObject({ searches: z.array(items.savedSearch) }),
  notices: list('notices', items.notice).extend({ unread: items.unreadCount }),
  token: z.strictObject({ token: z.string() }),
  clock: z
    .strictObject({
      now: moment,
      offset: z
        .int()
        .meta({ description: 'How far a trial is beyond real time, in milliseconds; below zero while it is behind, 0 where it is none.' }),
      settled: z.boolean(),
      earliestDeadline: maybe(moment),
      backlog: z.strictObject({ unrelayed: count, unhandled: count, parked: count, awake: count }),
      trial: z.boolean(),
    })
    .meta({ id: 'Clock' }),
};
