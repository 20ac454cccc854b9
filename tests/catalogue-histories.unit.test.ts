import { agreement } from '@junkan/catalogue/view/agreement.ts';
import { funding } from '@junkan/catalogue/view/funding.ts';
import type { Aggregate as Listed } from '@junkan/catalogue/view/item.ts';
import { milestone } from '@junkan/catalogue/view/milestone.ts';
import { passport } from '@junkan/catalogue/view/passport.ts';
import { project } from '@junkan/catalogue/view/project.ts';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import type { Folded, Aggregate as Owned } from '@junkan/kit/store/event-store.ts';
import * as matching from '@junkan/matching/mapping.ts';
import * as registry from '@junkan/project-registry/mapping.ts';
import { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import { Milestone, Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import * as sponsors from '@junkan/sponsor-registry/mapping.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

// Histories by chance, folded by the owner and by the catalogue. What the owner calls a broken history is left out.

const of = <Type extends string>(type: Type) => fc.constant(type);
const by = fc.constantFrom('per_a', 'per_b');
/** Who does what ends a history: seldom, so that histories get far. */
const rarely = fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: by });
const note = fc.constantFrom('', 'txt_a', 'txt_b');
const number = fc.integer({ min: 1, max: 3 });
const at = fc.constantFrom('2026-11-24T00:00:00.000Z', '2027-01-01T00:00:00.000Z');
const date = fc.constantFrom('2026-12-01', '2027-01-01', '2027-02-01');
const money = fc.record({ amount: fc.bigInt({ min: 1n, max: 9n }), currency: fc.constant('USD') });
const round = fc.constant(1);
const rest = fc.constantFrom('carried', 'cancelled');
const reminder = {
  ...{ matter: fc.constantFrom('screening', 'report'), role: fc.constant('secretariat.officer') },
  ...{ organisation: fc.constant('secretariat'), occurrence: fc.constant('1') },
};
const reminding = [fc.record({ type: of('ReminderSent'), ...reminder }), fc.record({ type: of('MatterEscalated'), ...reminder })];

const proposal = fc.constantFrom({
  ...{
    reference: 'r',
    title: 't',
    countries: ['JP'],
    themes: [],
    instruments: [],
    preferredInstrument: '',
    indicators: [],
    milestones: [],
  },
  ...{ target: { amount: 5n, currency: 'USD' }, minimumCloseBasisPoints: 1, readiness: 0 },
});
const ofProject = [
  fc.record({ type: of('ProjectRevised'), proposal, by }),
  fc.record({ type: of('ProjectSubmitted'), submission: number, screeningDue: at, by }),
  fc.record({ type: of('MoreInformationRequested'), submission: number, note, by, informationDue: at }),
  fc.record({ type: of('InformationProvided'), submission: number, note, screeningDue: at, by }),
  fc.record({ type: of('ProjectDeclaredEligible'), submission: number, by, openingDue: at }),
  fc.record({ type: of('ProjectDeclaredIneligible'), submission: number, reasons: fc.constant(['a', 'b']), note, by: rarely }),
  fc.record({ type: of('ProjectOpenedToSponsors'), round, deadline: at, by, at }),
  fc.record({ type: of('ProjectFunded'), round, funding: of('fnd_a'), approvalDue: at }),
  fc.record({ type: of('ProjectLeftUnfunded'), round, funding: of('fnd_a'), reason: note }),
  fc.record({ type: of('ProjectApproved'), round, by }),
  fc.record({ type: of('ProjectRefused'), round, note, by }),
  fc.record({ type: of('ImplementationStarted'), round, agreement: of('agr_a') }),
  fc.record({ type: of('ProjectGapReopened'), round, deadline: at }),
  fc.record({ type: fc.constantFrom('ProjectSuspended', 'ProjectResumed', 'ProjectTerminated'), round }),
  fc.record({ type: of('ProjectCompleted'), round, closingDue: at }),
  fc.record({
    type: fc.constantFrom('ProjectClosureProposed', 'ProjectClosureRefused', 'ProjectClosed'),
    round,
    closure: number,
    note,
    by,
  }),
  fc.record({ type: of('ProjectWithdrawn'), note, by: rarely }),
  ...reminding,
];

