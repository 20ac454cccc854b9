import {
  type Entry,
  type Existing,
  measuredAs,
  type Event as StatementEvent,
  type State as StatementState,
  initial as unread,
} from '@junkan/disbursement/banking/statements/statement.ts';
import { evolve as evolveStatement } from '@junkan/disbursement/banking/statements/statement-evolve.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { GRANT, LOAN } from '@junkan/kit/testing/financing.fixture.ts';
import { commandsOn, type Setting } from '@junkan/kit/testing/requests.fixture.ts';
import type { ToSign } from '@junkan/project-registry/milestones/milestone.ts';
import { ROLES } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import fc from 'fast-check';
import { amount, charged, entriesMatched, entriesRead, imported, opened, TERMS, TONNES } from './histories-by-chance.ts';

// Commands of persons with whatever bodies, for streams as of histories-by-chance.ts: what the contracts do not say of them.

const ANY_RULES = fc.constantFrom({ edition: 0, limits: [] }, { edition: 1, limits: [{ amount: 20n, currency: 'USD' }] });

export const NOW = '2026-11-25T12:00:00.000Z';
const DAYS = [
  'screeningDays',
  'informationDays',
  'openingDays',
  'roundDays',
  'approvalDays',
  'verificationDays',
  'paymentDays',
  'closingDays',
  'overdueGraceDays',
];
export const POLICY = { ...Object.fromEntries(DAYS.map((name) => [name, 30])), signOffIsRequired: false };
const dueDiligence = { passport: 'cleared', level: '', validUntil: '', stops: false };

const HELD = ROLES.filter((role) => role !== 'system.workflow');
/** Each role alone, and every role but that. */
const SOME = HELD.flatMap((role) => [[role], HELD.filter((other) => other !== role)]);
/** Mostly of the organisations that the histories name, with every role. */
export const actor = fc.record({
  person: fc.constantFrom('per_a', 'per_b', 'per_c', 'per_d'),
  organisation: fc.constantFrom('org_a', 'spo_a', 'secretariat', 'secretariat', 'org_b', 'spo_b', 'ptn_a'),
  roles: fc.oneof({ weight: 3, arbitrary: fc.constant(HELD) }, { weight: 1, arbitrary: fc.constantFrom(...SOME) }),
});

/** What persons send to a stream: `also` what begins it. */
export const persons = (commands: (typeof COMMANDS)[keyof typeof COMMANDS], stream: string, setting: Setting) =>
  Object.values(commandsOn(Object.fromEntries(Object.entries(commands).filter(([, command]) => 'operation' in command)), stream, setting));

const CHECK = { criterion: 'safeguards', answer: 'yes', note: '' };

const CHECKED = fc.record({ checks: fc.subarray([CHECK]), criteria: fc.subarray([CHECK.criterion]), unknown: fc.constant([]) });

export const onProject = persons(COMMANDS.project, 'project', {
  given: { checks: [] },
  facts: {
    now: NOW,
    policy: POLICY,
    dueDiligence,
    proposerCountries: ['JP'],
    strange: { codes: [], place: '' },
    unknownEvidence: [],
    checked: CHECKED,
  },
  otherwise: { nameContacts: { contacts: fc.constantFrom('', 'txt_a', 'txt_b') } },
});

/** What a certifier signs: as it was sent, whose version may be the one that was read. */
export const TO_SIGN: ToSign = {
  draft: 'rep_a',
  status: 'sent',
  version: 3,
  evidence: ['f'],
  indicators: [],
  note: 'txt_signed',
  preparedBy: ['per_c'],
};
/** What a report that is sent directly goes past: nothing that waits for a certifier. */
export const UNSENT: ToSign = { ...TO_SIGN, status: 'editing' };

export const onMilestone = persons(COMMANDS.project, 'milestone', {
  given: { indicators: [], amount: undefined, checks: [] },
  facts: {
    now: NOW,
    policy: POLICY,
    canCarry: fc.boolean(),
    unknownEvidence: [],
    uploadedBy: [],
    planned: [],
    earlier: [],
    draft: TO_SIGN,
    checked: CHECKED,
  },
  otherwise: { submitMilestoneReport: { draft: UNSENT } },
});

export const ON = { milestone: 'mst_a', project: 'prj_a', proposer: 'org_a', number: 1, status: 'due' } as const;
export const PLANNED = [{ code: TONNES.code, unit: '', isDue: true }];
export const onReport = persons(COMMANDS.project, 'report', {
  also: ['saveDraftResults', 'saveDraftEvidence', 'saveDraftNarrative', 'sendDraft', 'returnDraft'],
  given: { version: fc.integer({ min: 0, max: 8 }), evidence: fc.subarray(['f']), indicators: fc.subarray([TONNES]) },
  facts: { on: ON, now: NOW, planned: PLANNED, unknownEvidence: [], uploadedBy: [] },
});

