import fc from 'fast-check';

// Events of each kind of stream, with whatever data.

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

export const proposal = fc.constantFrom({
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
export const ofProject = [
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
export const ofMilestone = [
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
export const opened = { project: 'prj_a', round: 1, proposer: 'org_a', deadline: '2027-01-01T00:00:00.000Z' };
export const ofFunding = [
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

export const amount = { amount: 60n, currency: 'USD' };
const share = { sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount, parts: [], periodStart: '', periodEnd: '' };
const tranche = { number: 1, title: 'a', monthsAfterEffective: 1, amount, dueOn: '' };
export const drafted = {
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
export const ofAgreement = [
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

export const ofPassport = [
  fc.record({ type: of('DueDiligenceRequested'), subject: of('org_a'), request: number, by }),
  fc.record({ type: of('SubjectCleared'), clearance: number, validUntil: date, note, by }),
  fc.record({ type: of('SubjectFlagged'), level: fc.constantFrom('observation', 'yellow', 'red', 'escalated'), note, by }),
  fc.record({ type: of('ClearanceRevoked'), clearance: number, note, by }),
  fc.record({ type: of('ClearanceExpired'), clearance: number }),
  fc.record({ type: of('ClearanceReliedOn'), clearance: number, project: of('prj_a'), organisation: of('spo_a'), by }),
  fc.record({ type: of('ReminderSent'), ...reminder }),
];
