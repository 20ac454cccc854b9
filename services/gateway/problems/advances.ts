import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, money, spoken, text, whole } from './facts.ts';

/** What advances refuse, and the statements of what was spent of them. */
export const advances = {
  AdvanceIsUnknown: notFound(
    'There is no such advance',
    { advance: whole(7) },
    ({ advance }) => `The agreement has no advance ${advance}.`,
    'Read the agreement for its advances.',
  ),
  AdvanceInStatus: conflict(
    'The advance does not wait for this',
    { advance: whole(1), status: text('liquidated') },
    ({ advance, status }) => `Advance ${advance} is ${status}.`,
    'Read the agreement for where it stands.',
  ),
  AdvancesAreNotAllowed: conflict(
    'The terms allow no advance',
    { sponsor: text(ID('spo')) },
    ({ sponsor }) => `No offer of ${sponsor} allows money to be paid before its milestone is verified.`,
    'Ask for it in an amendment of the terms.',
  ),
  AdvanceExceedsTheLimit: invalid(
    'The advance is more than is allowed',
    { asked: money('400000.00'), limit: money('300000.00'), percent: whole(30) },
    ({ asked, limit, percent }) => `It says ${spoken(asked)}; ${percent} % of what may be paid ahead is ${spoken(limit)}.`,
    'Ask for no more than that.',
    { at: '/amount' },
  ),
  AdvanceIsNotLiquidated: conflict(
    'An earlier advance is not liquidated',
    { advance: whole(1), open: money('250000.00') },
    ({ advance, open }) => `Of advance ${advance} ${spoken(open)} is open.`,
    'State first what was spent of it; ask for another once that is accepted.',
  ),
  AdvanceIsPending: conflict(
    'An advance is under way',
    { advance: whole(1) },
    ({ advance }) => `Advance ${advance} is asked for, and not paid yet.`,
    'Wait for its payment or its refusal.',
  ),
  AdvanceIsUnderWay: conflict(
    'An advance of this part is on its way',
    { advance: whole(1) },
    ({ advance }) => `The payment of advance ${advance} is ordered, and not settled yet.`,
    'Wait until it is settled, refused or failed: the part is paid less what was paid ahead.',
  ),
  MilestoneIsJudged: conflict(
    'The milestone is judged',
    { milestone: text(ID('mst')) },
    ({ milestone }) => `${milestone} has its verdict: nothing is paid ahead of it any more.`,
    'Its payment is requested by finance.',
  ),
  PartIsPaidAhead: conflict(
    'The part is paid',
    { tranche: whole(1), sponsor: text(ID('spo')) },
    ({ tranche, sponsor }) => `All that ${sponsor} owes of tranche ${tranche} was paid ahead.`,
    'What is not liquidated of it may be claimed back.',
  ),
  ExpenditureIsUnknown: notFound(
    'There is no such statement of expenditure',
    { expenditure: whole(7) },
    ({ expenditure }) => `The advance has no statement ${expenditure}.`,
    'Read the agreement for its advances.',
  ),
  ExpenditureInStatus: conflict(
    'The statement does not wait for this',
    { expenditure: whole(1), status: text('accepted') },
    ({ expenditure, status }) => `Statement ${expenditure} is ${status}.`,
    'Read the agreement for where it stands.',
  ),
  ExpenditureIsPending: conflict(
    'A statement waits for its verifier',
    { expenditure: whole(1) },
    ({ expenditure }) => `Statement ${expenditure} of the advance is not decided yet.`,
    'Wait until it is accepted or returned.',
  ),
  DaysDoNotFit: invalid(
    'The days do not fit',
    { firstDay: text('2027-03-01'), lastDay: text('2027-02-01'), effectiveOn: text('2027-01-15'), today: text('2027-03-02') },
    ({ firstDay, lastDay, effectiveOn, today }) =>
      `It says ${firstDay} to ${lastDay}; the agreement took effect on ${effectiveOn}, and today is ${today}.`,
    'Give the first and the last day on which it was spent, none of them before the agreement took effect or in the future.',
    { at: '/firstDay' },
  ),
} satisfies Record<string, Entry>;
