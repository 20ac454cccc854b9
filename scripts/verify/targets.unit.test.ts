import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { targetsAreAgreed } from './targets.ts';

let version = 0;
const event = (stream: string, type: Recorded['type'], data: object, day = '2027-02-01'): Recorded => {
  version += 1;
  return { stream, version, type, data, at: `${day}T10:00:00.000Z`, person: 'ana' };
};
const begun = event('mst_a', 'MilestoneBegun', { agreement: 'agr_a', number: 2 }, '2027-01-01');
const result = { code: 'tonnes', before: '1200', target: '900' };
const amended = (measure = 1, results: object[] = [{ ...result, tranche: 2 }]) => [
  event('agr_a', 'MeasureProposed', { measure, results }),
  event('agr_a', 'AgreementAmended', { measure, results }, '2027-02-02'),
];
const taken = (target: object = {}) => event('mst_a', 'MilestoneChanged', { targets: [{ ...result, measure: 1, ...target }] });

const faultsOf = (...events: readonly Recorded[]) => {
  const context = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  return targetsAreAgreed({ project: context, disbursement: context } as unknown as Stored).broken;
};

test('a target that an amendment changes is taken over once', () => {
  expect(faultsOf(begun, ...amended(), taken())).toEqual([]);
  expect(faultsOf(begun, ...amended())).toEqual(['the target of tonnes by amendment 1 is taken over 0 times by mst_a']);
  expect(faultsOf(begun, ...amended(), taken(), taken())).toContain('the target of tonnes by amendment 1 is taken over 2 times by mst_a');
  expect(faultsOf(begun, ...amended(), event('mst_a', 'MilestoneCancelled', {}))).toEqual([]);
});

test('a target of which no amendment speaks, or that goes on from another one, is named', () => {
  const unsaid = 'mst_a is to reach 900 of tonnes by amendment 1, which does not say so';
  expect(faultsOf(begun, taken())).toEqual([unsaid]);
  expect(faultsOf(begun, ...amended(), taken({ target: '800' }))).toEqual([unsaid.replace('900', '800')]);
  const next = amended(2, [{ tranche: 2, code: 'tonnes', before: '1000', target: '700' }]);
  const later = taken({ before: '1000', target: '700', measure: 2 });
  expect(faultsOf(begun, ...amended(), taken(), ...next, later)).toEqual(['mst_a was to reach 900 of tonnes, not 1000']);
});

test('a target that changes after it was reported is named, and not where the report was returned', () => {
  const reported = event('mst_a', 'MilestoneReportSubmitted', {}, '2027-01-20');
  expect(faultsOf(begun, reported, ...amended(), taken())).toEqual([
    'amendment 1 changed the target of tonnes after MilestoneReportSubmitted of mst_a',
  ]);
  const returned = event('mst_a', 'MilestoneReportReturned', {}, '2027-01-21');
  expect(faultsOf(begun, reported, returned, ...amended(), taken())).toEqual([]);
});

test('a target that is said to hold from another moment on than its amendment is named', () => {
  const approved = event('agr_a', 'MeasureApproved', { measure: 1, at: '2027-02-02T10:00:00.000Z' });
  expect(faultsOf(begun, approved, ...amended(), taken({ at: '2027-02-02T10:00:00.000Z' }))).toEqual([]);
  expect(faultsOf(begun, approved, ...amended(), taken({ at: '2027-01-02T10:00:00.000Z' }))).toEqual([
    'mst_a has the target of amendment 1 from 2027-01-02T10:00:00.000Z on, which is not when that took effect',
  ]);
});
