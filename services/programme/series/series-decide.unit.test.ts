import { describe, expect, test } from 'vitest';
import { type Command, type CommandOf, type Event, evolve, initial, type State } from './series.ts';
import { decide } from './series-decide.ts';

const now = '2028-03-01T03:00:00.000Z';
const officer = { person: 'hana', organisation: 'org_a', roles: ['proposer.officer'] } as const;
const verifier = { person: 'vera', organisation: 'secretariat', roles: ['secretariat.verifier'] } as const;
const place = {
  id: '1642911',
  name: 'Jakarta',
  country: 'ID',
  latitude: '-6.2',
  longitude: '106.8',
  population: 240_000,
  timeZone: 'Asia/Jakarta',
};
const boundary = { system: 'Waste of households', area: 'The city', leftOut: '' };
const measurement = { method: 'Weighed.', source: 'The city' };
const RATE = { unit: '%', overTime: 'last', overPlaces: 'ratio' } as const;
const TONNES = { unit: 't', overTime: 'sum', overPlaces: 'sum' } as const;
const known = { unknownCodes: [], unknownEvidence: [] } as const;
const act = { now, by: officer } as const;

const opened = (reading: typeof RATE | typeof TONNES = TONNES): Event => ({
  type: 'SeriesOpened',
  city: 'org_a',
  place,
  indicator: 'tonnes',
  ...reading,
  boundary,
  measurement,
  at: now,
  by: 'hana',
});
const nothing = { value: '', numerator: '', denominator: '', baseline: '', notAvailable: '' } as const;
const tonnes = (value: string) => ({ indicator: 'tonnes', ...TONNES, ...nothing, value });
const told = { unit: '', ...nothing, value: '80', evidence: ['f'] } as const;
const said = { measured: tonnes('80'), certainty: 'reported', evidence: ['f'], note: 'txt_a' } as const;
const recorded: Event = { type: 'SeriesValueRecorded', period: 1, from: '2027-01-01', to: '2027-12-31', ...said, at: now, by: 'hana' };
const locked: Event = { type: 'SeriesPeriodsLocked', report: 'rpt_a', edition: 1, periods: [1], at: now };
const proposed: Event = {
  type: 'SeriesCorrectionProposed',
  correction: 1,
  period: 1,
  ...said,
  measured: tonnes('90'),
  due: '2028-03-31T23:59:59.999Z',
  at: now,
  by: 'hana',
};
const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const refused = (rejection: object) => ({ ok: false, rejection });
const accepted = (...events: readonly object[]) => ({ ok: true, events });

const record = (change: Partial<CommandOf<'RecordSeriesValue'>> = {}): Command => ({
  type: 'RecordSeriesValue',
  from: '2027-01-01',
  to: '2027-12-31',
  told,
  certainty: 'reported',
  note: 'txt_a',
  ...known,
  ...act,
  ...change,
});
const other = { period: 1, told: { ...told, value: '90' }, certainty: 'reported', note: 'txt_a', ...known, ...act } as const;
const correct: Command = { type: 'CorrectSeriesValue', ...other };
const propose: CommandOf<'ProposeSeriesCorrection'> = { type: 'ProposeSeriesCorrection', ...other };

