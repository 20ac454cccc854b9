import { anyEvents, type Recorded } from '@junkan/kit/testing/events.fixture.ts';
import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import { nothingMore } from '@junkan/project-registry/projects/proposal-parts.fixture.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';

// Events of each kind of stream, with whatever data: what the contracts do not say of them.

const by = fc.constantFrom('per_a', 'per_b');
/** Who does what ends a history: seldom, so that histories get far. */
const rarely = fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: by });
const note = fc.constantFrom('', 'txt_a', 'txt_b');
export const at = fc.constantFrom('2026-11-24T00:00:00.000Z', '2027-01-01T00:00:00.000Z');
const date = fc.constantFrom('2026-12-01', '2027-01-01', '2027-02-01');
const rest = fc.constantFrom('carried', 'cancelled');
const YEN = { amount: 15n, currency: 'JPY' };
export const GIVEN = {
  by,
  note,
  at,
  deadline: at,
  withBankSince: at,
  dueOn: date,
  validUntil: date,
  valueDate: date,
  rest,
  round: 1,
  entry: undefined,
  Money: fc.record({ amount: fc.bigInt({ min: 1n, max: 9n }), currency: fc.constant('USD') }),
  matter: fc.constantFrom('screening', 'report'),
  role: 'secretariat.officer',
  occurrence: '1',
  project: 'prj_a',
  funding: 'fnd_a',
  agreement: 'agr_a',
  milestone: 'mst_a',
  mandate: 'man_a',
  envelope: 'env_a',
  subject: 'org_a',
  // In the currency of the budgets, in whichever history: an account in another currency pays nothing.
  debitCurrency: fc.constantFrom(undefined, 'JPY'),
  debited: fc.constantFrom(undefined, YEN),
  credited: fc.constantFrom(undefined, YEN),
};
const NOTICES = { ReminderSent: { organisation: 'secretariat' }, MatterEscalated: { organisation: 'secretariat' } };

type Streams = { readonly EVENTS: Readonly<Record<string, object>> };
/** All events of a kind of stream but these. */
export const typesOf = ({ EVENTS }: Streams, aggregate: string, ...without: readonly string[]): string[] =>
  Object.keys(EVENTS[aggregate] ?? {}).filter((type) => !without.includes(type));

export const proposal = fc.constantFrom({
  reference: 'r',
  title: 't',
  countries: ['JP'],
  themes: [],
  instruments: [],
  preferredInstrument: '',
  indicators: [],
  milestones: [],
  target: { amount: 5n, currency: 'USD' },
  minimumCloseBasisPoints: 1,
  readiness: 0,
  ...nothingMore,
});
export const ofProject = anyEvents('project', typesOf(CONTEXTS.project, 'project', 'ProjectDrafted'), {
  given: { ...GIVEN, proposal, reasons: ['a', 'b'], reason: note, checks: [] },
  otherwise: { ...NOTICES, ProjectDeclaredIneligible: { by: rarely }, ProjectWithdrawn: { by: rarely } },
});

const reported = ['MilestoneReportSubmitted', 'MilestoneReportSubmitted'];
export const ofMilestone = anyEvents('project', [...typesOf(CONTEXTS.project, 'milestone', 'MilestoneBegun'), ...reported], {
  given: {
    ...GIVEN,
    evidence: ['f'],
    indicators: [],
    uploadedBy: fc.subarray(['per_c']),
    carriedFrom: fc.subarray([1, 2]),
    draft: '',
    preparedBy: fc.subarray(['per_c']),
  },
  otherwise: {
    ...NOTICES,
    MilestoneVerified: { rest: fc.constantFrom('', 'carried') },
    MilestoneWaived: { amount: undefined },
    MilestoneCancelled: { because: 'agreement-terminated' },
  },
});

export const TONNES = { code: 'tonnes', value: '1', unit: 't', notAvailable: false, because: '' };
export const ofReport = anyEvents('project', typesOf(CONTEXTS.project, 'report', 'ReportDraftBegun'), {
  given: { ...GIVEN, evidence: fc.subarray(['f']), indicators: fc.subarray([TONNES]), uploadedBy: fc.subarray(['per_c']) },
});

