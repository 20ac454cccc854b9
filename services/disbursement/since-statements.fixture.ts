import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const [by, note] = ['person-a', 'txt_a'];
const usd = (amount: string) => ({ amount, currency: 'USD' });
const header = {
  account: 'DE02120300000000202051',
  reference: 'S1',
  page: '1',
  currency: 'USD',
  from: '2026-11-25',
  to: '2026-11-25',
  openingBalance: usd('900'),
  closingBalance: usd('300'),
  balance: 'adds-up',
  file: 'f'.repeat(64),
  words: 'e'.repeat(64),
};
const read = { amount: usd('150'), direction: 'debit', booked: true, valueDate: '2026-11-25' };

const part = { direction: 'debit' };
const line = { number: 1, bookedOn: '2026-11-25', valueDate: '2026-11-25', bankReference: 'B-f' };
const booked = (id: string, amount: string) => ({
  id: `statement/cash/${id}`,
  postings: [
    { account: 'sponsor/spo_a/bank/acc_a', money: usd(`-${amount}`), line },
    { account: 'sponsor/spo_a/suspense', money: usd(amount), line },
  ],
});
const cashDay = (day: string, moved: string, repeated = '0') => ({ day, moved: usd(moved), repeated: usd(repeated) });
const entered = { account: 'acc_a', sponsor: 'spo_a', currency: 'USD', page: '1', at, by };

const gap = { kind: 'opening-differs', statement: 'stm_b', from: '2026-11-25', to: '2026-11-25', difference: usd('-50'), note, at, by };

