import { actsOf } from '@junkan/kit/pure/acts.ts';
import { dateOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { type Command, decide, isCommitted, type OfferId, type Open, type Rejection } from './envelope.ts';
import type { Increase } from './increase.ts';

/** `now`: when it would be done. */
export type EnvelopeFacts = { readonly now: Instant };
const { acts, whole, on } = actsOf<{ force: Open; command: Command; rejection: Rejection; facts: EnvelopeFacts }>();

/** The offers to which something is committed. */
const committed = ({ claims }: Open): OfferId[] => [...claims].flatMap(([offer, claim]) => (isCommitted(claim) ? [offer] : []));
const undecided = ({ increases }: Open): readonly Increase[] => increases.filter(({ status }) => status === 'proposed');

/** What is done to the period of an envelope, by the proposal that was made last, and to what its offers hold of it. */
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
    on(
      committed,
      (offer) => ({ offer }),
      (offer, { now }, { total }) => ({ proposeIncrease: { type: 'ProposeIncrease', offer, amount: money(1n, total.currency), now } }),
    ),
    on(
      undecided,
      ({ number }) => ({ increase: number }),
      ({ number: increase }, { now }) => ({
        confirmIncrease: { type: 'ConfirmIncrease', increase, now },
        refuseIncrease: { type: 'RefuseIncrease', increase, now },
      }),
    ).waiting(({ amount, proposedBy }) => [
      {
        kind: 'increase-to-confirm',
        asks: 'refuseIncrease',
        ends: ['confirmIncrease', 'refuseIncrease'],
        bars: 'confirmIncrease',
        against: [proposedBy],
        amount,
        silence: 'nothing',
      },
    ]),
  ],
  organisations: ({ sponsor }) => [sponsor],
  alone: (_, now) => ({ now }),
});
