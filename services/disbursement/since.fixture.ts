import type { Data, Since } from '@junkan/kit/testing/since.fixture.ts';
import { OF_BOOKS } from './since-books.fixture.ts';
import {
  atTheBanksRate,
  type Cell,
  correctedInYen,
  exchanged,
  promised,
  refundedAtTheBanksRate,
  refundedInYen,
  refundUndoneInYen,
  returnedInYen,
  yen,
} from './since-exchanges.fixture.ts';
import { paidInPart } from './since-part-payments.fixture.ts';
import { amendedResults } from './since-results.fixture.ts';
import { OF_STATEMENTS } from './since-statements.fixture.ts';
import { drawnOf, guaranteed } from './since-unfunded.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const [by, note] = ['person-a', 'txt_a'];
const stated = { statement: 'stm_a', statementEntry: 1 };
const usd = (amount: string) => ({ amount, currency: 'USD' });
const details = {
  holder: 'Minato Works',
  country: 'JP',
  currency: 'JPY',
  scheme: 'local',
  lastFour: '4567',
  bankCode: '0005',
  bankName: 'Bank',
  town: 'Tokyo',
};
const named = ['BankAccountProposed', { organisation: 'org_a', ...details, number: 'txt_n', by }] as const;

const conditions = [{ title: 'The site is free', phase: 'precedent', kind: 'performance' }];
const suspension = { kind: 'suspension', note, needed: ['secretariat'], party: 'secretariat', cause: 'breach', cureUntil: '2026-11-30' };
const portions = [{ sponsor: 'spo_a', amount: usd('100') }];
const claim = { kind: 'ineligible', tranche: 1, amount: usd('100'), portions, note };
const refund = {
  kind: 'refunded',
  amount: usd('40'),
  portions: [{ sponsor: 'spo_a', amount: usd('40') }],
  bankReference: 'BACK-1',
  valueDate: '2026-11-25',
};
const listed = { agreement: 'agr_a', tranche: 1, payee: 'org_a', payeeAccount: 'acc_b', amount: usd('150') };
const begun: readonly (readonly [string, Data])[] = [
  [
    'PaymentFileBegun',
    {
      payer: 'spo_a',
      currency: 'USD',
      executionDate: '2026-11-26',
      payerAccount: 'acc_a',
      message: 'JUNKAN-A',
      transfers: 3,
      duties: [{ duty: 'requested', person: by }],
      at,
      by,
    },
  ],
  [
    'TransfersListed',
    {
      transfers: [
        { ...listed, payment: 'pay_a', instruction: 'JUNKAN-PA' },
        { ...listed, payment: 'pay_b', instruction: 'JUNKAN-PB' },
        { ...listed, payment: 'pay_c', instruction: 'JUNKAN-PC', payeeAccount: '', because: 'no-usable-account' },
      ],
    },
  ],
];
const sharesOf = ({ shares }: Data) => shares as readonly Data[];

/** The first share is backed by an envelope in another currency. */
const inYen = (drafted: Data) =>
  sharesOf(drafted)
    .slice(0, 1)
    .map(({ offer, amount }) => ({ offer, amount, conversion: yen }));

/** Drafted again on these terms, and signed by all. */
const effectiveOn = (drafted: Data, financing: Data): readonly (readonly [string, Data])[] =>
  effectiveAs({ ...drafted, shares: sharesOf(drafted).map((share) => ({ ...share, financing })), conversions: inYen(drafted), promised });

/** Drafted again like this, and signed by all. */
const effectiveAs = (drafted: Data): readonly (readonly [string, Data])[] => [
  ['AgreementVoided', { because: 'round-reopened', by: 'system:workflows' }],
  ['AgreementDrafted', drafted],
  ...[drafted['proposer'], ...sharesOf(drafted).map(({ sponsor }) => sponsor)].map(
    (party) => ['AgreementSigned', { party, contentHash: drafted['contentHash'], at, by: `person of ${party}` }] as const,
  ),
  ['AgreementBecameEffective', { at, entry: { id: 'agr_a/effective', postings: [] } }],
];

