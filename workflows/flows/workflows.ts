import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { FundingInput, MilestoneInput, PassportInput, ScreeningInput } from '../contract.ts';
import { nextOfFunding } from '../rules/funding.ts';
import type { FundingStep, FundingView } from '../rules/funding-view.ts';
import { type MilestoneStep, type MilestoneView, nextOfMilestone } from '../rules/milestone.ts';
import type { Notice } from '../rules/next.ts';
import { nextOfPassport, nextOfRequest, type PassportStep, type PassportView } from '../rules/passport.ts';
import { nextOfScreening, type ScreeningView } from '../rules/screening.ts';
import { LOCAL, type Looked, lookLoop } from './look-loop.ts';

// A worker takes each exported function of one module as a workflow of that name: so they stand together.

export type ScreeningActivities = {
  lookAtScreening(input: ScreeningInput): Promise<Looked<ScreeningView>>;
  actOnScreening(input: ScreeningInput, steps: readonly Notice[]): Promise<void>;
};
export type FundingActivities = {
  lookAtFunding(input: FundingInput): Promise<Looked<FundingView>>;
  actOnFunding(input: FundingInput, steps: readonly FundingStep[]): Promise<void>;
};
export type MilestoneActivities = {
  lookAtMilestone(input: MilestoneInput): Promise<Looked<MilestoneView>>;
  actOnMilestone(input: MilestoneInput, steps: readonly MilestoneStep[]): Promise<void>;
};

export type PassportActivities = {
  lookAtPassport(input: PassportInput): Promise<Looked<PassportView>>;
  actOnPassport(input: PassportInput, steps: readonly PassportStep[]): Promise<void>;
};

const screening = proxyLocalActivities<ScreeningActivities>(LOCAL);
const funding = proxyLocalActivities<FundingActivities>(LOCAL);
const milestone = proxyLocalActivities<MilestoneActivities>(LOCAL);
const passport = proxyLocalActivities<PassportActivities>(LOCAL);

/** Runs while one submission waits for its screening, and where it is eligible, for its opening to sponsors. */
export function Screening(input: ScreeningInput): Promise<void> {
  return lookLoop<ScreeningView, Notice>({
    look: () => screening.lookAtScreening(input),
    next: (view, sent) => nextOfScreening(input.submission, view, sent),
    act: (steps) => screening.actOnScreening(input, steps),
    anew: () => continueAsNew<typeof Screening>(input),
  });
}

/** Runs from the decision to open a project until its money has come to an end. */
export function FundingLifecycle(input: FundingInput): Promise<void> {
  return lookLoop<FundingView, FundingStep>({
    look: () => funding.lookAtFunding(input),
    next: (view, sent) => nextOfFunding(input.round, view, sent),
    act: (steps) => funding.actOnFunding(input, steps),
    anew: () => continueAsNew<typeof FundingLifecycle>(input),
  });
}

/** Runs from the start of a milestone until its tranche is settled. */
export function MilestoneLifecycle(input: MilestoneInput): Promise<void> {
  return lookLoop<MilestoneView, MilestoneStep>({
    look: () => milestone.lookAtMilestone(input),
    next: nextOfMilestone,
    act: (steps) => milestone.actOnMilestone(input, steps),
    anew: () => continueAsNew<typeof MilestoneLifecycle>(input),
  });
}

/** Runs while one clearance of a passport stands; of a request, until who verifies was told of it. */
export function Passport(input: PassportInput): Promise<void> {
  return lookLoop<PassportView, PassportStep>({
    look: () => passport.lookAtPassport(input),
    next: (view, sent) =>
      input.request === undefined ? nextOfPassport(input.clearance, view, sent) : nextOfRequest(input.request, view, sent),
    act: (steps) => passport.actOnPassport(input, steps),
    anew: () => continueAsNew<typeof Passport>(input),
  });
}
