import { broughtBy } from '@junkan/kit/finance/financing.ts';
import { unfundedPartsOf } from '@junkan/kit/finance/shares.ts';
import { dateOf, plusMonths } from '@junkan/kit/pure/dates.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { type Existing, isInForce } from '../agreement-state.ts';
import type { Share } from '../contract/terms.ts';
import type { AgreementId } from '../ids.ts';
import { accounts } from '../journal.ts';
import type { Drawing, UnfundedOffer } from './drawing.ts';

/** The guarantees and contributions in kind of an agreement. */
export function unfundedIn(agreement: Existing): UnfundedOffer[] {
  const from = isInForce(agreement) ? dateOf(agreement.effectiveAt) : '';
  return agreement.shares.flatMap((share) =>
    unfundedPartsOf<Share['parts'][number]>(share).map(({ offer, amount, financing }) => {
      const months = financing?.guarantee?.tenorMonths;
      return {
        offer,
        sponsor: share.sponsor,
        brings: broughtBy(financing) === 'exposure' ? 'exposure' : 'value',
        amount,
        endsOn: from !== '' && months !== undefined ? plusMonths(from, months) : '',
      };
    }),
  );
}

/** What of an offer can still be called or received. */
export const leftOf = (drawings: readonly Drawing[], { offer, amount: { amount, currency } }: UnfundedOffer): Money =>
  money(
    drawings.reduce((left, each) => (each.offer === offer && each.status !== 'rejected' ? left - each.amount.amount : left), amount),
    currency,
  );

/** Where what an offer brings is kept in memory, from its signature on, and what becomes of it. None of it is money. */
export const memoOf = (agreement: AgreementId, { sponsor, brings }: Pick<UnfundedOffer, 'sponsor' | 'brings'>) =>
  brings === 'exposure'
    ? { from: accounts.exposure(sponsor), to: accounts.guaranteed(agreement, sponsor) }
    : { from: accounts.pledgedInKind(sponsor), to: accounts.inKind(agreement, sponsor) };
