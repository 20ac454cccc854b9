import type { Item } from '../../imports/plan.ts';
import type { Result } from '../../imports/run.ts';
import type { Step as AnyStep } from '../../imports/steps.ts';

export type Step = AnyStep<Item, Result>;
