import { REASON_OUTCOMES } from '@junkan/proto/junkan/matching/v1/language.ts';
import { MILESTONE_STATUSES, PROJECT_STATUSES, PROPOSER_KINDS, RESTS } from '@junkan/proto/junkan/project/v1/language.ts';
import { CLAIM_STATUSES, MANDATE_STATUSES, SPONSOR_KINDS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { z } from 'zod';
import { funding, offer } from './fundings.ts';
import { declaration, informationRound, reportRound, timelineEntry, waiverRound } from './histories.ts';
import { accounts, agreement, moneyOfMilestone, payment } from './money.ts';
import { count, counted, day, hash, key, list, maybe, moment, money, names, version, word } from './parts.ts';
import { passportAnswers } from './passports.ts';
import { may } from './permissions.ts';
import { portfolioAnswers } from './portfolio.ts';

const standing = { id: z.string(), version, status: z.string().meta({ description: 'Where the item now stands.' }) };
const outcome = z.strictObject(standing).meta({ id: 'Outcome', description: 'What a command answers.' });
const proposedOffer = z.strictObject({ ...standing, offer: key('off') }).meta({ id: 'ProposedOffer' });
const requestedPayment = z.strictObject({ ...standing, payment: key('pay') }).meta({ id: 'RequestedPayment' });
const advanced = z.strictObject({ ...standing, status: word, now: moment }).meta({ id: 'AdvancedClock' });

const proposer = z
  .strictObject({ id: key('org'), version, name: z.string(), kind: z.enum(PROPOSER_KINDS), countries: z.array(z.string()), names })
  .meta({ id: 'Proposer' });

const plannedMilestone = z
  .strictObject({ number: count, title: z.string(), monthsAfterEffective: count, amount: money })
  .meta({ id: 'PlannedMilestone' });

const proposal = z
  .strictObject({
    reference: z.string(),
    title: word,
    countries: z.array(z.string()),
    themes: z.array(z.string()),
    instruments: z.array(z.string()),
    preferredInstrument: word,
    target: maybe(money),
    minimumCloseBasisPoints: count,
    readiness: count,
    indicators: z.array(z.string()),
    milestones: z.array(plannedMilestone),
  })
  .meta({ id: 'Proposal' });

const project = z
  .strictObject({
    id: key('prj'),
    version,
    status: z.enum(PROJECT_STATUSES),
    proposer: key('org'),
    proposal,
    submission: count,
    screeningDue: maybe(moment),
    round: count,
    openedAt: maybe(moment).meta({ description: 'When the round began. Absent where an earlier version opened it.' }),
    roundDeadline: maybe(moment),
    funding: maybe(key('fnd')),
    agreement: maybe(key('agr')).meta({ description: 'From its draft on.' }),
    reason: word,
    submittedBy: word,
    screenedBy: word,
    approvedBy: word,
    approvalDue: maybe(moment),
    reminded: maybe(z.array(z.string())),
    note: word,
    informationDue: maybe(moment),
    openingDue: maybe(moment).meta({ description: 'By when an eligible project should be open to sponsors.' }),
    closingDue: maybe(moment),
    closure: maybe(z.strictObject({ number: count, note: word, proposedBy: z.string() })).meta({
      description: 'The closure that waits for its second person.',
    }),
    preparedBy: maybe(z.array(z.string())).meta({ description: 'Everybody who drafted, revised, submitted or completed the proposal.' }),
    information: maybe(z.array(informationRound)).meta({ description: 'What was asked and answered. In the item, not in lists.' }),
    declarations: maybe(z.array(declaration)).meta({ description: 'What was decided, with the words. In the item, not in lists.' }),
    may,
    names,
  })
  .meta({ id: 'Project' });

const report = z
  .strictObject({
    number: count,
    evidence: z.array(hash),
    indicators: z.array(z.strictObject({ code: z.string(), value: word, unit: word, notAvailable: z.boolean() })),
    submittedBy: z.string(),
    submittedAt: moment,
  })
  .meta({ id: 'MilestoneReport' });

const waiver = z.strictObject({
  number: count,
  rest: z.enum(RESTS).meta({ description: 'What becomes of the amount.' }),
  note: word,
  proposedBy: z.string(),
  amount: money.meta({ description: 'What is at stake now, with all that earlier milestones carried here.' }),
});

const milestone = z
  .strictObject({
    id: key('mst'),
    version,
    status: z.enum(MILESTONE_STATUSES),
    project: key('prj'),
    agreement: key('agr'),
    proposer: key('org'),
    number: count,
    title: z.string(),
    dueOn: day,
    amount: money,
    report: maybe(report),
    verifiedBy: word,
    payableBasisPoints: maybe(count),
    verificationDue: maybe(moment),
    note: word,
    reminded: maybe(z.array(z.string())),
    rest: maybe(z.enum(RESTS)).meta({ description: 'What becomes of what is not payable.' }),
    paymentDue: maybe(moment),
    carriedFrom: maybe(z.array(count)).meta({ description: 'The earlier milestones whose rest the amount includes.' }),
    waiver: maybe(waiver).meta({ description: 'The waiver that waits for its second person.' }),
    reports: maybe(z.array(reportRound)).meta({ description: 'All reports. In the item, not in lists.' }),
    waivers: maybe(z.array(waiverRound)).meta({ description: 'All waivers that were proposed. In the item, not in lists.' }),
    reportedBy: maybe(z.array(z.string())).meta({ description: 'Everybody who submitted a report of it; none of them judges it.' }),
    may,
    names,
  })
  .meta({ id: 'Milestone' });

const sponsor = z.strictObject({ id: key('spo'), version, name: z.string(), kind: z.enum(SPONSOR_KINDS), names }).meta({ id: 'Sponsor' });

const terms = z.strictObject({
  title: z.string(),
  countries: z.array(z.string()),
  themes: z.array(z.string()),
  excludedThemes: z.array(z.string()),
  instruments: z.array(z.string()),
  preferredInstruments: z.array(z.string()),
  ticketMinimum: money,
  ticketMaximum: money,
  usualTicketLow: maybe(money),
  usualTicketHigh: maybe(money),
  minimumReadiness: count,
  requiredIndicators: z.array(z.string()),
});
const mandate = z
  .strictObject({ id: key('man'), version, status: z.enum(MANDATE_STATUSES), sponsor: key('spo'), terms, names })
  .meta({ id: 'Mandate' });

const claim = z.strictObject({ offer: key('off'), status: z.enum(CLAIM_STATUSES), amount: money });
const envelope = z
  .strictObject({
    id: key('env'),
    version,
    sponsor: key('spo'),
    total: money,
    reserved: money,
    committed: money,
    left: money,
    periodStart: maybe(day),
    periodEnd: maybe(day),
    claims: z.array(claim),
    names,
  })
  .meta({ id: 'Envelope' });

const reason = z.strictObject({
  criterion: z.string(),
  outcome: z.enum(REASON_OUTCOMES),
  hard: z.boolean().meta({ description: 'A hard criterion decides alone; another adds score × weight.' }),
  score: z.number().min(0).max(1),
  weight: z.number(),
  facts: z.record(z.string(), z.union([z.string(), money])).meta({ description: 'Codes and figures as text; amounts as money.' }),
});
const match = z
  .strictObject({
    project: key('prj'),
    mandate: key('man'),
    sponsor: key('spo'),
    eligible: z.boolean(),
    score: z.number().min(0).max(1),
    reasons: z.array(reason),
    names,
  })
  .meta({ id: 'Match' });

/** What the API answers, for its description and for the test that holds real answers against it. */
export const answers = {
  outcome,
  proposedOffer,
  requestedPayment,
  advanced,
  proposer,
  proposers: counted('proposers', proposer),
  project,
  projects: counted('projects', project),
  timeline: list('entries', timelineEntry),
  milestone,
  milestones: counted('milestones', milestone),
  milestonesOfProject: list('milestones', milestone),
  sponsor,
  sponsors: counted('sponsors', sponsor),
  mandate,
  mandates: counted('mandates', mandate),
  envelope,
  envelopes: list('envelopes', envelope),
  ...passportAnswers,
  ...portfolioAnswers,
  match,
  matches: z.strictObject({
    matches: z.array(match),
    eligible: count.meta({ description: 'All eligible pairs, of which these are the best.' }),
    names,
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
  accounts,
  moneyOfMilestone,
  evidence: z
    .strictObject({ hash, size: z.string().regex(/^\d+$/).meta({ description: 'In bytes.' }), mediaType: z.string() })
    .meta({ id: 'Evidence' }),
  token: z.strictObject({ token: z.string() }),
  clock: z
    .strictObject({
      now: moment,
      offset: count.meta({ description: 'What a trial has advanced beyond real time, in milliseconds.' }),
      settled: z.boolean(),
      earliestDeadline: maybe(moment),
      backlog: z.strictObject({ unrelayed: count, unhandled: count, parked: count, awake: count }),
      trial: z.boolean(),
    })
    .meta({ id: 'Clock' }),
};
