import { expect, test } from 'vitest';
import { type Event, type Existing, evolve, initial } from '../series/series.ts';
import { periodsUsed, seriesCells } from './filled-series.ts';

const at = '2028-03-01T03:00:00.000Z';
const RATE = { unit: '%', overTime: 'last', overPlaces: 'ratio' } as const;
const opened: Event = {
  type: 'SeriesOpened',
  city: 'org_a',
  place: { id: '1', name: 'A', country: 'ID', latitude: '0', longitude: '0', population: 1, timeZone: 'Asia/Jakarta' },
  indicator: 'rate',
  ...RATE,
  boundary: { system: 'Waste', area: 'The city', leftOut: '' },
  measurement: { method: 'Weighed.', source: 'The city' },
  at,
  by: 'hana',
};
const nothing = { value: '', numerator: '', denominator: '', baseline: '', notAvailable: '' } as const;
const value = (period: number, change: object, certainty: 'reported' | 'estimated' = 'reported'): Event => ({
  type: 'SeriesValueRecorded',
  period,
  from: `202${period}-01-01`,
  to: `202${period}-12-31`,
  measured: { indicator: 'rate', ...RATE, ...nothing, ...change },
  certainty,
  evidence: [],
  note: '',
  at,
  by: 'hana',
});
const aim = { target: '50', targetOn: '2035-12-31', baseline: '', baselineOn: '', note: '' };
const target: Event = { type: 'SeriesTargetSet', target: aim, at, by: 'hana' };
const cellsOf = (...events: readonly Event[]) => {
  const state = [opened, ...events].reduce(evolve, initial) as Existing;
  return seriesCells({ id: 'ser_a', version: 9, state });
};
const told = (cells: ReturnType<typeof cellsOf>) =>
  cells.map(({ key, value, unit, certainty, source }) => [key, value, unit, certainty, source]);

test('a series fills in its last value and the one before, how it has moved, and its target', () => {
  const parts = { numerator: '3', denominator: '10' };
  // Reported in another order than that of time.
  const cells = cellsOf(value(1, { value: '7' }), value(3, parts), value(2, { value: '20' }, 'estimated'), target);
  expect(told(cells)).toEqual([
    ['results/ser_a/rate/2022-01-01', '20', '%', 'estimated', 'ser_a@9'],
    ['results/ser_a/rate/2023-01-01', '30', '%', 'reported', 'ser_a@9'],
    ['results/ser_a/rate/trend', '10', '%', 'estimated', 'ser_a@9'],
    ['next/ser_a/rate', '50', '%', 'reported', 'ser_a@9'],
  ]);
  expect([...periodsUsed(cells)]).toEqual([['ser_a', ['2022-01-01', '2023-01-01']]]);
});

test('what was not measured is said as such, and nothing has moved from it', () => {
  expect(told(cellsOf(value(1, { value: '7' }), value(2, { notAvailable: 'not-measured-yet' })))).toEqual([
    ['results/ser_a/rate/2021-01-01', '7', '%', 'reported', 'ser_a@9'],
    ['results/ser_a/rate/2022-01-01', '', '%', 'not-available', 'ser_a@9'],
  ]);
  expect(cellsOf()).toEqual([]);
  // What the city has typed in its place is no value of the series.
  expect([...periodsUsed([{ section: 'results', key: 'results/ser_a/rate/2021-01-01', source: '' }])]).toEqual([]);
});
