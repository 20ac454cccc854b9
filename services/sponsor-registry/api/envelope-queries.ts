import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/grpc/problem.ts';
import { relationOf } from '@junkan/kit/pure/readers.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import * as language from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { envelopePermissions } from '../domain/envelope-permissions.ts';
import { maySeeEnvelope } from '../domain/readers.ts';
import { envelopeMessage } from '../fold.ts';
import { BODIES, envelopes } from '../mapping.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };
type Queries = Pick<Handlers<typeof SponsorQueryServiceService>, 'envelopeBalance' | 'readEnvelope'>;
type History = Handlers<typeof SponsorQueryServiceService>['history'];

/** What happened to an envelope, for its sponsor and for overseers. */
export const envelopeHistory =
  ({ store, texts }: Pick<Parts, 'store' | 'texts'>): History =>
  async ({ id, page }, { actor }) => {
    const { state, commits } = await store.read(envelopes, idOf('env', id, 'id'));
    if (state.status === 'absent' || !maySeeEnvelope(actor, state)) throw notFound('Envelope', id);
    const of = { proposer: '', submitted: true, organisations: [state.sponsor], sponsors: new Map() };
    return historyPage(texts, commits, page, eventFor({ actor, relation: relationOf(actor, of, of.organisations), of }, language));
  };

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
      const permitted = permissions ? envelopePermissions(state, { now: clock.now() }, BODIES, actor) : undefined;
      return { envelope: await inWords(texts, envelope), may: permitted && permissionsMessage(permitted, language.REJECTIONS) };
    },
  };
}