const ticket = { ticketMinimum: { amount: 0n, currency: 'USD' }, ticketMaximum: amount };
/** A mandate and an envelope of the sponsor's own, which no rule objects to. */
export const ownFacts = (sponsor: string) => ({
  ...ticket,
  sponsor,
  mandate: 'man_a',
  mandateSponsor: sponsor,
  mandateStatus: 'published',
  mandateRevision: 1,
  envelope: 'env_a',
  envelopeSponsor: sponsor,
  budget: { currency: 'USD', conversion: undefined },
  periodStart: '',
  periodEnd: '',
  missed: [],
});
export const onFunding = persons(COMMANDS.matching, 'funding', {
  given: { financing: fc.constantFrom(GRANT, LOAN) },
  facts: {
    now: NOW,
    ticket,
    budget: { currency: 'USD', conversion: undefined },
    dueDiligence,
    reopenedDays: 1,
    rules: ANY_RULES,
  },
  otherwise: { proposeOffer: { offer: 'off_c', expiresAt: fc.constantFrom('', NOW, opened.deadline), facts: undefined } },
});

export const ON_ROUND = { funding: 'fnd_a', project: 'prj_a', proposer: 'org_a', status: 'open' } as const;
export const onQuestions = persons(COMMANDS.matching, 'questions', {
  also: ['askQuestion', 'answerQuestion'],
  given: { question: fc.constantFrom(1, 2, 3) },
  facts: { on: ON_ROUND, now: NOW },
});

/** After all that the histories of agreements record. */
export const LATER = '2027-01-02T12:00:00.000Z';
export const MET = {
  id: 'mst_a',
  is: 'verified',
  agreement: 'agr_a',
  report: 1,
  payableBasisPoints: 10_000,
  rest: 'cancelled',
  submittedBy: 'per_r',
  reportedBy: [],
  verifiedBy: 'per_v',
};
const UNMET = { id: 'mst_a', is: 'unverified', status: 'scheduled' };
/** By which money is paid ahead. */
export const ADVANCES = { limitPercent: 30, liquidatedPercent: 80, statementDays: 90 };
/** Of every value date, from the currency of the agreement. */
const RATES = ['2026-12-01', '2027-01-01', '2027-02-01', LATER.slice(0, 10)].map((on) => ({
  on,
  currency: 'JPY',
  day: '2026-11-30',
  source: 'ECB',
  base: 'EUR',
  fromRate: '1',
  toRate: '1.5',
  expiresOn: '2027-12-31',
  fromPlaces: 2,
  places: 0,
}));
/** The rates that stand of a day. */
export const ratesOf = (on: string) => RATES.filter((each) => each.on === on) as never;
/** What the milestone of the first tranche is to reach, as recorded streams have it. */
export const PROMISED = [{ tranche: 1, status: 'scheduled', isOpen: true, targets: [{ code: 'tonnes-composted', target: '1200' }] }];

/** Of what is there, and of nothing. */
const LITTLE = fc.constantFrom(1n, 5n, 0n).map((cents) => ({ amount: cents, currency: 'USD' }));

export const onAgreement = persons(COMMANDS.disbursement, 'agreement', {
  given: {
    agr: 'agr_a',
    spo: 'spo_a',
    condition: fc.constantFrom(1, 2),
    recovery: fc.constantFrom(1, 2),
    resolution: fc.constantFrom(1, 2),
    advance: fc.constantFrom(1, 2),
    expenditure: fc.constantFrom(1, 2),
    hold: fc.constantFrom(1, 2),
    drawing: fc.constantFrom(1, 2),
    firstDay: '2026-12-01',
    lastDay: '2026-12-31',
    report: fc.constantFrom(1, 2, 3),
    contentHash: fc.constantFrom('h', 'n'),
    valueDate: LATER.slice(0, 10),
  },
  facts: {
    now: LATER,
    preparedBy: [],
    milestone: MET,
    rates: fc.constant(RATES),
    hashOf: fc.constant(() => 'h'),
    promised: fc.constant(PROMISED),
    answerDays: 30,
    releaseDays: 14,
    rules: fc.constantFrom({ edition: 0, limits: [] }, { edition: 1, limits: [{ amount: 5n, currency: 'USD' }] }),
  },
  otherwise: {
    approvePayment: { payerAccount: 'acc_a', payeeAccount: 'acc_b', payerAccountRead: 'acc_a', payeeAccountRead: 'acc_b' },
    instructPayment: { payerAccount: 'acc_a', payeeAccount: 'acc_b', payerAccountRead: 'acc_a', payeeAccountRead: 'acc_b' },
    holdPayment: { tranche: fc.constantFrom(0, 1, 2), milestone: '' },
    askAdvance: { tranche: 1, amount: LITTLE, milestone: UNMET, policy: ADVANCES },
    submitExpenditure: { amount: LITTLE, evidence: fc.constant(['a']), unknownEvidence: fc.constant([]) },
    callGuarantee: { offer: 'off_g', amount: LITTLE, evidence: fc.constant([]), unknownEvidence: fc.constant([]) },
    recordReceipt: {
      offer: 'off_k',
      amount: LITTLE,
      evidence: fc.constant([]),
      unknownEvidence: fc.constant([]),
      receivedOn: '2026-12-01',
    },
    reportRefund: { ground: { document: 'slip', receivedBy: '' } },
    reportCondition: { evidence: fc.constant([]), unknownEvidence: fc.constant([]) },
    requestAdvance: { payment: 'pay_v1', milestoneOf: fc.constant(() => UNMET) },
    requestRelease: { payment: 'pay_r' },
    requestPartPayment: { payment: 'pay_p' },
    proposeMeasure: {
      kind: fc.constantFrom('suspension', 'resumption', 'termination'),
      cause: fc.constantFrom('mutual', 'other', ''),
      hearingDays: 14,
      amendment: '',
      changes: fc.constant([]),
      financing: fc.constant([]),
      results: fc.constant([]),
      provisions: '',
      cureUntil: '',
    },
    settlePayment: { type: 'ReportSettlement', document: 'slip' },
    failPayment: { type: 'ReportFailure', payment: 'pay_a' },
    returnPayment: { type: 'ReportReturn', document: 'slip' },
    reversePayment: { type: 'ReportReversal' },
    reverseOutcome: { type: 'ReportMistake', document: 'slip' },
  },
  naming: { holdPayment: ['tranche'] },
});

