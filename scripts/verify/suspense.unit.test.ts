import { expect, test } from 'vitest';
import type { Recorded } from './facts.ts';
import { stated as event } from './recorded.fixture.ts';
import { checkSuspense } from './suspense.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const moved = (from: string, to: string, amount: string) => ({
  entry: {
    postings: [
      { account: `sponsor/spo_a/${from}`, money: usd(`-${amount}`) },
      { account: `sponsor/spo_a/${to}`, money: usd(amount) },
    ],
  },
});
const imported = event('StatementImported', { owner: 'spo_a' });
const read = event('EntriesRead', {
  entries: [
    { amount: usd('7'), direction: 'debit', booked: true },
    { amount: usd('3'), direction: 'debit', booked: false },
  ],
});
const verdicts = {
  entries: [
    { number: 1, standing: 'unmatched' },
    { number: 2, standing: 'held' },
  ],
};
const matched = event('EntriesMatched', { ...verdicts, ...moved('bank', 'suspense', '7') });
const charged = event('FeeRecorded', { number: 1 });
const notTaken = (person = 'checker') => event('FeeRefused', { number: 1, by: person }, person);
const dismissed = event('EntryIgnored', { number: 1, waits: true });
const notFound = (person = 'checker') => event('DismissalRefused', { number: 1, by: person }, person);
const confirmed = (person = 'checker', entry: object = moved('suspense', 'fees', '7')) =>
  event('EntriesConfirmed', { numbers: [1], ...entry }, person);
const owned = (entry: object = moved('bank', 'suspense', '7')) =>
  event('StatementOwnerConfirmed', { account: 'acc_a', sponsor: 'spo_a', ...entry }, 'checker');
const faultsOf = (...events: readonly Recorded[]): string[] => {
  const faults: string[] = [];
  checkSuspense('stm_a', events, (holds, fault) => (holds ? undefined : faults.push(fault())));
  return faults;
};

test('finds nothing wrong with what waits, is charged, and is left aside; nor with a statement of nobody', () => {
  expect(faultsOf(imported, read, matched)).toEqual([]);
  expect(faultsOf(imported, read, matched, charged, confirmed())).toEqual([]);
  expect(faultsOf(imported, read, matched, charged, notTaken(), charged, confirmed())).toEqual([]);
  expect(faultsOf(imported, read, matched, event('EntryIgnored', { number: 1, ...moved('suspense', 'bank', '7') }))).toEqual([]);
  expect(faultsOf(imported, read, matched, dismissed)).toEqual([]);
  const aside = confirmed('checker', moved('suspense', 'bank', '7'));
  expect(faultsOf(imported, read, matched, dismissed, notFound(), dismissed, aside)).toEqual([]);
  expect(faultsOf(event('StatementImported', {}), read, event('EntriesMatched', verdicts))).toEqual([]);
  expect(faultsOf(event('StatementImported', {}), read, event('EntriesMatched', verdicts), owned())).toEqual([]);
});

test.each<[string, readonly Recorded[]]>([
  ['has booked 0 to sponsor/spo_a/suspense USD, and its entries come to 7', [imported, read, event('EntriesMatched', verdicts)]],
  [
    'has booked 7 to sponsor/spo_a/suspense USD, and its entries come to 0',
    [imported, read, matched, event('EntryIgnored', { number: 1 })],
  ],
  ['is refused as a charge by maker, who said so', [imported, read, matched, charged, notTaken('maker')]],
  ['is refused as a charge by checker, and nobody said so', [imported, read, matched, notTaken()]],
  ['is refused as of no payment by maker, who said so', [imported, read, matched, dismissed, notFound('maker')]],
  ['is refused as of no payment by checker, and nobody said so', [imported, read, matched, charged, notFound()]],
  ['is of no payment by maker alone', [imported, read, matched, dismissed, confirmed('maker', moved('suspense', 'bank', '7'))]],
  ['is a charge by maker alone', [imported, read, matched, charged, confirmed('maker')]],
  [
    'has booked 0 to sponsor/spo_a/suspense USD, and its entries come to 7',
    [event('StatementImported', {}), read, event('EntriesMatched', verdicts), owned({})],
  ],
  ['has booked 0 to sponsor/spo_a/fees USD, and its entries come to 7', [imported, read, matched, charged, confirmed('checker', {})]],
])('names what %s', (fault, events) => {
  expect(faultsOf(...events)).toContainEqual(expect.stringContaining(fault));
});
