import { expect, test } from 'vitest';
import type { Existing as Signatory } from '../declaration/signatory.ts';
import type { Existing as Action } from '../results/action.ts';
import * as assessment from './assessment.ts';
import { filledFrom, type KnownProject, type Sources } from './filled.ts';
import * as plan from './plan.ts';

const AT = '2028-06-01T00:00:00.000Z';
const AGREED = '2028-02-01T00:00:00.000Z';
const state = {
  decision: { decision: { on: '2027-01-08' }, at: '2027-01-10T00:00:00.000Z' },
  signature: { on: '2027-01-11', at: '2027-01-11T00:00:00.000Z' },
  admittedOn: '2027-01-20',
  since: '2027-01-20T00:00:00.000Z',
} as unknown as Signatory;
const NOTHING: Sources = {
  signatory: { id: 'sgn_a', version: 7, state },
  plan: { id: 'pln_a', version: 0, state: plan.initial },
  assessment: { id: 'asm_a', version: 0, state: assessment.initial },
  projects: [],
  series: [],
  actions: [],
  after: '2027-01-20',
};
const project = (verifiedAt: string): KnownProject => ({
  id: 'prj_a',
  version: 12,
  status: 'in-implementation',
  since: '2028-03-01T00:00:00.000Z',
  agreement: { id: 'agr_a', version: 9, paid: { amount: 60_000n, currency: 'USD' }, paidSince: '2028-05-01T00:00:00.000Z', since: AGREED },
  milestones: [
    {
      id: 'mst_a',
      version: 5,
      since: verifiedAt,
      isMet: true,
      verified: {
        version: 4,
        at: verifiedAt,
        by: 'vera',
        indicators: [{ code: 'tonnes-recycled', value: '300', unit: 't' }],
        files: ['f'.repeat(64)],
      },
    },
    { id: 'mst_b', version: 1, since: AT, isMet: false, verified: undefined },
  ],
});
const told = (sources: Sources) =>
  Object.fromEntries(filledFrom(sources).map(({ key, value, unit, certainty, source }) => [key, [value, unit, certainty, source]]));

test('where nothing else is known, the signatory fills in its own standing, and says what is missing', () => {
  expect(told(NOTHING)).toEqual({
    'standing/council-decision': ['2027-01-08', '', 'reported', 'sgn_a@7'],
    'standing/signature': ['2027-01-11', '', 'reported', 'sgn_a@7'],
    'standing/admission': ['2027-01-20', '', 'reported', 'sgn_a@7'],
    'standing/plan': ['', '', 'not-available', ''],
  });
});

test('a project fills in how it stands, what is paid, and what was verified since the report before', () => {
  const sources = { ...NOTHING, projects: [project('2028-07-01T00:00:00.000Z')] };
  expect(told(sources)).toMatchObject({
    'actions/prj_a/state': ['in-implementation', '', 'reported', 'prj_a@12'],
    'actions/prj_a/milestones-met': ['1/2', '', 'reported', 'mst_a@5'],
    'actions/prj_a/paid': ['60000', 'USD', 'reported', 'agr_a@9'],
    'results/mst_a/tonnes-recycled': ['300', 't', 'verified', 'mst_a@4'],
    [`evidence/${'f'.repeat(64)}`]: ['mst_a', '', 'reported', 'mst_a@4'],
  });
  const since = Object.fromEntries(filledFrom(sources).map(({ key, since: from }) => [key, from]));
  expect(since).toMatchObject({
    'actions/prj_a/state': '2028-03-01T00:00:00.000Z',
    'actions/prj_a/milestones-met': '2028-07-01T00:00:00.000Z',
    'actions/prj_a/paid': '2028-05-01T00:00:00.000Z',
  });
  expect(filledFrom(sources).find(({ section }) => section === 'results')).toMatchObject({
    ...{ project: 'prj_a', milestone: 'mst_a', verifiedBy: 'vera' },
  });
  const told2 = told({ ...sources, after: '2028-07-02' });
  expect(Object.keys(told2).filter((key) => /^(results|evidence)/.test(key))).toEqual([]);
});

test('an action of the city’s own fills in how it goes on, and what was recorded of it since the report before', () => {
  const measured = { indicator: 'tonnes-reused', unit: 't', value: '80', numerator: '', denominator: '', baseline: '', notAvailable: '' };
  const entry = (from: string, recordedAt: string, change = {}) => ({ from, measured: { ...measured, ...change }, at: recordedAt });
  const results = [
    entry('2026-01-01', '2027-01-10T00:00:00.000Z'),
    entry('2027-01-01', AT),
    entry('2028-01-01', AT, { value: '', notAvailable: 'not-measured-yet' }),
  ];
  const actions = [{ id: 'act_a', version: 4, state: { status: 'under-way', since: AT, results } as unknown as Action }];
  const cells = told({ ...NOTHING, actions });
  expect(Object.fromEntries(Object.entries(cells).filter(([key]) => key.includes('act_a')))).toEqual({
    'actions/act_a/state': ['under-way', '', 'reported', 'act_a@4'],
    'results/act_a/tonnes-reused/2027-01-01': ['80', 't', 'reported', 'act_a@4'],
    'results/act_a/tonnes-reused/2028-01-01': ['', 't', 'not-available', 'act_a@4'],
  });
});
