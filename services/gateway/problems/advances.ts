import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, money, text, whole } from './facts.ts';

/** What advances refuse, and the statements of what was spent of them. */
export const advances = {
  AdvanceIsUnknown: notFound({ advance: whole(7) }),
  AdvanceInStatus: conflict({ advance: whole(1), status: text('liquidated') }),
  AdvancesAreNotAllowed: conflict({ sponsor: text(ID('spo')) }),
  AdvanceExceedsTheLimit: invalid({ asked: money('400000.00'), limit: money('300000.00'), percent: whole(30) }, { at: '/amount' }),
  AdvanceIsNotLiquidated: conflict({ advance: whole(1), open: money('250000.00') }),
  AdvanceIsPending: conflict({ advance: whole(1) }),
  AdvanceIsUnderWay: conflict({ advance: whole(1) }),
  MilestoneIsJudged: conflict({ milestone: text(ID('mst')) }),
  PartIsPaidAhead: conflict({ tranche: whole(1), sponsor: text(ID('spo')) }),
  ExpenditureIsUnknown: notFound({ expenditure: whole(7) }),
  ExpenditureInStatus: conflict({ expenditure: whole(1), status: text('accepted') }),
  ExpenditureIsPending: conflict({ expenditure: whole(1) }),
  DaysDoNotFit: invalid(
    { firstDay: text('2027-03-01'), lastDay: text('2027-02-01'), effectiveOn: text('2027-01-15'), today: text('2027-03-02') },
    { at: '/firstDay' },
  ),
} satisfies Record<string, Entry>;
