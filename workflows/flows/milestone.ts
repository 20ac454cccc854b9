import { proxyLocalActivities } from '@temporalio/workflow';
import type { MilestoneInput } from '../contract.ts';
import { type MilestoneStep, type MilestoneView, nextOfMilestone } from '../rules/milestone.ts';
import { LOCAL, type Looked, lookLoop } from './look-loop.ts';

export type MilestoneActivities = {
  lookAtMilestone(input: MilestoneInput): Promise<Looked<MilestoneView>>;
  actOnMilestone(input: MilestoneInput, steps: readonly MilestoneStep[]): Promise<void>;
};

const { lookAtMilestone, actOnMilestone } = proxyLocalActivities<MilestoneActivities>(LOCAL);

/** Runs from the start of a milestone until its tranche is settled. */
export function MilestoneLifecycle(input: MilestoneInput): Promise<void> {
  return lookLoop<MilestoneView, MilestoneStep>({
    look: () => lookAtMilestone(input),
    next: nextOfMilestone,
    act: (steps) => actOnMilestone(input, steps),
  });
}
