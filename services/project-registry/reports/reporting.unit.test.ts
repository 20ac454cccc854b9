import { describe, expect, test } from 'vitest';
import { begun, given, submit } from '../milestones/milestone.fixture.ts';
import type { IndicatorValue } from '../milestones/milestone.ts';
import { decide } from '../milestones/milestone-decide.ts';
import { proposal } from '../projects/actors.fixture.ts';
import { promisedIn } from './reporting.ts';

const plan = (code: string, milestones: readonly number[]) => ({ code, unit: 't', baseline: '', target: '9', method: '', milestones });

test('what a proposal promises of a milestone: what every report says, what is planned for it, and at the end what names none', () => {
  const promising = { ...proposal, plannedIndicators: [plan('tonnes-recycled', [1]), plan('landfill-diverted', [])] };
  const due = (number: number) => promisedIn(promising, number).flatMap(({ code, isDue }) => (isDue ? [code] : []));
  expect(due(1)).toEqual(['tonnes-composted', 'tonnes-recycled']);
  expect(due(2)).toEqual(['tonnes-composted', 'landfill-diverted']);
  expect(promisedIn(promising, 1).map(({ unit }) => unit)).toEqual(['', 't', 't']);
});

describe('of what is planned in detail a report', () => {
  const planned = [
    { code: 'tonnes-recycled', unit: 't', isDue: true },
    { code: 'jobs-created', unit: 'jobs', isDue: false },
  ];
  const recycled = { code: 'tonnes-recycled', value: '5', unit: 't', notAvailable: false, because: '' };
  const submitted = (...indicators: readonly IndicatorValue[]) => decide({ ...submit, planned, indicators }, given(begun));
  const refusedAs = (rejection: object) => ({ ok: false, rejection });

  test('answers what is due, and may answer the rest', () => {
    expect(submitted(recycled)).toMatchObject({ ok: true });
    expect(submitted(recycled, { ...recycled, code: 'jobs-created', unit: 'jobs' })).toMatchObject({ ok: true });
    expect(submitted({ ...recycled, code: 'jobs-created', unit: 'jobs' })).toEqual(
      refusedAs({ type: 'IndicatorsAreMissing', codes: ['tonnes-recycled'] }),
    );
  });

  test('gives it in the planned unit', () => {
    for (const unit of ['kg', ''])
      expect(submitted({ ...recycled, unit })).toEqual(
        refusedAs({ type: 'UnitIsAnother', code: 'tonnes-recycled', index: 0, unit, expected: 't' }),
      );
  });

  test('says why there is no value', () => {
    const absent = { ...recycled, value: '', unit: '', notAvailable: true };
    expect(submitted(absent)).toEqual(refusedAs({ type: 'AbsenceIsUnexplained', code: 'tonnes-recycled', index: 0 }));
    expect(submitted({ ...absent, because: 'The scales came late.' })).toMatchObject({ ok: true });
  });
});
