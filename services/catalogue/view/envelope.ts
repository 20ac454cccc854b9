import type { Envelope } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { envelopeFold } from '@junkan/sponsor-registry/fold.ts';
import { amountOf, type Listed } from './item.ts';

/** A sponsor's budget. */
export const envelope: Listed<(typeof envelopeFold)['initial'], Envelope> = {
  kind: 'envelope',
  fold: envelopeFold,
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, sponsor, total, periodEnd: due } = seen;
    const columns = { version, status: 'open', sponsor, due, created, updated, ...amountOf(total) };
    return [{ kind: 'envelope', id, n, tags: {}, parties: [sponsor], columns, doc: () => envelopeFold.toJson(seen) }];
  },
};
