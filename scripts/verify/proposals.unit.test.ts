import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { proposalsAreKept } from './proposals.ts';

let version = 0;
const event = (type: Recorded['type'], data: object): Recorded => {
  version += 1;
  return { stream: 'mst_a', version, type, data, at: '2028-01-01T10:00:00.000Z', person: 'ana' };
};

function brokenBy(events: readonly Recorded[]): readonly string[] {
  const context = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  return proposalsAreKept({ project: context } as unknown as Stored).broken;
}

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
  return brokenBy(events);
}

/** What is found of a project with this event of its screening. */
function foundOf(type: Recorded['type'], ...checks: readonly object[]): readonly string[] {
  const events = [
    { ...event('ProjectDrafted', { proposal: {} }), stream: 'prj_a' },
    { ...event(type, { checks }), stream: 'prj_a' },
  ];
  return brokenBy(events);
}

test('what was found of a criterion is said once, with the reason where it is not met or does not apply, and what is eligible meets all of them', () => {
  const [met, unmet] = [
    { criterion: 'safeguards', answer: 'yes' },
    { criterion: 'safeguards', answer: 'no', note: 'txt_a' },
  ];
  expect(foundOf('ProjectDeclaredEligible')).toEqual([]);
  expect(foundOf('ProjectDeclaredEligible', met)).toEqual([]);
  expect(foundOf('ProjectDeclaredIneligible', unmet)).toEqual([]);
  expect(foundOf('ProjectDeclaredEligible', unmet)).toEqual(['prj_a is eligible and does not meet safeguards']);
  const saying = (type: string, answer: string) => `${type} of prj_a says ${answer} of safeguards twice, or without a reason`;
  expect(foundOf('MoreInformationRequested', { ...unmet, note: '' })).toEqual([saying('MoreInformationRequested', 'no')]);
  const unused = { criterion: 'safeguards', answer: 'not-applicable' };
  expect(foundOf('ProjectDeclaredEligible', unused)).toEqual([saying('ProjectDeclaredEligible', 'not-applicable')]);
  expect(foundOf('ProjectDeclaredIneligible', unmet, met)).toEqual([saying('ProjectDeclaredIneligible', 'yes')]);
});

/** What is found of a milestone that was inspected so and then met in full. */
function foundOfInspection(inspected: object, note = ''): readonly string[] {
  const events = [
    event('MilestoneBegun', { project: 'prj_a', number: 1 }),
    event('MilestoneReportSubmitted', { report: 1, indicators: told }),
    event('MilestoneInspected', { inspection: 1, ...inspected }),
    event('MilestoneVerified', { report: 1, payableBasisPoints: 10_000, note }),
  ];
  return brokenBy(events);
}

test('an inspection has files and its answers, concludes by them, and has its reason in a verdict in full against it', () => {
  const seen = { checks: [{ criterion: 'is-there', answer: 'yes' }], evidence: ['a'], conclusion: 'confirmed' };
  const unmet = { ...seen, checks: [{ criterion: 'is-there', answer: 'no', note: 'txt_a' }] };
  const doubted = { ...unmet, conclusion: 'not-confirmed', note: 'txt_b' };
  expect(foundOfInspection(seen)).toEqual([]);
  expect(foundOfInspection(doubted, 'txt_c')).toEqual([]);
  expect(foundOfInspection({ ...seen, evidence: [] })).toEqual(['inspection 1 of mst_a has no file']);
  expect(foundOfInspection(unmet)).toEqual(['inspection 1 of mst_a is confirmed against its answers, or without a reason']);
  expect(foundOfInspection({ ...doubted, note: '' }, 'txt_c')).toEqual([
    'inspection 1 of mst_a is not-confirmed against its answers, or without a reason',
  ]);
  expect(foundOfInspection({ ...seen, checks: [{ criterion: 'is-there', answer: 'not-applicable' }] })).toEqual([
    'inspection 1 of mst_a says not-applicable of is-there twice, or without a reason',
  ]);
  expect(foundOfInspection(doubted)).toEqual(['mst_a is met in full without a reason, against inspection 1']);
});

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