/** Statements of banks: whose account is known, and whose account finance decides. */
export const OF_STATEMENTS: Since = {
  statement: [
    {
      after: '',
      come: () => [
        [
          'StatementImported',
          {
            ...header,
            entries: 4,
            bic: 'DEMODEFF',
            bankCode: '12030000',
            at,
            by,
          },
        ],
        [
          'EntriesRead',
          {
            entries: ['a', 'b', 'c', 'd'].map((key) => ({
              ...read,
              key,
              bankReference: `B-${key}`,
              ...(key === 'a' ? { instructed: { amount: '22500', currency: 'JPY' } } : {}),
            })),
          },
        ],
        [
          'EntriesMatched',
          {
            entries: [
              { number: 1, standing: 'reported', agreement: 'agr_a', payment: 'pay_a' },
              ...[2, 3, 4].map((number) => ({ number, standing: 'unmatched' })),
            ],
            by,
          },
        ],
        ['EntryLinked', { number: 2, agreement: 'agr_a', payment: 'pay_b', at, by }],
        ['EntryLinked', { number: 3, agreement: 'agr_a', payment: '', recovery: 1, at, by }],
        ['EntryIgnored', { number: 3, note, at, by }],
        ['EntryIgnored', { number: 4, note, waits: true, at, by }],
        ['DismissalRefused', { number: 4, note, at, by: 'person-b' }],
        ['EntryHeld', { number: 4, note, at, by }],
        ['EntriesConfirmed', { numbers: [1], at, by: 'person-b' }],
        ['EntriesReopened', { numbers: [2], at, by: 'person-b' }],
        ['EntryLinked', { number: 2, agreement: 'agr_a', payment: 'pay_b', at, by }],
        ['EntriesReopened', { numbers: [2], at, by, refusal: 'PaymentIsReported' }],
        ['FeeRecorded', { number: 4, note, at, by }],
        ['FeeRefused', { number: 4, note, at, by: 'person-b' }],
        ['EntryIgnored', { number: 4, note, waits: true, duties: [{ duty: 'requested', person: 'person-c' }], at, by }],
        ['DismissalRefused', { number: 4, note, at, by: 'person-b' }],
        ['FeeRecorded', { number: 4, note, at, by }],
        ['EntriesConfirmed', { numbers: [4], at, by: 'person-b', entry: { id: 'statement/1', postings: [] } }],
      ],
    },
    {
      after: '',
      come: () => [
        ['StatementImported', { ...header, reference: 'S3', entries: 3, owner: 'spo_a', cashAccount: 'acc_a', at, by }],
        [
          'EntriesRead',
          {
            entries: [
              { ...read, key: 'f', bankReference: 'B-f', bookedOn: '2026-11-25' },
              { ...read, key: 'g', bankReference: 'B-g', bookedOn: '2026-11-25' },
              { ...read, key: 'h', bankReference: 'B-h', direction: 'credit', bookedOn: '2026-11-25', reversal: true },
            ],
          },
        ],
        ['EntriesMatched', { entries: [1, 2, 3].map((number) => ({ number, standing: 'unmatched' })), by, entry: booked('1', '150') }],
        ['EntryExplained', { number: 1, parts: [{ ...part, as: 'interest', amount: usd('150') }], note, at, by }],
        ['EntriesConfirmedOnce', { numbers: [1], rules: 1, at, by: 'person-c' }],
        ['EntriesConfirmed', { numbers: [1], rules: 1, at, by: 'person-b' }],
        ['EntryDoubted', { number: 1, note, at, by }],
        ['EntryDoubtRefused', { number: 1, note, at, by: 'person-b' }],
        ['EntryDoubted', { number: 1, note, at, by }],
        ['EntriesReopened', { numbers: [1], at, by: 'person-b' }],
        ['EntryExplained', { number: 1, parts: [{ ...part, as: 'interest', amount: usd('150') }], note, at, by }],
        ['ExplanationRefused', { number: 1, note, at, by: 'person-b' }],
        [
          'EntryExplained',
          {
            number: 1,
            parts: [
              { ...part, as: 'payment', agreement: 'agr_a', payment: 'pay_a', amount: usd('140') },
              { ...part, as: 'fee', amount: usd('10') },
            ],
            note,
            at,
            by,
          },
        ],
        [
          'EntryExplained',
          {
            number: 3,
            parts: [{ as: 'reversal', statement: 'stm_a', entry: 2, amount: usd('150'), direction: 'credit' }],
            note,
            at,
            by,
          },
        ],
        ['EntriesConfirmed', { numbers: [1, 3], at, by: 'person-b', entry: booked('2', '10') }],
        ['EntryReversed', { number: 2, reversingStatement: 'stm_a', reversingEntry: 3, at, by: 'person-b', entry: booked('3', '150') }],
        ['EntryDoubted', { number: 3, note, duties: [{ duty: 'requested', person: 'person-c' }], at, by }],
        ['EntriesReopened', { numbers: [3, 2], at, by: 'person-b' }],
      ],
    },
    {
      after: '',
      come: () => [
        ['StatementImported', { ...header, reference: 'S2', entries: 1, claimants: ['spo_a', 'spo_b'], at, by }],
        ['EntriesRead', { entries: [{ ...read, key: 'e', bankReference: 'B-e' }] }],
        ['EntriesMatched', { entries: [{ number: 1, standing: 'unmatched' }], by }],
        ['StatementOwnerNamed', { account: 'acc_b', sponsor: 'spo_b', note, at, by }],
        ['StatementOwnerRefused', { note, at, by: 'person-b' }],
        ['StatementOwnerNamed', { account: 'acc_a', sponsor: 'spo_a', note, at, by }],
        ['StatementOwnerConfirmed', { account: 'acc_a', sponsor: 'spo_a', at, by: 'person-b', entry: { id: 'statement/2', postings: [] } }],
      ],
    },
  ],
  'cash-book': [
    {
      after: '',
      come: () => [
        [
          'StatementEntered',
          {
            ...entered,
            statement: 'stm_a',
            reference: 'S1',
            from: '2026-11-24',
            to: '2026-11-24',
            openingBalance: usd('900'),
            closingBalance: usd('750'),
            days: [cashDay('2026-11-24', '-150')],
            entry: { id: 'cash/1', postings: [] },
          },
        ],
        [
          'StatementEntered',
          {
            ...entered,
            statement: 'stm_b',
            reference: 'S2',
            from: '2026-11-25',
            to: '2026-11-25',
            openingBalance: usd('700'),
            closingBalance: usd('700'),
            days: [],
          },
        ],
        ['GapExplained', { ...gap, explanation: 1 }],
        ['GapRefused', { explanation: 1, note, at, by: 'person-b' }],
        ['GapExplained', { ...gap, explanation: 2 }],
        ['GapConfirmedOnce', { explanation: 2, rules: 1, at, by: 'person-c' }],
        ['GapConfirmed', { explanation: 2, rules: 1, at, by: 'person-b', entry: { id: 'cash/2', postings: [] } }],
        ['StatementWithdrawn', { statement: 'stm_b', at, by: 'person-b', entry: { id: 'cash/3', postings: [] } }],
      ],
    },
  ],
  'statement-day': [{ after: '', come: () => [['EntriesClaimed', { statement: 'stm_a', keys: ['a', 'b'], by }]] }],
};
