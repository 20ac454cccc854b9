/** What every proposal of the walk promises for each milestone. */
export const PLANNED = { code: 'tonnes-composted', unit: 't', baseline: '0', target: '100', milestones: [1, 2] };
/** What every report tells of it. */
export const REPORTED = [{ code: PLANNED.code, unit: PLANNED.unit, value: '90' }];
