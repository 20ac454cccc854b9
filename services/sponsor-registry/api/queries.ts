import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { historyOf } from '@junkan/kit/grpc/item-queries.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { envelopeHistory, envelopeQueries } from '../envelopes/api/envelope-queries.ts';
import { mandateHistory, mandateQueries } from '../mandates/api/mandate-queries.ts';
import { type PassportQueryParts, passportHistory, passportQueries } from '../passports/api/passport-queries.ts';
import { sponsorHistory, sponsorQueries } from '../sponsors/api/sponsor-queries.ts';

/** One item is folded from its stream, so a writer reads what it wrote. */
export function queries(parts: PassportQueryParts): Handlers<typeof SponsorQueryServiceService> {
  return {
    ...passportQueries(parts),
    ...mandateQueries(parts),
    ...envelopeQueries(parts),
    ...sponsorQueries(parts),

    history: historyOf({
      [ITEMS.sponsor.prefix]: sponsorHistory(parts),
      [ITEMS.mandate.prefix]: mandateHistory(parts),
      [ITEMS.envelope.prefix]: envelopeHistory(parts),
      [ITEMS.passport.prefix]: passportHistory(parts),
    }),
  };
}
