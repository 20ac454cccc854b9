import { proxyLocalActivities } from '@temporalio/workflow';
import type { ScreeningInput } from '../contract.ts';
import type { Notice } from '../rules/next.ts';
import { nextOfScreening, type ScreeningView } from '../rules/screening.ts';
import { LOCAL, type Looked, lookLoop } from './look-loop.ts';

export type ScreeningActivities = {
  lookAtScreening(input: ScreeningInput): Promise<Looked<ScreeningView>>;
  actOnScreening(input: ScreeningInput, steps: readonly Notice[]): Promise<void>;
};

const { lookAtScreening, actOnScreening } = proxyLocalActivities<ScreeningActivities>(LOCAL);

/** Runs while one submission waits for its screening. */
export function Screening(input: ScreeningInput): Promise<void> {
  return lookLoop<ScreeningView, Notice>({
    look: () => lookAtScreening(input),
    next: (view, sent) => nextOfScreening(input.submission, view, sent),
    act: (steps) => actOnScreening(input, steps),
  });
}
