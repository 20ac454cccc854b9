import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { historyOf } from '@junkan/kit/grpc/item-queries.ts';
import { found } from '@junkan/kit/problem.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { envelopeHistory, envelopeQueries } from '../envelopes/api/envelope-queries.ts';
import { sponsorMessage } from '../fold.ts';
import { mandateHistory, mandateQueries } from '../mandates/api/mandate-queries.ts';
import { sponsors } from '../mapping.ts';
import { type PassportQueryParts, passportHistory, passportQueries } from '../passports/api/passport-queries.ts';

/** One item is folded from its stream, so a writer reads what it wrote. */
export function queries(parts: PassportQueryParts): Handlers<typeof SponsorQueryServiceService> {
  const { store } = parts;
  return {
    ...passportQueries(parts),
    ...mandateQueries(parts),
    ...envelopeQueries(parts),

    history: historyOf({
      [ITEMS.mandate.prefix]: mandateHistory(parts),
      [ITEMS.envelope.prefix]: envelopeHistory(parts),
      [ITEMS.passport.prefix]: passportHistory(parts),
    }),

    async getSponsor({ id }) {
      return found('Sponsor', id, sponsorMessage(id, await store.load(sponsors, idOf('spo', id, 'id'))));
    },
  };
}
