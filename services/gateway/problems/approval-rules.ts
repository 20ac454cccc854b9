import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

/** What the approval rules of organisations refuse. */
export const approvalRules = {
  ApprovalRulesAreUnknown: notFound({}),
  LimitsAreUnknown: notFound({ proposal: whole(2) }, { at: '/proposal' }),
  LimitsArePending: conflict({ proposal: whole(2) }),
  LimitsInStatus: conflict({ proposal: whole(2), status: text('approved') }),
  LimitIsNegative: invalid({ currency: text('USD') }, { at: '/limits' }),
  CurrencyIsLimitedTwice: invalid({ currency: text('USD') }, { at: '/limits' }),
} satisfies Record<string, Entry>;
