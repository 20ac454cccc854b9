import type { PolicyClock } from '@junkan/kit/clock.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { rateSheetFold as fold } from '../../../fold.ts';
import { BODIES } from '../../../mapping.ts';
import { rateSheetActs } from '../rate-sheet-acts.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };

export const rateQueries = (parts: Parts) =>
  itemQuery(ITEMS.rates, parts, {
    fold,
    rejections: REJECTIONS,
    may: (state, actor) => rateSheetActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  });

export const ratesHistory = (parts: Parts) => itemHistory(ITEMS.rates, parts, { fold });
