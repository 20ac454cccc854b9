import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, type Existing, gapKey, type Rejection } from './cash-book.ts';
import { confirmersBarred, decide } from './cash-book-decide.ts';
import { explanationOf, followed, gapStatus } from './cash-gaps.ts';

const { acts, on } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: { readonly now: Instant } }>();

/** What is done about statements that do not follow on each other: one person explains it, another confirms that. */
export const cashBookActs = acts({
  decide,
  hiding: ['CashBookIsUnknown'],
  acts: [
    on(
      (book) => followed(book).gaps.filter((gap) => gapStatus(book, gap) === 'open'),
      (gap) => ({ gap: gapKey(gap) }),
      (gap, { now }) => ({ explainGap: { type: 'ExplainGap', gap: gapKey(gap), as: 'fee', now } }),
    ).waiting(({ difference }) => [
      { kind: 'gap-to-explain', ends: ['explainGap'], silence: 'nothing', ...(difference && { amount: difference }) },
    ]),
    on(
      ({ explanations }) => explanations.filter(({ status }) => status === 'proposed'),
      ({ number: explanation }) => ({ explanation }),
      ({ number: explanation }, { now }) => ({
        confirmGap: { type: 'ConfirmGap', explanation, limited: undefined, now },
        refuseGap: { type: 'RefuseGap', explanation, now },
      }),
    ).waiting((explanation, book) => {
      const { number, difference } = explanation;
      // Other statements may have closed it, or made another of it.
      if (followed(book).gaps.every((gap) => explanationOf(book, gap)?.number !== number)) return [];
      const wait = {
        kind: 'gap-to-confirm',
        asks: 'confirmGap',
        ends: ['confirmGap', 'refuseGap'],
        against: confirmersBarred(explanation, book),
        silence: 'nothing',
      } as const;
      return [{ ...wait, ...(difference && { amount: difference }) }];
    }),
  ],
  organisations: () => [SECRETARIAT],
  alone: (_, now) => ({ now }),
});
