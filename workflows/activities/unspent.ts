import { inProportion } from '@junkan/kit/finance/conversion.ts';
import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import { allocate } from '@junkan/kit/pure/money.ts';
import type { Agreement, Share } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Unspent } from '../rules/funding-view.ts';
import type { Calls } from './calling.ts';
import type { Services } from './parts.ts';
import type { Knows } from './statuses.ts';

/**
 * Of an ended agreement: the offers that still have more committed than was paid, each with what it is to keep. Undefined where one holds
 * its budget in a way that is not recognised.
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
      const { claims } = await sponsors.envelopeBalance({ envelope: each.envelope, offers: [each.offer] }, query);
      const claim = claims.find(({ offer }) => offer === each.offer);
      const status = knows('claim', claim?.status ?? 'none');
      if (status === 'unrecognised') return undefined;
      return status === 'committed' && claim?.amount !== BigInt(each.keep) ? [each] : [];
    }),
  );
  return found.every((each) => each !== undefined) ? found.flat() : undefined;
}

const hasMoney = ({ amount }: Share): boolean => (amount?.amount ?? 0n) > 0n;

/**
 * What was paid of a share, by the offers that it comes from, in proportion; of an envelope in another currency what that is of the recorded conversion. A
 * guarantee or a contribution in kind stays as it was committed.
 */
function keptOf(share: Share, { payments, conversions }: Agreement): Unspent[] {
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
    return into
      ? { offer, envelope, keep: String(inProportion(keep, converted.amount?.amount ?? 0n, into.amount)), currency: into.currency }
      : { offer, envelope, keep: String(keep), currency: amount?.currency ?? '' };
  });
}