describe('a series', () => {
  const open: CommandOf<'OpenSeries'> = {
    type: 'OpenSeries',
    city: 'org_a',
    cityIs: 'city',
    countries: [place.country],
    place,
    indicator: 'tonnes',
    reading: TONNES,
    boundary,
    measurement,
    unknownCodes: [],
    ...act,
  };
  test('is opened by a city, once within a boundary', () => {
    expect(decide(open, initial)).toEqual(accepted(opened()));
    expect(decide(open, given(opened()))).toEqual(accepted());
    const another = { ...open, measurement: { method: 'Estimated.', source: '' } };
    expect(decide(another, given(opened()))).toEqual(refused({ type: 'SeriesIsOpened' }));
    expect(decide({ ...open, cityIs: 'agency' }, initial)).toEqual(refused({ type: 'NotALocalGovernment', city: 'org_a' }));
  });

  const aim = { target: '50', targetOn: '2035-12-31', baseline: '20', baselineOn: '2020-12-31', note: '' };
  const set = (change: Partial<typeof aim>): Command => ({ type: 'SetSeriesTarget', target: { ...aim, ...change }, ...act });
  test.each([
    ['a baseline without its day', { baselineOn: '' }, { type: 'BaselineIsIncomplete', missing: 'baselineOn' }],
    ['a day without its baseline', { baseline: '' }, { type: 'BaselineIsIncomplete', missing: 'baseline' }],
    ['a baseline of a day ahead', { baselineOn: '2030-01-01' }, { type: 'DateIsAhead', today: '2028-03-01' }],
    ['a target before its baseline', { targetOn: '2020-01-01' }, { type: 'PeriodIsBackwards' }],
    ['more than all', { target: '101' }, { type: 'RateIsAboveAll', value: '101' }],
    ['less than nothing', { baseline: '-1' }, { type: 'CountIsNegative', value: '-1' }],
  ])('has no target with %s', (_, change, rejection) => {
    expect(decide(set(change), given(opened(RATE)))).toEqual(refused(rejection));
  });
  test('has one target at a time', () => {
    const event: Event = { type: 'SeriesTargetSet', target: aim, at: now, by: 'hana' };
    expect(decide(set({}), given(opened(RATE)))).toEqual(accepted(event));
    expect(decide(set({}), given(opened(RATE), event))).toEqual(accepted());
  });
});

describe('a value', () => {
  test('is told once for its period, in the unit of the indicator', () => {
    expect(decide(record({ told: { ...told, value: '80000', unit: 'kg' } }), given(opened()))).toEqual(accepted(recorded));
    expect(decide(record(), given(opened(), recorded))).toEqual(accepted());
  });
  test.each([
    ['of a period that ends before it begins', record({ to: '2026-12-31' }), TONNES, { type: 'PeriodIsBackwards' }],
    ['of days to come', record({ to: '2028-03-02' }), TONNES, { type: 'PeriodIsAhead', today: '2028-03-01' }],
    ['in another unit', record({ told: { ...told, unit: 'MWh' } }), TONNES, { type: 'MeasuredInAnotherUnit', unit: 'MWh', expected: 't' }],
    ['below nothing', record({ told: { ...told, value: '-3' } }), TONNES, { type: 'CountIsNegative', value: '-3' }],
    ['of a rate above all', record({ told: { ...told, value: '100.1' } }), RATE, { type: 'RateIsAboveAll', value: '100.1' }],
    ['that is not available', record({ told: { ...told, notAvailable: 'not-measured-yet' } }), TONNES, { type: 'ValueIsAmbiguous' }],
    ['that nothing shows', record({ unknownEvidence: ['f'] }), TONNES, { type: 'EvidenceIsUnknown', hashes: ['f'] }],
  ] as const)('is not taken %s', (_, command, reading, rejection) => {
    expect(decide(command, given(opened(reading)))).toEqual(refused(rejection));
  });
  test.each([
    ['the same', {}],
    ['one that begins in it', { from: '2027-12-31', to: '2028-01-31' }],
    ['one around it', { from: '2026-01-01', to: '2028-01-31' }],
  ])('has a period of its own: not %s', (_, period) => {
    const command = record({ ...period, told: { ...told, value: '81' } });
    const from = 'from' in period ? period.from : '2027-01-01';
    expect(decide(command, given(opened(), recorded))).toEqual(refused({ type: 'PeriodsOverlap', from, before: '2027-12-31' }));
  });
  test('is corrected by its city until a published report has used it', () => {
    const event = { type: 'SeriesValueCorrected', period: 1, edition: 2, ...said, measured: tonnes('90'), at: now, by: 'hana' };
    expect(decide(correct, given(opened(), recorded))).toEqual(accepted(event));
    expect(decide({ ...correct, note: '' } as Command, given(opened(), recorded))).toEqual(refused({ type: 'NoteIsMissing' }));
    expect(decide(correct, given(opened(), recorded, locked))).toEqual(
      refused({ type: 'EditionIsLocked', edition: 1, correction: 'proposeSeriesCorrection' }),
    );
    expect(decide(correct, given(opened()))).toEqual(refused({ type: 'SeriesPeriodIsUnknown', period: 1 }));
  });
});