export const onMandate = persons(COMMANDS.sponsor, 'mandate', {
  given: { terms: fc.constantFrom(TERMS, { ...TERMS, title: 'u' }) },
  facts: { unknownCodes: fc.constant([]) },
});

export const onEnvelope = persons(COMMANDS.sponsor, 'envelope', {
  given: { date: fc.constantFrom('2026-11-01', '2026-12-31', '2027-06-30', '2027-12-31'), off: 'off_a', increase: fc.constantFrom(1, 2) },
  facts: { now: NOW },
});

export const onPassport = persons(COMMANDS.sponsor, 'passport', {
  also: ['requestDueDiligence'],
  given: { org: 'org_a', validUntil: fc.constantFrom('2026-01-01', '2026-12-01') },
  facts: { now: NOW, sponsorIsRegistered: true, longestMonths: 12 },
});

const WITH_CHARGE = [imported, entriesRead, entriesMatched, charged].reduce<StatementState>(
  (state, event) => evolveStatement(state, event as unknown as StatementEvent),
  unread,
);
/** The second entry is above a limit as it is charged; or nothing was measured. */
const LIMITED = [
  { fits: new Map(), once: new Map([[2, measuredAs((WITH_CHARGE as Existing).entries[1] as Entry)]]), rules: 1 },
  { fits: new Map(), once: new Map(), rules: 1 },
];
export const onStatement = persons(COMMANDS.disbursement, 'statement', {
  given: { agr: 'agr_a', acc: 'acc_a', pay: fc.constantFrom('pay_a', 'pay_b'), entry: fc.constantFrom(1, 2, 3) },
  facts: {
    now: NOW,
    amount,
    relation: { sponsor: 'spo_a', lacks: '' },
    limited: fc.constantFrom(undefined, ...LIMITED),
    parts: fc.constantFrom(
      [
        {
          as: 'unrelated',
          agreement: '',
          payment: '',
          recovery: 0,
          statement: '',
          entry: 0,
          amount: { amount: 60n, currency: 'USD' },
          direction: 'debit',
        },
      ],
      [
        {
          as: 'payment',
          agreement: 'agr_a',
          payment: 'pay_a',
          recovery: 0,
          statement: '',
          entry: 0,
          amount: { amount: 60n, currency: 'USD' },
          direction: 'debit',
        },
      ],
    ),
    confirmed: fc.constantFrom([1, 2, 3], []),
    reopened: fc.constantFrom([], [1, 2, 3]),
  },
  otherwise: { linkEntry: { recovery: fc.constant(undefined), drawing: fc.constant(undefined) } },
});

export const onPaymentFile = persons(COMMANDS.disbursement, 'file', {
  also: ['answerPaymentFile'],
  facts: {
    now: NOW,
    today: dateOf(NOW),
    fault: undefined,
    limited: ANY_RULES.map((rules) => ({ rules, ofDay: { amount: 0n, currency: 'USD' } })),
  },
  otherwise: {
    answerPaymentFile: {
      type: 'NoteAnswer',
      reference: 'r',
      answer: fc.constantFrom('h', 'k'),
      outcomes: fc.constant([]),
      untold: fc.constantFrom([], [{ because: 'group-only', code: 'RJCT', reasonCode: '', instruction: '' }]),
    },
    rejectRemainingTransfers: {
      outcomes: fc.constantFrom([], [{ number: 1, standing: 'rejected', code: 'RJCT', reasonCode: '', refusal: '' }]),
    },
    confirmFileFailures: { confirmed: fc.constantFrom([], [1]), concluded: fc.constantFrom([], [2]) },
  },
});

export const onBankAccount = persons(COMMANDS.disbursement, 'account', {
  facts: { now: NOW, coolingDays: 3, number: fc.constantFrom('txt_n', 'txt_n', 'txt_o') },
});
