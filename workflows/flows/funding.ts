import { proxyLocalActivities } from '@temporalio/workflow';
import type { FundingInput } from '../contract.ts';
import { type FundingStep, type FundingView, nextOfFunding } from '../rules/funding.ts';
import { LOCAL, type Looked, lookLoop } from './look-loop.ts';

export type FundingActivities = {
  lookAtFunding(input: FundingInput): Promise<Looked<FundingView>>;
  actOnFunding(input: FundingInput, steps: readonly FundingStep[]): Promise<void>;
};

const { lookAtFunding, actOnFunding } = proxyLocalActivities<FundingActivities>(LOCAL);

/** Runs from the decision to open a project until its money has come to an end. */
export function FundingLifecycle(input: FundingInput): Promise<void> {
  return lookLoop<FundingView, FundingStep>({
    look: () => lookAtFunding(input),
    next: nextOfFunding,
    act: (steps) => actOnFunding(input, steps),
  });
}
