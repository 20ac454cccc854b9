import type { Received } from '@junkan/kit/call.ts';
import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { asking } from '../../../api/registry.ts';
import { ratesOfDay } from '../../../books/rates/api/rates-of-day.ts';
import type { State } from '../../agreement-state.ts';
import type { Parts } from '../../api/parts.ts';
import type { OfferId } from '../../ids.ts';
import type { Budgets } from '../exchange-state.ts';

export type BudgetParts = Pick<Parts, 'sponsorRegistry' | 'standingRates' | 'rateDays' | 'clock'>;

/** What the envelopes in other currencies hold for the offers of an agreement now, and the rates of today; nothing where all is in its own currency. */
export const budgetsOf =
  ({ sponsorRegistry, clock, ...rates }: BudgetParts) =>
  async (state: State | undefined, call: Received): Promise<Budgets> => {
    const held = new Map<OfferId, Money>();
    if (!state || state.status === 'absent' || state.conversions.length === 0) return { held, rates: [] };
    const offers = new Set(state.conversions.map(({ offer }) => offer));
    for (const { offer, envelope } of state.shares.flatMap(paidPartsOf).filter((part) => offers.has(part.offer))) {
      const { claims, total } = await sponsorRegistry.envelopeBalance({ envelope, offers: [offer] }, asking(call));
      const claim = claims.find((each) => each.offer === offer);
      held.set(offer, money(claim?.status === 'committed' ? claim.amount : 0n, total?.currency ?? ''));
    }
    return { held, rates: ratesOfDay(rates, state, dateOf(clock.now())) };
  };
