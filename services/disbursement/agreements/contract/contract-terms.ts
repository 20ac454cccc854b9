import { isFunded } from '@junkan/kit/finance/financing.ts';
import { partsOf } from '@junkan/kit/finance/shares.ts';
import { repeated } from '@junkan/kit/pure/names.ts';
import type { OfferId, PaymentId, SponsorId } from '../ids.ts';
import { matrix } from './matrix.ts';
import type { Cell, Share, Terms } from './terms.ts';
import { currencyOf } from './terms.ts';

export type TermsFault =
  | { type: 'SharesAreMissing' }
  | { type: 'TranchesAreMissing' }
  | { type: 'SponsorSharesTwice'; sponsor: SponsorId }
  | { type: 'OfferIsSharedTwice'; offer: OfferId }
  | { type: 'PartsDifferFromShare'; sponsor: SponsorId; share: bigint; parts: bigint; currency: string }
  | { type: 'ShareIsNotPositive'; sponsor: SponsorId; amount: bigint; currency: string }
  | { type: 'TranchesAreNotNumbered'; numbers: readonly number[] }
  | { type: 'TrancheIsNegative'; tranche: number; amount: bigint; currency: string }
  | { type: 'CurrenciesDiffer'; currencies: readonly string[] }
  | { type: 'SharesAndTranchesDiffer'; shares: bigint; tranches: bigint; currency: string };

/** Why these terms cannot become an agreement, or nothing. */
export function faultOf({ shares, tranches }: Terms): TermsFault | undefined {
  if (shares.length === 0) return { type: 'SharesAreMissing' };
  if (tranches.length === 0) return { type: 'TranchesAreMissing' };
  const [sponsor] = repeated(shares.map((share) => share.sponsor));
  if (sponsor) return { type: 'SponsorSharesTwice', sponsor };
  const [offer] = repeated(shares.flatMap((share) => partsOf(share).map((part) => part.offer)));
  if (offer) return { type: 'OfferIsSharedTwice', offer };
  const share = shares.find((each) => each.amount.amount < 0n || partsOf(each).every(({ amount }) => amount.amount <= 0n));
  if (share) return { type: 'ShareIsNotPositive', sponsor: share.sponsor, ...share.amount };
  const fundedOf = (each: Share): bigint => sumOf(partsOf(each).filter(isFunded));
  const parted = shares.find((each) => fundedOf(each) !== each.amount.amount);
  if (parted) {
    const { sponsor: by, amount } = parted;
    return { type: 'PartsDifferFromShare', sponsor: by, share: amount.amount, parts: fundedOf(parted), currency: amount.currency };
  }
  if (tranches.some(({ number }, index) => number !== index + 1))
    return { type: 'TranchesAreNotNumbered', numbers: tranches.map(({ number }) => number) };
  const tranche = tranches.find(({ amount }) => amount.amount < 0n);
  if (tranche) return { type: 'TrancheIsNegative', tranche: tranche.number, ...tranche.amount };
  const currencies = [...new Set([...shares, ...shares.flatMap(partsOf), ...tranches].map(({ amount }) => amount.currency))];
  const [currency = '', ...others] = currencies;
  if (others.length > 0) return { type: 'CurrenciesDiffer', currencies };
  const [inShares, inTranches] = [sumOf(shares), sumOf(tranches)];
  return inShares === inTranches ? undefined : { type: 'SharesAndTranchesDiffer', shares: inShares, tranches: inTranches, currency };
}

/** The shares with money in them: each has a cell in every tranche. */
export const payingIn = ({ shares }: Pick<Terms, 'shares'>): readonly Share[] => shares.filter(({ amount }) => amount.amount > 0n);

/**
 * What each sponsor pays of each tranche, when the agreement is drafted. It follows from the terms alone, so that signing the terms is
 * signing the cells.
 * @throws if there is not exactly one payment for each cell: the caller makes them from the same terms.
 */
export function cellsOf(terms: Terms, payments: readonly PaymentId[]): Cell[] {
  const { tranches } = terms;
  const shares = payingIn(terms);
  if (payments.length !== shares.length * tranches.length)
    throw new Error(`${shares.length * tranches.length} cells need as many payments, not ${payments.length}`);
  const currency = currencyOf(terms);
  const amounts = matrix(
    tranches.map(({ amount }) => amount.amount),
    shares.map(({ amount }) => amount.amount),
  ).flat();
  return tranches.flatMap(({ number }, row) =>
    shares.map(({ sponsor }, column) => {
      const index = row * shares.length + column;
      const [amount, payment] = [amounts[index], payments[index]];
      if (amount === undefined || payment === undefined) throw new Error(`cell ${index} is missing`);
      return { tranche: number, sponsor, amount: { amount, currency }, payment };
    }),
  );
}

const sumOf = (parts: readonly { readonly amount: { readonly amount: bigint } }[]): bigint =>
  parts.reduce((sum, { amount }) => sum + amount.amount, 0n);
