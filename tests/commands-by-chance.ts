import { ROLES } from '@junkan/kit/pure/actor.ts';
import fc from 'fast-check';
import { amount, opened, proposal } from './histories-by-chance.ts';

// Commands of persons with whatever bodies, by the operation of the API that sends them, for streams as of histories-by-chance.ts.

export type Tried = { readonly operation: string; readonly of: Readonly<Record<string, string | number>>; readonly command: object };

export const NOW = '2026-11-25T12:00:00.000Z';
const DAYS = [
  ...['screeningDays', 'informationDays', 'openingDays', 'roundDays', 'approvalDays'],
  ...['verificationDays', 'paymentDays', 'closingDays', 'overdueGraceDays'],
];
export const POLICY = Object.fromEntries(DAYS.map((name) => [name, 30]));
const given = { now: NOW, policy: POLICY };
const note = fc.constantFrom('', 'txt_a', 'txt_b');
const number = fc.integer({ min: 1, max: 3 });
const money = fc.record({ amount: fc.bigInt({ min: 0n, max: 61n }), currency: fc.constantFrom('USD', 'EUR') });
const rest = fc.constantFrom('carried', 'cancelled');
const clear = { passport: 'cleared', level: '', validUntil: '', stops: false };

const HELD = ROLES.filter((role) => role !== 'system.workflow');
/** Mostly of the organisations that the histories name, with every role. */
export const actor = fc.record({
  person: fc.constantFrom('per_a', 'per_b', 'per_c', 'per_d'),
  organisation: fc.constantFrom('org_a', 'spo_a', 'secretariat', 'secretariat', 'org_b', 'spo_b'),
  roles: fc.oneof({ weight: 3, arbitrary: fc.constant(HELD) }, { weight: 1, arbitrary: fc.subarray(HELD) }),
});

type Shape = Readonly<Record<string, unknown>>;
const isArbitrary = (value: unknown): value is fc.Arbitrary<unknown> => value instanceof fc.Arbitrary;
const shaped = (fields: Shape): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isArbitrary(value) ? value : fc.constant(value)])));

/** A command of this type, of which these fields name the part of the item. */
const trying = (operation: string, type: string, fields: Shape = {}, part: readonly string[] = []): fc.Arbitrary<Tried> =>
  shaped(fields).map((body) => ({
    operation,
    of: Object.fromEntries(part.map((name) => [name, body[name] as string | number])),
    command: { type, ...body },
  }));

export const onProject = [
  trying('reviseProposal', 'ReviseProject', {
    proposerCountries: ['JP'],
    proposal: fc.oneof(proposal, fc.constant({ ...sample(), title: 'z' })),
  }),
  trying('submitProject', 'SubmitProject', given),
  trying('requestInformation', 'RequestMoreInformation', { ...given, note }),
  trying('provideInformation', 'ProvideInformation', { ...given, note }),
  trying('declareEligible', 'DeclareEligible', given),
  trying('declareIneligible', 'DeclareIneligible', { reasons: fc.subarray(['a', 'b']), note }),
  trying('withdrawProject', 'WithdrawProject', { note }),
  trying('openProject', 'OpenToSponsors', given),
  trying('approveProject', 'ApproveProject', { dueDiligence: clear }),
  trying('refuseProject', 'RefuseProject', { note }),
  trying('proposeClosure', 'ProposeClosure', { note }),
  trying('closeProject', 'CloseProject', { closure: number, note }),
  trying('refuseClosure', 'RefuseClosure', { closure: number, note }),
];

export const onMilestone = [
  trying('reportMilestone', 'SubmitMilestoneReport', {
    ...{ ...given, note, evidence: fc.subarray(['f', 'g']), indicators: [], unknownEvidence: [], uploadedBy: [], planned: [] },
  }),
  trying('returnReport', 'ReturnMilestoneReport', { report: number, note }),
  trying('verifyMilestone', 'VerifyMilestone', {
    ...{ ...given, report: number, note, payableBasisPoints: fc.constantFrom(0, 5_000, 10_000), rest, canCarry: fc.boolean() },
  }),
  trying('rejectMilestone', 'RejectMilestone', { report: number, rest, note, canCarry: fc.boolean() }),
  trying('proposeWaiver', 'ProposeWaiver', { rest, note, canCarry: fc.boolean() }),
  trying('waiveMilestone', 'WaiveMilestone', { waiver: number, amount: undefined, earlier: [] }),
  trying('refuseWaiver', 'RefuseWaiver', { waiver: number, note }),
];

