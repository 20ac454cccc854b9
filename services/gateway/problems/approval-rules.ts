import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { money, text, whole } from './facts.ts';

/** What the approval rules of organisations refuse. */
export const approvalRules = {
  ApprovalRulesAreUnknown: notFound({}),
  LimitsAreUnknown: notFound({ proposal: whole(2) }, { at: '/proposal' }),
  LimitsArePending: conflict({ proposal: whole(2) }),
  LimitsInStatus: conflict({ proposal: whole(2), status: text('approved') }),
  LimitIsNegative: invalid({ currency: text('USD') }, { at: '/limits' }),
  CurrencyIsLimitedTwice: invalid({ currency: text('USD') }, { at: '/limits' }),
  DayLimitsBindPaymentsAlone: invalid({}, { at: '/dayLimits' }),
  DayLimitIsExceeded: conflict({ limit: money('10000.00'), sum: money('12500.00') }),
} satisfies Record<string, Entry>;