const report = fc.record({
  ...{ type: of('MilestoneReportSubmitted'), report: number, evidence: fc.constant(['f']), indicators: fc.constant([]), note },
  ...{ verificationDue: at, at, by, uploadedBy: fc.subarray(['per_c']) },
});
const ofMilestone = [
  fc.record({ type: fc.constantFrom('MilestoneFellDue', 'MilestoneBecameOverdue') }),
  report,
  report,
  fc.record({ type: of('MilestoneReportReturned'), report: number, note, by }),
  fc.record({
    type: of('MilestoneVerified'),
    report: number,
    payableBasisPoints: number,
    by,
    rest: fc.constantFrom('', 'carried'),
    note,
    paymentDue: at,
  }),
  fc.record({ type: of('MilestoneRejected'), report: number, rest, note, by }),
  fc.record({ type: of('MilestoneWaiverProposed'), waiver: number, rest, note, by }),
  fc.record({ type: of('MilestoneWaiverRefused'), waiver: number, note, by }),
  fc.record({ type: of('MilestoneWaived'), waiver: number, rest, by, amount: fc.constant(undefined) }),
  fc.record({ type: of('MilestoneChanged'), dueOn: date, amount: money, carriedFrom: fc.subarray([1, 2]) }),
  fc.record({ type: of('MilestoneCancelled'), because: of('agreement-terminated') }),
  ...reminding,
];

const offer = fc.constantFrom('off_a', 'off_b');
const terms = number;
const opened = { project: 'prj_a', round: 1, proposer: 'org_a', deadline: '2027-01-01T00:00:00.000Z' };
const ofFunding = [
  fc.record({
    ...{ type: of('OfferProposed'), offer, sponsor: fc.constantFrom('spo_a', 'spo_b'), mandate: of('man_a'), envelope: of('env_a') },
    ...{ amount: money, terms: round, by, expiresAt: fc.constantFrom('', '2026-12-01T00:00:00.000Z') },
  }),
  fc.record({ type: of('OfferCountered'), offer, amount: money, terms, side: fc.constantFrom('sponsor', 'proposer'), note, by }),
  fc.record({ type: of('OfferBacked'), offer, terms }),
  fc.record({ type: of('BackingRefused'), offer, terms, left: money }),
  fc.record({ type: fc.constantFrom('OfferAgreed', 'OfferAccepted'), offer, terms, by }),
  fc.record({ type: fc.constantFrom('OfferDeclined', 'OfferRetracted', 'OfferWithdrawn'), offer, note, by }),
  fc.record({ type: of('OfferExpired'), offer }),
  fc.record({ type: of('OfferApproved'), offer, by }),
  fc.record({ type: of('FundingReachedTarget'), accepted: money }),
  fc.record({ type: of('FundingClosed'), accepted: money, ended: fc.subarray(['off_a', 'off_b']) }),
  fc.record({ type: of('FundingFellShort'), accepted: money, minimumClose: money, ended: fc.subarray(['off_a', 'off_b']) }),
  fc.record({ type: of('FundingGapReopened'), gap: money, deadline: at, reopened: number }),
  fc.record({ type: of('FundingSealed') }),
  fc.record({ type: of('FundingCancelled'), because: of('project-refused'), ended: fc.subarray(['off_a', 'off_b']) }),
];