describe('a locked period', () => {
  const lock: Command = { type: 'LockSeriesPeriods', report: 'rpt_b', edition: 2, periods: ['2027-01-01'], now, by: verifier };
  test('is locked once, by the report that used it first', () => {
    const event = { type: 'SeriesPeriodsLocked', report: 'rpt_b', edition: 2, periods: [1], at: now };
    expect(decide(lock, given(opened(), recorded))).toEqual(accepted(event));
    expect(decide(lock, given(opened(), recorded, locked))).toEqual(accepted());
    expect(decide({ ...lock, by: officer } as Command, given(opened(), recorded))).toMatchObject({ ok: false });
  });
  test.each([
    ['without evidence', { told: { ...other.told, evidence: [] } }, { type: 'EvidenceIsMissing' }],
    ['without its reason', { note: '' }, { type: 'NoteIsMissing' }],
    ['with a value and its absence', { told: { ...other.told, notAvailable: 'method-changed' as const } }, { type: 'ValueIsAmbiguous' }],
  ])('has no correction %s', (_, change, rejection) => {
    expect(decide({ ...propose, ...change }, given(opened(), recorded, locked))).toEqual(refused(rejection));
  });
  test('is corrected by what its city proposes and another person accepts', () => {
    expect(decide(propose, given(opened(), recorded))).toEqual(refused({ type: 'PeriodIsNotLocked', correction: 'correctSeriesValue' }));
    expect(decide(propose, given(opened(), recorded, locked))).toEqual(accepted(proposed));
    const waiting = given(opened(), recorded, locked, proposed);
    expect(decide(propose, waiting)).toEqual(accepted());
    expect(decide({ ...propose, note: 'txt_b' }, waiting)).toEqual(refused({ type: 'CorrectionIsWaiting', number: 1 }));

    const accept: Command = { type: 'AcceptSeriesCorrection', correction: 1, now, by: verifier };
    const event: Event = {
      type: 'SeriesCorrectionAccepted',
      correction: 1,
      period: 1,
      edition: 2,
      measured: tonnes('90'),
      certainty: 'reported',
      at: now,
      by: 'vera',
    };
    expect(decide(accept, waiting)).toEqual(accepted(event));
    expect(decide({ ...accept, by: { ...verifier, person: 'hana' } }, waiting)).toEqual(
      refused({ type: 'PreparedByTheSamePerson', person: 'hana' }),
    );
    expect(decide({ ...accept, by: officer }, waiting)).toMatchObject({ ok: false });
    const corrected = given(opened(), recorded, locked, proposed, event);
    expect(corrected).toMatchObject({
      periods: [
        { standing: { edition: 2, measured: { value: '90' }, by: 'hana' }, earlier: [{ measured: { value: '80' } }], lockedBy: 'rpt_a' },
      ],
    });
    expect(decide(accept, corrected)).toEqual(accepted());
    expect(decide(correct, corrected)).toEqual(refused({ type: 'EditionIsLocked', edition: 2, correction: 'proposeSeriesCorrection' }));
    const refuse: Command = { type: 'RefuseSeriesCorrection', correction: 1, note: 'txt_c', now, by: verifier };
    expect(decide(refuse, corrected)).toEqual(refused({ type: 'CorrectionIsDecided' }));
    expect(decide(refuse, waiting)).toEqual(
      accepted({ type: 'SeriesCorrectionRefused', correction: 1, note: 'txt_c', at: now, by: 'vera' }),
    );
    expect(decide(refuse, given(opened()))).toEqual(refused({ type: 'CorrectionIsUnknown' }));
  });
});
