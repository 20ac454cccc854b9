import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { verdictsAreApportioned } from './verdicts.ts';

const money = (amount: number) => ({ amount: String(amount), currency: 'USD' });
const cells = (...amounts: [number, number, number, number]) =>
  amounts.map((amount, index) => ({
    tranche: index < 2 ? 1 : 2,
    sponsor: index % 2 === 0 ? 'spo_fund' : 'spo_bank',
    payment: `pay_${index}`,
    amount: money(amount),
  }));

let version = 0;
const event = (stream: string, type: Recorded['type'], data: object): Recorded => {
  version += 1;
  return { stream, version, type, data, at: '2027-02-01T10:00:00.000Z', person: 'ana' };
};
const drafted = event('agr_a', 'AgreementDrafted', { cells: cells(45, 15, 30, 10) });
const verified = (payableBasisPoints = 5_000) => event('mst_a', 'MilestoneVerified', { payableBasisPoints });
const reduced = (amounts: Parameters<typeof cells>, over: object = {}) =>
  event('agr_a', 'TrancheReduced', {
    tranche: 1,
    milestone: 'mst_a',
    payableBasisPoints: 5_000,
    carriedTo: 2,
    cells: cells(...amounts),
    payable: money(amounts[0] + amounts[1]),
    ...over,
  });

const faultsOf = (...events: readonly Recorded[]) => {
  const context = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  return verdictsAreApportioned({ project: context, disbursement: context } as unknown as Stored).broken;
};

test('a verdict of one half of 60 pays 30, and carries what each sponsor keeps', () => {
  expect(faultsOf(drafted, verified(), reduced([23, 7, 52, 18]))).toEqual([]);
  expect(faultsOf(drafted, verified(), reduced([23, 7, 30, 10], { carriedTo: 0 }))).toEqual([]);
});

test('one unit less than the share of the tranche is named, and so is a part that is no proportion', () => {
  expect(faultsOf(drafted, verified(), reduced([22, 7, 53, 18]))).toEqual(['agr_a, tranche 1: 29 is payable, and the share of 60 is 30']);
  expect(faultsOf(drafted, verified(), reduced([24, 6, 51, 19]))).toEqual([
    'agr_a, tranche 1: 24 of spo_fund is payable, and its share is 22',
  ]);
});

test('what earlier versions rounded down by itself is right as they did it', () => {
  expect(faultsOf(drafted, verified(), reduced([22, 7, 53, 18], { payable: undefined }))).toEqual([]);
  expect(faultsOf(drafted, verified(), reduced([21, 7, 54, 18], { payable: undefined }))).toEqual([
    'agr_a, tranche 1: 21 of spo_fund is payable, and its share is 22',
  ]);
});

test('what was paid ahead stays payable', () => {
  const paid = [
    event('agr_a', 'PaymentRequested', { payment: 'pay_x', tranche: 1, sponsor: 'spo_fund', advance: 1, amount: money(30) }),
    event('agr_a', 'PaymentSettled', { payment: 'pay_x' }),
  ];
  expect(faultsOf(drafted, ...paid, verified(), reduced([30, 7, 45, 18]))).toEqual([]);
  expect(faultsOf(drafted, verified(), reduced([30, 7, 45, 18]))).toEqual([
    'agr_a, tranche 1: 30 of spo_fund is payable, and its share is 22',
  ]);
});

test('money that is lost on the way, another share and another sum than said are named', () => {
  expect(faultsOf(drafted, verified(), reduced([23, 7, 52, 10]))).toEqual([
    'agr_a, tranche 1: tranche 2 of spo_bank became 10, and was 10 with 8 carried there',
  ]);
  expect(faultsOf(drafted, verified(6_000), reduced([23, 7, 52, 18]))).toEqual([
    'agr_a, tranche 1: 5000 of 10,000 is payable, and mst_a was found to have earned 6000',
  ]);
  expect(faultsOf(drafted, verified(), reduced([23, 7, 52, 18], { payable: money(31) }))).toEqual([
    'agr_a, tranche 1: 31 is said to be payable, and its parts come to 30',
  ]);
});
