import { expect, test } from 'vitest';
import { NOBODY } from './cells.ts';
import { sumsOf } from './sums.ts';

const of = { ...NOBODY, milestone: '', project: '', certainty: 'reported' } as const;
const paid = (project: string, value: string, unit: string) =>
  ({ ...of, section: 'actions', key: `actions/${project}/paid`, value, unit, project: 'prj_a' }) as const;
const result = (milestone: 'mst_a' | 'mst_b', indicator: string, value: string, unit = 't') =>
  ({ ...of, section: 'results', key: `results/${milestone}/${indicator}`, value, unit, milestone, certainty: 'verified' }) as const;
const isAdded = (indicator: string) => indicator !== 'recycling-rate';

test('what is paid is added in each currency', () => {
  expect(sumsOf([paid('prj_a', '60000', 'USD'), paid('prj_b', '40000', 'USD'), paid('prj_c', '7', 'JPY')], isAdded)).toMatchObject([
    { section: 'actions', paid: { amount: 100_000n, currency: 'USD' }, count: 2 },
    { section: 'actions', paid: { amount: 7n, currency: 'JPY' }, count: 1 },
  ]);
});

test('what is verified of an indicator is added in each unit, exactly', () => {
  const cells = [
    result('mst_a', 'tonnes-recycled', '300.1'),
    result('mst_b', 'tonnes-recycled', '0.2'),
    result('mst_b', 'tonnes-recycled', '5', 'kg'),
    result('mst_a', 'jobs-created', '3', ''),
  ];
  expect(sumsOf(cells, isAdded).map(({ indicator, value, unit, count }) => [indicator, value, unit, count])).toEqual([
    ['tonnes-recycled', '3003/10', 't', 2],
    ['tonnes-recycled', '5', 'kg', 1],
    ['jobs-created', '3', '', 1],
  ]);
});

test('a rate, what is not verified, and how an action stands are added to nothing', () => {
  const cells = [
    result('mst_a', 'recycling-rate', '30', '%'),
    { ...result('mst_a', 'tonnes-recycled', '30'), milestone: '', certainty: 'reported' } as const,
    { ...of, section: 'actions', key: 'actions/prj_a/state', value: 'closed', unit: '' } as const,
    { ...of, section: 'actions', key: 'actions/paid', value: 'much', unit: '' } as const,
  ];
  expect(sumsOf(cells, isAdded)).toEqual([]);
});
