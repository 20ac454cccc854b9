import { actsOf } from '@junkan/kit/pure/acts.ts';
import { type CalendarDate, dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, type Existing, pendingIn, type Rejection, type Statements, type TrialBalance, type Unresolved } from './period.ts';
import { decide } from './period-decide.ts';

/** `now`: when it would be done. The others: of the days through the one that was proposed last. */
export type PeriodFacts = TrialBalance &
  Statements & {
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
    whole(({ from, through }, { now, today, ...facts }) => ({
      proposePeriod: { type: 'ProposePeriod', today, from, through, ...facts, now },
      closePeriod: { type: 'ClosePeriod', ...facts, now },
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
    const { balances = [], balanceHash = '', coverage = { accounts: [] } } = pendingIn(state) ?? {};
    return { now, today: dateOf(now), unresolved: undefined, reportedBy: [], balances, balanceHash, coverage, missing: [] };
  },
});
