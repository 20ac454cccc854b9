import { actsOf } from '@junkan/kit/pure/acts.ts';
import { type CalendarDate, dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, type Existing, pendingIn, type Rejection, type TrialBalance, type Unresolved } from './period.ts';
import { decide } from './period-decide.ts';

/** `now`: when it would be done. The others: of the days through the one that was proposed last. */
export type PeriodFacts = TrialBalance & {
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly unresolved: Unresolved | undefined;
  readonly reportedBy: readonly string[];
};
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: PeriodFacts }>();

export const periodActs = acts({
  decide,
  hiding: ['PeriodIsUnknown'],
  acts: [
    whole(({ from, through }, { now, today, unresolved, reportedBy, balances, balanceHash }) => ({
      proposePeriod: { type: 'ProposePeriod', today, from, through, reportedBy, balances, balanceHash, unresolved, now },
      closePeriod: { type: 'ClosePeriod', balanceHash, unresolved, now },
      refusePeriod: { type: 'RefusePeriod', now },
    })).waiting(({ proposals }) => {
      const { proposedBy = '', reportedBy = [] } = pendingIn({ proposals }) ?? {};
      const against = [proposedBy, ...reportedBy];
      return [{ kind: 'period-to-close', ends: ['closePeriod', 'refusePeriod'], against, silence: 'nothing' }];
    }),
  ],
  organisations: () => [SECRETARIAT],
  /** The books say what was proposed. */
  alone(state, now) {
    const { balances = [], balanceHash = '' } = pendingIn(state) ?? {};
    return { now, today: dateOf(now), unresolved: undefined, reportedBy: [], balances, balanceHash };
  },
});