export const opened = { project: 'prj_a', round: 1, proposer: 'org_a', deadline: '2027-01-01T00:00:00.000Z' };
export const ofFunding = anyEvents('matching', typesOf(CONTEXTS.matching, 'funding', 'FundingOpened'), {
  given: {
    ...GIVEN,
    offer: fc.constantFrom('off_a', 'off_b'),
    sponsor: fc.constantFrom('spo_a', 'spo_b'),
    side: fc.constantFrom('sponsor', 'proposer'),
    ended: fc.subarray(['off_a', 'off_b']),
    because: 'project-refused',
  },
  otherwise: { OfferProposed: { terms: 1, expiresAt: fc.constantFrom('', '2026-12-01T00:00:00.000Z') } },
});

export const ofQuestions = anyEvents('matching', typesOf(CONTEXTS.matching, 'questions'), {
  given: { ...GIVEN, proposer: 'org_a', sponsor: fc.constantFrom('spo_a', 'spo_b'), question: fc.constantFrom(1, 2, 3) },
});

export const amount = { amount: 60n, currency: 'USD' };
/** Of it, so small that several fit in. */
export const part = { amount: 10n, currency: 'USD' };
const share = { sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount, parts: [], periodStart: '', periodEnd: '' };
const tranche = { number: 1, title: 'a', monthsAfterEffective: 1, amount, dueOn: '' };
export const drafted = {
  type: 'AgreementDrafted',
  project: 'prj_a',
  round: 1,
  funding: 'fnd_a',
  proposer: 'org_a',
  shares: [share],
  tranches: [tranche],
  cells: [{ tranche: 1, sponsor: 'spo_a', amount, payment: 'pay_a' }],
  conditions: ['c'],
  contentHash: 'h',
  signingDue: opened.deadline,
  conversions: [],
};
export const IN_YEN = {
  amount: { amount: 90n, currency: 'JPY' },
  day: '2026-11-24',
  source: 'ECB',
  base: 'EUR',
  fromRate: '1',
  toRate: '1.5',
  expiresOn: '2026-12-04',
};
/** From a budget in another currency. */
export const converted = { ...drafted, conversions: [{ offer: 'off_a', amount, conversion: IN_YEN }] };
export const exchanged = {
  offer: 'off_a',
  amount: part,
  committed: { amount: 15n, currency: 'JPY' },
  cost: { ...IN_YEN, amount: { amount: 16n, currency: 'JPY' } },
};
const CONDITIONS = (['precedent', 'covenant'] as const).map((phase) => ({ title: phase, phase, kind: 'policy' as const }));
/** With what has to be so before the first payment, and what has to stay so. */
export const conditioned = { ...drafted, shares: [{ ...share, financing: { ...GRANT, conditions: CONDITIONS } }] };
const changes = fc.array(
  fc.record({
    tranche: fc.constant(1),
    dueOn: fc.constantFrom('', '2027-05-01'),
    amount: fc.option(GIVEN.Money, { nil: undefined }),
  }),
);
const PAID_WHOLE = { partPayment: undefined, partPaid: undefined, partWhole: undefined };
export const ofAgreement: fc.Arbitrary<Recorded>[] = [
  fc.constantFrom(drafted, conditioned),
  ...anyEvents('disbursement', typesOf(CONTEXTS.disbursement, 'agreement', 'AgreementDrafted'), {
    given: {
      ...GIVEN,
      payment: fc.constantFrom('pay_a', 'pay_b'),
      sponsor: 'spo_a',
      party: 'org_a',
      contentHash: 'h',
      amendedHash: 'n',
      condition: fc.constantFrom(1, 2),
      recovery: fc.constantFrom(1, 2),
      resolution: fc.constantFrom(1, 2),
      advance: fc.constantFrom(1, 2),
      expenditure: fc.constantFrom(1, 2),
      hold: fc.constantFrom(1, 2),
      drawing: fc.constantFrom(1, 2),
      evidence: fc.constant([]),
      firstDay: date,
      lastDay: date,
      limitPercent: 30,
      advances: fc.constant([]),
      portions: [{ sponsor: 'spo_a', amount }],
      submittedBy: by,
      verifiedBy: by,
      bankReference: 'b',
      instruction: 'i',
      changes,
      verdict: 'rejected',
      because: 'signature-declined',
    },
    otherwise: {
      AgreementVoided: { party: fc.constantFrom('', 'org_a') },
      PaymentRequested: { reportedBy: fc.subarray(['per_c', 'per_a']), advance: undefined, ...PAID_WHOLE },
      AdvanceAsked: { tranche: 1, amount: part },
      ExpenditureSubmitted: { amount: part },
      ExpenditureAccepted: { amount: part },
      GuaranteeCalled: { offer: 'off_g', amount: part },
      ReceiptRecorded: { offer: 'off_k', amount: part, receivedOn: date },
      ExchangeBooked: { exchange: fc.constantFrom(1, 2), parts: fc.constant([exchanged]), entry: fc.constant({ id: 'e', postings: [] }) },
      ExchangeOfRefundBooked: {
        exchange: fc.constantFrom(1, 2),
        parts: fc.constant([exchanged]),
        entry: fc.constant({ id: 'e', postings: [] }),
      },
      ExchangeOfReturnDue: { paidOn: date, parts: fc.constant([{ ...exchanged, cost: undefined }]) },
      ExchangeOfReturnBooked: {
        paidOn: date,
        exchange: fc.constantFrom(1, 2),
        parts: fc.constant([{ ...exchanged, paid: exchanged.cost }]),
        entry: fc.constant({ id: 'e', postings: [] }),
      },
      ExchangeReversed: { exchange: fc.constantFrom(1, 2) },
      PaymentHeld: { tranche: fc.constantFrom(0, 1), organisation: fc.constantFrom('secretariat', 'spo_a'), releaseDue: at },
      PaymentFailed: { reportedBy: by },
      PaymentSettled: { reportedBy: by, valueDate: fc.constantFrom('2026-12-01', '2027-01-01') },
      PaymentReturned: { reportedBy: by },
      SettlementReversed: { reportedBy: by },
      OutcomeReversed: { reportedBy: by, outcome: fc.constantFrom('returned', 'failed') },
      MeasureProposed: {
        kind: 'amendment',
        needed: ['secretariat'],
        heard: ['org_a'],
        amendment: '',
        cause: '',
        cureUntil: '',
        financing: fc.constant([]),
        results: fc.constant([]),
      },
      MeasureAnswered: { party: fc.constantFrom('org_a', 'spo_a') },
      MeasureApproved: { party: 'secretariat' },
      MeasureRefused: { party: 'secretariat' },
      RecoveryClaimed: { kind: 'ineligible', tranche: fc.constantFrom(0, 1), amount, answerDue: at },
      ResolutionProposed: {
        kind: fc.constantFrom('refunded', 'justified'),
        sponsor: '',
        amount: part,
        portions: [{ sponsor: 'spo_a', amount: part }],
      },
    },
  }),
];

