import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { measuresAreAgreed } from './measures.ts';

const usd = (amount: number) => ({ amount: String(amount), currency: 'USD' });
const cells = (...amounts: number[]) =>
  amounts.map((amount, index) => ({ tranche: Math.floor(index / 2) + 1, sponsor: index % 2 ? 'spo_b' : 'spo_a', amount: usd(amount) }));
const shares = [{ sponsor: 'spo_a' }, { sponsor: 'spo_b' }];

type Short = readonly [type: Recorded['type'], data: object];
function faultsOf(...given: readonly Short[]): readonly string[] {
  const all: Short[] = [['AgreementDrafted', { proposer: 'org_a', shares, cells: cells(50, 20, 30, 0) }], ...given];
  const events = all.map(([type, data], index): Recorded => ({ stream: 'agr_a', version: index + 1, person: 'p', type, at: '', data }));
  return measuresAreAgreed({ disbursement: { byStream: new Map([['agr_a', events]]) } } as unknown as Stored).broken;
}
const proposed = (data: object): Short => ['MeasureProposed', { measure: 1, kind: 'amendment', party: 'secretariat', ...data }];
const approved = (...parties: string[]): Short[] =>
  parties.map((party) => ['MeasureApproved', { measure: 1, party, at: '2027-03-01T09:00:00.000Z' }]);
const amended = (after: object[], changes: object[] = []): Short => ['AgreementAmended', { measure: 1, cells: after, changes }];
const ALL = ['secretariat', 'org_a', 'spo_a', 'spo_b'];

test('an amendment with the consent of whom it touches is as it should be', () => {
  const small = amended(cells(40, 20, 40, 0));
  expect(faultsOf(proposed({ amendment: 'budget-up-to-20' }), ...approved('secretariat', 'org_a', 'spo_a'), small)).toEqual([]);
  expect(faultsOf(proposed({ amendment: 'budget-over-20' }), ...approved(...ALL), amended(cells(20, 20, 60, 0)))).toEqual([]);
  expect(faultsOf(proposed({ amendment: 'error' }), ...approved('secretariat', 'org_a'), amended(cells(50, 20, 30, 0)))).toEqual([]);
});

test.each([
  ['whose money moves', 'budget-up-to-20', cells(50, 10, 30, 10), [], ['secretariat', 'org_a', 'spo_a'], 'spo_b'],
  ['whose date moves', 'no-cost-extension', cells(50, 20, 30, 0), [{ tranche: 2, dueOn: '2029-01-01' }], ['secretariat', 'org_a'], 'spo_a'],
  ['of all, where it is more than a fifth', 'budget-up-to-20', cells(29, 20, 51, 0), [], ['secretariat', 'org_a', 'spo_a'], 'spo_b'],
  ['of all, for results', 'results', cells(50, 20, 30, 0), [], ['secretariat', 'org_a'], 'spo_a, spo_b'],
  ['of the proposer', 'error', cells(50, 20, 30, 0), [], ['secretariat'], 'org_a'],
])('an amendment without the consent %s is found', (_, amendment, after, changes, parties, missing) => {
  expect(faultsOf(proposed({ amendment }), ...approved(...parties), amended(after, changes))).toEqual([
    `measure 1 of agr_a took effect without the consent of ${missing}`,
  ]);
});

test('amendments that are more than a fifth together are found, and a sum since the signature that is not so', () => {
  const [half, whole] = [cells(40, 20, 40, 0), cells(29, 20, 51, 0)];
  const by = (measure: number, after: object[], moved?: number): Short[] => [
    ['MeasureProposed', { measure, kind: 'amendment', party: 'secretariat', amendment: 'budget-up-to-20' }],
    ...['secretariat', 'org_a', 'spo_a'].map((party): Short => ['MeasureApproved', { measure, party, at: '2027-03-01T09:00:00.000Z' }]),
    ['AgreementAmended', { measure, cells: after, changes: [], ...(moved === undefined ? {} : { moved: usd(moved) }) }],
  ];
  expect(faultsOf(...by(1, half, 10), ...by(2, whole, 21))).toEqual(['measure 2 of agr_a took effect without the consent of spo_b']);
  expect(faultsOf(...by(1, half, 10), ...by(2, cells(50, 20, 30, 0), 20))).toEqual([]);
  expect(faultsOf(...by(1, half, 11))).toEqual(['measure 1 of agr_a says that 11 has moved since the signature, and 10 has']);
  // As an earlier version recorded them, which measured each by itself.
  expect(faultsOf(...by(1, half), ...by(2, whole))).toEqual([]);
});

const ending = (data: object = {}): Short =>
  proposed({ kind: 'termination', heard: ['org_a'], answerDue: '2027-03-15T23:59:59.999Z', ...data });
const answered: Short = ['MeasureAnswered', { measure: 1, party: 'org_a' }];
const begun: Short = ['AgreementTerminationBegun', { measure: 1 }];

test('a termination after the hearing and the time for a cure is as it should be', () => {
  expect(faultsOf(ending({ cureUntil: '2027-02-28' }), answered, ...approved('secretariat'), begun)).toEqual([]);
  expect(faultsOf(ending({ answerDue: '2027-02-28T23:59:59.999Z' }), ...approved('secretariat'), begun)).toEqual([]);
});

test('a termination that did not wait is found', () => {
  expect(faultsOf(ending(), ...approved('secretariat'), begun)).toEqual([expect.stringContaining('before org_a was heard')]);
  expect(faultsOf(ending(), ...approved('secretariat'), answered, begun)).toHaveLength(1);
  expect(faultsOf(ending({ cureUntil: '2027-03-01' }), answered, ...approved('secretariat'), begun)).toEqual([
    expect.stringContaining('while it could be cured until 2027-03-01'),
  ]);
});

test('a termination within the time that a suspension gave is found', () => {
  const suspension: Short[] = [
    ['MeasureProposed', { measure: 2, kind: 'suspension', party: 'secretariat', cureUntil: '2027-03-31' }],
    ['AgreementSuspended', { measure: 2 }],
  ];
  expect(faultsOf(...suspension, ending(), answered, ...approved('secretariat'), begun)).toHaveLength(1);
  expect(faultsOf(...suspension, ['AgreementResumed', { measure: 2 }], ending(), answered, ...approved('secretariat'), begun)).toEqual([]);
});

test('an answer of somebody who is not heard is found, and one that is given twice', () => {
  expect(faultsOf(ending({ heard: ['spo_a'] }), answered)).toHaveLength(1);
  expect(faultsOf(ending(), answered, answered)).toHaveLength(1);
});
