import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { lockedPeriodsAreOfTwo } from './series.ts';

const measured = { indicator: 'tonnes', unit: 't', value: '80' };
const said = { period: 1, measured, certainty: 'reported' };
const [AT, LATER] = ['2028-01-01T10:00:00.000Z', '2028-01-01T11:00:00.000Z'];

/** A history in its order: each event by its stream, type, data and person. */
function faultsOf(...events: readonly (readonly [stream: string, type: Recorded['type'], data: object, person?: string, at?: string])[]) {
  const versions = new Map<string, number>();
  const recorded = events.map(([stream, type, data, person = 'ana', at = AT]): Recorded => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    return { stream, version, type, data, at, person };
  });
  const programme = { events: recorded, byStream: Map.groupBy(recorded, ({ stream }) => stream) };
  return lockedPeriodsAreOfTwo({ programme } as unknown as Stored).broken;
}

const told = ['ser_a', 'SeriesValueRecorded', { ...said, from: '2027-01-01', to: '2027-12-31' }] as const;
const locked = ['ser_a', 'SeriesPeriodsLocked', { report: 'rpt_a', edition: 1, periods: [1] }, 'vera'] as const;
const proposed = ['ser_a', 'SeriesCorrectionProposed', { ...said, correction: 1 }, 'ana'] as const;
const accepted = (change: object = {}, person = 'vera') =>
  ['ser_a', 'SeriesCorrectionAccepted', { ...said, correction: 1, edition: 2, ...change }, person] as const;
const cells = [{ key: 'results/ser_a/tonnes/2027-01-01', source: 'ser_a@1' }];
const signed = ['rpt_a', 'ReportSubmitted', { edition: 1, cells }] as const;
const published = ['rpt_a', 'ReportPublished', { edition: 1 }, 'vera'] as const;

test('a locked period changes by a correction that another person accepts, as it was proposed', () => {
  expect(
    faultsOf(told, ['ser_a', 'SeriesValueCorrected', { ...said, edition: 2 }], signed, locked, published, proposed, accepted()),
  ).toEqual([]);
  expect(faultsOf(told, locked, ['ser_a', 'SeriesValueCorrected', { ...said, edition: 2 }])).toEqual([
    'SeriesValueCorrected of ser_a@3 changes period 1, which a published report has used',
  ]);
  expect(faultsOf(told, locked, accepted())).toEqual(['SeriesCorrectionAccepted of ser_a@3 accepts correction 1, which nobody proposed']);
  expect(faultsOf(told, locked, proposed, accepted({}, 'ana'))).toEqual([
    'SeriesCorrectionAccepted of ser_a@4 is proposed and accepted by ana',
  ]);
  expect(faultsOf(told, locked, proposed, accepted({ measured: { ...measured, value: '90' } }))).toEqual([
    'SeriesCorrectionAccepted of ser_a@4 is another value than was proposed',
  ]);
  const refused = ['ser_a', 'SeriesCorrectionRefused', { correction: 1 }, 'vera'] as const;
  expect(faultsOf(told, locked, proposed, refused, accepted())).toEqual([
    'SeriesCorrectionAccepted of ser_a@5 accepts correction 1, which nobody proposed',
  ]);
  expect(faultsOf(told, told)).toEqual(['SeriesValueRecorded of ser_a@2 tells period 1 again']);
});

test('nothing is published whose periods are not locked by then', () => {
  const fault = ['period 1 of ser_a is used by edition 1 of rpt_a, and not locked'];
  expect(faultsOf(told, signed, published)).toEqual(fault);
  expect(faultsOf(told, signed, published, [...locked.slice(0, 3), 'vera', LATER] as unknown as typeof locked)).toEqual(fault);
  const target = [
    { key: 'next/ser_a/tonnes', source: 'ser_a@1' },
    { key: 'results/ser_a/tonnes/trend', source: 'ser_a@1' },
  ];
  expect(faultsOf(told, ['rpt_a', 'ReportSubmitted', { edition: 1, cells: target }], published)).toEqual([]);
});