const offer = fc.constantFrom('off_a', 'off_b');
const ticket = { ticketMinimum: { amount: 0n, currency: 'USD' }, ticketMaximum: amount };
/** A mandate and an envelope of the sponsor's own, which no rule objects to. */
export const ownFacts = (sponsor: string) => ({
  ...{ ...ticket, sponsor, mandate: 'man_a', mandateSponsor: sponsor, envelope: 'env_a', envelopeSponsor: sponsor },
  ...{ envelopeCurrency: 'USD', periodStart: '', periodEnd: '', missed: [] },
});
export const onFunding = [
  trying('proposeOffer', 'ProposeOffer', {
    ...{ offer: 'off_c', amount: money, expiresAt: fc.constantFrom('', NOW, opened.deadline), facts: undefined, now: NOW },
  }),
  trying('acceptOffer', 'AcceptOffer', { offer, terms: number, now: NOW }, ['offer']),
  trying('counterOffer', 'CounterOffer', { offer, terms: number, amount: money, note, ticket, now: NOW }, ['offer']),
  trying('declineOffer', 'DeclineOffer', { offer, note }, ['offer']),
  trying('retractOffer', 'RetractOffer', { offer, note }, ['offer']),
  trying('approveOffer', 'ApproveOffer', { offer, dueDiligence: clear }, ['offer']),
  trying('withdrawOffer', 'WithdrawOffer', { offer, note, reopenedDays: 1, now: NOW }, ['offer']),
];

/** After all that the histories of agreements record. */
export const LATER = '2027-01-02T12:00:00.000Z';
const agreement = 'agr_a';
const payment = fc.constantFrom('pay_a', 'pay_b');
const onPayment = (operation: string, type: string, fields: Shape = {}) =>
  trying(operation, type, { agreement, payment, now: LATER, ...fields }, ['payment']);
export const MET = {
  ...{ id: 'mst_a', is: 'verified', agreement, report: 1, payableBasisPoints: 10_000, rest: 'cancelled' },
  ...{ submittedBy: 'per_r', reportedBy: [], verifiedBy: 'per_v' },
};
export const onAgreement = [
  trying('signAgreement', 'SignAgreement', {
    ...{ agreement, party: '', contentHash: fc.constantFrom('h', 'n'), preparedBy: [], now: LATER },
  }),
  trying('declineSignature', 'DeclineSignature', { party: '', note }),
  trying('proposeMeasure', 'ProposeMeasure', {
    kind: fc.constantFrom('suspension', 'resumption', 'termination', 'amendment'),
    ...{ note, changes: fc.constantFrom([], [{ tranche: 1, dueOn: '2027-05-01', amount: undefined }]), now: LATER },
  }),
  trying('approveMeasure', 'ApproveMeasure', { agreement, measure: number, hashOf: fc.constant(() => 'h'), now: LATER }, ['measure']),
  trying('refuseMeasure', 'RefuseMeasure', { measure: number, note }, ['measure']),
  trying('requestPayment', 'RequestPayment', { agreement, tranche: number, sponsor: 'spo_a', milestone: MET, now: LATER }, [
    'tranche',
    'sponsor',
  ]),
  onPayment('approvePayment', 'ApprovePayment'),
  onPayment('refusePayment', 'RefusePayment', { note }),
  onPayment('instructPayment', 'InstructPayment'),
  onPayment('settlePayment', 'ReportSettlement', { bankReference: fc.constantFrom('', 'B', 'C'), valueDate: LATER.slice(0, 10) }),
  onPayment('failPayment', 'ReportFailure', { note }),
  onPayment('confirmPayment', 'ConfirmPayment', { report: number }),
  onPayment('objectToPayment', 'ObjectToPayment', { report: number, note }),
];

export const onPassport = [
  trying('requestDueDiligence', 'RequestDueDiligence', { subject: 'org_a', sponsorIsRegistered: true }),
  trying('clearSubject', 'ClearSubject', { validUntil: fc.constantFrom('2026-01-01', '2026-12-01'), note, longestMonths: 12, now: NOW }),
  trying('flagSubject', 'FlagSubject', { level: fc.constantFrom('observation', 'yellow', 'red', 'escalated'), note }),
  trying('revokeClearance', 'RevokeClearance', { note }),
  trying('relyOnClearance', 'RelyOnClearance', { project: fc.constantFrom('prj_a', 'prj_b'), proposer: 'org_a', now: NOW }),
];

function sample() {
  const [one] = fc.sample(proposal, 1);
  return one;
}
