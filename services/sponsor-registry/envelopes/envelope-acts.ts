import { actsOf } from '@junkan/kit/pure/acts.ts';
import { dateOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { type Command, decide, type Open, type Rejection } from './envelope.ts';

/** `now`: when it would be done. */
export type EnvelopeFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Open; command: Command; rejection: Rejection; facts: EnvelopeFacts }>();

/** What is done to the period of an envelope, by the proposal that was made last. */
export const envelopeActs = acts({
  decide,
  hiding: ['EnvelopeIsNotOpen'],
  acts: [
    whole(({ ends, periodStart, periodEnd }, { now }) => {
      const proposal = ends.length;
      // The day after whatever bounds it: no rule objects to that.
      const [last = ''] = [periodStart, periodEnd, dateOf(now)].toSorted().toReversed();
      return {
        proposeEnvelopeEnd: { type: 'ProposeEnvelopeEnd', periodEnd: plusCalendarDays(last, 1), now },
        confirmEnvelopeEnd: { type: 'ConfirmEnvelopeEnd', proposal, now },
        refuseEnvelopeEnd: { type: 'RefuseEnvelopeEnd', proposal, now },
      };
    }).waiting(({ ends }) => [
      {
        kind: 'envelope-end-to-confirm',
        asks: 'refuseEnvelopeEnd',
        ends: ['confirmEnvelopeEnd', 'refuseEnvelopeEnd'],
        bars: 'confirmEnvelopeEnd',
        against: [ends.at(-1)?.proposedBy ?? ''],
        silence: 'nothing',
      },
    ]),
  ],
  organisations: ({ sponsor }) => [sponsor],
  alone: (_, now) => ({ now }),
});
