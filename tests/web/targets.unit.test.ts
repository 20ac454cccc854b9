import { answersOf } from '@junkan/scripts/main-job/reporting.ts';
import { expect, test } from 'vitest';
import { PUBLISHED_MILESTONE_COLUMNS, type PublishedMilestone } from '../../web/src/exports/published-columns.ts';
import { plannedFor, reachOf, standingAt } from '../../web/src/reports/planned.ts';

const planned = { code: 'tonnes-composted', unit: 't', baseline: '0', target: '1200', method: '', milestones: [1, 2] };
const proposal = { indicators: [], plannedIndicators: [planned], milestones: [{ number: 1 }, { number: 2 }] };
const lowered = { code: 'tonnes-composted', before: '1200', target: '900', measure: 1, at: '2027-03-02T09:00:00.000Z' };
const raised = { ...lowered, before: '900', target: '950', measure: 2, at: '2027-04-02T09:00:00.000Z' };

test('a report is held against the targets that were valid when it was submitted', () => {
  const at = (instant: string) => plannedFor(proposal, 2, standingAt([lowered, raised], instant)).map(({ target }) => target);
  expect(['2027-03-01', '2027-03-02', '2027-05-01'].map((day) => at(`${day}T10:00:00.000Z`))).toEqual([['1200'], ['900'], ['950']]);
  // An earlier version did not say when it was.
  expect(standingAt([{ code: 'tonnes-composted', target: '900' }], '2027-01-01T00:00:00.000Z')).toHaveLength(1);
  expect(reachOf({ ...planned, target: '900' }, '900')).toBe('reached');
});

test('the file of milestones has the last target of each indicator that an amendment changed', () => {
  const column = PUBLISHED_MILESTONE_COLUMNS.find(({ key }) => key === 'amendedTargets');
  const cellOf = (targets: PublishedMilestone['targets']) => column?.value({ targets } as PublishedMilestone, {});
  expect(cellOf([])).toBe('');
  expect(cellOf([lowered, { ...lowered, code: 'jobs-created', target: '6' }, raised])).toBe('tonnes-composted=950 jobs-created=6');
});

test('the main job reports its part of what the proposal says, and all that an amendment asks for', () => {
  const answers = (number: number, targets: PublishedMilestone['targets']) =>
    answersOf(proposal as unknown as Parameters<typeof answersOf>[0], { number, targets });
  expect(answers(1, [])).toEqual([{ code: 'tonnes-composted', unit: 't', value: '600' }]);
  expect(answers(2, [lowered, raised])).toEqual([{ code: 'tonnes-composted', unit: 't', value: '950' }]);
});
