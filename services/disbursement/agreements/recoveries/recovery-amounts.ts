import { dateOf } from '@junkan/kit/pure/dates.ts';
import { lesser, type Money, money, total } from '@junkan/kit/pure/money.ts';
import { openOfAll } from '../advances/advance.ts';
import type { Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import type { SponsorId } from '../ids.ts';
import type { OfStatement } from '../payments/of-statement.ts';
import { valueDateFault } from '../payments/value-date.ts';
import { apportioned, isConfirmed, type Portion, portionOf, type Recovery, type RecoveryKind } from './recovery.ts';

/**
 * What of the money paid with a tranche, or with all of them (0), is neither claimed nor has been claimed back, by sponsor. How much of an
 * open advance was spent is not known yet: only what is not spent is claimed of it.
 */
export function claimable(state: InForce, tranche: number, kind: RecoveryKind): Portion[] {
  const currency = currencyOf(state);
  const open = (sponsor: SponsorId, of: number): bigint => (kind === 'unspent' ? 0n : openOfAll(state, sponsor, of));
  return state.shares.map(({ sponsor }) => {
    const ofAll = paidOf(state, sponsor, 0) - claimedOf(state, sponsor, 0) - open(sponsor, 0);
    const ofTranche = paidOf(state, sponsor, tranche) - claimedOf(state, sponsor, tranche) - open(sponsor, tranche);
    return { sponsor, amount: money(lesser(ofTranche, ofAll), currency) };
  });
}

/** What was not spent is of those who paid ahead as far as their advances are open, and only then of all, in proportion to what else they have paid. */
export function unspentPortions(state: InForce, tranche: number, { amount, currency }: Money, open: readonly Portion[]): Portion[] {
  const of = (sponsor: SponsorId, part: bigint): Portion => ({ sponsor, amount: money(part, currency) });
  const ahead = open.map(({ sponsor, amount: held }) => of(sponsor, lesser(held.amount, openOfAll(state, sponsor, tranche))));
  const rest = open.map(({ sponsor, amount: held }) => of(sponsor, held.amount - portionOf(ahead, sponsor)));
  const ofAdvances = lesser(
    amount,
    total(
      ahead.map((portion) => portion.amount),
      currency,
    ).amount,
  );
  const shared = (part: bigint, held: readonly Portion[]) => (part > 0n ? apportioned(money(part, currency), held) : []);
  const all = [...shared(ofAdvances, ahead), ...shared(amount - ofAdvances, rest)];
  return open.map(({ sponsor }) => of(sponsor, portionOf(all, sponsor))).filter((portion) => portion.amount.amount > 0n);
}

/** Without what is reported as returned by the bank, or as booked by mistake: until that is decided nobody claims it. */
const paidOf = ({ payments }: InForce, sponsor: SponsorId, tranche: number): bigint =>
  [...payments.values()]
    .filter((payment) => payment.status === 'settled' && !payment.undoing)
    .filter((payment) => payment.sponsor === sponsor && (tranche === 0 || payment.tranche === tranche))
    .reduce((sum, { amount }) => sum + amount.amount, 0n);

/** What was found eligible after all is not claimed any more. */
const claimedOf = ({ recoveries }: InForce, sponsor: SponsorId, tranche: number): bigint =>
  recoveries
    .filter((recovery) => recovery.status !== 'refused' && (tranche === 0 || recovery.tranche === tranche))
    .reduce((sum, { portions, resolutions }) => {
      const eligible = resolutions.filter((each) => isConfirmed(each) && (each.kind === 'justified' || each.kind === 'documented'));
      return (
        sum +
        portionOf(portions, sponsor) -
        portionOf(
          eligible.flatMap((each) => each.portions),
          sponsor,
        )
      );
    }, 0n);

/** Why an amount cannot be taken of what is open, or nothing. */
export function amountFault(amount: Money, open: readonly Portion[], state: InForce): Rejection | undefined {
  const currency = currencyOf(state);
  const held = total(
    open.map((portion) => portion.amount),
    currency,
  );
  if (held.amount <= 0n) return { type: 'NothingIsOpen' };
  if (amount.currency !== currency) return { type: 'WrongCurrency', currency };
  if (amount.amount <= 0n) return { type: 'AmountIsNotPositive', ...amount };
  return amount.amount > held.amount ? { type: 'AmountExceedsWhatIsOpen', asked: amount.amount, open: held.amount, currency } : undefined;
}

/** The date of a refund lies between the day of its claim and today. What a statement shows may have come before it was claimed. */
export function refundDateFault(
  valueDate: string,
  { claimedAt }: Recovery,
  { statement = '' }: OfStatement,
  now: string,
): Rejection | undefined {
  if (statement !== '') return valueDateFault(valueDate, now);
  const claimedOn = dateOf(claimedAt);
  return valueDateFault(valueDate, now, (day) =>
    day < claimedOn ? { type: 'ValueDateIsBeforeTheClaim', valueDate: day, claimedOn } : undefined,
  );
}
