import type { Received } from '@junkan/kit/call.ts';
import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import { dateOf, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { asking } from '../../../api/registry.ts';
import { ANY_AGE_DAYS, ratesOfDay } from '../../../books/rates/api/rates-of-day.ts';
import type { State } from '../../agreement-state.ts';
import type { Parts } from '../../api/parts.ts';
import type { OfferId } from '../../ids.ts';
import type { Budgets } from '../exchange-state.ts';

export type BudgetParts = Pick<Parts, 'sponsorRegistry' | 'standingRates' | 'rateDays' | 'clock'>;

/** What the envelopes in other currencies hold for the offers of an agreement now, and the last rates that are known; nothing where all is in its own currency. */
export const budgetsOf =
  ({ sponsorRegistry, clock, standingRates, rateDays }: BudgetParts) =>
  async (state: State | undefined, call: Received): Promise<Budgets> => {
    const held = new Map<OfferId, Money>();
    // To everybody else the act is refused, and no budget is shown.
    if (!oversees(call.actor) || !state || state.status === 'absent' || state.conversions.length === 0) return { held, rates: [] };
    const offers = new Set(state.conversions.map(({ offer }) => offer));
    for (const { offer, envelope } of state.shares.flatMap(paidPartsOf).filter((part) => offers.has(part.offer))) {
      const { claims, total } = await sponsorRegistry.envelopeBalance({ envelope, offers: [offer] }, asking(call));
      const claim = claims.find((each) => each.offer === offer);
      held.set(offer, money(claim?.status === 'committed' ? claim.amount : 0n, total?.currency ?? ''));
    }
    const last = ratesOfDay({ standingRates, rateDays: ANY_AGE_DAYS }, state, dateOf(clock.now()));
    return { held, rates: last.map((each) => ({ ...each, expiresOn: plusCalendarDays(each.day, rateDays) })) };
  };