/** Paid ahead of a part, and liquidated; another is refused. */
function advancing({ tranche, sponsor, amount: whole }: Cell): readonly (readonly [string, Data])[] {
  const amount = { ...whole, amount: String(BigInt(whole.amount) / 10n) };
  const asked = { tranche, sponsor, amount, limitPercent: 30, statementDays: 90, note, at, by };
  const spent = { advance: 1, amount, firstDay: '2026-11-01', lastDay: '2026-11-24', note, at, by };
  const paying = { payment: 'pay_v', milestone: 'mst_a', at };
  const booked = { bankReference: 'BANK-V', valueDate: '2026-11-25', report: 1 };
  return [
    ['AdvanceAsked', { advance: 1, ...asked }],
    ['PaymentRequested', { ...paying, tranche, sponsor, amount, submittedBy: by, reportedBy: [], advance: 1, by: 'person-b' }],
    ['PaymentApproved', { ...paying, by: 'person-c', entry: { id: 'agr_a/approved/pay_v', postings: [] } }],
    ['PaymentInstructed', { ...paying, instruction: 'JUNKAN-V', by: 'person-b' }],
    ['PaymentSettlementReported', { ...paying, ...booked, by: 'person-b' }],
    [
      'PaymentSettled',
      { ...paying, ...booked, reportedBy: 'person-b', by: 'person-c', entry: { id: 'agr_a/settled/pay_v', postings: [] } },
    ],
    ['ExpenditureSubmitted', { expenditure: 1, ...spent }],
    ['ExpenditureReturned', { advance: 1, expenditure: 1, note, at, by: 'person-d' }],
    ['ExpenditureSubmitted', { expenditure: 2, ...spent }],
    [
      'ExpenditureAccepted',
      { advance: 1, expenditure: 2, amount, at, by: 'person-d', entry: { id: 'agr_a/liquidated/1/2', postings: [] } },
    ],
    ['AdvanceAsked', { advance: 2, ...asked }],
    ['AdvanceRefused', { advance: 2, note, at, by: 'person-b' }],
  ];
}

