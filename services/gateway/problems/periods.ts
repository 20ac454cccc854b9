import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { daysOfAccounts, ID, matters, money, text, whole } from './facts.ts';

const [THROUGH, ITEM] = [text('2026-10-31'), text('stm_01m1zfr2k9qk4c0x5x8y9tn4t3')];
const [HASH, OTHER] = [text('0'.repeat(64)), text('f'.repeat(64))];

/** What the closing of the books refuses, and what closed books do. */
export const periods = {
  CashBookIsUnknown: notFound({}),
  GapIsUnknown: notFound({ gap: text('opening-differs.stm_01m1zfr2k9qk4c0x5x8y9tn4t3') }),
  DifferenceIsNotNamed: invalid({ difference: money('-50.00') }, { at: '/as' }),
  GapIsExplained: conflict({ explanation: whole(1) }),
  ExplanationIsUnknown: notFound({ explanation: whole(1) }),
  ExplanationDoesNotWait: conflict({ explanation: whole(1), status: text('confirmed') }),
  PeriodIsUnknown: notFound({}),
  PeriodEndsWithinAMonth: invalid({ through: text('2026-10-15'), lastDay: THROUGH }, { at: '/through' }),
  PeriodIsNotOver: invalid({ through: THROUGH, today: THROUGH }, { at: '/through' }),
  PeriodIsClosed: conflict({ day: text('2026-10-15'), closedThrough: THROUGH }),
  PeriodIsProposed: conflict({ through: THROUGH }),
  PeriodDoesNotWait: conflict({ status: text('refused') }),
  PeriodIsUnresolved: conflict({
    waits: text('statement-entry'),
    item: ITEM,
    day: text('2026-10-15'),
    count: whole(1),
    matters: matters({ waits: 'statement-entry', item: ITEM.example, day: '2026-10-15' }),
  }),
  StatementsAreMissing: conflict({ missing: daysOfAccounts({ item: ID('acc'), day: '2026-10-29', through: '2026-10-30' }) }),
  TrialBalanceDiffers: conflict({ proposed: HASH, now: OTHER }),
} satisfies Record<string, Entry>;
