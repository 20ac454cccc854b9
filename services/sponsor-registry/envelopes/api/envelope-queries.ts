import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory } from '@junkan/kit/grpc/item-queries.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { REJECTIONS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { eventOfSponsor } from '../../api/history.ts';
import { envelopeFold, envelopeMessage } from '../../fold.ts';
import { BODIES, envelopes } from '../../mapping.ts';
import { maySeeEnvelope } from '../../sponsors/readers.ts';
import { envelopeActs } from '../envelope-acts.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };
type Queries = Pick<Handlers<typeof SponsorQueryServiceService>, 'envelopeBalance' | 'readEnvelope'>;

/** What happened to an envelope, for its sponsor and for overseers. */
export const envelopeHistory = (parts: Pick<Parts, 'store' | 'texts'>) =>
  itemHistory(ITEMS.envelope, parts, {
    fold: envelopeFold,
    isThere: (state, actor) => maySeeEnvelope(actor, state),
    entries: ({ sponsor }, actor) => eventOfSponsor(actor, sponsor),
  });

/** The balance of an envelope is visible to its own sponsor and to overseers, and to nobody else. */
export function envelopeQueries({ store, texts, clock }: Parts): Queries {
  return {
    async envelopeBalance({ envelope, offers }, { actor }) {
      const message = envelopeMessage(envelope, await store.load(envelopes, idOf('env', envelope, 'envelope')), offers);
      return found('Envelope', envelope, message && maySeeEnvelope(actor, message) ? message : undefined);
    },

    async readEnvelope({ id, permissions }, { actor }) {
      const { state, version } = await store.load(envelopes, idOf('env', id, 'id'));
      if (state.status === 'absent' || !maySeeEnvelope(actor, state)) throw notFound('Envelope', id);
      const envelope = found('Envelope', id, envelopeMessage(id, { state, version }));
      const permitted = permissions ? envelopeActs.permissions(state, { now: clock.now() }, BODIES, actor) : undefined;
      return { envelope: await inWords(texts, envelope), may: permitted && permissionsMessage(permitted, REJECTIONS) };
    },
  };
}
