import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { proposalsAreKept } from './proposals.ts';

let version = 0;
const event = (type: Recorded['type'], data: object): Recorded => {
  version += 1;
  return { stream: 'mst_a', version, type, data, at: '2028-01-01T10:00:00.000Z', person: 'ana' };
};

const told = [
  { code: 'tonnes', value: '300', unit: 't' },
  { code: 'jobs', value: '', unit: '', notAvailable: true, because: 'Not counted' },
];
const accepted = { code: 'tonnes', value: '290', because: 'Dry weight' };

/** What is found of a verdict that accepts these values. */
function faultsOf(...values: readonly object[]): readonly string[] {
  const events = [
    event('MilestoneBegun', { project: 'prj_a', number: 1 }),
    event('MilestoneReportSubmitted', { report: 1, indicators: told }),
    event('MilestoneVerified', { report: 1, accepted: values }),
  ];
  const context = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  return proposalsAreKept({ project: context } as unknown as Stored).broken;
}

test('what a verdict accepts is another value of what was reported, once, with its reason', () => {
  expect(faultsOf()).toEqual([]);
  expect(faultsOf(accepted)).toEqual([]);
  const saying = (value: string, of: string, said: string) =>
    `the verdict on report 1 of mst_a accepts ${value} of ${of}, of which it says ${said}`;
  expect(faultsOf({ ...accepted, value: '300.0' })).toEqual([saying('300.0', 'tonnes', '300')]);
  expect(faultsOf({ ...accepted, because: '' })).toEqual([saying('290', 'tonnes', '300')]);
  expect(faultsOf({ ...accepted, code: 'homes' })).toEqual([saying('290', 'homes', 'nothing')]);
  expect(faultsOf({ ...accepted, code: 'jobs' })).toEqual([saying('290', 'jobs', '')]);
  expect(faultsOf(accepted, { ...accepted, value: '280' })).toEqual([saying('280', 'tonnes', '300')]);
});
