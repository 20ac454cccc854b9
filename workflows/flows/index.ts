/** The workflows that a worker runs: Temporal takes each exported function by its name. */
export { FundingLifecycle } from './funding.ts';
export { MilestoneLifecycle } from './milestone.ts';
export { Screening } from './screening.ts';
