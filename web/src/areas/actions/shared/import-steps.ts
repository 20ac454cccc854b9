import type { ActionItem } from '../../../imports/actions.ts';
import type { ActionResult } from '../../../imports/run-actions.ts';
import type { Step as AnyStep } from '../../../imports/steps.ts';

export type Step = AnyStep<ActionItem, ActionResult>;