const amount = { amount: 60n, currency: 'USD' };
const share = { sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount, parts: [], periodStart: '', periodEnd: '' };
const tranche = { number: 1, title: 'a', monthsAfterEffective: 1, amount, dueOn: '' };
const drafted = {
  ...{ type: 'AgreementDrafted', project: 'prj_a', round: 1, funding: 'fnd_a', proposer: 'org_a', shares: [share], tranches: [tranche] },
  ...{
    cells: [{ tranche: 1, sponsor: 'spo_a', amount, payment: 'pay_a' }],
    conditions: ['c'],
    contentHash: 'h',
    signingDue: opened.deadline,
  },
};
const payment = fc.constantFrom('pay_a', 'pay_b');
const ofPayment = { payment, milestone: of('mst_a') };
const entry = fc.constant(undefined);
const cells = fc.array(fc.record({ tranche: number, sponsor: of('spo_a'), amount: money, payment }), { maxLength: 2 });
const changes = fc.array(
  fc.record({ tranche: round, dueOn: fc.constantFrom('', '2027-05-01'), amount: fc.option(money, { nil: undefined }) }),
);
const ofAgreement = [
  fc.constant(drafted),
  fc.record({ type: of('AgreementSigned'), party: of('org_a'), contentHash: of('h'), at, by }),
  fc.record({ type: of('AgreementVoided'), because: of('signature-declined'), party: fc.constantFrom('', 'org_a'), note, by }),
  fc.record({ type: of('AgreementBecameEffective'), at, entry }),
  fc.record({
    ...{ type: of('PaymentRequested'), ...ofPayment, tranche: number, sponsor: of('spo_a'), amount: money, report: number },
    ...{ submittedBy: by, verifiedBy: by, at, by, reportedBy: fc.subarray(['per_c', 'per_a']) },
  }),
  fc.record({ type: of('PaymentApproved'), ...ofPayment, at, by, entry }),
  fc.record({ type: of('PaymentRefused'), ...ofPayment, note, by, at }),
  fc.record({ type: of('PaymentInstructed'), ...ofPayment, instruction: of('i'), by, at }),
  fc.record({ type: of('PaymentSettlementReported'), ...ofPayment, report: number, bankReference: of('b'), valueDate: date, at, by }),
  fc.record({ type: of('PaymentFailureReported'), ...ofPayment, report: number, note, at, by }),
  fc.record({ type: of('PaymentObjectedTo'), ...ofPayment, report: number, note, at, by }),
  fc.record({ type: of('PaymentFailed'), ...ofPayment, note, by, entry, report: number, reportedBy: by, at }),
  fc.record({
    type: of('PaymentSettled'),
    ...ofPayment,
    bankReference: of('b'),
    valueDate: date,
    at,
    by,
    entry,
    report: number,
    reportedBy: by,
  }),
  fc.record({
    type: of('MeasureProposed'),
    measure: number,
    kind: of('amendment'),
    note,
    changes,
    needed: fc.constant(['secretariat']),
    by,
  }),
  fc.record({ type: of('MeasureApproved'), measure: number, party: of('secretariat'), at, by }),
  fc.record({ type: of('MeasureRefused'), measure: number, party: of('secretariat'), note, by }),
  fc.record({ type: fc.constantFrom('AgreementSuspended', 'AgreementResumed', 'AgreementTerminationBegun'), measure: number }),
  fc.record({ type: of('AgreementTerminated'), measure: number, cells, entry }),
  fc.record({ type: of('AgreementAmended'), measure: number, changes, cells, entry, amendedHash: of('n') }),
  fc.record({
    ...{ type: of('TrancheReduced'), tranche: number, milestone: of('mst_a'), verdict: of('rejected'), payableBasisPoints: number },
    ...{ rest, carriedTo: number, cells, entry },
  }),
  fc.record({ type: of('AgreementPaidInFull'), paid: money, at }),
  fc.record({ type: of('AgreementEnded'), paid: money }),
];

const ofPassport = [
  fc.record({ type: of('DueDiligenceRequested'), subject: of('org_a'), request: number, by }),
  fc.record({ type: of('SubjectCleared'), clearance: number, validUntil: date, note, by }),
  fc.record({ type: of('SubjectFlagged'), level: fc.constantFrom('observation', 'yellow', 'red', 'escalated'), note, by }),
  fc.record({ type: of('ClearanceRevoked'), clearance: number, note, by }),
  fc.record({ type: of('ClearanceExpired'), clearance: number }),
  fc.record({ type: of('ClearanceReliedOn'), clearance: number, project: of('prj_a'), organisation: of('spo_a'), by }),
  fc.record({ type: of('ReminderSent'), ...reminder }),
];

