import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { sponsorMessage } from '../fold.ts';
import { sponsors } from '../mapping.ts';
import { envelopeHistory, envelopeQueries } from './envelope-queries.ts';
import { mandateHistory, mandateQueries } from './mandate-queries.ts';
import { type PassportQueryParts, passportHistory, passportQueries } from './passport-queries.ts';

/** One item is folded from its stream, so a writer reads what it wrote. */
export function queries(parts: PassportQueryParts): Handlers<typeof SponsorQueryServiceService> {
  const { store } = parts;
  const histories = { man: mandateHistory(parts), env: envelopeHistory(parts), ddp: passportHistory(parts) };
  const historyOf = (id: string) => (id.startsWith('man_') ? histories.man : id.startsWith('env_') ? histories.env : histories.ddp);
  return {
    ...passportQueries(parts),
    ...mandateQueries(parts),
    ...envelopeQueries(parts),

    history: (asked, call) => historyOf(asked.id)(asked, call),

    async getSponsor({ id }) {
      return found('Sponsor', id, sponsorMessage(id, await store.load(sponsors, idOf('spo', id, 'id'))));
    },
  };
}
