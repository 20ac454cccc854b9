import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import { BODIES, series } from '@junkan/programme/mapping.ts';
import type { Existing } from '@junkan/programme/series/series.ts';
import { seriesActs } from '@junkan/programme/series/series-acts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

// Series of a city, with periods that a published report has used and corrections of these.

const place = {
  id: '1857553',
  name: 'Yokohama',
  country: 'JP',
  latitude: '35.4',
  longitude: '139.6',
  population: 3_700_000,
  timeZone: 'Asia/Tokyo',
};
const TONNES = { unit: 't', overTime: 'sum', overPlaces: 'sum' };
const tonnes = (value: string) => ({
  indicator: 'tonnes',
  ...TONNES,
  value,
  numerator: '',
  denominator: '',
  baseline: '',
  notAvailable: '',
});
const boundary = { system: 'Waste', area: 'The city', leftOut: '' };
const measurement = { method: 'Weighed.', source: 'The city' };
const target = { target: '50', targetOn: '2035-12-31', baseline: '', baselineOn: '', note: '' };
const by = { at: NOW, by: 'per_a' };
const period = { from: '2025-01-01', to: '2025-12-31' };
const said = { measured: tonnes('80'), certainty: 'reported', evidence: ['f'], note: 'txt_a' };
const recorded = { type: 'SeriesValueRecorded', period: 1, ...period, ...said, ...by };
const locked = { type: 'SeriesPeriodsLocked', report: 'rpt_a', edition: 1, periods: [1], at: NOW };
const proposed = { type: 'SeriesCorrectionProposed', correction: 1, period: 1, ...said, measured: tonnes('90'), due: NOW, ...by };
const told = { unit: '', value: '90', numerator: '', denominator: '', baseline: '', notAvailable: '', evidence: ['f'] };

export const SERIES = {
  context: 'programme' as const,
  owned: series,
  first: { type: 'SeriesOpened', city: 'org_a', place, indicator: 'tonnes', ...TONNES, boundary, measurement, ...by },
  begun: [[recorded], [recorded, locked], [recorded, locked, proposed]],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'series', 'SeriesOpened'), {
    given: {
      ...GIVEN,
      ...period,
      ...said,
      report: 'rpt_a',
      period: 1,
      periods: [1],
      correction: fc.constantFrom(1, 2),
      edition: fc.constantFrom(1, 2, 3),
      target: fc.constantFrom(target, { ...target, target: '60' }),
      due: NOW,
    },
  }),
  commands: persons(COMMANDS.programme, 'series', {
    given: {
      ...period,
      period: fc.constantFrom(1, 2),
      correction: fc.constantFrom(1, 2),
      certainty: fc.constantFrom('estimated', 'reported'),
    },
    facts: {
      now: NOW,
      told: fc.constantFrom(told, { ...told, value: '80' }, { ...told, value: '' }, { ...told, evidence: [] }),
      unknownCodes: [],
      unknownEvidence: fc.constantFrom([], [], ['f']),
    },
    otherwise: { setSeriesTarget: { target: fc.constantFrom(target, { ...target, baseline: '20' }) } },
  }),
  isLegal(
    event: { readonly type: string; readonly period?: number; readonly edition?: number; readonly correction?: number },
    state: object,
  ) {
    const { periods = [], corrections = [] } = state as Partial<Existing>;
    const [one] = periods;
    const waiting = corrections.find(({ outcome }) => outcome === '');
    switch (event.type) {
      case 'SeriesValueRecorded':
        return !one;
      case 'SeriesValueCorrected':
        return one?.lockedBy === '' && event.edition === one.standing.edition + 1;
      case 'SeriesPeriodsLocked':
        return one?.lockedBy === '';
      case 'SeriesCorrectionProposed':
        return Boolean(one?.lockedBy) && !waiting && event.correction === corrections.length + 1;
      case 'SeriesCorrectionAccepted':
        return event.correction === waiting?.number && event.edition === (one?.standing.edition ?? 0) + 1;
      case 'SeriesCorrectionRefused':
        return event.correction === waiting?.number;
      default:
        return true;
    }
  },
  permissionsOf: (state: Existing, actor: Actor, now: string) => seriesActs.permissions(state, { now }, BODIES, actor),
};
