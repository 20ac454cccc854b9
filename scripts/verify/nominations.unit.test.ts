import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { nominatedValuesAreRecorded } from './nominations.ts';

type Told = readonly [stream: string, type: Recorded['type'], data: object, hour: number];

/** A history in its order: each event by its stream, type, data and hour. */
function faultsOf(...events: readonly Told[]) {
  const versions = new Map<string, number>();
  const recorded = events.map(([stream, type, data, hour]): Recorded => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    return { stream, version, type, data, at: `2028-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`, person: 'ana' };
  });
  const programme = { events: recorded, byStream: Map.groupBy(recorded, ({ stream }) => stream) };
  return nominatedValuesAreRecorded({ programme } as unknown as Stored).broken;
}

const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });
const tonnes = (value: string) => ({ indicator: 'tonnes', unit: 't', value });
const nothing = { indicator: 'tonnes', unit: 't', notAvailable: 'source-is-missing' };

const recorded = (hour: number, period: number, of: number, measured: object): Told => [
  'ser_a',
  'SeriesValueRecorded',
  { period, ...year(of), measured, certainty: 'reported' },
  hour,
];
const corrected = (hour: number, measured: object, type: Recorded['type'] = 'SeriesValueCorrected'): Told => [
  'ser_a',
  type,
  { period: 1, edition: 2, measured, certainty: 'estimated' },
  hour,
];
const begun = (names: object): Told => ['nom_a', 'NominationBegun', { actions: [], series: [], ...names }, 1];
const signed = (told: object, hour = 12): Told => ['nom_a', 'NominationSubmitted', { values: [], lastValues: [], ...told }, hour];
const lastValue = (change: object = {}) => ({ series: 'ser_a', ...tonnes('161/2'), certainty: 'reported', ...year(2025), ...change });
const OTHER_LAST = ['nom_a@2 has another last value of ser_a than was recorded'];

test('the last value of a series in a nomination is that of the newest edition of its last period with a value at the sign-off', () => {
  const named = begun({ series: ['ser_a'] });
  const before = [recorded(2, 1, 2025, tonnes('80.5')), recorded(3, 2, 2024, tonnes('70')), recorded(4, 3, 2026, nothing)];
  const faults = (...more: readonly Told[]) => faultsOf(...before, named, ...more);
  expect(faults(signed({ lastValues: [lastValue()] }))).toEqual([]);
  expect(faults(signed({ lastValues: [lastValue()] }), corrected(14, tonnes('90')))).toEqual([]);
  const now = lastValue({ value: '90', certainty: 'estimated' });
  for (const type of ['SeriesValueCorrected', 'SeriesCorrectionAccepted'] as const) {
    expect(faults(corrected(5, tonnes('90'), type), signed({ lastValues: [now] }))).toEqual([]);
    expect(faults(corrected(5, tonnes('90'), type), signed({ lastValues: [lastValue()] }))).toEqual(OTHER_LAST);
  }
  // Within the same minute it may have been read before, or after.
  expect(faults(corrected(12, tonnes('90')), signed({ lastValues: [lastValue()] }))).toEqual([]);
  for (const change of [{ value: '81' }, { unit: 'kg' }, { certainty: 'verified' }, { from: '2024-01-01' }, { indicator: 'jobs' }])
    expect(faults(signed({ lastValues: [lastValue(change)] }))).toEqual(OTHER_LAST);
  expect(faults(signed({}))).toEqual(OTHER_LAST);
  expect(faults(signed({ lastValues: [lastValue(), lastValue({ series: 'ser_b' })] }))).toEqual([
    'nom_a@2 has another last value of ser_b than was recorded',
  ]);
});

test('of a series without a value a nomination has none, and of a rate its quotient', () => {
  const named = begun({ series: ['ser_a'] });
  const none = { series: 'ser_a', indicator: 'tonnes' };
  expect(faultsOf(named, signed({ lastValues: [none] }))).toEqual([]);
  expect(faultsOf(named, recorded(2, 1, 2025, nothing), signed({ lastValues: [none] }))).toEqual([]);
  expect(faultsOf(named, signed({ lastValues: [lastValue()] }))).toEqual(OTHER_LAST);
  const rate = { indicator: 'tonnes', unit: '%', numerator: '1', denominator: '3' };
  const share = lastValue({ unit: '%', value: '100/3' });
  expect(faultsOf(named, recorded(2, 1, 2025, rate), signed({ lastValues: [share] }))).toEqual([]);
});

test('values of actions in a nomination are the newest of each entry and of each milestone at the sign-off', () => {
  const named: Told = ['nom_a', 'NominationRevised', { actions: ['act_a'] }, 1];
  const told = (value: string, certainty = 'reported') => ({ action: 'act_a', ...tonnes(value), certainty, ...year(2025) });
  const entry: Told = ['act_a', 'ResultRecorded', { entry: 'ent_a', ...year(2025), measured: tonnes('900') }, 2];
  const milestone = (hour: number, ...measured: readonly object[]): Told => [
    'act_a',
    'ResultVerified',
    { milestone: 'mst_a', ...year(2025), measured },
    hour,
  ];
  const first = milestone(3, tonnes('7'), { ...tonnes('3'), indicator: 'jobs' });
  const all = [told('900'), told('7', 'verified'), { ...told('3', 'verified'), indicator: 'jobs' }];
  const faults = (...more: readonly Told[]) => faultsOf(entry, first, named, ...more);
  expect(faults(signed({ values: all }))).toEqual([]);
  const OTHER = ['nom_a@2 has other values of act_a than were recorded'];
  expect(faults(signed({ values: all.slice(1) }))).toEqual(OTHER);
  expect(faults(signed({ values: [told('901'), ...all.slice(1)] }))).toEqual(OTHER);
  const mended: Told = ['act_a', 'ResultCorrected', { entry: 'ent_a', edition: 2, measured: tonnes('90') }, 4];
  expect(faults(mended, milestone(5, tonnes('8')), signed({ values: [told('90'), told('8', 'verified')] }))).toEqual([]);
  expect(faults(mended, milestone(5, tonnes('8')), signed({ values: all }))).toEqual(OTHER);
  expect(faultsOf(begun({}), signed({ values: [{ ...told('1'), action: 'act_b' }] }))).toEqual([
    'nom_a@2 has other values of act_b than were recorded',
  ]);
});
