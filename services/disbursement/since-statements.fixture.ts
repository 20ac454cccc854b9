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
        ['FeeRecorded', { number: 4, note, at, by }],
        ['FeeRefused', { number: 4, note, at, by: 'person-b' }],
        ['FeeRecorded', { number: 4, note, at, by }],
        ['EntriesConfirmed', { numbers: [4], at, by: 'person-b', entry: { id: 'statement/1', postings: [] } }],
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
  'statement-day': [{ after: '', come: () => [['EntriesClaimed', { statement: 'stm_a', keys: ['a', 'b'], by }]] }],
};
