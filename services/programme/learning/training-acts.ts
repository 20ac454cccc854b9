import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Command, decide, type Existing, type Rejection } from './training.ts';

const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: { readonly now: Instant } }>();

/** What is done to a training. */
export const trainingActs = acts({
  decide,
  hiding: ['TrainingIsUnknown'],
  acts: [whole((_, { now }) => ({ offerTraining: { type: 'OfferTraining', now }, retireTraining: { type: 'RetireTraining', now } }))],
});
