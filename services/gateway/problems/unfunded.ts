import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, money, text, whole } from './facts.ts';

/** What guarantees and contributions in kind refuse, and what is drawn of them. */
export const unfunded = {
  DrawingIsUnknown: notFound({ drawing: whole(7) }),
  DrawingInStatus: conflict({ drawing: whole(1), status: text('rejected') }),
  ClaimMistakeIsReported: conflict({ drawing: whole(1) }),
  DrawingExceedsWhatIsLeft: invalid({ asked: money('400000.00'), left: money('300000.00') }, { at: '/amount' }),
  GuaranteeHasEnded: conflict({ offer: text(ID('off')), endsOn: text('2047-01-15'), today: text('2047-01-16') }, { at: '/offer' }),
  OfferIsOfAnotherInstrument: conflict({ offer: text(ID('off')) }, { at: '/offer' }),
} satisfies Record<string, Entry>;
