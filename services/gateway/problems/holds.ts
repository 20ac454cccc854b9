import { conflict, type Entry, notFound } from './entry.ts';
import { ID, text, whole } from './facts.ts';

/** What holds refuse, and what is refused because of one. */
export const holds = {
  PaymentIsHeld: conflict({
    tranche: whole(1),
    sponsor: text(ID('spo')),
    hold: whole(2),
    reason: text('documents-missing'),
    since: text('2026-11-25T09:00:00.000Z'),
  }),
  HoldIsUnknown: notFound({ hold: whole(7) }),
  HoldIsReleased: conflict({ hold: whole(2) }),
  LineIsUndecided: conflict({ statement: text(ID('stm')), entry: whole(3) }),
  PersonHoldsIt: conflict({ hold: whole(2) }),
  PartIsPaid: conflict({ tranche: whole(1), sponsor: text(ID('spo')) }),
} as const satisfies Record<string, Entry>;