/** Terms of a mandate that no rule objects to. */
export const TERMS = {
  title: 't',
  countries: ['JP'],
  themes: [],
  excludedThemes: [],
  instruments: [],
  preferredInstruments: [],
  ticketMinimum: { amount: 1n, currency: 'USD' },
  ticketMaximum: amount,
  usualTicketLow: undefined,
  usualTicketHigh: undefined,
  minimumReadiness: 0,
  requiredIndicators: [],
};
/** Mostly what comes before the end. */
const changed = Array.from({ length: 5 }, () => typesOf(CONTEXTS.sponsor, 'mandate', 'MandatePublished', 'MandateRetired')).flat();
export const ofMandate = anyEvents('sponsor', [...changed, 'MandateRetired'], {
  given: { ...GIVEN, terms: fc.constantFrom(TERMS, { ...TERMS, title: 'v' }) },
});

export const ofPassport = anyEvents('sponsor', typesOf(CONTEXTS.sponsor, 'passport'), {
  given: { ...GIVEN, level: fc.constantFrom('observation', 'yellow', 'red', 'escalated') },
  otherwise: { ...NOTICES, ClearanceReliedOn: { organisation: 'spo_a' } },
});

export const named = {
  type: 'BankAccountProposed',
  organisation: 'org_a',
  holder: 'h',
  country: 'JP',
  currency: 'JPY',
  scheme: 'local',
  number: 'txt_n',
  lastFour: '4567',
  bankCode: '1',
  bic: '',
  bankName: 'b',
  town: 't',
  replaces: '',
  by: 'per_a',
};
const READ = ['debit', 'debit', 'credit'].map((direction, at) => ({
  key: `k${at}`,
  amount: { amount: 60n, currency: 'USD' },
  direction,
  booked: true,
  valueDate: '2026-12-01',
  bankReference: `b${at}`,
  instruction: '',
}));
export const imported = {
  type: 'StatementImported',
  account: 'DE1',
  reference: 'S1',
  page: '1',
  currency: 'USD',
  from: '',
  to: '',
  openingBalance: undefined,
  closingBalance: undefined,
  balance: 'cannot-be-told',
  differsBy: undefined,
  untold: 'other-currency',
  file: 'f',
  words: 'w',
  entries: 3,
  claimants: ['spo_a', 'spo_b'],
  at: '2026-11-24T00:00:00.000Z',
  by: 'per_a',
};
export const entriesRead = { type: 'EntriesRead', entries: READ };
const nothing = { because: '', agreement: '', payment: '', candidates: [], refusal: '', repeats: '', duties: [] };
export const entriesMatched = {
  type: 'EntriesMatched',
  by: 'per_a',
  entries: ['reported', 'unmatched', 'unmatched'].map((standing, at) => ({ ...nothing, number: at + 1, standing })),
};
export const charged = { type: 'FeeRecorded', number: 2, note: 'txt_a', at: '2026-11-24T00:00:00.000Z', by: 'per_a', entry: undefined };
/** That it is a charge was confirmed, and is reported as wrong. */
export const doubted = [
  charged,
  { ...charged, type: 'EntriesConfirmed', numbers: [2], by: 'per_b' },
  { ...charged, type: 'EntryDoubted', duties: [] },
] as const;
/** That it is one was confirmed, above a limit, and waits for another person. */
export const confirmedOnce = [charged, { type: 'EntriesConfirmedOnce', numbers: [2], rules: 1, at: charged.at, by: 'per_b' }] as const;
const noPart = { agreement: '', payment: '', recovery: 0, statement: '', entry: 0, direction: 'debit' };
export const explained = {
  ...charged,
  type: 'EntryExplained',
  parts: [{ ...noPart, as: 'unrelated', amount: { amount: 60n, currency: 'USD' } }],
  duties: [],
};
export const dismissed = { ...charged, type: 'EntryIgnored', number: 3, waits: true, duties: [] };
const number = fc.constantFrom(1, 2, 3);
export const ofStatement = anyEvents(
  'disbursement',
  typesOf(CONTEXTS.disbursement, 'statement', 'StatementImported', 'EntriesRead', 'EntriesMatched'),
  { given: { ...GIVEN, number, numbers: number.map((one) => [one]), payment: 'pay_a', account: 'acc_a', sponsor: 'spo_a' } },
);

