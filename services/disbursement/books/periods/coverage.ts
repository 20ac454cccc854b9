import { type CalendarDate, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { BankAccountId } from '../../banking/accounts/bank-account.ts';
import { openDay } from '../cash/cash-gaps.ts';

/** A bank account of a sponsor, as far as a closing of the books asks for its statements. */
export type AccountInPeriod = {
  readonly account: BankAccountId;
  readonly statements: readonly { readonly from: CalendarDate | ''; readonly to: CalendarDate | '' }[];
  /** On which day its sponsor retired it; '' = it is in use. */
  readonly retiredOn: CalendarDate | '';
  /** The first and the last day within the period on which its bank moved a payment, as two persons have confirmed; '' = it moved none. */
  readonly movedFirst: CalendarDate | '';
  readonly movedLast: CalendarDate | '';
};

/** `reached`: the last day of its statements; '' = it has none. `needed`: through which day they should reach. */
export type Reach = { readonly account: BankAccountId; readonly reached: CalendarDate | ''; readonly needed: CalendarDate };
export type Coverage = { readonly accounts: readonly Reach[] };
/** Days of an account of which there is no statement. */
export type Missing = { readonly account: BankAccountId; readonly from: CalendarDate; readonly through: CalendarDate };

/**
 * Through which day the statements of an account should reach, and do: once it had one, through the last day on which banks are open while it is in use; and
 * through the last day on which its bank moved a payment, also if it has none. What is missing between two statements is a gap of its cash book.
 */
export function reachOf(of: AccountInPeriod, from: CalendarDate | '', through: CalendarDate): Reach | undefined {
  const { account, statements, retiredOn, movedLast } = of;
  const used = retiredOn === '' || retiredOn > through ? through : plusCalendarDays(retiredOn, -1);
  const needed = openDay([used, movedLast].toSorted()[1] ?? used, -1);
  const isBegun = statements.some((each) => each.from <= needed);
  if (needed < from || (!isBegun && movedLast === '')) return undefined;
  const reached = isBegun
    ? (statements
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? '')
    : '';
  return { account, reached, needed };
}

export const isMissing = ({ reached, needed }: Reach): boolean => reached < needed;

/** Of which days of an account there is no statement. */
export const missingOf = ({ account, reached, needed }: Reach, movedFirst: CalendarDate | ''): Missing => ({
  account,
  from: openDay(reached === '' ? movedFirst || needed : plusCalendarDays(reached, 1), 1),
  through: needed,
});
