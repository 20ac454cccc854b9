import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorsOf, first, refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { FOLLOWED } from '../followed.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { TOKYO } from '../signatory.ts';

let system: MemorySystem;
beforeAll(async () => {
  system = await startMemorySystem();
});
afterAll(() => system.close());

const REPORTED = { certainty: 'reported', evidence: [] } as const;
const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });

test('a city follows an indicator within a boundary, once, and everybody reads its values', async () => {
  const { api } = system;
  const city = await actorsOf(api).city();
  const officer = api.as(officerOf(city));
  const { id } = await officer.openSeries({}, { place: TOKYO, ...FOLLOWED });
  // However it is written, the boundary is the same.
  expect(
    await refused(officer.openSeries({}, { place: TOKYO, ...FOLLOWED, system: ' waste of  Households', method: 'Estimated.' })),
  ).toMatchObject({
    type: '/problems/series-is-opened',
    status: 409,
  });
  const { id: other } = await officer.openSeries({}, { place: TOKYO, ...FOLLOWED, system: 'Waste of trade' });
  expect(other).not.toBe(id);
  await officer.recordSeriesValue({ id }, { ...REPORTED, ...year(2025), value: '80500', unit: 'kg', note: 'At the gate.' });
  await officer.recordSeriesValue({ id }, { ...REPORTED, ...year(2024), notAvailable: 'source-is-missing' });
  await officer.correctSeriesValue({ id, period: '1' }, { ...REPORTED, value: '81', note: 'A day was missing.' });
  const own = await officer.getSeries({ id });
  expect(own).toMatchObject({ status: 'measured', country: 'JP', unit: 't', lastTo: '2025-12-31' });
  expect(own.periods).toMatchObject([
    { number: 2, from: '2024-01-01', standing: { measured: { notAvailable: 'source-is-missing' } } },
    {
      number: 1,
      standing: { edition: 2, measured: { value: '81' }, note: 'A day was missing.' },
      earlier: [{ measured: { value: '161/2' } }],
    },
  ]);
  await settled(api);
  const elsewhere = api.as(officerOf(await actorsOf(api).city()));
  const { series } = await elsewhere.listPublicSeries({ indicator: FOLLOWED.indicator, city, status: 'measured' });
  expect(first(series)).toMatchObject({ id, boundary: { leftOut: 'Rubble' }, measurement: { source: 'Bureau of the environment' } });
  // Who reported it, and in which words, is for the city and for those who oversee it.
  const { recordedBy, note } = first((await elsewhere.getSeries({ id })).periods.slice(1)).standing ?? {};
  expect([recordedBy, note]).toEqual([undefined, undefined]);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what cannot be measured so is refused at its field, and periods do not overlap', async () => {
  const { api } = system;
  const officer = api.as(officerOf(await actorsOf(api).city()));
  const { id } = await officer.openSeries({}, { place: TOKYO, ...FOLLOWED });
  const { id: rate } = await officer.openSeries({}, { place: TOKYO, ...FOLLOWED, indicator: 'recycling-rate' });
  const told = { ...REPORTED, ...year(2025), value: '80' };
  await officer.recordSeriesValue({ id }, told);
  const values = [
    [id, { ...told, ...year(2024), unit: 'MWh' }, 'measured-in-another-unit', '/unit'],
    [id, { ...told, ...year(2024), value: '-3' }, 'count-is-negative', '/value'],
    [id, { ...told, ...year(2024), notAvailable: 'not-measured-yet' }, 'value-is-ambiguous', '/notAvailable'],
    [id, { ...told, from: '2098-01-01', to: '2098-12-31' }, 'period-is-ahead', '/to'],
    [id, { ...told, from: '2025-12-31', to: '2026-01-31' }, 'periods-overlap', '/from'],
    [rate, { ...told, value: '100.5' }, 'rate-is-above-all', '/value'],
    [rate, { ...REPORTED, ...year(2025), numerator: '6', denominator: '5' }, 'rate-is-above-all', '/numerator'],
  ] as const;
  for (const [of, body, type, pointer] of values)
    expect(await refused(officer.recordSeriesValue({ id: of }, body))).toMatchObject({
      type: `/problems/${type}`,
      status: 422,
      pointers: [pointer],
    });
  const aim = { target: '50', targetOn: '2035-12-31' };
  const targets = [
    [{ ...aim, target: '101' }, 'rate-is-above-all', '/target'],
    [{ ...aim, baseline: '20' }, 'baseline-is-incomplete', '/baselineOn'],
    [{ ...aim, baseline: '20', baselineOn: '2098-01-01' }, 'date-is-ahead', '/baselineOn'],
    [{ ...aim, targetOn: '2019-01-01', baseline: '20', baselineOn: '2020-01-01' }, 'period-is-backwards', '/targetOn'],
  ] as const;
  for (const [body, type, pointer] of targets)
    expect(await refused(officer.setSeriesTarget({ id: rate }, body))).toMatchObject({
      type: `/problems/${type}`,
      status: 422,
      pointers: [pointer],
    });
  const bare = { ...FOLLOWED, place: TOKYO, system: '', method: '' };
  expect(await refused(officer.openSeries({}, bare))).toMatchObject({ status: 400, pointers: ['/system', '/method'] });
});
