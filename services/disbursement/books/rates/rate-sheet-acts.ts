import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, type Existing, pendingIn, type Rejection } from './rate-sheet.ts';
import { decide } from './rate-sheet-decide.ts';

/** `now`: when it would be done. */
export type RateSheetFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: RateSheetFacts }>();

/** Smaller than any that is paid: it corrects every other. */
const ANOTHER = '0.000000000001';

/** What is done to the rates of a source and day. */
export const rateSheetActs = acts({
  decide,
  hiding: ['RatesAreUnknown'],
  acts: [
    whole(({ source, base, day }, { now }) => ({
      enterRates: {
        type: 'EnterRates',
        source,
        base,
        day,
        corrects: true,
        file: '',
        unknown: [],
        current: [],
        tolerance: 0,
        deviation: undefined,
        now,
        rates: [{ currency: base === 'USD' ? 'EUR' : 'USD', rate: ANOTHER }],
      },
      confirmRates: { type: 'ConfirmRates', now },
      refuseRates: { type: 'RefuseRates', now },
    })).waiting((state) => {
      const against = [pendingIn(state)?.enteredBy ?? ''];
      return [{ kind: 'rates-to-confirm', ends: ['confirmRates', 'refuseRates'], against, silence: 'nothing' }];
    }),
  ],
  organisations: () => [SECRETARIAT],
  alone: (_, now) => ({ now }),
});