export const fileBegun = {
  type: 'PaymentFileBegun',
  payer: 'spo_a',
  currency: 'USD',
  executionDate: '2026-12-01',
  payerAccount: 'acc_a',
  message: 'm',
  transfers: 2,
  duties: [{ duty: 'requested', person: 'per_b' }],
  approvedAlone: [],
  at: '2026-11-24T00:00:00.000Z',
  by: 'per_a',
};
export const transfersListed = {
  type: 'TransfersListed',
  transfers: ['a', 'b'].map((which) => ({
    agreement: 'agr_a',
    payment: `pay_${which}`,
    tranche: 1,
    payee: 'org_a',
    payeeAccount: 'acc_b',
    amount: { amount: 60n, currency: 'USD' },
    instruction: `i${which}`,
    because: '',
  })),
};
const checkers = fc.constantFrom('per_c', 'per_d');
export const ofPaymentFile = anyEvents(
  'disbursement',
  typesOf(CONTEXTS.disbursement, 'payment-file', 'PaymentFileBegun', 'TransfersListed'),
  {
    given: { ...GIVEN, transfers: [], leftOut: [], untold: [], sum: amount },
    otherwise: {
      PaymentFileMade: { transfers: 2 },
      PaymentFileApprovedOnce: { by: checkers },
      PaymentFileApproved: { by: checkers },
      PaymentFileRefused: { by: rarely },
    },
  },
);

export const ofBankAccount = anyEvents('disbursement', typesOf(CONTEXTS.disbursement, 'bank-account', 'BankAccountProposed'), {
  given: { ...GIVEN, usableFrom: at },
});
