import { inProportion } from '@junkan/kit/finance/conversion.ts';
import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import { allocate } from '@junkan/kit/pure/money.ts';
import type { Conversion } from '@junkan/proto/junkan/common/v1/common.ts';
import type { Agreement, ExchangePart, Share } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Unspent } from '../rules/funding-view.ts';
import type { Calls } from './calling.ts';
import type { Services } from './parts.ts';
import type { Knows } from './statuses.ts';

/**
 * Of an ended agreement: the offers that still have more committed than was paid, each with what it is to keep. Undefined where one holds
 * its budget in a way that is not recognised, or what it cost is still to be booked.
 */
export async function unspentOf(
  { 'sponsor-registry': sponsors }: Services,
  agreement: Agreement,
  query: Calls['query'],
  knows: Knows,
): Promise<Unspent[] | undefined> {
  const kept = agreement.shares.filter(hasMoney).flatMap((share) => keptOf(share, agreement));
  const found = await Promise.all(
    kept.map(async (each) => {
      const { claims, increases } = await sponsors.envelopeBalance({ envelope: each.envelope, offers: [each.offer] }, query);
      const claim = claims.find(({ offer }) => offer === each.offer);
      const status = knows('claim', claim?.status ?? 'none');
      if (status === 'unrecognised') return undefined;
      const { spent, waits, ...of } = each;
      const isIncreased = increases.some(({ offer, status: is }) => offer === each.offer && is === 'increased');
      // What it cost is not known before all of it is booked: the agreement is looked at again then.
      if (isIncreased && waits) return undefined;
      const keep = isIncreased ? within(claim?.amount ?? 0n, { keep: BigInt(each.keep), spent }) : BigInt(each.keep);
      return status === 'committed' && claim?.amount !== keep ? [{ ...of, keep: String(keep) }] : [];
    }),
  );
  return found.every((each) => each !== undefined) ? found.flat() : undefined;
}

/** `waits`: something of it waits for rates to be booked. */
type OfOffer = Unspent & { readonly spent: bigint; readonly waits: boolean };

/** What was committed in addition, because payments cost more than was committed first, stays as far as they did. */
function within(claim: bigint, { keep, spent }: { readonly keep: bigint; readonly spent: bigint }): bigint {
  if (spent <= keep) return keep;
  return spent < claim ? spent : claim;
}

const hasMoney = ({ amount }: Share): boolean => (amount?.amount ?? 0n) > 0n;

/**
 * What was paid of a share, by the offers that it comes from, in proportion; of an envelope in another currency what that is of the recorded conversion. A
 * guarantee or a contribution in kind stays as it was committed.
 */
function keptOf(share: Share, agreement: Agreement): OfOffer[] {
  const { payments, conversions } = agreement;
  const paid = payments
    .filter(({ sponsor, status }) => sponsor === share.sponsor && status === 'settled')
    .reduce((sum, { amount }) => sum + (amount?.amount ?? 0n), 0n);
  const parts = paidPartsOf(share);
  const amounts = allocate(
    paid,
    parts.map(({ amount }) => amount?.amount ?? 0n),
  );
  return parts.map(({ offer, envelope, amount }, index) => {
    const keep = amounts[index] ?? 0n;
    const converted = conversions.find((each) => each.offer === offer);
    const into = converted?.conversion?.amount;
    if (!into) return { offer, envelope, keep: String(keep), currency: amount?.currency ?? '', spent: 0n, waits: false };
    const kept = inProportion(keep, converted.amount?.amount ?? 0n, into.amount);
    return {
      offer,
      envelope,
      keep: String(kept),
      currency: into.currency,
      spent: spentOf(agreement, offer),
      waits: isWaiting(agreement, offer),
    };
  });
}

const isWaiting = ({ exchanges, refundExchanges, returnExchanges }: Agreement, of: string): boolean =>
  [...exchanges, ...refundExchanges, ...returnExchanges].some(
    ({ status, parts }) => status === 'waiting' && parts.some(({ offer }) => offer === of),
  );

/** What the payments of an offer cost in the currency of its envelope, less what came back, and with what was lost between a payment and its return. */
function spentOf({ exchanges, refundExchanges, returnExchanges }: Agreement, of: string): bigint {
  const sumOf = (
    some: readonly { readonly parts: readonly ExchangePart[] }[],
    amountOf: (part: ExchangePart) => Conversion | undefined,
  ): bigint =>
    some
      .flatMap(({ parts }) => parts.filter(({ offer }) => offer === of))
      .reduce((sum, part) => sum + (amountOf(part)?.amount?.amount ?? 0n), 0n);
  const costs = [exchanges, refundExchanges, returnExchanges].map((some) => sumOf(some, ({ cost }) => cost));
  const [paid = 0n, refunded = 0n, returned = 0n] = costs;
  return paid - refunded + sumOf(returnExchanges, (part) => part.paid) - returned;
}
