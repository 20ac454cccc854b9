import type { Received } from '@junkan/kit/call.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { limitBelow } from '@junkan/kit/pure/limits.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { rulesIdOf } from '../../../agreements/approval-rules/api/approval-rules.ts';
import { rulesOf } from '../../../agreements/approval-rules/approval-rules.ts';
import type { SponsorId } from '../../../agreements/ids.ts';
import { approvalRuleBooks } from '../../../mapping.ts';
import type { Day, User } from '../day-limit.ts';
import { limitsOfDay } from './limits-of-day.ts';

/** `payer`: '' = nobody's yet. `since`: when it was said. `isSecond`: whether another person has confirmed it before. `amount`: above zero. */
type Confirmed = {
  readonly user: User;
  readonly payer: SponsorId | '';
  readonly amount: Money;
  readonly since: Instant;
  readonly isSecond: boolean;
};
export type CountedUse = { readonly user: User; readonly day: Day };
type Measured = { readonly fits: boolean; readonly counted?: CountedUse };
type LimitParts = Pick<Parts, 'store' | 'openPayments' | 'paymentsCaughtUp' | 'dayOfBooks'>;

/**
 * What two persons say of money that a bank has moved, where it is no payment, is held to the limits of the secretariat: each matter to those of one, and to those of
 * the day all that is confirmed on it of one payer, with what that pays. What is nobody's yet cannot be counted: two confirm it as soon as there are limits.
 */
export function limitsOfConfirmation(parts: LimitParts) {
  const { store, dayOfBooks } = parts;
  const limits = limitsOfDay(parts);
  return {
    /** By the limits of now. `rules`: the number of the proposal that set them; 0 = there are none. */
    async at(now: Instant) {
      const { state: book } = await store.load(approvalRuleBooks, rulesIdOf(SECRETARIAT));
      return {
        rules: rulesOf(book, now, now).edition,
        /** @returns whether it may be confirmed by the caller now, and what was counted for it. */
        async measured({ user, payer, amount, since, isSecond }: Confirmed, call: Received): Promise<Measured> {
          const { limits: ofOne, dayLimits } = rulesOf(book, since, now);
          const isAbove = payer === '' ? ofOne.length + dayLimits.length > 0 : limitBelow({ limits: ofOne }, amount) !== undefined;
          if (isAbove && !isSecond) return { fits: false };
          if (payer === '') return { fits: true };
          const use = { user, day: { payer, currency: amount.currency, day: dayOfBooks(now) } };
          const limited = await limits.measured(use, since, now);
          const fits = await limits.fits({ ...use, amount, limited, alone: !isSecond, now }, call);
          return { fits, ...(fits && limited ? { counted: use } : {}) };
        },
      };
    },
    /** What was counted and is not confirmed after all counts no longer. */
    async release(uses: readonly CountedUse[], now: Instant, call: Received): Promise<void> {
      for (const use of uses) await limits.free(use, now, call, { at: now, by: call.actor.person });
    },
  };
}
