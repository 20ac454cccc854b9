import { allocate } from '@junkan/kit/pure/money.ts';
import type { Agreement, Share, SharePart } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Unspent } from '../rules/funding-view.ts';
import type { Calls } from './calling.ts';
import type { Services } from './parts.ts';

/** Of an ended agreement: the offers that still have more committed than was paid, each with what it is to keep. */
export async function unspentOf({ sponsors }: Services, agreement: Agreement, query: Calls['query']): Promise<Unspent[]> {
  const kept = agreement.shares.flatMap((share) => keptOf(share, agreement));
  const found = await Promise.all(
    kept.map(async (each) => {
      const { claims } = await sponsors.envelopeBalance({ envelope: each.envelope, offers: [each.offer] }, query);
      const committed = claims.find(({ offer, status }) => offer === each.offer && status === 'committed');
      return committed && committed.amount !== BigInt(each.keep) ? [each] : [];
    }),
  );
  return found.flat();
}

/** What was paid of a share, by the offers that it comes from, in proportion. */
function keptOf(share: Share, { payments }: Agreement): Unspent[] {
  const paid = payments
    .filter(({ sponsor, status }) => sponsor === share.sponsor && status === 'settled')
    .reduce((sum, { amount }) => sum + (amount?.amount ?? 0n), 0n);
  const parts: readonly SharePart[] = share.parts.length > 0 ? share.parts : [share];
  const amounts = allocate(
    paid,
    parts.map(({ amount }) => amount?.amount ?? 0n),
  );
  return parts.map(({ offer, envelope, amount }, index) => ({
    offer,
    envelope,
    keep: String(amounts[index] ?? 0n),
    currency: amount?.currency ?? '',
  }));
}
