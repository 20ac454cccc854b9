import { actsOf } from '@junkan/kit/pure/acts.ts';
import { type Command, decide, type Existing, type Rejection } from './mandate.ts';

const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: object }>();

/** What is done to a mandate: with terms that no rule objects to. */
export const mandateActs = acts({
  decide,
  hiding: ['MandateIsUnknown'],
  acts: [
    whole(() => ({
      reviseMandate: { type: 'ReviseMandate', unknownCodes: [] },
      pauseMandate: { type: 'PauseMandate' },
      resumeMandate: { type: 'ResumeMandate' },
      retireMandate: { type: 'RetireMandate' },
    })),
  ],
});
