import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { maySeeEnvelope } from '../domain/readers.ts';
import { envelopeMessage, sponsorMessage } from '../fold.ts';
import { envelopes, sponsors } from '../mapping.ts';
import { mandateHistory, mandateQueries } from './mandate-queries.ts';
import { type PassportQueryParts, passportHistory, passportQueries } from './passport-queries.ts';

/** One item is folded from its stream, so a writer reads what it wrote. */
export function queries(parts: PassportQueryParts): Handlers<typeof SponsorQueryServiceService> {
  const { store } = parts;
  const [ofMandate, ofPassport] = [mandateHistory(parts), passportHistory(parts)];
  return {
    ...passportQueries(parts),
    ...mandateQueries(parts),

    history: (asked, call) => (asked.id.startsWith('man_') ? ofMandate : ofPassport)(asked, call),

    async getSponsor({ id }) {
      return found('Sponsor', id, sponsorMessage(id, await store.load(sponsors, idOf('spo', id, 'id'))));
    },
    async envelopeBalance({ envelope, offers }, { actor }) {
      const message = envelopeMessage(envelope, await store.load(envelopes, idOf('env', envelope, 'envelope')), offers);
      return found('Envelope', envelope, message && maySeeEnvelope(actor, message) ? message : undefined);
    },
  };
}
