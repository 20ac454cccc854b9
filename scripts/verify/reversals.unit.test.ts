import { expect, test } from 'vitest';
import type { Recorded } from './facts.ts';
import { stated as event } from './recorded.fixture.ts';
import { checkReversals } from './reversals.ts';

const line = (direction: string, amount = '100') => ({ amount: { amount, currency: 'USD' }, direction, booked: true });
const read = (...entries: readonly object[]) => [
  event('EntriesRead', { entries }),
  event('EntriesMatched', { entries: entries.map((_, at) => ({ number: at + 1, standing: 'unmatched' })) }),
];
const explained = (number: number, of: number) =>
  event('EntryExplained', { number, parts: [{ as: 'reversal', statement: 'stm_a', entry: of }] });
const confirmed = (...numbers: readonly number[]) => event('EntriesConfirmed', { numbers }, 'checker');
const reversed = (number: number, by: number) => event('EntryReversed', { number, reversingStatement: 'stm_a', reversingEntry: by });

function faultsOf(...events: readonly Recorded[]): string[] {
  const faults: string[] = [];
  checkReversals(new Map([['stm_a', events]]), (holds, fault) => (holds ? undefined : faults.push(fault())));
  return faults;
}

test('finds nothing wrong with a reversal that takes back its entry, before its confirmation and after', () => {
  const said = [...read(line('debit'), line('credit')), explained(2, 1)];
  expect(faultsOf(...said)).toEqual([]);
  expect(faultsOf(...said, reversed(1, 2))).toEqual([]);
  expect(faultsOf(...said, confirmed(2), reversed(1, 2))).toEqual([]);
});

const doubted = event('EntryDoubted', { number: 2 });
const reopened = (...numbers: readonly number[]) => event('EntriesReopened', { numbers }, 'checker');
const PAIR = [...read(line('debit'), line('credit')), explained(2, 1), confirmed(2), reversed(1, 2)];

test('finds nothing wrong with a reversal that two persons have said to be none, and an entry that is taken back by another then', () => {
  expect(faultsOf(...PAIR, doubted, reopened(2, 1))).toEqual([]);
  const again = [...read(line('debit'), line('credit'), line('credit')), explained(2, 1), confirmed(2), reversed(1, 2), doubted];
  expect(faultsOf(...again, reopened(2, 1), explained(3, 1), confirmed(3), reversed(1, 3))).toEqual([]);
});

test.each<[string, readonly Recorded[]]>([
  [
    'entry 2 of stm_a is the reversal of entry 1 of stm_a, which it has not taken back',
    [...read(line('debit'), line('credit')), explained(2, 1), confirmed(2)],
  ],
  [
    'entry 3 of stm_a is the reversal of entry 1 of stm_a, which it has not taken back',
    [...read(line('debit'), line('credit'), line('credit')), ...[explained(2, 1), explained(3, 1), confirmed(2, 3), reversed(1, 2)]],
  ],
  [
    'entry 2 of stm_a is the reversal of entry 1 of stm_a, which is not the same amount in the other direction',
    [...read(line('debit'), line('credit', '99')), explained(2, 1), confirmed(2), reversed(1, 2)],
  ],
  ['entry 1 of stm_a is taken back by entry 2 of stm_a, which is no reversal of it', [...PAIR, doubted, reopened(2)]],
  ['entry 2 of stm_a is the reversal of entry 1 of stm_a, which it has not taken back', [...PAIR, reopened(1)]],
  [
    'entry 1 of stm_a is taken back by entry 2 of stm_a, which is no reversal of it',
    [
      ...read(line('debit'), line('credit')),
      explained(2, 1),
      reversed(1, 2),
      event('EntryExplained', { number: 2, parts: [{ as: 'fee' }] }),
    ],
  ],
])('17: names that %s', (fault, events) => {
  expect(faultsOf(...events)).toEqual([fault]);
});