export const since: Since = {
  agreement: [
    ...[exchanged, returnedInYen, refundedInYen, refundedAtTheBanksRate, refundUndoneInYen, correctedInYen, atTheBanksRate, paidInPart].map(
      (come) => ({
        after: 'AgreementDrafted',
        come: (drafted: Data) => [
          ...effectiveOn(drafted, { instrument: 'grant' }),
          ...come((drafted['cells'] as readonly Cell[])[0] as Cell),
        ],
      }),
    ),
    { after: 'PaymentRequested', come: ({ payment, milestone }) => [['PaymentRefused', { payment, milestone, note, by, at }]] },
    {
      after: 'PaymentRequested',
      come: ({ payment, milestone }) => {
        const accounts = { payerAccount: 'acc_a', payeeAccount: 'acc_b' };
        const approval = { payment, milestone, at, ...accounts };
        return [
          ['PaymentApprovedOnce', { ...approval, limit: usd('10'), rules: 1, by: 'person-c' }],
          ['PaymentApproved', { ...approval, rules: 1, by: 'person-d', entry: { id: `agr_a/approved/${payment}`, postings: [] } }],
          [
            'PaymentRefused',
            {
              payment,
              milestone,
              note,
              by: 'person-c',
              at,
              instruction: 'JUNKAN-A',
              entry: { id: `agr_a/refused/${payment}/1`, postings: [] },
            },
          ],
        ];
      },
    },
    {
      after: 'PaymentInstructed',
      come: ({ payment, milestone }) => [
        ['PaymentSettlementReported', { payment, milestone, report: 1, bankReference: 'BANK-1', valueDate: '2026-11-25', at, by }],
        ['PaymentObjectedTo', { payment, milestone, report: 1, note, at, by: 'person-b' }],
        ['PaymentSettlementReported', { payment, milestone, report: 2, bankReference: 'B-1', valueDate: '2026-11-25', at, by, ...stated }],
        ['PaymentObjectedTo', { payment, milestone, report: 2, note, at, by: 'person-b', ...stated }],
        ['PaymentFailureReported', { payment, milestone, report: 3, note, at, by }],
      ],
    },
    {
      after: 'PaymentRequested',
      come: ({ payment, milestone, tranche, sponsor }) => [
        ['PaymentApprovedOnce', { payment, milestone, limit: usd('10'), rules: 1, at, by: 'person-d' }],
        ['PaymentHeld', { hold: 1, tranche, sponsor, milestone, reason: 'dispute', note, organisation: sponsor, releaseDue: at, at, by }],
        ['HoldReleased', { hold: 1, milestone, reason: 'dispute-settled', note, at, by: 'person-d' }],
        [
          'PaymentHeld',
          { hold: 2, tranche, sponsor, milestone, reason: 'other', note, organisation: 'secretariat', releaseDue: at, at, by, ...stated },
        ],
        ['HoldReleased', { hold: 2, milestone, reason: 'cleared', note, organisation: 'secretariat', at, by: 'person-d', ...stated }],
      ],
    },
    {
      after: 'AgreementDrafted',
      come: (drafted) => [
        ...effectiveOn(drafted, { instrument: 'grant', advances: true }),
        ...advancing((drafted['cells'] as readonly Cell[])[0] as Cell),
        ['BudgetEndMoved', { sponsor: sharesOf(drafted)[0]?.['sponsor'], before: '2027-12-31', periodEnd: '2028-06-30', at }],
      ],
    },
    {
      after: 'PaymentApproved',
      come: ({ payment, milestone }) => [
        ['PaymentPutInFile', { payment, milestone, file: 'pfl_a', payerAccount: 'acc_a', payeeAccount: 'acc_b', at, by }],
        ['PaymentTakenFromFile', { payment, milestone, file: 'pfl_a', at, by: 'person-b' }],
        // Of one that somebody had downloaded.
        ['PaymentPutInFile', { payment, milestone, file: 'pfl_b', payerAccount: 'acc_a', payeeAccount: 'acc_b', at, by }],
        ['PaymentTakenFromFile', { payment, milestone, file: 'pfl_b', instruction: 'JUNKAN-PB', at, by: 'person-b' }],
      ],
    },
    {
      after: 'AgreementDrafted',
      come: (drafted) => [
        ...effectiveOn(drafted, { instrument: 'grant', conditions }),
        ['ConditionReported', { condition: 1, offer: 'off_a', note, evidence: ['c'.repeat(64)], by, at }],
        ['ConditionRefused', { condition: 1, note, by: 'person-b', at }],
        ['ConditionReported', { condition: 1, offer: 'off_a', note, by, at }],
        ['ConditionConfirmed', { condition: 1, by: 'person-b', at }],
        ['MeasureProposed', { ...suspension, measure: 1, heard: [drafted['proposer']], answerDue: at, by }],
        ['MeasureAnswered', { measure: 1, party: drafted['proposer'], note, at, by: 'person-c' }],
      ],
    },
    {
      after: 'PaymentSettled',
      come: ({ payment, milestone }) => [
        ['PaymentReversalReported', { payment, milestone, report: 2, note, at, by }],
        [
          'SettlementReversed',
          {
            payment,
            milestone,
            bankReference: 'BANK-1',
            note,
            at,
            by: 'person-b',
            entry: { id: 'agr_a/reversed', postings: [] },
            report: 2,
            reportedBy: by,
          },
        ],
      ],
    },
    {
      after: 'PaymentSettled',
      come: ({ payment, milestone }) => [
        ['PaymentReturnReported', { payment, milestone, report: 2, bankReference: 'BACK-1', valueDate: '2026-11-25', note, at, by }],
        [
          'PaymentReturned',
          {
            payment,
            milestone,
            bankReference: 'BACK-1',
            valueDate: '2026-11-25',
            note,
            at,
            by: 'person-b',
            report: 2,
            reportedBy: by,
            entry: { id: 'agr_a/returned', postings: [] },
          },
        ],
      ],
    },
    {
      after: 'PaymentSettled',
      come: ({ payment, milestone }) => [
        ['PaymentReturnReported', { payment, milestone, report: 2, bankReference: 'BACK-1', valueDate: '2026-11-25', note, at, by }],
        [
          'PaymentReturned',
          {
            payment,
            milestone,
            bankReference: 'BACK-1',
            valueDate: '2026-11-25',
            note,
            at,
            by: 'person-b',
            report: 2,
            reportedBy: by,
            entry: { id: 'agr_a/returned', postings: [] },
          },
        ],
        ['PaymentMistakeReported', { payment, milestone, report: 3, note, document: 'c'.repeat(64), at, by }],
        [
          'OutcomeReversed',
          {
            payment,
            milestone,
            outcome: 'returned',
            bankReference: 'BACK-1',
            note,
            at,
            by: 'person-b',
            entry: { id: 'agr_a/outcome-reversed', postings: [] },
            report: 3,
            reportedBy: by,
          },
        ],
      ],
    },
    {
      after: 'PaymentSettled',
      come: () => [
        ...[1, 2].map((recovery) => ['RecoveryClaimed', { recovery, ...claim, answerDue: at, at, by }] as const),
        ['RecoveryAnswered', { recovery: 1, note, at, by: 'person-c' }],
        ['RecoveryApproved', { recovery: 1, at, by: 'person-b', entry: { id: 'agr_a/claimed/1', postings: [] } }],
        ['RecoveryRefused', { recovery: 2, note, at, by: 'person-b' }],
        ...[1, 2, 3].map((resolution) => ['ResolutionProposed', { recovery: 1, resolution, ...refund, at, by }] as const),
        ['ResolutionConfirmedOnce', { recovery: 1, resolution: 1, limit: usd('10'), rules: 1, at, by: 'person-d' }],
        ['ResolutionConfirmed', { recovery: 1, resolution: 1, at, by: 'person-b', entry: { id: 'agr_a/resolved/1/1', postings: [] } }],
        ['ResolutionRefused', { recovery: 1, resolution: 2, note, at, by: 'person-b' }],
        ['ResolutionRefused', { recovery: 1, resolution: 3, note, at, by: 'person-b', ...stated }],
      ],
    },
    {
      after: 'AgreementDrafted',
      come: (drafted) => [...effectiveOn(drafted, { instrument: 'grant' }), ...amendedResults(drafted)],
    },
    { after: 'AgreementDrafted', come: (drafted) => [...effectiveAs(guaranteed(drafted)), ...drawnOf(drafted)] },
    { after: 'MeasureProposed', come: ({ measure }) => [['MeasureRefused', { measure, party: 'secretariat', note, by }]] },
    { after: 'MeasureProposed', come: ({ measure }) => [['AgreementTerminationBegun', { measure }]] },
  ],
  ...OF_STATEMENTS,
  'payment-file': [
    {
      after: '',
      come: () => [
        ...begun,
        ['PaymentFileMade', { leftOut: [2], transfers: 1, sum: usd('150'), sha256: 'f'.repeat(64), at, by }],
        ['PaymentFileApprovedOnce', { at, by: 'person-c', limit: usd('100'), rules: 2, measured: usd('150') }],
        ['PaymentFileApproved', { at, by: 'person-b' }],
        ['PaymentFileDownloaded', { at, by }],
        ['PaymentFileHandedOver', { day: '2026-11-26', at, by }],
        ['PaymentFileSent', { at, by }],
        [
          'PaymentFileAnswered',
          { reference: 'B-1', answer: 'e'.repeat(64), untold: [{ because: 'group-only', code: 'PART' }], created: at, at, by },
        ],
        ['TransfersTold', { transfers: [{ number: 1, standing: 'rejected', code: 'RJCT', reasonCode: 'AC04' }], at }],
      ],
    },
    {
      after: '',
      come: () => [
        ...begun,
        ['PaymentFileMade', { leftOut: [2], transfers: 1, sum: usd('150'), sha256: 'f'.repeat(64), at, by }],
        ['PaymentFileApproved', { at, by: 'person-b' }],
        ['PaymentFileHandedOver', { at, by }],
        ['PaymentFileSent', { at, by }],
        ['PaymentFileAnswered', { reference: 'B-1', answer: 'e'.repeat(64), untold: [{ because: 'group', code: 'RJCT' }], at, by }],
        ['RemainingTransfersRejected', { transfers: 1, code: 'RJCT', reasonCode: 'AM04', at, by }],
        ['TransfersTold', { transfers: [{ number: 1, standing: 'rejected', code: 'RJCT', reasonCode: 'AM04' }], at }],
        ['FileFailuresConfirmed', { numbers: [1], concluded: [], transfers: 1, at, by: 'person-b' }],
      ],
    },
    { after: '', come: () => [...begun, ['PaymentFileRefused', { note, at, by: 'person-b' }]] },
    {
      after: '',
      come: () => [
        ...begun,
        ['PaymentFileMade', { leftOut: [2], transfers: 1, sum: usd('150'), sha256: 'f'.repeat(64), at, by }],
        ['PaymentFileDownloaded', { at, by: 'person-b' }],
        ['PaymentFileRefusalRequested', { note, at, by: 'person-b' }],
        ['PaymentFileRefused', { note, at, by: 'person-c' }],
      ],
    },
  ],
  'approval-rules': [
    {
      after: '',
      come: () => [
        ['LimitsProposed', { organisation: 'spo_a', proposal: 1, limits: [usd('10')], at, by }],
        ['LimitsApproved', { proposal: 1, at, by: 'person-b' }],
        ['LimitsProposed', { organisation: 'spo_a', proposal: 2, limits: [], at, by }],
        ['LimitsRefused', { proposal: 2, note, at, by: 'person-b' }],
      ],
    },
  ],
  'bank-account': [
    {
      after: '',
      come: () => [named, ['BankAccountConfirmed', { usableFrom: at, at, by: 'person-b' }], ['BankAccountRetired', { at, by: 'person-b' }]],
    },
    {
      after: '',
      come: () => [
        named,
        ['BankAccountConfirmed', { usableFrom: at, at, by: 'person-b' }],
        ['BankAccountRetired', { at, note, by: 'person-b' }],
      ],
    },
    { after: '', come: () => [named, ['BankAccountRefused', { note, by: 'person-b' }]] },
    {
      after: '',
      come: () => [
        ['BankAccountProposed', { organisation: 'spo_a', ...details, number: 'txt_n', by }],
        ['BankAccountConfirmed', { usableFrom: at, at, by: 'person-b' }],
        ['StatementsAttributed', { statement: 'stm_a', bic: 'DEMOJPJT', bankCode: '0005', at, by: 'person-c' }],
      ],
    },
  ],
  ...OF_BOOKS,
  'day-limit': [
    {
      after: '',
      come: () => [
        [
          'DayLimitUsed',
          { payer: 'spo_a', currency: 'USD', day: '2026-11-24', user: 'pfl_a', amount: usd('5'), before: usd('0'), rules: 1, at, by },
        ],
        ['DayLimitFreed', { user: 'pfl_a', at, by }],
      ],
    },
  ],
  'bank-reference': [
    {
      after: '',
      come: () => [
        ['BankReferenceReserved', { bankReference: 'BANK-1', agreement: 'agr_a', payment: 'pay_a', by }],
        [
          'BankReferenceReserved',
          { bankReference: 'BANK-1', agreement: 'agr_b', payment: 'pay_b', accounts: ['acc_b'], statement: 'stm_a', statementEntry: 1, by },
        ],
        ['BankReferenceFound', { payment: 'pay_a', statement: 'stm_a', statementEntry: 2, by }],
        ['BankReferenceReleased', { payment: 'pay_a', by }],
      ],
    },
  ],
};