type Event = { readonly type: string; readonly by?: string | undefined; readonly offer?: string };
type Message = { fromJSON(object: unknown): unknown; toJSON(message: never): unknown };
type Case = {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states and events of its own
  readonly owned: Owned<any, any, any, any>;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states and events of its own
  readonly messageOf: (id: string, folded: Folded<any>) => unknown;
  // biome-ignore lint/suspicious/noExplicitAny: each case has states and events of its own
  readonly listed: Listed<any>;
  readonly message: Message;
  readonly first: { readonly type: string };
  /** Whether a decider would let this happen; what `evolve` refuses by itself needs no rule here. */
  readonly isLegal?: (event: Event, state: { readonly status: string; readonly offers?: ReadonlyMap<string, unknown> }) => boolean;
  readonly events: readonly fc.Arbitrary<Event>[];
};

const begunMilestone = { project: 'prj_a', agreement: 'agr_a', proposer: 'org_a', number: 1, title: 'a', dueOn: '2026-12-01', amount };
const FINAL = ['verified', 'partially-met', 'rejected', 'waived', 'cancelled'];
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  MilestoneFellDue: ['scheduled'],
  MilestoneBecameOverdue: ['due', 'returned'],
  MilestoneReportSubmitted: ['scheduled', 'due', 'overdue', 'returned'],
};
const CASES: Readonly<Record<string, Case>> = {
  project: {
    ...{ id: 'prj_a', owned: registry.projects, messageOf: registry.projectMessage, listed: project, message: Project, events: ofProject },
    first: { type: 'ProjectDrafted', proposer: 'org_a', proposal: fc.sample(proposal, 1)[0], by: 'per_a' } as { type: string },
  },
  milestone: {
    ...{ id: 'mst_a', owned: registry.milestones, messageOf: registry.milestoneMessage, listed: milestone, message: Milestone },
    ...{ first: { type: 'MilestoneBegun', ...begunMilestone }, events: ofMilestone },
    isLegal: ({ type }, { status }) => !FINAL.includes(status) && (BEFORE[type]?.includes(status) ?? true),
  },
  funding: {
    ...{ id: 'fnd_a', owned: matching.fundings, messageOf: matching.fundingMessage, listed: funding, message: Funding, events: ofFunding },
    isLegal: ({ type, offer: id = '' }, { offers }) => (type === 'OfferProposed') !== (offers?.has(id) ?? false) || id === '',
    first: { type: 'FundingOpened', ...opened, target: amount, minimumClose: amount } as { type: string },
  },
  agreement: {
    ...{ id: 'agr_a', owned: disbursement.agreements, messageOf: disbursement.agreementMessage, listed: agreement, message: Agreement },
    ...{ first: drafted, events: ofAgreement },
    isLegal: ({ type }, { status }) => type !== 'AgreementDrafted' || status === 'void',
  },
  passport: {
    ...{ id: 'ddp_a', owned: sponsors.passports, messageOf: sponsors.passportMessage, listed: passport, message: Passport },
    ...{ first: { type: 'DueDiligenceRequested', subject: 'org_a', request: 1, by: 'per_a' } as { type: string }, events: ofPassport },
  },
};

test.each(Object.entries(CASES))('whatever happens to a %s, the catalogue lists it as its owner answers it', (_name, each) => {
  const { id, owned, messageOf, listed, message, first, events, isLegal = () => true } = each;
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.oneof(...events), { minLength: 50, maxLength: 200, size: 'max' }), (history) => {
      let state = owned.initial;
      let row: unknown;
      let version = 0;
      for (const event of [first, ...history] as Event[]) {
        if (version > 0 && (!isLegal(event, state) || ('by' in event && event.by === undefined))) continue;
        let next: unknown;
        try {
          next = owned.evolve(state, event);
        } catch {
          continue;
        }
        state = next;
        version += 1;
        met.add(event.type);
        const { type, data } = owned.codec.encode(event);
        const told = { context: '', aggregate: '', stream: id, version, type, schema: 1, data, at: '', actor: '', sequence: 1, place: 0 };
        row = listed.evolve(row, { ...told, correlationId: '', causationId: '', clockOffset: 0 });
        row = listed.load(JSON.parse(JSON.stringify(listed.save(row))));
        expect(message.toJSON(row as never)).toEqual(message.toJSON(messageOf(id, { state, version }) as never));
      }
    }),
    { numRuns: 100, seed: 20261124 },
  );
  expect(owned.codec.types.filter((type) => !met.has(type))).toEqual([]);
});
